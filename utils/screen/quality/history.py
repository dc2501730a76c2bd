"""The releases: two of them compared, and all of them listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.desk.store.rows import Row, key_of
from utils.desk.submissions import compare as desk_compare
from utils.desk.submissions import telling
from utils.desk.submissions.compare import Difference, Headline, TableDifferences, What
from utils.measures.changes.movement import MEANINGS, Meaning
from utils.screen import params
from utils.screen.app import cache, components, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.tables.declared import schemas
from utils.words import Words

_LISTED: Final = 10  # releases in sight; earlier ones are folded
_NAMED: Final = 4  # tables called by name in a line
_ROWS_ON_SCREEN: Final = 1000


def compare(chosen: Filters) -> None:
    """Draw what differs between two releases: the one shown and the last, or any two chosen."""
    earlier, later = _chosen(chosen.words)
    found = _compared(earlier, later)
    only = len(release_shown.every()) == 1
    board = _board(earlier, later, chosen.words, only=only)
    components.mount("board", board, key="history.board")
    if found.differences:
        _tables(found, (earlier, later), chosen)


def _chosen(words: Words) -> tuple[Release, Release]:
    waiting = release_shown.now().waiting
    if waiting is not None:
        return waiting.plan.at, waiting.release
    named = {str(one.number): telling.title(one, words) for one in release_shown.every()}
    before, after = params.history_params()
    if len(named) > 1:
        for column, param in zip(st.columns(2), (before, after), strict=True):
            with column:
                _box(param, named, words)
    return store.release(int(link.value(before))), store.release(int(link.value(after)))


def _box(param: Param, named: dict[str, str], words: Words) -> None:
    key, write = link.follow(param, "history")
    label = words(f"history.{param.name}")
    st.selectbox(label, param.options, format_func=named.__getitem__, key=key, on_change=write)


@cache.kept
def _compared(earlier: Release, later: Release) -> TableDifferences:
    at, waiting = store.opened(), release_shown.now().waiting
    if waiting is None:
        return desk_compare.releases(at, earlier, later)
    seen = waiting.plan
    return desk_compare.with_changes(at, seen.at, seen.changes, seen.load)


@cache.kept
def _board(earlier: Release, later: Release, words: Words, *, only: bool) -> dict[str, Any]:
    """Return what the component `board` shows: the headline before and after, and the counts.

    `only`: whether there is one release so far.
    """
    found = _compared(earlier, later)
    before, after = found.before[0], found.after[0]
    same = earlier == later
    lead = [_one(words, only=only)] if same else _lead(found, earlier, later, words)
    numbers = [_number(one, words) for one in ([after] if same else [before, after])]
    return {
        "known": after.counted is not None,
        "number": " → ".join(numbers),
        "of": words("history.of", total=after.total),
        "lead": [_rule(after, words), *lead],
        "groups": [],
        "asides": [] if same else [_headlines(found, words)],
        "notes": [],
    }


def _one(words: Words, *, only: bool) -> str:
    return words("history.single" if only else "history.same")


def _lead(found: TableDifferences, earlier: Release, later: Release, words: Words) -> list[str]:
    n, counts = len(found.differences), _counts(found)
    parts = [f"{words(f'desk.meaning.{one}')} {counts[one]}" for one in MEANINGS if counts[one]]
    if release_shown.now().waiting is not None:
        differs = words("preview.differs", number=earlier.number, n=n)
    else:
        differs = words("history.differs", before=earlier.number, after=later.number, n=n)
    return [differs, " · ".join(parts)]


def _headlines(found: TableDifferences, words: Words) -> dict[str, Any]:
    items = [
        {"term": _rule(new, words), "value": f"{_of(old, words)} → {_of(new, words)}"}
        for old, new in zip(found.before, found.after, strict=True)
    ]
    return {"title": words("history.headlines"), "items": items, "note": ""}


def _rule(one: Headline, words: Words) -> str:
    return words(f"rule.{one.question.rule}", n=one.question.window_years)


def _of(one: Headline, words: Words) -> str:
    year = one.question.fiscal_year_be
    return words("desk.of", counted=_number(one, words), total=one.total, year=year)


def _number(one: Headline, words: Words) -> str:
    return words("desk.unknown") if one.counted is None else str(one.counted)


def _tables(found: TableDifferences, pair: tuple[Release, Release], chosen: Filters) -> None:
    words, names = chosen.words, _provinces(chosen.words)
    name = f"releases_{pair[0].number}_{pair[1].number}"
    codes = {param.name: link.value(param) for param in params.history_params()}
    about = (
        telling.title(pair[0], words),
        release_shown.title(words)
        if release_shown.now().waiting
        else telling.title(pair[1], words),
        words("history.meanings"),
        release_shown.home("history", codes),
    )
    st.subheader(words("history.tables"), anchor=False)
    st.caption(words("history.meanings"))
    frames = _by_table(found, words)
    tables.plain(frames, words, name=f"{name}_tables", key="history.tables", about=about)
    st.subheader(words("history.provinces"), anchor=False)
    frames = _by_province(found, names, words)
    st.caption(words("history.provinces_note"))
    tables.plain(frames, words, name=f"{name}_provinces", key="history.provinces", about=about)
    with tables.folded(
        words("history.rows", n=len(found.differences)), key="history.rows"
    ) as opened:
        if opened:
            rows = _every_row(found, names, (*release_shown.every(), pair[1]), words)
            if len(rows) > _ROWS_ON_SCREEN:
                st.caption(words("history.shortened", n=_ROWS_ON_SCREEN))
            first = rows.head(_ROWS_ON_SCREEN)
            tables.show(first, words, name=name, key="history.row", about=about, file=rows)


WHATS: tuple[What, ...] = get_args(What)
Counts = Counter[tuple[What, Meaning]]


def _by_table(found: TableDifferences, words: Words) -> pd.DataFrame:
    """Return how many rows differ in each table that does, and how many are alike."""
    return pd.DataFrame(
        {
            words("history.table"): schemas.TABLES[name].title(words.lang),
            **{words(f"desk.what.{what}"): _sum(counts, what) for what in WHATS},
            words("history.unchanged"): found.unchanged[name],
            **_meanings(counts, words),
        }
        for name, counts in found.tables.items()
    )


def _by_province(found: TableDifferences, names: Mapping[str, str], words: Words) -> pd.DataFrame:
    """Return how many rows differ in each province; `names`: of provinces, by code."""
    return pd.DataFrame(
        {
            words("filter.province"): names.get(code) or words("desk.no_province"),
            **_meanings(counts, words),
        }
        for code, counts in found.provinces.items()
    )


def _every_row(
    found: TableDifferences, names: Mapping[str, str], releases: Iterable[Release], words: Words
) -> pd.DataFrame:
    """Return each row that differs: what it said and says, and the file that says so."""
    files = {source.sha256: source.file_name for one in releases for source in one.sources}
    return pd.DataFrame(_row(one, names, files, words) for one in found.differences)


def _counts(found: TableDifferences) -> Counter[Meaning]:
    """Return how many rows differ, by what that means."""
    return Counter(one.meaning for one in found.differences)


def _row(
    one: Difference, names: Mapping[str, str], files: Mapping[str, str], words: Words
) -> dict[str, object]:
    table = schemas.TABLES[one.table]
    row = next(state for state in (one.after, one.before) if state is not None)
    key = key_of(table)(row.cells)
    return {
        words("history.table"): table.title(words.lang),
        words("history.what"): words(f"desk.what.{one.what}"),
        words("history.meaning"): words(f"desk.meaning.{one.meaning}"),
        words("filter.province"): ", ".join(names.get(code, code) for code in one.provinces),
        words("history.key"): " · ".join(map(str, key)) if isinstance(key, tuple) else str(key),
        words("history.before"): _cells(one.table, one.before, one.after, words),
        words("history.after"): _cells(one.table, one.after, one.before, words),
        words("history.file"): files.get(row.file_sha256, row.file_sha256),
        words("history.file_row"): row.file_row,
    }


def _cells(name: str, row: Row | None, other: Row | None, words: Words) -> str:
    """Return what a row says, of a changed one only where the other says otherwise."""
    if row is None:
        return ""
    others = row.cells if other is None else other.cells
    told = [
        f"{column.title(words.lang)}: {'–' if cell is None else cell}"
        for column, cell, was in zip(
            schemas.TABLES[name].columns.values(), row.cells, others, strict=True
        )
        if (cell is not None if other is None else cell != was)
    ]
    return " · ".join(told)


def _meanings(counts: Counts, words: Words) -> dict[str, int]:
    return {
        words(f"desk.meaning.{meaning}"): sum(counts[what, meaning] for what in WHATS)
        for meaning in MEANINGS
    }


def _sum(counts: Counts, what: What) -> int:
    return sum(counts[what, meaning] for meaning in MEANINGS)


def _provinces(words: Words) -> dict[str, str]:
    rows = cache.table("provinces")
    return dict(zip(rows["province_code"], rows[f"name_{words.lang}"], strict=True))


def releases(chosen: Filters) -> None:
    """List all releases; a picked one is shown from then on, as its link would show it."""
    picked = components.mount("releases", _list(chosen), key="history.releases")
    if picked:
        for param in params.history_params():
            link.put(param, param.default)
        link.put(release_shown.RELEASE, str(picked))
        link.put(release_shown.PREVIEW, "")
        st.rerun()


def _list(chosen: Filters) -> dict[str, Any]:
    words, found = chosen.words, release_shown.every()
    items = [_item(one, chosen) for one in found]
    return {
        "title": words("history.releases"),
        "items": items[:_LISTED],
        "rest": items[_LISTED:],
        "more": words("history.more", n=len(items) - _LISTED),
        "view": words("history.view"),
        "now": words("history.now"),
    }


def _item(one: Release, chosen: Filters) -> dict[str, Any]:
    words = chosen.words
    people = {"author": one.author, "publisher": one.publisher}
    return {
        "number": one.number,
        "title": telling.title(one, words),
        "newest": one.number == release_shown.now().newest,
        "lines": [
            words(f"desk.kind.{one.kind}", to=one.reverted_to),
            words("desk.people", **people, certifier=one.certifier or "–"),
            _changed(one.changed, words),
        ],
        "note": words("desk.note", note=one.note) if one.note else "",
        "href": link.address("history", release_shown.pinned(chosen.link, one.number)),
        "from": words("history.files", n=len(one.sources)),
        "files": [
            {
                "table": _title(source.table, words),
                "file": source.file_name,
                "sha256": source.sha256,
            }
            for source in one.sources
        ],
    }


def _changed(names: Iterable[str], words: Words) -> str:
    titles = [_title(name, words) for name in names]
    if len(titles) > _NAMED:
        return words("history.changed_many", n=len(titles))
    return words("history.changed", tables=", ".join(titles) or "–")


def _title(name: str, words: Words) -> str:
    return schemas.ALL[name].title(words.lang)
