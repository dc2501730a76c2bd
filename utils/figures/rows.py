"""Measured tables as readers see them: columns chosen, named and put into words."""

from __future__ import annotations

import pandas as pd

from utils.figures import labels
from utils.figures.coverage.pace import PaceLines
from utils.measures.coverage.rules import Question
from utils.tables.declared.awards import LEVEL
from utils.tables.declared.schemas import AWARDS, PILOTS
from utils.words import Words


def awards(
    rows: pd.DataFrame, provinces: pd.DataFrame, municipalities: pd.DataFrame, words: Words
) -> pd.DataFrame:
    """Return awards as a reader's table, each with its row in the published file.

    Parameters
    ----------
    rows : DataFrame
        Rows of the table `awards`.
    provinces, municipalities : DataFrame
        As the tables of those names.
    words : Words

    Returns
    -------
    DataFrame
        Ordered by province, municipality and fiscal year; headings in the reader's language. An
        award that is on two rows of the file shows both row numbers.
    """
    ordered = rows.sort_values(["province_code", "lao_id", "fiscal_year_be", "source_row"])
    sources = ordered["source_row"].astype("string")
    repeated = ordered["source_row_repeated"].astype("string")
    return pd.DataFrame(
        {
            words("column.source_row"): sources.where(
                repeated.isna(), sources + ", " + repeated.fillna("")
            ),
            words("column.province"): province_names(ordered["province_code"], provinces, words),
            words("column.municipality"): municipality_names(
                ordered["lao_id"], municipalities, words
            ),
            words("column.year"): ordered["fiscal_year_be"],
            words("column.level"): ordered["level"].map(
                lambda level: LEVEL.label(level, words.lang)
            ),
            words("column.certificate"): certificates(ordered, words),
        }
    ).reset_index(drop=True)


def states(
    table: pd.DataFrame, provinces: pd.DataFrame, words: Words, *, question: Question
) -> pd.DataFrame:
    """Return `utils.measures.coverage.coverage.by_province` as a reader's table."""
    return pd.DataFrame(
        {
            words("column.province"): province_names(table.index.to_series(), provinces, words),
            words("column.status"): table["status"].map(
                lambda status: labels.status(status, question, words)
            ),
            words("column.first"): table["first_year_be"],
            words("column.latest"): table["latest_year_be"],
            words("column.best"): table["best"].map(
                lambda best: labels.result(best, words), na_action="ignore"
            ),
            words("column.municipalities"): table["municipalities"],
        }
    ).reset_index(drop=True)


def municipalities(
    listed: pd.DataFrame, provinces: pd.DataFrame, register: pd.DataFrame, words: Words
) -> pd.DataFrame:
    """Return `utils.measures.coverage.municipalities.by_municipality` as a reader's table.

    `register`: as the table `municipalities`; LAOs without coordinates are marked.
    """
    placed = register[register["longitude"].notna()]["lao_id"]
    ordered = listed.sort_index().sort_values("province_code", kind="stable")
    ids = ordered.index.to_series()
    return pd.DataFrame(
        {
            words("column.province"): province_names(ordered["province_code"], provinces, words),
            words("column.municipality"): municipality_names(ids, register, words),
            words("column.best"): ordered["best"].map(
                lambda best: labels.result(best, words), na_action="ignore"
            ),
            words("column.results"): ordered["results"],
            words("column.first"): ordered["first_year_be"],
            words("column.latest"): ordered["latest_year_be"],
            words("column.status"): ordered["counted"]
            .map({True: words("status.counted"), False: words("map.points_other")})
            .mask(ordered["results"].isna(), words("map.points_reported")),
            words("column.coordinates"): ids.isin(placed).map(
                {True: "", False: words("map.points_unplaced")}
            ),
        }
    ).reset_index(drop=True)


def pace(lines: PaceLines, words: Words) -> pd.DataFrame:
    """Return the lines of the pace chart as a reader's table, one row per fiscal year."""
    years = lines.actual.index.union(lines.reference.index)
    return pd.DataFrame(
        {
            words("column.year"): years,
            words("column.counted_at_least"): lines.actual.reindex(years).array,
            words("column.not_known"): lines.by_year["not_known"].reindex(years).array,
            words("pace.reference"): lines.reference.reindex(years).round(1).array,
            words("pace.since"): lines.since.reindex(years).array,
        }
    )


def province_names(codes: pd.Series, provinces: pd.DataFrame, words: Words) -> pd.Series:
    """Map province codes to names; indexed as `codes`."""
    return codes.map(provinces.set_index("province_code")[f"name_{words.lang}"])


def municipality_names(lao_ids: pd.Series, municipalities: pd.DataFrame, words: Words) -> pd.Series:
    """Map ids of LAOs to their present names, with a former name beside; indexed as `lao_ids`."""
    register = municipalities[municipalities["lao_id"].isin(set(lao_ids))]
    names: dict[str, list[str]] = {}
    for lao, name in zip(register["lao_id"], _named(register, words), strict=True):
        names.setdefault(lao, []).append(name)
    shown = {
        lao: (
            known[0]
            if len(known) == 1
            else words("municipality.formerly", now=known[-1], former=known[0])
        )
        for lao, known in names.items()
    }
    return lao_ids.map(shown)


def _named(register: pd.DataFrame, words: Words) -> pd.Series:
    names = [labels.municipality(row, words) for row in register.to_dict("records")]
    return pd.Series(names, index=register.index, dtype="string")


def certificates(rows: pd.DataFrame, words: Words) -> pd.Series:
    """Return the name of each award: as published in Thai, by its class in English."""
    if words.lang == "th":
        return rows["certificate_th"]
    prizes, tracks = AWARDS.columns["prize_class"], AWARDS.columns["track"]
    names = [
        prizes.label(prize, "en") + ("" if pd.isna(track) else f" ({tracks.label(track, 'en')})")
        for prize, track in rows[["prize_class", "track"]].to_numpy()
    ]
    return pd.Series(names, index=rows.index, dtype="string")


def pilots(
    entries: pd.DataFrame, provinces: pd.DataFrame, register: pd.DataFrame, words: Words
) -> pd.DataFrame:
    """Return rows of the table `pilots` as a reader's table, disputed ones marked.

    `register`: as the table `municipalities`.
    """
    cities = municipality_names(entries["lao_id"].dropna(), register, words)
    places = cities.reindex(entries.index).fillna(
        province_names(entries["province_code"], provinces, words)
    )
    remarks = [
        ": ".join(
            part
            for part in (words("province.sources_differ") if differ else "", note)
            if not pd.isna(part) and part
        )
        for differ, note in entries[["sources_differ", f"note_{words.lang}"]].to_numpy()
    ]
    return pd.DataFrame(
        {
            words("column.programme"): entries["programme"].map(
                lambda name: PILOTS.columns["programme"].label(name, words.lang)
            ),
            words("column.place"): places,
            words("column.theme"): entries[f"theme_{words.lang}"],
            words("column.calendar_year"): entries["year_be"]
            .astype("string")
            .fillna(words("table.unknown_year")),
            words("column.remark"): remarks,
            words("column.source"): entries[f"source_{words.lang}"],
        }
    ).reset_index(drop=True)
