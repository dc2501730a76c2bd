"""Names of things, in one language: areas, offices, rules, windows, municipalities."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.measures.coverage.areas import ALL, REGIONS, Area
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.groups import Grouping, share_of
from utils.measures.coverage.rounds import LEVELS, still_open
from utils.measures.coverage.rules import RULES, Question
from utils.tables.declared.places import LAO_TYPES_EN
from utils.tables.declared.schemas import AWARDS, PROVINCES
from utils.words import Words


def rule(question: Question, words: Words) -> str:
    """Return the name of a question's counting rule."""
    if question.rule == "b" and question.window_years is None:
        return words("rule.b_any_year")
    return words(f"rule.{question.rule}", n=question.window_years)


def years(first: int, last: int) -> str:
    """Return a span of fiscal years, as "2561–2563", or one year where both are the same."""
    return str(first) if first == last else f"{first}–{last}"


def window(question: Question, first_year_be: int, words: Words) -> str:
    """Return the fiscal years that a question counts, called the reader's own where they are.

    `first_year_be`: the first fiscal year of the record.
    """
    first, last = question.first_year_be, question.fiscal_year_be
    # A window that begins before the record has only the years of the record.
    begins = first_year_be if first is None else max(first, first_year_be)
    if begins == last:
        text = words("window.year", last=last)
    else:
        text = words("window.ever" if first is None else "window.years", first=begins, last=last)
    return words("window.own", window=text) if question.own_window else text


def lesser_prizes(counts: pd.DataFrame, words: Words) -> str:
    """Return which lesser prizes rule (c) counts, with their number in the whole record.

    `counts`: from `utils.measures.coverage.prizes.lesser_prizes`.
    """
    parts = []
    for column in ("counted", "left_out"):
        some = counts.loc[counts[column] > 0, column]
        kinds = [words(f"prizes.{kind}", n=n) for kind, n in some.items()]
        if kinds:
            parts.append(words(f"prizes.{column}", prizes=words("prizes.and").join(kinds)))
    return " · ".join(parts)


def caveat(question: Question, counts: pd.DataFrame, words: Words) -> str:
    """Return what must be said beside a figure of this rule: which prizes count, or whose list.

    `counts`: as for `lesser_prizes`. The text is empty for rules (a) and (b).
    """
    if question.rule == "c":
        return lesser_prizes(counts, words)
    return words("rule.note.assumed") if question.rule == "d" else ""


def basis(question: Question, first_year_be: int, words: Words) -> str:
    """Return the line below a figure that states its rule and window.

    It says where the list of centre cities is assumed. `first_year_be`: the first
    fiscal year of the record.
    """
    return _joined(rule(question, words), window(question, first_year_be, words), question, words)


def yearly_basis(question: Question, first_year_be: int, words: Words) -> str:
    """Return the rule of a line over many years, and how many years each of its points counts."""
    if question.first_year_be is None:
        years = words("window.each_ever", first=first_year_be)
    else:
        years = words("window.each", n=question.window_years)
    if question.own_window:
        years = words("window.own", window=years)
    return _joined(rule(question, words), years, question, words)


def _joined(rule_name: str, years: str, question: Question, words: Words) -> str:
    assumed = [words("rule.note.assumed")] if question.rule == "d" else []
    return " · ".join([rule_name, years, *assumed])


def on_record(state: Mapping[Hashable, Any], question: Question, words: Words) -> str:
    """Return what the rows at hand say of a province that is not counted, or not known to be.

    `state`: a row of `utils.measures.coverage.coverage.by_province`. Where lists are missing, only
    what is on record is said: that no result was found, or that the last one is older.
    """
    if state["status"] != "not_known":
        return status(state["status"], question, words)
    return words(f"on_record.{state['on_record']}")


def status(code: str, question: Question, words: Words) -> str:
    """Return the name of a province's status under a question.

    Where the rule leaves out some results, a province whose qualifying results are old may have a
    recent result of another kind, so "older" is then said of the qualifying results only.

    `code`: one of `utils.measures.coverage.coverage.STATUSES`.
    """
    older = code == "older" and RULES[question.rule].selective
    return words("status.older_qualifying" if older else f"status.{code}", n=question.window_years)


def result(code: str, words: Words) -> str:
    """Return the name of a result; `code`: one of `measures.coverage.coverage.BEST_RESULTS`."""
    if code == "national":
        return words("prizes.national")
    return AWARDS.columns["prize_class"].label(code, words.lang)


def office(number: int, offices: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> str:
    """Return an office's present name and those before it, all of them short, with its seat.

    In English the short name of an office is made of the capitals of the long one.

    `offices`: as the table of that name, one row per name, the present one last.
    """
    rows = offices[offices["office_number"] == number]
    seat = provinces.set_index("province_code").loc[rows["seat_province_code"].iloc[-1]]
    names = rows["short_name_th"] if words.lang == "th" else rows["name_en"].map(_initials)
    *former, present = names
    return words(
        "area.office" if former else "area.office_one_name",
        name=present,
        former=", ".join(former),
        seat=words.pick(th=seat["name_th"], en=seat["name_en"]),
    )


def disputed_offices(provinces: pd.DataFrame, words: Words) -> dict[object, str]:
    """Return the remark of every office with a province that sources give to another one too."""
    disputed = provinces[provinces["office_confidence"] == "disputed"]
    remark = words("area.office_sources_differ")
    return {
        number: f"{remark}: {', '.join(rows[f'name_{words.lang}'])}"
        for number, rows in disputed.groupby("office_number")
    }


def _initials(name: str) -> str:
    """Return REO 4 for "Regional Environment Office 4"."""
    name, _, number = name.rpartition(" ")
    return f"{''.join(filter(str.isupper, name))} {number}"


@dataclass(frozen=True, kw_only=True)
class AreaTables:
    """The tables with the names of areas."""

    clusters: pd.DataFrame
    offices: pd.DataFrame
    provinces: pd.DataFrame

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame]) -> AreaTables:
        """Return the tables that `load` returns by their names."""
        return cls(clusters=load("clusters"), offices=load("offices"), provinces=load("provinces"))


def group(code: str | int, grouping: Grouping, tables: AreaTables, words: Words) -> str:
    """Return the name of a region, cluster or office."""
    if grouping == "office_number":
        return office(int(code), tables.offices, tables.provinces, words)
    if grouping == "cluster_code":
        names = tables.clusters.set_index("cluster_code")[f"name_{words.lang}"]
        return str(names[code])
    return PROVINCES.columns[grouping].label(str(code), words.lang)


def area(area: Area, tables: AreaTables, words: Words) -> str:
    """Return the name of an area for a sentence; empty for the whole country."""
    names = []
    if area.region != ALL:
        size, _, name = area.region.partition("-")
        names.append(words(f"area.region{size}", name=group(name, REGIONS[size], tables, words)))
    if area.cluster != ALL:
        names.append(group(area.cluster, "cluster_code", tables, words))
    if area.office != ALL:
        names.append(group(area.office, "office_number", tables, words))
    return " · ".join(names)


def municipality(row: dict[Hashable, Any], words: Words) -> str:
    """Return a municipality's name with its type; Thai where no English name is known.

    `row`: a row of the table `municipalities`, as a mapping.
    """
    thai = f"{row['lao_type']}{row['name_th']}"
    if words.lang == "th" or pd.isna(row["name_en"]):
        return thai
    return f"{row['name_en']} {LAO_TYPES_EN[row['lao_type']]}"


def counted_of(count: int, total: int, share: float | None, words: Words) -> str:
    """Return "67/76", with a percentage where there is a share; groups under ten have none."""
    if share is None or pd.isna(share):
        return words("group.count", counted=count, total=total)
    if is_tiny(share):
        return words("group.count_tiny", counted=count, total=total)
    return words("group.count_share", counted=count, total=total, share=percent(share))


def between(bounds: Bounds, words: Words) -> str:
    """Return "67/76 (88.2%)", or "at least 67/76 · 9 not known"; a group under ten has no share."""
    counted, total = bounds.at_least, bounds.total
    if counted is None:
        return words("group.unknown", total=total)
    if bounds.exact:
        return counted_of(counted, total, share_of(counted, total), words)
    return words("group.between", counted=counted, total=total, n=bounds.not_known)


def between_said(bounds: Bounds, words: Words) -> str:
    """Return the same in words, for a sentence or a reader who listens."""
    counted, total = bounds.at_least, bounds.total
    if counted is None:
        return words("group.unknown", total=total)
    key = "group.bar" if bounds.exact else "group.bar_between"
    return words(key, counted=counted, total=total, n=bounds.not_known)


def open_lists(states: pd.DataFrame, words: Words) -> str:
    """Return the rounds of which a list is missing or not whole; empty where every list is.

    `states`: from `utils.measures.coverage.rounds.by_year`. Years in a row of which the same is
    known are named together.
    """
    missing = still_open(states).reset_index()
    parts: list[tuple[str, str, int, int, int]] = []
    for level in LEVELS:
        for row in missing[missing["level"] == level].to_dict("records"):
            status, year, n = row["status"], int(row["fiscal_year_be"]), int(row["results"])
            if parts and parts[-1][:2] == (level, status) and n == 0 and parts[-1][3] == year - 1:
                parts[-1] = (level, status, parts[-1][2], year, 0)
            else:
                parts.append((level, status, year, year, n))
    return " · ".join(
        words(
            f"rounds.open.{status}",
            level=words(f"rounds.level.{level}"),
            years=years(first, last),
            n=n,
        )
        for level, status, first, last, n in parts
    )


def year_without_round(states: pd.DataFrame, words: Words) -> str:
    """Return that no round was held in the last year of some states; empty where one was.

    `states`: from `utils.measures.coverage.rounds.by_year`.
    """
    year = states.index.get_level_values("fiscal_year_be").max()
    held = states.loc[year, "status"] != "no_round"
    return "" if held.any() else words("rounds.not_held", year=year)


def is_tiny(share: float) -> bool:
    """Tell whether a fraction is more than none and still rounds to "0.0" per cent."""
    return share > 0 and percent(share) == "0.0"


def percent(share: float, decimals: int = 1) -> str:
    """Return a fraction as a percentage without its sign, rounded half up as people do.

    Examples
    --------
    >>> percent(67 / 76)
    '88.2'
    """
    scale = 10**decimals
    return f"{int(share * 100 * scale + 0.5) / scale:.{decimals}f}"
