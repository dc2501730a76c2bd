"""What became of the target by its end, in words and tables: for the page, and for its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import pandas as pd

from utils.figures import labels
from utils.figures.coverage import reports
from utils.figures.rows import province_names
from utils.measures.coverage import coverage, evaluation, pace, rounds
from utils.measures.coverage.groups import coverage_by, group_bounds
from utils.measures.coverage.pace import Target
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import DEFAULT_RULE, RULES, Question, RuleCode
from utils.measures.worklist.progress import Progress
from utils.tables import calendar
from utils.tables.declared.places import LAO_TYPE
from utils.tables.declared.schemas import EDITIONS, ENROLMENT, PILOTS, PROVINCES
from utils.tables.minutes import STRATEGIES, Strategy
from utils.words import Words

_OTHERS: Final = ("editions", "pilots", "lao_denominators", "enrolment", "step_levels")
_UNTOLD: Final = "–"

Resolved = Mapping[Strategy, Mapping[Progress, int]]
"""How many resolutions stand under each strategy, by what became of them."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One table of the evaluation. `name`: of its words and its file; `note`: what it counts."""

    name: str
    title: str
    note: str
    source: str
    table: pd.DataFrame


@dataclass(frozen=True, kw_only=True)
class Material:
    """What the evaluation is made of.

    `tables`: those beside the record, by name. `resolved`: of the minutes kept here, as of today.
    """

    record: Record
    register: reports.Register
    tables: Mapping[str, pd.DataFrame]
    resolved: Resolved
    words: Words

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame], resolved: Resolved, words: Words) -> Material:
        """Return what the tables that `load` returns by name hold; none may be invented."""
        register = reports.Register.of(load)
        tables = {name: load(name) for name in _OTHERS}
        return cls(
            record=register.record, register=register, tables=tables, resolved=resolved, words=words
        )

    @cached_property
    def target(self) -> Target:
        """The target that is evaluated."""
        return pace.judged(self.record.targets, self.record.last_year_be)

    @cached_property
    def states(self) -> dict[RuleCode, pd.DataFrame]:
        """The state of every province at the end of the target, by each rule."""
        return {
            rule: coverage.by_province(self.record, evaluation.at_the_end(rule, self.target))
            for rule in RULES
        }

    @property
    def question(self) -> Question:
        """What the rule that pages open on asks at the end of the target."""
        return evaluation.at_the_end(DEFAULT_RULE, self.target)

    @cached_property
    def courses(self) -> pd.DataFrame:
        """What the lists hold of every province before and after the resolution."""
        return evaluation.courses(self.record, self.target)

    @cached_property
    def open_lists(self) -> str:
        """The lists since the resolution that are missing or not whole; empty where none is."""
        return labels.open_lists(self.rounds, self.words)

    @cached_property
    def rounds(self) -> pd.DataFrame:
        """The state of every round since the resolution, up to the end of the target."""
        years = self.target.deadline_year_be - self.target.reference_year_be
        question = Question(
            rule="b", fiscal_year_be=self.target.deadline_year_be, window_years=years
        )
        return rounds.by_year(self.record.rounds, self.record.awards, question)

    def names(self, codes: pd.Index) -> str:
        """Return the names of provinces, in the order of their codes."""
        named = province_names(codes.to_series(), self.record.provinces, self.words)
        return ", ".join(named) or _UNTOLD

    def said(self, key: str) -> str:
        """Return a text with the years of the target filled in."""
        start, end = self.target.reference_year_be, self.target.deadline_year_be
        return self.words(key, start=start, first=start + 1, end=end)


def lead(made: Material) -> tuple[str, ...]:
    """Return what is said first: where the target ended, what came since, what is not known."""
    words, target = made.words, made.target
    bounds = coverage.headline(made.states[DEFAULT_RULE])
    counts = evaluation.arrivals(made.courses, target)
    by_year = [
        words("evaluation.up_to", year=year, n=int(n)) for year, n in counts["cumulated"].items()
    ]
    kept = int((made.courses["course"] == "kept").sum())
    lines = [
        words(
            "evaluation.ended",
            year=target.deadline_year_be,
            counted=labels.between_said(bounds, words),
            basis=labels.basis(made.question, made.record.first_year_be, words),
        ),
        words(
            "evaluation.since",
            years=" · ".join(by_year),
            new=int(counts["new"].sum()),
            kept=kept,
            n=kept + int(counts["new"].sum()),
        ),
    ]
    if bounds.not_known:
        names = made.names(pd.Index(coverage.not_known(made.states[DEFAULT_RULE])))
        lines.append(words("evaluation.open", n=bounds.not_known, names=names))
    if made.open_lists:
        lines.append(words("evaluation.settled_by", lists=made.open_lists))
    return tuple(lines)


def source(made: Material) -> str:
    """Return where the counts are from, and up to when."""
    return made.words(
        "overview.as_of",
        last=made.record.last_result_year_be,
        publisher=made.words("source.publisher"),
    )


def parts(made: Material) -> tuple[Part, ...]:
    """Return every table of the evaluation, in the order in which they are read."""
    tables = {
        "rules": _rules(made),
        "regions": _regions(made),
        "types": _types(made),
        "years": _years(made),
        "courses": _courses(made),
        "unknown": _unknown(made),
        "strategies": _strategies(made),
    }
    return tuple(
        Part(
            name=name,
            title=made.said(f"evaluation.part.{name}"),
            note=made.said(f"evaluation.note.{name}"),
            source=source(made),
            table=table,
        )
        for name, table in tables.items()
    )


def _headings(made: Material, *names: str) -> list[str]:
    return [made.said(f"evaluation.column.{name}") for name in names]


def _rules(made: Material) -> pd.DataFrame:
    words, first = made.words, made.record.first_year_be
    counts = evaluation.by_rule(made.record, made.target)
    ends = [labels.between(coverage.headline(made.states[rule]), words) for rule in RULES]
    names = [
        labels.yearly_basis(evaluation.at_the_end(rule, made.target), first, words)
        for rule in RULES
    ]
    numbers = counts[["kept", "came_in", "unseen"]].reset_index(drop=True)
    table = pd.concat(
        [pd.Series(names), counts["at_reference"].reset_index(drop=True), pd.Series(ends), numbers],
        axis=1,
    )
    heads = _headings(made, "at_reference", "at_end", "kept", "came_in", "unseen")
    return table.set_axis([words("filter.rule"), *heads], axis=1)


def _regions(made: Material) -> pd.DataFrame:
    words, provinces = made.words, made.record.provinces
    columns: dict[str, list[str]] = {}
    for rule in RULES:
        bounds = group_bounds(coverage_by(made.states[rule], provinces, "region4"))
        named = [PROVINCES.columns["region4"].label(str(code), words.lang) for code in bounds]
        columns.setdefault(words("grouping.region4"), named)
        columns[words(f"rule.short.{rule}")] = [
            labels.between(one, words) for one in bounds.values()
        ]
    return pd.DataFrame(columns)


def _types(made: Material) -> pd.DataFrame:
    words = made.words
    asked = {rule: evaluation.at_the_end(rule, made.target) for rule in RULES}
    by_rule = {
        rule: evaluation.by_type(made.record, question, made.register.laos)
        for rule, question in asked.items()
    }
    whole = {rule: coverage.lists_are_whole(made.record, asked[rule]) for rule in RULES}
    laos = by_rule[DEFAULT_RULE]["laos"]
    types = [one.code for one in LAO_TYPE.choices if _is_told(laos.get(one.code, 0))]
    columns = {
        words("grouping.lao_type"): [LAO_TYPE.label(code, words.lang) for code in types],
        made.said("evaluation.column.all_laos"): [_all_of(code, made) for code in types],
        made.said("evaluation.column.laos"): [
            _count(laos[code], words, whole=whole[DEFAULT_RULE]) for code in types
        ],
    }
    for rule, table in by_rule.items():
        heading = words("evaluation.column.through", rule=words(f"rule.short.{rule}"))
        columns[heading] = [
            _count(table["provinces"][code], words, whole=whole[rule]) for code in types
        ]
    return pd.DataFrame(columns)


def _is_told(count: Any) -> bool:  # noqa: ANN401 a cell
    """Tell whether a type has a line: some of its LAOs count, or how many is not known."""
    return bool(pd.isna(count) or count)


def _count(count: Any, words: Words, *, whole: bool) -> str:  # noqa: ANN401 a cell
    """Return a count; where lists are missing "at least", and none found is never a zero."""
    if pd.isna(count):
        return words("table.missing")
    if whole:
        return f"{count:,}"
    return f"{words('between.at_least')} {count:,}" if count else words("on_record.none")


def _all_of(lao_type: str, made: Material) -> str:
    """Return how many LAOs of a type there are by the last count that has a day, with that day."""
    table = made.tables["lao_denominators"]
    dated = table[(table["lao_group"] == lao_type) & table["as_of_on"].notna()]
    if dated.empty:
        return _UNTOLD
    last = dated.sort_values("as_of_on").iloc[-1]
    day = calendar.date_be(dt.date.fromisoformat(str(last["as_of_on"])))
    return f"{int(last['count']):,} ({day})"


def _years(made: Material) -> pd.DataFrame:
    words = made.words
    counts = evaluation.arrivals(made.courses, made.target)
    lists = {year: labels.open_lists(made.rounds.loc[[year]], words) for year in counts.index}
    columns: dict[str, list[Any]] = {words("column.year"): list(counts.index)}
    for name in ("first", "new", "cumulated"):
        open_since = False
        cells = []
        for year, n in counts[name].items():
            # What is cumulated over a year with a missing list is at least so much ever after.
            open_since = bool(lists[year]) or (open_since and name == "cumulated")
            cells.append(_count(n, words, whole=not open_since))
        columns[words(f"evaluation.column.{name}")] = cells
    columns[words("evaluation.column.lists")] = [
        told or words("evaluation.whole") for told in lists.values()
    ]
    return pd.DataFrame(columns)


def _courses(made: Material) -> pd.DataFrame:
    rows = [
        (made.said(f"evaluation.course.{name}"), len(codes), made.names(codes))
        for name in evaluation.COURSES
        for codes in [made.courses.index[made.courses["course"] == name]]
    ]
    return pd.DataFrame(rows, columns=_headings(made, "course", "provinces", "names"))


def _unknown(made: Material) -> pd.DataFrame:
    words = made.words
    states = made.states[DEFAULT_RULE]
    rows = states.loc[coverage.not_known(states)]
    codes = rows.index.to_series()
    table = {
        words("column.province"): province_names(codes, made.record.provinces, words).array,
        words("evaluation.column.on_record"): [
            words("on_record.none") if pd.isna(year) else words("evaluation.latest", year=year)
            for year in rows["latest_year_be"]
        ],
        words("evaluation.column.reported"): [_reported(made, str(code)) for code in codes],
    }
    return pd.DataFrame(table)


def _reported(made: Material, code: str) -> str:
    """Return what the register of reported results has of a province; nothing is no entry."""
    if made.register.of_province(code, made.question).empty:
        return _UNTOLD
    return "; ".join(reports.notes(made.register, made.question, code, "not_known", made.words))


def _strategies(made: Material) -> pd.DataFrame:
    words = made.words
    shown = {
        "1": (words("evaluation.nothing"), _UNTOLD),
        "2": _editions(made),
        "3": _models(made),
        "4": _awards(made),
    }
    rows = [
        (
            words(f"minutes.strategy_name.{strategy}"),
            _resolutions(made.resolved.get(strategy, {}), words),
            *shown[strategy],
        )
        for strategy in STRATEGIES[1:]
    ]
    heads = [words("minutes.strategy"), *_headings(made, "resolutions", "shown")]
    return pd.DataFrame(rows, columns=[*heads, words("column.source")])


def _resolutions(counts: Mapping[Progress, int], words: Words) -> str:
    told = [
        words("minutes.now_count", now=words(f"minutes.now.{name}"), n=n)
        for name, n in counts.items()
        if n
    ]
    return " · ".join(told) or words("evaluation.no_resolution")


def _editions(made: Material) -> tuple[str, str]:
    words = made.words
    told = [
        words(
            "evaluation.edition" if pd.notna(row["last_year_be"]) else "evaluation.edition_on",
            title=row[f"title_{words.lang}"],
            first=row["first_year_be"],
            last=row["last_year_be"],
            known=EDITIONS.columns["confidence"].label(str(row["confidence"]), words.lang),
        )
        for row in made.tables["editions"].to_dict("records")
    ]
    return "; ".join(told) or words("evaluation.nothing"), EDITIONS.source(words.lang)


def _models(made: Material) -> tuple[str, str]:
    words = made.words
    reached = evaluation.models_reached(
        made.tables["enrolment"], made.tables["step_levels"], made.target.deadline_year_be
    )
    key = "evaluation.models_unknown" if reached is None else "evaluation.models"
    told = (_entries(made, recognised=False), words(key, n=reached or 0))
    sources = f"{PILOTS.source(words.lang)}; {ENROLMENT.source(words.lang)}"
    return "; ".join(text for text in told if text), sources


def _entries(made: Material, *, recognised: bool) -> str:
    """Return how many entries of the table `pilots` there are: awards and certificates, or else."""
    words, counts = made.words, made.tables["pilots"]["programme"].value_counts()
    told = [
        f"{one.label(words.lang)}: {counts[one.code]}"
        for one in PILOTS.columns["programme"].choices
        if counts.get(one.code, 0) and one.code.startswith("asean_esc") == recognised
    ]
    return words("evaluation.entries", told="; ".join(told)) if told else ""


def _awards(made: Material) -> tuple[str, str]:
    """Return the results of each round since the resolution; of a missing list, that it is."""
    words, told = made.words, []
    held = made.rounds[made.rounds["status"] != "no_round"]
    for at, row in enumerate(held.reset_index().to_dict("records")):
        named = words(f"rounds.level.{row['level']}").strip().rstrip(",")
        if row["status"] == "complete":
            n, year = int(row["results"]), int(row["fiscal_year_be"])
            told.append(words("evaluation.awards", level=named, year=year, n=n))
        else:
            told.append(labels.open_lists(held.iloc[at : at + 1], words))
    if entries := _entries(made, recognised=True):
        told.append(entries)
    sources = f"{source(made)}; {PILOTS.source(words.lang)}"
    return "; ".join(told) or words("evaluation.nothing"), sources
