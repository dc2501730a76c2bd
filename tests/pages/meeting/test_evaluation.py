"""The page of the 2564 evaluation: what it says, its tables, and its files."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pypdfium2
import pytest

from tests.desk.people import CERTIFIER
from tests.pages.opened import MARK, everything, open_page, short_table
from utils.desk import minuting
from utils.desk.minuting import MeetingDraft, ResolutionDraft
from utils.desk.store import store
from utils.screen.app import filters
from utils.screen.meeting import evaluation
from utils.words import LANGS, Lang, Words

SAY = Words("en")


@pytest.mark.parametrize("lang", LANGS)
def test_the_record_says_how_the_target_ended(lang: Lang) -> None:
    # whatever year and area the address holds, the whole country at the deadline
    app, words = open_page("evaluation", lang=lang, year="2559", region="4-South"), Words(lang)
    assert not [*app.exception, *app.error]
    rules = short_table(app, "evaluation.rules")
    bounds = {67: 9, 73: 3, 54: 22, 20: 56}
    said = [words("group.between", counted=n, total=76, n=left) for n, left in bounds.items()]
    assert sorted(rules.iloc[:, 2]) == sorted(said)
    years = short_table(app, "evaluation.years")
    least = words("between.at_least")
    assert years[words("evaluation.column.cumulated")].tolist() == ["55", "67", f"{least} 67"]
    # no province is found to come in by the list of 2563, which is not whole: never a zero
    assert years[words("evaluation.column.first")].tolist()[2] == words("on_record.none")
    assert len(short_table(app, "evaluation.unknown")) == 9
    assert len(short_table(app, "evaluation.strategies")) == 4
    assert words("evaluation.nothing") in everything(app)
    assert MARK[lang] not in everything(app)


def test_invented_tables_do_not_enter(local_desk: None) -> None:
    del local_desk
    plain = everything(open_page("evaluation", lang="en"))
    trial = everything(open_page("evaluation", lang="en", trial="on"))
    for told in (SAY("evaluation.models_unknown"), "at least 67"):
        assert told in plain
        assert told in trial


def test_resolutions_stand_under_their_strategy(local_desk: None) -> None:
    del local_desk
    engine = store.opened()
    call = MeetingDraft(
        title="First", held_on="3/8/2569", release=1, selection="year=2563&slides=stand"
    )
    first = minuting.note_meeting(engine, CERTIFIER, call)
    draft = ResolutionDraft(text="Write to all", strategy="1")
    minuting.note_resolution(engine, CERTIFIER, first.number, draft)
    table = short_table(open_page("evaluation", lang="en"), "evaluation.strategies")
    assert table[SAY("evaluation.column.resolutions")].tolist() == [
        "1 open",
        *[SAY("evaluation.no_resolution")] * 3,
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_files_hold_every_table_on_two_pages(lang: Lang) -> None:
    words = Words(lang)
    chosen = filters.of({}, words)
    written: dict[str, Any] = {
        kind: evaluation._file(kind, (), chosen)  # noqa: SLF001 the button's own
        for kind in ("xlsx", "pdf")
    }
    book = openpyxl.load_workbook(io.BytesIO(written["xlsx"]))
    assert len(book.sheetnames) == 8  # contents and seven tables
    assert book.worksheets[1].max_row == 8  # three lines, the headings, four rules
    printed = pypdfium2.PdfDocument(written["pdf"])
    assert len(printed) <= 2
    text = "".join(page.get_textpage().get_text_range() for page in printed)
    assert "2563" in text
    assert "67/76" in text
