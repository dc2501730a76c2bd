"""What is said of one province: why it is shown as it is, its groups, its centre city."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.labels import AreaTables
from utils.measures.coverage.evidence import Evidence
from utils.measures.coverage.groups import Grouping
from utils.measures.coverage.rules import Question
from utils.words import Words

GROUPINGS: Mapping[str, Grouping] = {
    "region": "region4",
    "cluster": "cluster_code",
    "office": "office_number",
}
"""The groups that a province is told with: the catalogue's word, and the column."""


@dataclass(frozen=True, kw_only=True)
class ProvinceMaterial:
    """One province under a question, with the tables that its telling needs.

    `province`: its row of the table `provinces`. `evidence`: from
    `measures.coverage.evidence.of_province`. `counted`: `measures.coverage.groups.coverage_by` of
    the whole country, for each of `GROUPINGS`. `register`, `centre_cities`: the tables
    `municipalities` and `centre_cities`. `years`: first and last fiscal year of the record.
    """

    province: Mapping[Hashable, Any]
    question: Question
    evidence: Evidence
    counted: Mapping[Grouping, pd.DataFrame]
    register: pd.DataFrame
    centre_cities: pd.DataFrame
    areas: AreaTables
    years: tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Names:
    """Names that the sentence needs, in the reader's language.

    `municipality`, `certificate` : Series indexed like the awards of the evidence. `centre` : the
    provincial-centre city, empty for Bangkok.
    """

    province: str
    centre: str
    municipality: pd.Series
    certificate: pd.Series


def named(place: ProvinceMaterial, words: Words) -> str:
    """Return the province's name as it stands in a sentence; Bangkok is no province."""
    name = str(place.province[f"name_{words.lang}"])
    return words("province.named", name=name) if place.province["in_target"] else name


def centre(place: ProvinceMaterial, words: Words) -> str:
    """Return the name of the provincial-centre city, empty for Bangkok."""
    centres = place.centre_cities
    ids = centres[centres["province_code"] == place.province["province_code"]]["lao_id"]
    if ids.empty:
        return ""
    return str(rows.municipality_names(ids, place.register, words).iloc[0])


def lead(place: ProvinceMaterial, words: Words) -> str:
    """Return the sentence that explains the province's status."""
    known = place.evidence.known
    names = Names(
        province=named(place, words),
        centre=centre(place, words),
        municipality=rows.municipality_names(known["lao_id"], place.register, words),
        certificate=rows.certificates(known, words),
    )
    return why(place.evidence, place.question, names, words, years=place.years)


def why(
    evidence: Evidence, question: Question, names: Names, words: Words, *, years: tuple[int, int]
) -> str:
    """Return the sentence that explains a province's status: rule, rows and what follows.

    `years`: first and last fiscal year of the record.
    """
    deciding = evidence.counted if evidence.status == "counted" else evidence.qualifying
    latest = _latest(deciding, names, words) if len(deciding) else ""
    key = f"why.{evidence.status}"
    if evidence.status == "other":
        key = f"why.other_{question.rule}"
    return words(
        key,
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
    """Return what is known of its place: centre city, region, cluster and office, as n/N."""
    items = [
        (words(f"province.{term}"), _group(place, grouping, words))
        for term, grouping in GROUPINGS.items()
    ]
    other = place.province["office_number_other"]
    if not pd.isna(other):
        term, name = items[-1]
        second = labels.group(other, "office_number", place.areas, words)
        items[-1] = (term, words("province.office_other", name=name, other=second))
    city = centre(place, words)
    if city:
        items.insert(0, (words("province.centre"), words("province.centre_note", name=city)))
    return items


def _latest(rows: pd.DataFrame, names: Names, words: Words) -> str:
    at = rows.index[0]
    row = rows.loc[at]
    return words(
        "why.latest",
        municipality=names.municipality[at],
        certificate=names.certificate[at],
        year=row["fiscal_year_be"],
        row=row["source_row"],
    )


def _group(place: ProvinceMaterial, grouping: Grouping, words: Words) -> str:
    group = place.province[grouping]
    if pd.isna(group):
        return words("province.unknown")
    counted = place.counted[grouping]
    row = counted[counted.index == group].to_dict("records")[0]
    name = labels.group(group, grouping, place.areas, words)
    if pd.isna(row["counted"]):
        return f"{name} · {words('group.unknown', total=row['total'])}"
    count = words("group.count", counted=row["counted"], total=row["total"])
    return words("province.group_line", name=name, counted=count)
