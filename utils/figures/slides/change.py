"""Slides of what changed since an earlier fiscal year or release: provinces, and steps of LAOs.

What the two sides of a comparison are called stands here too, for every slide that compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.figures import invented, labels, reported, rows
from utils.figures.slides import pictures
from utils.figures.slides.pictures import Row
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.changes.comparison import CAUSES, Cause, Comparison
from utils.measures.changes.provinces import TURNED, Turn
from utils.measures.staircase.moves import MOVES, OUTSIDE_BASE
from utils.words import Words

_MOVES_ALWAYS_SHOWN = ("up", "stay", "down")  # even where no LAO moved so


def change(context: SlideContext) -> Slide | None:
    """Return which provinces changed their state, those that a correction changed apart.

    None where there are no two states to compare.
    """
    words, comparison = context.words, context.comparison
    if comparison is None or comparison.provinces.empty:
        return None
    return Slide(
        name="change",
        title=words("slide.change"),
        sentence=_provinces_sentence(comparison, context),
        kind="names",
        figure=pictures.names(_province_groups(comparison, context)),
        table=_provinces_table(comparison, context),
        basis=context.basis,
        notes=_provinces_notes(comparison, context),
    )


def moved(context: SlideContext) -> Slide | None:
    """Return how many LAOs moved which way, by name in the table; None without such a table."""
    comparison, staircase = context.comparison, context.material.staircase
    if comparison is None or comparison.step_years is None:
        return None
    # Invented tables are of no release: there is nothing to compare them with.
    if staircase.fictitious and (comparison.of_releases or not context.chosen.fictitious):
        return None
    words, steps = context.words, comparison.steps[comparison.steps["cause"] == "new"]
    counts = steps["move"].value_counts()
    return Slide(
        name="moved",
        title=words("slide.moved"),
        sentence=_moves_sentence(counts, comparison, context),
        kind="bars",
        figure=pictures.bars(_move_bars(counts, context), words("slide.moved")),
        table=_moves_table(steps, context),
        basis=basis(
            words("since.moved_basis"),
            comparison,
            comparison.step_years,
            _reported(comparison.step_years[1], context)
            + words(f"staircase.source.{'fictitious' if staircase.fictitious else 'real'}"),
            context,
        ),
        notes=(words(f"since.moved_note.{'releases' if comparison.of_releases else 'years'}"),),
        fictitious=staircase.fictitious,
    )


def _reported(year: int, context: SlideContext) -> str:
    here = context.material.staircase.within(context.chosen.codes)
    said = reported.sentence(here.told(year), year, context.words)
    return f"{said} · " if said else ""


def sides(
    comparison: Comparison, context: SlideContext, years_be: tuple[int, int] | None = None
) -> dict[str, str]:
    """Return both sides of a comparison as parts of a sentence, `before` and `now`.

    `years_be`: the fiscal years compared, where a table lacks those of the headline.
    """
    words, chosen = context.words, context.chosen
    if comparison.of_releases:
        return {"before": chosen.baseline.name, "now": words("since.number", n=chosen.release)}
    before, now = (words("since.year", year=year) for year in years_be or _years(comparison))
    return {"before": before, "now": now}


def basis(
    measured: str,
    comparison: Comparison,
    years_be: tuple[int, int],
    source: str,
    context: SlideContext,
) -> str:
    """Return the line below a figure: what is compared, of which years, where, and its source."""
    words = context.words
    if comparison.of_releases:
        when = words("since.up_to", year=years_be[1])
    else:
        when = words("since.between", before=years_be[0], now=years_be[1])
    area = context.chosen.area or words("filter.everywhere")
    return f"{measured} · {when} · {area} · {source}"


def _years(comparison: Comparison) -> tuple[int, int]:
    return comparison.question_before.fiscal_year_be, comparison.question.fiscal_year_be


def _provinces_sentence(comparison: Comparison, context: SlideContext) -> str:
    words, year = context.words, context.chosen.question.fiscal_year_be
    counts = {cause: _counts(comparison, cause) for cause in CAUSES}
    if not comparison.of_releases:
        key = "slide.change_sentence" if any(counts["new"].values()) else "slide.change_none"
        before_be, _ = _years(comparison)
        said = turned(counts["new"], words)
        return words(key, before=before_be, year=year, area=context.where, turned=said)
    before, now = (labels.between_said(one, words) for one in comparison.headlines)
    between = sides(comparison, context)
    if not any(n for turns in counts.values() for n in turns.values()):
        return words("since.change_none", **between, area=context.where, n=now)
    causes = [
        words(f"since.turned.{cause}", turned=turned(counts[cause], words))
        for cause in CAUSES
        if cause == "new" or any(counts[cause].values())
    ]
    numbers = {"was": before, "n": now}
    joined = "; ".join(causes)
    return words("since.change_sentence", **between, area=context.where, **numbers, causes=joined)


def _counts(comparison: Comparison, cause: Cause) -> dict[Turn, int]:
    provinces = comparison.provinces
    turns = provinces.loc[provinces["cause"] == cause, "turn"]
    return {turn: int((turns == turn).sum()) for turn in TURNED}


def turned(counts: Mapping[Turn, int], words: Words) -> str:
    """Return how many provinces were gained, left the window and are not known, the last if any."""
    said = [words(f"turn.{turn}", n=n) for turn, n in counts.items() if n or turn != "not_known"]
    return " · ".join(said)


def _province_groups(comparison: Comparison, context: SlideContext) -> list[dict[str, Any]]:
    words, provinces = context.words, comparison.provinces
    names = rows.province_names(provinces.index.to_series(), context.record.provinces, words)
    groups = []
    for cause in CAUSES:
        for turn in TURNED:
            here = ((provinces["turn"] == turn) & (provinces["cause"] == cause)).to_numpy()
            some = names[here]  # in the order of the codes, as elsewhere
            if some.empty and (cause == "correction" or turn == "not_known"):
                continue
            label = words(
                f"turned.{turn}" if cause == "new" else f"since.corrected.{turn}", n=len(some)
            )
            groups.append({"label": label, "names": list(some), "codes": list(some.index)})
    return groups


def _provinces_table(comparison: Comparison, context: SlideContext) -> pd.DataFrame:
    words, provinces = context.words, comparison.provinces
    turned = provinces[provinces["turn"].isin(TURNED)]
    names = rows.province_names(turned.index.to_series(), context.record.provinces, words)
    before, now = _headings(comparison, context)
    table = {
        words("column.province"): names.array,
        before: [
            labels.status(status, comparison.question_before, words) for status in turned["before"]
        ],
        now: [labels.status(status, comparison.question, words) for status in turned["now"]],
    }
    if comparison.of_releases:
        table[words("since.cause")] = [
            words(f"since.cause_of.{cause}") for cause in turned["cause"]
        ]
    return pd.DataFrame(table)


def _headings(comparison: Comparison, context: SlideContext) -> list[str]:
    """Return the headings of the state before and of the state now."""
    words, chosen = context.words, context.chosen
    if comparison.of_releases:
        numbers = (chosen.baseline.release, chosen.release)
        return [words("since.state_at", n=number) for number in numbers]
    return [words("slide.state_at", year=year) for year in _years(comparison)]


def _provinces_notes(comparison: Comparison, context: SlideContext) -> tuple[str, ...]:
    words = context.words
    if not comparison.of_releases:
        return (words("slide.change_note"),)
    n = int(comparison.corrections["rows"].sum())
    return (
        words("since.counted_at", years=labels.years(*_years(comparison))),
        words("since.corrections_note", n=n),
    )


def _moves_sentence(counts: pd.Series, comparison: Comparison, context: SlideContext) -> str:
    words = context.words
    base = int(counts.drop(list(OUTSIDE_BASE), errors="ignore").sum())
    warning = invented.before(words, fictitious=context.material.staircase.fictitious)
    if not base:
        between = sides(comparison, context, comparison.step_years)
        return warning + words("since.moved_none", **between, area=context.where)
    return warning + words(
        "since.moved_sentence",
        **sides(comparison, context, comparison.step_years),
        area=context.where,
        base=base,
        up=int(counts.get("up", 0)),
        down=int(counts.get("down", 0)),
    )


def _move_bars(counts: pd.Series, context: SlideContext) -> list[Row]:
    most = int(counts.max()) if len(counts) else 0
    compared = not counts.drop(list(OUTSIDE_BASE), errors="ignore").empty  # 0 of 0 is no number
    shown = [move for move in MOVES if (compared and move in _MOVES_ALWAYS_SHOWN) or move in counts]
    numbers = {move: int(counts.get(move, 0)) for move in shown}
    return [(context.words(f"since.move.{move}"), n, most, str(n)) for move, n in numbers.items()]


def _moves_table(steps: pd.DataFrame, context: SlideContext) -> pd.DataFrame:
    """Return the LAOs whose step is another, by move, province and code: no ranking."""
    words, staircase = context.words, context.material.staircase
    place = steps["move"].map({name: at for at, name in enumerate(MOVES)})
    ordered = steps.assign(place=place).sort_values(["place", "province_code", "lao_id"])
    some = ordered[~ordered["move"].isin(["stay", "graduated"])]
    provinces = rows.province_names(some["province_code"], staircase.provinces, words)
    laos = rows.municipality_names(some["lao_id"], staircase.register, words)
    return pd.DataFrame(
        {
            words("column.province"): provinces.array,
            words("column.lao"): laos.array,
            words("since.step_before"): [words(f"step.{step}") for step in some["came_from"]],
            words("since.step_now"): [words(f"step.{step}") for step in some["went_to"]],
            words("column.move"): [words(f"since.move.{move}") for move in some["move"]],
        }
    )
