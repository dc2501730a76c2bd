"""What was asked for, as a selection beside its tables: composed here, and nowhere else.

The page of slides, the slides themselves, every file and the command line show one selection. What
nobody chose is as the named meeting was noted, and else as the pages open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode

from utils.desk.store.releases import Release
from utils.exports import baseline
from utils.figures import labels
from utils.figures.slides.slide import SLIDES, Material, Selection, SlideContext
from utils.measures.changes.comparison import State
from utils.measures.coverage import choices
from utils.measures.coverage.areas import ALL, inside
from utils.measures.coverage.choices import Choice
from utils.measures.coverage.record import Record
from utils.tables.declared.schemas import Load
from utils.tables.minutes import Meeting
from utils.words import Words

FILTERS: Final = ("year", "rule", "window", "region", "cluster", "office", "trial")
NAMES: Final = (*FILTERS, "slides", "since")
"""What a meeting decides besides its release, by the names that links know it by."""
_SLIDE_TABLES: Final = ("pilots", "municipalities", "reported_results", "offices")
# What a link leaves out: the whole country, and trial mode where nobody chose.
_UNSAID: Final = {*((name, ALL) for name in ("region", "cluster", "office")), ("trial", "")}
_TRIAL_ON: Final = "1"


class EmptyAreaError(Exception):
    """The chosen areas share no province."""


class NotEarlierError(ValueError):
    """A code names no earlier release and no earlier year with a result; its text is the code."""


class NotOfferedError(ValueError):
    """A code is none of those that may be chosen: `name` of the choice, and the code."""

    def __init__(self, name: str, code: str) -> None:
        """Keep both for whoever says so."""
        super().__init__(f"{name}={code}")
        self.name, self.code = name, code


class NoSuchProvinceError(LookupError):
    """No province has this ISO code; its text is the code."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What somebody asks to see.

    `codes`: the choices that were made, by `NAMES` and `release`, as codes of a link; whatever is
    left out or has another name decides nothing. `meeting`, `previous`: the meeting that this is
    for, and the one before it. `address`: where the dashboard is, ending in a slash; empty for
    relative links. `may_invent`: whether this installation has invented tables at all.
    """

    words: Words
    codes: tuple[tuple[str, str], ...] = ()
    meeting: Meeting | None = None
    previous: Meeting | None = None
    address: str = ""
    may_invent: bool = True

    @property
    def release(self) -> int | None:
        """The number of the release asked for; None for the newest."""
        code = (noted_codes(self.meeting) | dict(self.codes)).get("release")
        return int(code) if code else None


@dataclass(frozen=True, kw_only=True)
class ReleaseTables:
    """A release and what is read of it.

    `earlier`: the releases before it, newest first. `load`: its tables by name. `real`: those that
    are measured; `invented`: the same with invented tables where there are any. `state_of`: the
    tables of an earlier release, by its number.
    """

    release: Release
    earlier: tuple[Release, ...]
    load: Load
    real: State
    invented: Callable[[], State]
    state_of: Callable[[int], State]


def compose(request: Request, tables: ReleaseTables) -> SlideContext:
    """Return the selection that was asked for beside its tables.

    Raises
    ------
    EmptyAreaError
        If the chosen areas share no province.
    NotEarlierError
        If what was chosen to compare with is nothing earlier.
    NotOfferedError
        If another choice is none of those that this release offers.
    """
    codes = all_codes(request, tables)
    area, words, release = choices.area(codes), request.words, tables.release
    provinces = inside(area, tables.real.record.provinces)
    if not provinces:
        raise EmptyAreaError
    chosen = Selection(
        question=choices.question(codes),
        codes=provinces,
        area=labels.area(area, labels.AreaTables.of(tables.load), words),
        words=words,
        slides=tuple(name for code in _split(codes["slides"]) for name in SLIDES if name == code),
        release=release.number,
        released=release.published.date().isoformat(),
        link=_link("present", _present_codes(codes, request), request, release),
        fictitious=_invents(codes, request, tables.real),
        baseline=baseline.baseline(codes["since"], tables.earlier, words),
        meeting=request.meeting,
        last=request.previous,
    )
    return SlideContext(chosen=chosen, material=_material(chosen, tables))


def of_province(request: Request, iso_code: str, tables: ReleaseTables) -> Selection:
    """Return the selection of one province, as its brief shows it; no area is read.

    Raises
    ------
    NoSuchProvinceError
        If no province has this ISO code.
    NotOfferedError
        As `compose`.
    """
    codes, words, release = all_codes(request, tables), request.words, tables.release
    provinces = tables.real.record.provinces
    here = provinces[provinces["iso_code"] == iso_code]
    if here.empty:
        raise NoSuchProvinceError(iso_code)
    [province] = here.to_dict("records")
    return Selection(
        question=choices.question(codes),
        codes=(province["province_code"],),
        area=str(province[f"name_{words.lang}"]),
        words=words,
        slides=(),
        release=release.number,
        released=release.published.date().isoformat(),
        link=_link(
            "province", {"province": iso_code} | _filter_codes(codes, request), request, release
        ),
    )


def all_codes(request: Request, tables: ReleaseTables) -> dict[str, str]:
    """Return the code of each of `NAMES`: the one chosen, else the meeting's, else the default.

    What a meeting was noted with and this release does not offer gives way to the default. Raises
    as `compose`, but for areas that share no province.
    """
    record = tables.real.record
    explicit, noted = dict(request.codes), noted_codes(request.meeting)
    offered = _offered(record, tables.load)
    codes = {name: _code(name, one, explicit, noted) for name, one in offered.items()}
    options = baseline.options(record, tables.earlier, int(codes["year"]))
    since = explicit.get("since") or noted.get("since", "")
    if since not in options:
        if explicit.get("since"):
            raise NotEarlierError(since)
        since = baseline.default(options, request.previous)
    return codes | {"since": since}


def noted_codes(meeting: Meeting | None) -> dict[str, str]:
    """Return what a meeting was noted with, by `NAMES`, and its release; nothing without one."""
    if meeting is None:
        return {}
    codes = dict(parse_qsl(meeting.selection, keep_blank_values=True))
    if codes.get("invented") == "yes":  # as version 1.1 noted it
        codes["trial"] = _TRIAL_ON
    return {name: codes[name] for name in NAMES if name in codes} | {
        "release": str(meeting.release)
    }


def to_note(codes: Mapping[str, str]) -> str:
    """Return `all_codes` as the minutes of a meeting keep them: a query."""
    return urlencode(
        {name: codes[name] for name in NAMES if (name, codes[name]) not in _UNSAID}, safe=","
    )


def _offered(record: Record, load: Load) -> dict[str, Choice]:
    """Return what each of `NAMES` may be, but for what is compared with."""
    return choices.choices(record, load("offices"), choices.years_reported(load)) | {
        "trial": Choice(options=("", _TRIAL_ON, "0"), default=""),
        "slides": Choice(options=SLIDES, default=",".join(SLIDES)),
    }


def _code(name: str, choice: Choice, explicit: Mapping[str, str], noted: Mapping[str, str]) -> str:
    if name in explicit:
        if not _allows(name, choice, explicit[name]):
            raise NotOfferedError(name, explicit[name])
        return explicit[name]
    code = noted.get(name, choice.default)
    return code if _allows(name, choice, code) else choice.default


def _allows(name: str, choice: Choice, code: str) -> bool:
    several = _split(code) if name == "slides" else [code]
    return set(several) <= set(choice.options) and len(set(several)) == len(several)


def _split(code: str) -> list[str]:
    return code.split(",") if code else []


def _filter_codes(codes: Mapping[str, str], request: Request) -> dict[str, str]:
    """Return what a link says of the filters: what it left out would be the meeting's."""
    noted = noted_codes(request.meeting)
    said = {
        name: codes[name] for name in FILTERS if name in noted or (name, codes[name]) not in _UNSAID
    }
    return said | {"lang": request.words.lang}


def _present_codes(codes: Mapping[str, str], request: Request) -> dict[str, str]:
    own = {name: codes[name] for name in ("slides", "since")}
    named = {} if request.meeting is None else {"meeting": str(request.meeting.number)}
    return _filter_codes(codes, request) | own | named


def _link(page: str, codes: Mapping[str, str], request: Request, release: Release) -> str:
    """Return the address that shows the same for good: it names the release."""
    query = urlencode({**codes, "release": release.number}, safe=",")
    return f"{request.address}{page}?{query}"


def _invents(codes: Mapping[str, str], request: Request, real: State) -> bool:
    """Tell whether invented tables are wanted and may stand in: a real one is never replaced."""
    wanted = request.may_invent and codes["trial"] == _TRIAL_ON
    return wanted and (real.staircase.is_empty or real.scores.is_empty)


def _material(chosen: Selection, tables: ReleaseTables) -> Material:
    real, earlier = tables.real, chosen.baseline.release
    stand_in = tables.invented() if chosen.fictitious else real
    return Material(
        record=real.record,
        staircase=stand_in.staircase if real.staircase.is_empty else real.staircase,
        scores=stand_in.scores if real.scores.is_empty else real.scores,
        tables={name: tables.load(name) for name in _SLIDE_TABLES},
        earlier=None if earlier is None else tables.state_of(earlier),
    )
