"""One province in words: why it has its status, its groups, its centre city."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.labels import AreaTables
from utils.measures.coverage.evidence import Evidence
from utils.measures.coverage.groups import Grouping, group_bounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rounds import by_year
from utils.measures.coverage.rules import Question
from utils.tables import calendar
from utils.tables.declared.publication import EXPLANATIONS, GIVEN_BY
from utils.words import Words

GROUPINGS: Mapping[str, Grouping] = {
    "region": "region4",
    "cluster": "cluster_code",
    "office": "office_number",
}
"""The groups shown with a province: the key of their name in the catalogue, and their column."""


@dataclass(frozen=True, kw_only=True)
class ProvinceMaterial:
    """One province under a question, with the tables needed to describe it.

    `province`: its row of the table `provinces`. `evidence`: from
    `measures.coverage.evidence.of_province`. `counted`: `measures.coverage.groups.coverage_by` of
    the whole country, for each of `GROUPINGS`. `register`, `centre_cities`: the tables
    `municipalities` and `centre_cities`. `years`: first and last fiscal year with a result.
    `rounds`: from `measures.coverage.rounds.by_year`. `explanations`: its rows of that table that
    are about the question's year, or about every year.
    """

    province: Mapping[Hashable, Any]
    question: Question
    evidence: Evidence
    counted: Mapping[Grouping, pd.DataFrame]
    register: pd.DataFrame
    centre_cities: pd.DataFrame
    areas: AreaTables
    years: tuple[int, int]
    rounds: pd.DataFrame
    explanations: pd.DataFrame

    @classmethod
    def of(
        cls,
        load: Callable[[str], pd.DataFrame],
        question: Question,
        province_code: str,
        *,
        evidence: Evidence,
        coverage_by: Callable[[Grouping], pd.DataFrame],
    ) -> ProvinceMaterial:
        """Return one province of the tables that `load` returns by their names.

        `evidence`, `coverage_by`: its evidence, and `counted` of a grouping, as measured.
        """
        record = Record.of(load)
        provinces = record.provinces
        [province] = provinces[provinces["province_code"] == province_code].to_dict("records")
        return cls(
            province=province,
            question=question,
            evidence=evidence,
            counted={grouping: coverage_by(grouping) for grouping in GROUPINGS.values()},
            register=load("municipalities"),
            centre_cities=record.centre_cities,
            areas=AreaTables.of(load),
            years=(record.first_year_be, record.last_result_year_be),
            rounds=by_year(record.rounds, record.awards, question),
            explanations=_explanations(load(EXPLANATIONS.name), province_code, question),
        )


def _explanations(table: pd.DataFrame, province_code: str, question: Question) -> pd.DataFrame:
    is_of_year = table["fiscal_year_be"].isin([question.fiscal_year_be])
    is_own = table["province_code"] == province_code
    own = table[is_own & (is_of_year | table["fiscal_year_be"].isna())]
    return own.sort_values("given_on", ascending=False)


@dataclass(frozen=True, kw_only=True)
class Names:
    """Names for the sentence, in the reader's language.

    `municipality`, `certificate` : Series indexed like the awards of the evidence. `centre` : the
    provincial-centre city, empty for Bangkok. `lists` : from `labels.open_lists`.
    """

    province: str
    centre: str
    municipality: pd.Series
    certificate: pd.Series
    lists: str


def named(place: ProvinceMaterial, words: Words) -> str:
    """Return the province's name as used in a sentence; Bangkok is not called a province."""
    name = str(place.province[f"name_{words.lang}"])
    return words("province.named", name=name) if place.province["in_target"] else name


def centre(place: ProvinceMaterial, words: Words) -> str:
    """Return the name of the provincial-centre city, empty for Bangkok."""
    centres = place.centre_cities
    ids = centres[centres["province_code"] == place.province["province_code"]]["lao_id"]
    if ids.empty:
        return ""
    # The last: what it became, where it merged.
    return str(rows.municipality_names(ids, place.register, words).iloc[-1])


def lead(place: ProvinceMaterial, words: Words) -> str:
    """Return the sentence that explains the province's status."""
    known = place.evidence.known
    names = Names(
        province=named(place, words),
        centre=centre(place, words),
        municipality=rows.municipality_names(known["lao_id"], place.register, words),
        certificate=rows.certificates(known, words),
        lists=labels.open_lists(place.rounds, words),
    )
    return why(place.evidence, place.question, names, words, years=place.years)


def why(
    evidence: Evidence,
    question: Question,
    names: Names,
    words: Words,
    *,
    years: tuple[int, int],
) -> str:
    """Return the sentence that explains a province's status by the rule and the rows of the list.

    `years`: first and last fiscal year with a result.
    """
    deciding = evidence.counted if evidence.status == "counted" else evidence.qualifying
    latest = _latest(deciding, names, words) if len(deciding) else ""
    key: str = evidence.status
    if key == "not_known":
        key = f"not_known_{evidence.on_record}"
    elif key == "other":
        key = f"other_{question.rule}"
    return words(
        f"province.why.{key}",
        lists=names.lists,
        province=names.province,
        rule=labels.rule(question, words),
        window=labels.window(question, years[0], words),
        year=question.fiscal_year_be,
        first=years[0],
        last=years[1],
        rows=len(evidence.counted),
        cities=evidence.counted["lao_id"].nunique(),
        results=len(evidence.known),
        centre=names.centre,
        latest=latest,
    )


def facts(place: ProvinceMaterial, words: Words) -> list[tuple[str, str]]:
    """Return centre city, region, cluster and office with their counts, as (term, value).

    What province or office has said officially of the status comes first, as they said it.
    """
    items = [
        (words(f"province.{term}"), _group(place, grouping, words) + _disputed(place, term, words))
        for term, grouping in GROUPINGS.items()
    ]
    city = centre(place, words)
    if city:
        items.insert(0, (words("province.centre"), words("province.centre_note", name=city)))
    return [*_explained(place, words), *items]


def _explained(place: ProvinceMaterial, words: Words) -> Iterator[tuple[str, str]]:
    """Yield each official explanation: who gives it; its text, day and source."""
    for row in place.explanations.to_dict("records"):
        said = row["text_th"]
        if words.lang == "en" and not pd.isna(row["text_en"]):
            said = row["text_en"]
        day = calendar.date_be(dt.date.fromisoformat(row["given_on"]))
        by = GIVEN_BY.label(row["given_by"], words.lang)
        value = words("province.explained", text=said, day=day, source=row["source"])
        yield words("province.explanation", by=by), value


def _disputed(place: ProvinceMaterial, term: str, words: Words) -> str:
    """Return what sources say otherwise of the province's office, or of others of that office."""
    number, other = place.province["office_number"], place.province["office_number_other"]
    if term != "office" or pd.isna(number):
        return ""
    if not pd.isna(other):
        second = labels.group(other, "office_number", place.areas, words)
        return words("province.office_other", other=second)
    remark = labels.disputed_offices(place.areas.provinces, words).get(int(number))
    return f" · {remark}" if remark else ""


def _latest(rows: pd.DataFrame, names: Names, words: Words) -> str:
    at = rows.index[0]
    row = rows.loc[at]
    return words(
        "province.why.latest",
        municipality=names.municipality[at],
        certificate=names.certificate[at],
        year=row["fiscal_year_be"],
        row=row["source_row"],
    )


def _group(place: ProvinceMaterial, grouping: Grouping, words: Words) -> str:
    group = place.province[grouping]
    if pd.isna(group):
        return words("province.unknown")
    bounds = group_bounds(place.counted[grouping])[group]
    name = labels.group(group, grouping, place.areas, words)
    if not bounds.exact:
        return f"{name} · {labels.between(bounds, words)}"
    count = words("group.count", counted=bounds.at_least, total=bounds.total)
    return words("province.group_line", name=name, counted=count)
