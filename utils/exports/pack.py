"""The meeting pack: one selection of one release, as files to take home."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from utils.exports.pack_deck import deck
from utils.exports.pack_workbook import workbook
from utils.figures.slide import Selection, Slide

Writer = Callable[[Selection, Sequence[Slide], int], bytes]

FORMATS: Mapping[str, Writer] = {"xlsx": workbook, "pptx": deck}
"""How each kind of file is written: from a selection, its slides, and the record's first year."""

TYPES: Mapping[str, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
