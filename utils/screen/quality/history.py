"""Publication history: a comparison of two releases, and the list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.desk.submissions import compare as desk_compare
from utils.desk.submissions import differing, summary
from utils.desk.submissions.compare import ChangeKind, Headline, TableDifferences
from utils.figures import labels
from utils.figures.coverage import key_figures
from utils.figures.slides import change as slide_change
from utils.measures.changes.meaning import MEANINGS, Meaning
from utils.measures.changes.provinces import TURNED, between
from utils.screen.app import cache, choice, components, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.quality import release_quality, release_rows
from utils.screen.quality.release_rows import PART
from utils.tables.declared import schemas
from utils.words import Words

_IN_SIGHT: Final = 10  # releases; earlier ones are folded
_MOST_NAMED: Final = 4  # tables named in a line; more are counted
_ROWS_ON_SCREEN: Final = 1000
_DIFFERENCES: tuple[ChangeKind, ...] = get_args(ChangeKind)
_Counts = Counter[tuple[ChangeKind, Meaning]]


def compared_params() -> tuple[Param, Param]:
    """Return the parameters that name the two releases compared: the one shown, with the last."""
    numbers = tuple(str(one.number) for one in release_shown.every())
    to = release_shown.release().number
    return (
        Param(name="from", options=numbers, default=str(max(to - 1, 1)), label="history.from"),
        Param(name="to", options=numbers, default=str(to), label="history.to"),
    )


def choose_part(chosen: Filters) -> str:
    """Offer the releases and the quality of the one shown; return the code of what is chosen."""
    words = chosen.words
    return choice.among(PART, words, lambda code: words(f"quality.{code}"), place="history")


def compare(chosen: Filters) -> None:
    """Draw what differs between two releases: the last two, or any two chosen."""
    earlier, later = _choose_pair(chosen.words)
    comparison = _comparison(earlier, later)
    only_one = len(release_shown.every()) == 1
    board = _board(earlier, later, chosen.words, only_one=only_one)
    sides = {"before": earlier.number, "now": later.number}
    about = (chosen.words("since.two", **sides),)
    components.mount("board", board, key="history.board", about=about)
    if comparison.differences:
        _draw_tables(comparison, (earlier, later), chosen)


def _choose_pair(words: Words) -> tuple[Release, Release]:
    waiting = release_shown.now().waiting
    if waiting is not None:
        return waiting.plan.at, waiting.release
    titles = {str(one.number): summary.title(one, words) for one in release_shown.every()}
    before, after = compared_params()
    if len(titles) > 1:
        for column, param in zip(st.columns(2), (before, after), strict=True):
            with column:
                _box(param, titles, words)
    return store.release(int(link.value(before))), store.release(int(link.value(after)))


def _box(param: Param, titles: dict[str, str], words: Words) -> None:
    key, write = link.follow(param, "history")
    st.selectbox(
        words(param.label), param.options, format_func=titles.__getitem__, key=key, on_change=write
    )


@cache.kept
def _comparison(earlier: Release, later: Release) -> TableDifferences:
    engine, waiting = store.opened(), release_shown.now().waiting
    if waiting is None:
        return desk_compare.releases(engine, earlier, later)
    plan = waiting.plan
    return desk_compare.with_changes(engine, plan.at, plan.changes, plan.load)


@cache.kept
def _board(earlier: Release, later: Release, words: Words, *, only_one: bool) -> dict[str, Any]:
    """Return what the component `board` shows: the headline before and after, and the counts.

    `only_one`: whether there is one release so far.
    """
    comparison = _comparison(earlier, later)
    before, after = comparison.before[0], comparison.after[0]
    same = earlier == later
    lead = (
        [_single_note(words, only_one=only_one)]
        if same
        else _lead(comparison, earlier, later, words)
    )
    both = [after.bounds] if same else [before.bounds, after.bounds]
    turns = [] if same else [_turns(before, after, words)]
    return key_figures.from_to(both, words) | {
        "lead": [_rule(after, words), *turns, *lead],
        "groups": [],
        "asides": [] if same else [_headlines(comparison, words)],
        "notes": [],
    }


def _single_note(words: Words, *, only_one: bool) -> str:
    return words("history.single" if only_one else "history.same")


def _lead(
    comparison: TableDifferences, earlier: Release, later: Release, words: Words
) -> list[str]:
    n, by_meaning = len(comparison.differences), _counts(comparison)
    parts = [
        f"{words(f'desk.meaning.{meaning}')} {by_meaning[meaning]}"
        for meaning in MEANINGS
        if by_meaning[meaning]
    ]
    if release_shown.now().waiting is not None:
        differs = words("preview.differs", number=earlier.number, n=n)
    else:
        differs = words("history.differs", before=earlier.number, after=later.number, n=n)
    return [differs, " · ".join(parts)]


def _headlines(comparison: TableDifferences, words: Words) -> dict[str, Any]:
    items = [
        {
            "term": _rule(after, words),
            "value": f"{_headline_in_words(before, words)} → {_headline_in_words(after, words)}",
        }
        for before, after in zip(comparison.before, comparison.after, strict=True)
    ]
    return {"title": words("history.headlines"), "items": items, "note": ""}


def _turns(before: Headline, after: Headline, words: Words) -> str:
    """Return the provinces gained, out of the window and not known: 67 → 67 may hide them."""
    turns = between(before.states, after.states)["turn"]
    return slide_change.turned({turn: int((turns == turn).sum()) for turn in TURNED}, words)


def _rule(headline: Headline, words: Words) -> str:
    return words(f"rule.{headline.question.rule}", n=headline.question.window_years)


def _headline_in_words(headline: Headline, words: Words) -> str:
    year = headline.question.fiscal_year_be
    return words("desk.of", counted=labels.between_said(headline.bounds, words), year=year)


def _draw_tables(
    comparison: TableDifferences, pair: tuple[Release, Release], chosen: Filters
) -> None:
    words, names = chosen.words, _province_names(chosen.words)
    name = f"releases_{pair[0].number}_{pair[1].number}"
    codes = {param.name: link.value(param) for param in compared_params()}
    about = (
        summary.title(pair[0], words),
        release_shown.title(words)
        if release_shown.now().waiting
        else summary.title(pair[1], words),
        words("history.meanings"),
        release_shown.home("history", codes),
    )
    st.subheader(words("history.tables"), anchor=False)
    st.caption(words("history.meanings"))
    frames = _by_table(comparison, words)
    tables.plain(frames, words, name=f"{name}_tables", key="history.tables", about=about)
    st.subheader(words("history.provinces"), anchor=False)
    frames = _by_province(comparison, names, words)
    st.caption(words("history.provinces_note"))
    tables.plain(frames, words, name=f"{name}_provinces", key="history.provinces", about=about)
    with tables.folded(
        words("history.rows", n=len(comparison.differences)), key="history.rows"
    ) as opened:
        if opened:
            every = (*release_shown.every(), pair[1])
            sources = [source for one in every for source in one.sources]
            told_by = differing.Names.of(comparison.states, sources, words)
            rows = differing.rows_of(comparison.differences, told_by)
            if len(rows) > _ROWS_ON_SCREEN:
                st.caption(words("history.shortened", n=_ROWS_ON_SCREEN))
            first = differing.frame(rows[:_ROWS_ON_SCREEN], words)
            file = differing.cell_frame(rows, words)
            tables.show(first, words, name=name, key="history.row", about=about, file=file)


def _by_table(comparison: TableDifferences, words: Words) -> pd.DataFrame:
    """Return how many rows differ, and how many do not, in each table with a difference."""
    return pd.DataFrame(
        {
            words("history.table"): schemas.TABLES[name].title(words.lang),
            **{words(f"desk.what.{what}"): _sum_of(counts, what) for what in _DIFFERENCES},
            words("history.unchanged"): comparison.unchanged[name],
            **_meanings(counts, words),
        }
        for name, counts in comparison.tables.items()
    )


def _by_province(
    comparison: TableDifferences, names: Mapping[str, str], words: Words
) -> pd.DataFrame:
    """Return how many rows differ in each province; `names`: of provinces, by code."""
    return pd.DataFrame(
        {
            words("filter.province"): names.get(code) or words("desk.no_province"),
            **_meanings(counts, words),
        }
        for code, counts in comparison.provinces.items()
    )


def _counts(comparison: TableDifferences) -> Counter[Meaning]:
    """Return how many rows differ, by the meaning of the difference."""
    return Counter(difference.meaning for difference in comparison.differences)


def _meanings(counts: _Counts, words: Words) -> dict[str, int]:
    return {
        words(f"desk.meaning.{meaning}"): sum(counts[what, meaning] for what in _DIFFERENCES)
        for meaning in MEANINGS
    }


def _sum_of(counts: _Counts, what: ChangeKind) -> int:
    return sum(counts[what, meaning] for meaning in MEANINGS)


def _province_names(words: Words) -> dict[str, str]:
    rows = cache.table("provinces")
    return dict(zip(rows["province_code"], rows[f"name_{words.lang}"], strict=True))


def releases(chosen: Filters) -> None:
    """List all releases; from then on the pages show the one picked, as its link would."""
    picked = components.mount("releases", _list(chosen), key="history.releases")
    if picked:
        for param in compared_params():
            link.put(param, param.default)
        link.put(release_shown.RELEASE, str(picked))
        link.put(release_shown.PREVIEW, "")
        st.rerun()


def _list(chosen: Filters) -> dict[str, Any]:
    words, every = chosen.words, release_shown.every()
    items = [_item(one, chosen) for one in every]
    return {
        "title": words("history.releases"),
        "items": items[:_IN_SIGHT],
        "rest": items[_IN_SIGHT:],
        "more": words("history.more", n=len(items) - _IN_SIGHT),
        "view": words("history.view"),
        "now": words("history.now"),
    }


def _item(release: Release, chosen: Filters) -> dict[str, Any]:
    words = chosen.words
    people = {"author": release.author, "publisher": release.publisher}
    return {
        "number": release.number,
        "title": summary.title(release, words),
        "newest": release.number == release_shown.now().newest,
        "lines": [
            words(f"desk.kind.{release.kind}", to=release.reverted_to),
            words("desk.people", **people, certifier=release.certifier or "–"),
            _changed_tables(release.changed, words),
        ],
        "note": words("desk.note", note=release.note) if release.note else "",
        "href": link.address("history", release_shown.pinned(chosen.link, release.number)),
        "from": words("history.files", n=len(release.sources)),
        "files": [
            {
                "table": summary.table_title(source.table, words),
                "file": source.file_name,
                "sha256": source.sha256,
            }
            for source in release.sources
        ],
    }


def _changed_tables(names: Iterable[str], words: Words) -> str:
    titles = [summary.table_title(name, words) for name in names]
    if len(titles) > _MOST_NAMED:
        return words("history.changed_many", n=len(titles))
    return words("history.changed", tables=", ".join(titles) or "–")


PAGE = Page(
    name="history",
    params=lambda: (
        *(PART, release_rows.TABLE, release_rows.OFFICE, release_rows.YEAR, release_rows.ROW),
        *(release_quality.OF_OFFICES, *compared_params()),
    ),
    needs_area=False,
    parts=PART,
    drawn=(".releases article, .short-table",),
)
