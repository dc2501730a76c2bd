"""The content of a brief of one province, which fits on one page, for files of any format."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.coverage import province_facts
from utils.figures.coverage.province_facts import ProvinceMaterial
from utils.tables.declared.schemas import AWARDS, PILOTS
from utils.words import Words

# What fits on a page of A4. The published record needs at most 10, 24 and 4.
_MOST_CITIES, _MOST_RESULTS, _MOST_PROGRAMMES = 12, 24, 8
_AREA = ("excellent", "very_good", "good")
_COUNTED = "*"  # explained in the heading of the column


@dataclass(frozen=True, kw_only=True)
class ProvinceSheet:
    """What a brief of one province says.

    `notes`: reported results that are not counted, and searches. `facts`: terms with their
    values. `results`: one row per municipality, with its name and its results as a text, by year,
    those that count marked. `unsaid`: how much did not fit, or why there are no rows; empty
    otherwise. `programmes`: one line per programme. `source`: of the record, with its last year.
    """

    title: str
    status: str
    lead: str
    notes: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    results: pd.DataFrame
    unsaid: str
    programmes: tuple[str, ...]
    source: str


def sheet(
    place: ProvinceMaterial, pilots: pd.DataFrame, notes: tuple[str, ...], words: Words
) -> ProvinceSheet:
    """Return what a brief of one province says.

    `pilots`: the table of that name. `notes`: from `utils.figures.coverage.reports.notes`.
    """
    code = place.province["province_code"]
    results, unsaid = _results(place, words)
    source = words("overview.as_of", last=place.years[1], publisher=words("source.publisher"))
    return ProvinceSheet(
        title=words("province.brief.title", province=province_facts.named(place, words)),
        status=labels.status(place.evidence.status, place.question, words),
        lead=province_facts.lead(place, words),
        notes=notes,
        facts=tuple(province_facts.facts(place, words)),
        results=results,
        unsaid=unsaid,
        programmes=tuple(_programmes(pilots[pilots["province_code"] == code], place, words)),
        source=source,
    )


def _results(place: ProvinceMaterial, words: Words) -> tuple[pd.DataFrame, str]:
    """Return the results by municipality, first those that count, and what is left out."""
    evidence = place.evidence
    known = evidence.known.assign(counts=evidence.known.index.isin(evidence.counted.index))
    known = known.sort_values(["lao_id", "fiscal_year_be", "source_row"])
    sizes = known.groupby("lao_id", sort=True).agg(n=("counts", "size"), counts=("counts", "any"))
    order = sizes.sort_values("counts", ascending=False, kind="stable")
    shown = order[(order["n"].cumsum() <= _MOST_RESULTS)].index[:_MOST_CITIES]
    ids = pd.Series(shown, dtype="string")
    names = rows.municipality_names(ids, place.register, words)
    texts = [
        " · ".join(_result(row, words) for row in known[known["lao_id"] == lao].to_dict("records"))
        for lao in shown
    ]
    table = pd.DataFrame(
        {words("column.municipality"): names, words("province.brief.results"): texts},
        dtype="string",
    )
    return table, _unsaid(place, order.drop(index=shown), words)


def _result(row: Mapping[Hashable, Any], words: Words) -> str:
    """Return one award in short: year, result and the row of the published list."""
    prize = str(row["prize_class"])
    name = (
        words(f"province.brief.area.{prize}")
        if prize in _AREA
        else AWARDS.columns["prize_class"].label(prize, words.lang)
    )
    numbers = [row["source_row"], row["source_row_repeated"]]
    return words(
        "province.brief.result",
        year=row["fiscal_year_be"],
        mark=_COUNTED if row["counts"] else "",
        result=name,
        row=", ".join(str(number) for number in numbers if not pd.isna(number)),
    )


def _unsaid(place: ProvinceMaterial, left: pd.DataFrame, words: Words) -> str:
    if not place.years[0] <= place.question.fiscal_year_be <= place.years[1]:
        return words("overview.unknown_note", last=place.years[1])
    if place.evidence.known.empty:
        return words("province.no_rows")
    if left.empty:
        return ""
    return words("province.brief.more", cities=len(left), results=int(left["n"].sum()))


def _programmes(here: pd.DataFrame, place: ProvinceMaterial, words: Words) -> Iterator[str]:
    """Yield one line per programme with its participants here, disputed entries marked."""
    if here.empty:
        yield words("province.no_programmes")
    groups = list(here.groupby("programme", sort=False))
    for programme, entries in groups[:_MOST_PROGRAMMES]:
        name = PILOTS.columns["programme"].label(str(programme), words.lang)
        cities = rows.municipality_names(entries["lao_id"].dropna(), place.register, words)
        places = cities.reindex(entries.index).fillna(province_facts.named(place, words))
        participants = []
        for city, year, differs in zip(
            places, entries["year_be"], entries["sources_differ"], strict=True
        ):
            text = str(city) if pd.isna(year) else f"{city} {year}"
            participants.append(f"{text} ({words('province.sources_differ')})" if differs else text)
        yield f"{name}: {', '.join(dict.fromkeys(participants))}"
    if len(groups) > _MOST_PROGRAMMES:
        yield words("province.brief.more_programmes", n=len(groups) - _MOST_PROGRAMMES)
