"""LPA results: LAOs by band, the five parts, one LAO; data for `strips`, and a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.figures import labels
from utils.figures.scores import names as score_names
from utils.figures.scores import strips
from utils.measures.coverage.groups import share_of
from utils.measures.scores.lpa import BELOW, LPA_PASS_PERCENT, PARTS, UNKNOWN_BAND
from utils.measures.scores.summary import Middle
from utils.tables.declared.scores import LPA_RESULTS
from utils.words import Words

_AVERAGE = "average_percent"


def bands(  # noqa: PLR0913 all but four have names
    counts: pd.DataFrame,
    middles: pd.DataFrame,
    table: pd.DataFrame,
    words: Words,
    *,
    fiscal_year_be: int,
    passed: int,
) -> dict[str, Any]:
    """Return LAOs by band of the average, with the median and how many pass.

    `counts`, `middles`: from `utils.measures.scores.lpa`; `table`: as the table `lpa_bands`.
    """
    base, of = int(counts["base"].iloc[0]), int(middles["of"].iloc[0])
    known, n = middles["median"][_AVERAGE], int(middles["n"].astype(int)[_AVERAGE])
    middle = Middle(n=n, median=None if pd.isna(known) else float(known))
    names = {str(code): band_name(str(code), table, words) for code in counts.index}
    return {
        "title": words("scores_lpa.bands", year=fiscal_year_be),
        "number": f"{base:,}",
        "of": words("scores_lpa.with_average", total=of),
        "lead": words(
            "scores_lpa.lead",
            median=score_names.median(middle, words),
            passed=labels.counted_of(passed, base, share_of(passed, base), words),
            percent=LPA_PASS_PERCENT,
        ),
        "axis": " · ".join(definition(table, words)),
        "rows": strips.counts(counts, names, words, unknown=UNKNOWN_BAND),
    }


def parts(middles: pd.DataFrame, words: Words, *, fiscal_year_be: int) -> dict[str, Any]:
    """Return the median and the middle half of every part."""
    return {
        "title": words("scores_lpa.parts", year=fiscal_year_be),
        "axis": words("scores_lpa.parts_axis"),
        "rows": [_part(name, middles.loc[name].to_dict(), words) for name in PARTS],
    }


def one(
    row: Mapping[Any, Any], table: pd.DataFrame, words: Words, *, name: str, rests: list[str]
) -> dict[str, Any]:
    """Return one LAO's result: the average with its band, then the five parts.

    `row`: of `utils.measures.scores.lpa.lpa_results`. `rests`: notes on the scores converted from
    it.
    """
    known = not pd.isna(row[_AVERAGE])
    title = words("scores_lpa.lao_year", name=name, year=row["fiscal_year_be"])
    shown: dict[str, Any] = {"title": title, "notes": rests, "axis": words("scores_lpa.one_axis")}
    if known:
        passed = words("scores_lpa.passed" if row["passed"] else "scores_lpa.failed")
        stated = words("scores_lpa.stated" if row["stated"] else "scores_lpa.mean")
        band = band_name(str(row["band"]), table, words)
        shown |= {
            "number": score_names.number(float(row[_AVERAGE])),
            "of": words("scores_lpa.average_of", band=band, passed=passed),
            "lead": stated,
        }
    else:
        shown["lead"] = words("scores_lpa.no_average")
    return shown | {"rows": [_own_part(part, row[part], words) for part in PARTS]}


def table(
    results: pd.DataFrame, bands: pd.DataFrame, names: Mapping[str, str], words: Words
) -> pd.DataFrame:
    """Return each LAO's average, band and parts, by type and name."""
    rows = results.set_index("lao_id").loc[list(names)]
    named = [
        words("scores.unknown") if pd.isna(code) else band_name(str(code), bands, words)
        for code in rows["band"]
    ]
    columns = {
        words("column.lao"): list(names.values()),
        _title(_AVERAGE, words): rows[_AVERAGE].astype("Float64").round(1).array,
        words("scores_lpa.column.band"): named,
    }
    for part in PARTS:
        columns[_title(part, words)] = rows[part].astype("Float64").round(1).array
    return pd.DataFrame(columns)


def definition(bands: pd.DataFrame, words: Words) -> list[str]:
    """Return what the bands are, and that they are not levels of an area result."""
    ordered = bands.sort_values("low_percent", ascending=False)
    lows = zip(ordered[f"name_{words.lang}"], ordered["low_percent"], strict=True)
    lows_named = ", ".join(
        words("scores.cutoff", names=name, low=score_names.whole(float(low))) for name, low in lows
    )
    return [words("scores_lpa.band_note", bands=lows_named), words("scores_lpa.unknown_note")]


def band_name(code: str, bands: pd.DataFrame, words: Words) -> str:
    """Return the name of a band; `bands`: as the table `lpa_bands`."""
    if code == UNKNOWN_BAND:
        return words("scores_lpa.unknown")
    if code == BELOW:
        low = score_names.whole(float(bands["low_percent"].min()))
        return words("scores_lpa.below", low=low)
    return str(bands.loc[bands["band"] == code, f"name_{words.lang}"].iloc[0])


def _part(name: str, row: Mapping[Any, Any], words: Words) -> dict[str, Any]:
    note = words("scores.known_laos", known=int(row["n"]), of=int(row["of"]))
    return strips.half(_title(name, words), row, note, words)


def _own_part(name: str, value: Any, words: Words) -> dict[str, Any]:  # noqa: ANN401 a cell
    text = score_names.percent(value, words)
    at = None if pd.isna(value) else float(value)
    description = f"{_title(name, words)}: {text}"
    return {"name": _title(name, words), "note": "", "at": at, "text": text, "said": description}


def _title(column: str, words: Words) -> str:
    declared = LPA_RESULTS.columns[column]
    return words.pick(th=declared.title_th, en=declared.title_en)
