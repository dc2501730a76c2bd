"""What says that numbers are invented: in sentences, panels, rows and file names."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.figures import invented
from utils.words import Lang, Words

SAYS = {"th": "ข้อมูลสมมติ", "en": "Fictitious data"}


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_row_and_every_sentence_says_so(lang: Lang) -> None:
    words, table = Words(lang), pd.DataFrame({"n": [1, 2]})
    marked = invented.in_every_row(table, words)
    assert list(marked.iloc[:, -1]) == [SAYS[lang]] * 2
    assert list(table.columns) == ["n"]  # a kept table is never changed
    shown = invented.panel({"lead": "3 of 4", "rows": []}, words, fictitious=True)
    assert shown["mark"] == SAYS[lang]
    assert SAYS[lang] in shown["lead"]
    assert shown["lead"].endswith("3 of 4")
    assert "lead" not in invented.panel({"rows": []}, words, fictitious=True)
    real = invented.panel({"lead": "3 of 4"}, words, fictitious=False)
    assert real == {"lead": "3 of 4", "mark": ""}
    assert invented.file_name("steps", fictitious=True) == "fictitious_steps"
