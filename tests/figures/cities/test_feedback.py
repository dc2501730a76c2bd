"""The feedback sheet of one LAO: real, where little is known, and filled, where all is."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from pypdfium2 import PdfDocument

from utils import paths
from utils.exports.area import feedback as files
from utils.exports.area.feedback import Stamp
from utils.figures.cities.feedback import FeedbackSheet, Material, sheet
from utils.measures.coverage.rules import Question
from utils.tables import shipped
from utils.words import LANGS, Lang, Words

IN_2563 = Question(rule="b", fiscal_year_be=2563)
NAKHON_SAWAN = "LAO-60-001"
SENT = ("enrolment", "step_evidence", "scores", "lpa_results", "reported_parts")


def as_if_sent(name: str) -> pd.DataFrame:
    """Return a table as if offices had sent the invented rows of real LAOs' own."""
    if name == "municipalities":
        invented = shipped.load(name, data=paths.FICTITIOUS)
        known = shipped.load(name)
        return pd.concat([known, _real(invented)], ignore_index=True).astype(known.dtypes)
    if name in SENT:
        return _real(shipped.load(name, data=paths.FICTITIOUS))
    return shipped.load(name)


def _real(table: pd.DataFrame) -> pd.DataFrame:
    if "lao_id" not in table:
        return table
    # Numbers of their own: 9xx is given to no LAO of the register.
    ids = table["lao_id"].str.replace(r"^FIC-(\d\d)-\d", r"LAO-\1-9", regex=True)
    return table.assign(lao_id=ids.astype(table["lao_id"].dtype))


def said(one: FeedbackSheet) -> str:
    texts = [one.title, one.source]
    for part in one.parts:
        texts += [part.heading, *part.lines]
        texts += [] if part.table is None else [part.table.to_csv()]
    return "\n".join(texts)


@pytest.fixture(scope="module")
def real() -> Material:
    return Material.of(shipped.load)


@pytest.fixture(scope="module")
def filled() -> Material:
    return Material.of(as_if_sent)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_reported_is_not_known_and_how_to_send_it_is_said(
    real: Material, lang: Lang
) -> None:
    words = Words(lang)
    text = said(sheet(real, NAKHON_SAWAN, IN_2563, words))
    for key in ("no_step", "no_scores", "how_to_send"):
        assert words(f"feedback.{key}") in text
    # rows of data/awards.csv: one area result in 2561, two national awards in 2562
    rows = sheet(real, NAKHON_SAWAN, IN_2563, words).parts[0].table
    assert rows is not None
    assert rows[words("column.year")].tolist() == [2561, 2562, 2562]


def test_invented_tables_are_refused() -> None:
    def mixed(name: str) -> pd.DataFrame:
        data = paths.FICTITIOUS if name == "enrolment" else paths.DATA
        return shipped.load(name, data=data)

    with pytest.raises(ValueError, match="never mixed"):
        Material.of(mixed)


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_with_all_that_may_be_sent_names_no_peer(filled: Material, lang: Lang) -> None:
    words = Words(lang)
    totals = filled.scores.scores
    ids = sorted(set(totals["lao_id"]) & set(filled.staircase.enrolment["lao_id"]))[:40]
    texts = {lao: said(sheet(filled, lao, IN_2563, words)) for lao in ids}
    whole = "\n".join(texts.values())
    for key in ("feedback.next_level", "feedback.column.own", "scores.arithmetic"):
        assert words(key) in whole
    assert words("feedback.lacks", names="") in whole
    names = filled.register.drop_duplicates("lao_id", keep="last").set_index("lao_id")["name_th"]
    for lao in ids:
        others = {names[other] for other in ids if other != lao} - {names[lao]}
        assert not [name for name in others if f"{name} " in texts[lao]], lao
    assert not {"nan", "<NA>", "None"} & set(re.split(r"[\s,;()]+", whole))


@pytest.mark.parametrize("lang", LANGS)
def test_a_filled_sheet_is_one_page(filled: Material, lang: Lang) -> None:
    words = Words(lang)
    stamp = Stamp(release="release 1", number=1, released="2026-11-24", words=words)
    sheets = [
        sheet(filled, lao, IN_2563, words)
        for lao in sorted(filled.scores.scores["lao_id"].unique())
    ]
    longest = max(sheets, key=lambda one: len(said(one)))
    printed = PdfDocument(files.write("pdf", longest, "https://example.org", stamp))
    assert len(printed) == 1
    name = files.file_name(longest.lao_id, stamp, "docx")
    zipped = files.zipped([(name, files.write("docx", longest, "https://example.org", stamp))])
    assert zipped == files.zipped(
        [(name, files.write("docx", longest, "https://example.org", stamp))]
    )
