"""The brief of a meeting as an editable document, in the form of official Thai letters."""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Cm

from utils.exports.letter import SMALL, Letter, LetterForm
from utils.exports.pack import about as pack_about
from utils.figures.slides import minutes as slide_minutes
from utils.figures.slides.slide import Selection, Slide

# The columns of the table of rules that find room.
_WIDTHS = (Cm(6.5), Cm(5), Cm(2.5), Cm(2))
_BETWEEN = " · "


def brief(
    chosen: Selection, slides: Sequence[Slide], first_year_be: int, form: LetterForm | None = None
) -> bytes:
    """Return a DOCX file: every message of the slides, the rules, and who remains.

    `first_year_be`: the first fiscal year of the record. The link keeps its digits.
    """
    form, words = form or LetterForm(), chosen.words
    letter = Letter(words("pack.brief"), form)
    warning = pack_about.warning(slides, words)
    heading = " · ".join(part for part in (warning, pack_about.release(chosen)) if part)
    letter.head(heading, bold=bool(warning))
    items = _items(chosen, form)
    if items:
        letter.line(items, centred=True)
    for at, slide in enumerate(slides, start=1):
        letter.line(f"{at}. {slide.title}: {slide.sentence}")
        if slide.name == "stand":
            letter.table(slide.table.iloc[:, : len(_WIDTHS)], _WIDTHS)
        elif slide.name == "remaining":
            for group in slide.figure["groups"]:
                letter.line(f"{group['label']}: {', '.join(group['names'])}", indented=True)
        elif slide.name in pack_about.MINUTED:
            for line in pack_about.resolutions(slide):
                letter.line(line, indented=True)
    letter.line(words("pack.definitions"), bold=True)
    *bases, last = _bases(slides)
    for basis in bases:
        letter.line(basis, size=SMALL)
    *about, (name, link) = pack_about.head(chosen, first_year_be)
    # The release stands on every page already, and most of the rest in the definitions.
    whole = _BETWEEN.join([items, *bases, last])
    further = [f"{key}: {text}" for key, text in about[1:] if text not in whole]
    letter.line(_BETWEEN.join([last, *further]), size=SMALL)
    letter.link(name, link)
    return letter.written(chosen.released)


def _bases(slides: Sequence[Slide]) -> list[str]:
    """Return what the messages rest on, each once; what all of them end with, once for all."""
    parts = [basis.split(_BETWEEN) for basis in dict.fromkeys(slide.basis for slide in slides)]
    shared: list[str] = []
    while len(parts) > 1 and all(part[-1:] == parts[0][-1:] and len(part) > 1 for part in parts):
        shared.insert(0, parts[0][-1])
        parts = [part[:-1] for part in parts]
    return [_BETWEEN.join(part) for part in (*parts, *([shared] if shared else []))]


def _items(chosen: Selection, form: LetterForm) -> str:
    """Return the meeting and the item of its agenda: the one noted where the form names none."""
    items = form.items(chosen.words)
    if chosen.meeting is None or form.meeting:
        return items
    noted = slide_minutes.title(chosen.meeting, chosen.words)
    return f"{noted} · {items}" if items else noted
