"""Files on the command line: ``python -m utils.exports pack …``; ``-h`` explains it.

Exits 0 when done, 1 when there is nothing to write, 2 when called wrongly.
"""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from utils import settings
from utils.desk.refusal import RefusedError
from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.desk.store.releases import NoSuchReleaseError
from utils.exports.gather import release_tables
from utils.exports.letter import LetterForm
from utils.exports.pack import about as pack_about
from utils.exports.pack import files as pack_files
from utils.exports.province import brief as province_brief
from utils.exports.selection import (
    EmptyAreaError,
    NoSuchProvinceError,
    NotEarlierError,
    NotOfferedError,
    Request,
    compose,
    of_province,
)
from utils.figures.slides import build
from utils.figures.slides.slide import SLIDES
from utils.measures.coverage.areas import ALL, REGION_CODES
from utils.measures.coverage.choices import WINDOWS
from utils.measures.coverage.rules import DEFAULT_RULE, DEFAULT_WINDOW_YEARS, RULES
from utils.words import LANGS, Words

_CODES = ("release", "year", "rule", "window", "region", "cluster", "office", "since")
_LEFT_OUT = (
    "What is left out is as the meeting of --minutes was noted, where one is named, and else as "
    "the pages open."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    called = _parser().parse_args(arguments)
    words = Words(called.lang)
    try:
        called.act(called, words)
    except NoSuchReleaseError as missing:
        problem = words("desk.no_release", number=missing)
    except NoSuchProvinceError as missing:
        problem = words("province.brief.no_province", code=missing)
    except NotOfferedError as unknown:
        problem = words("pack.not_offered", name=words(f"filter.{unknown.name}"), code=unknown.code)
    except EmptyAreaError:
        problem = words("filter.empty")
    except NotEarlierError as code:
        problem = words("since.not_earlier", code=code)
    except RefusedError as refused:
        problem = refused.message(called.lang)
    except _NothingChosenError:
        problem = words("present.nothing")
    else:
        return 0
    finally:
        store.close()
    sys.stderr.write(f"{problem}\n")
    return 1


class _NothingChosenError(Exception):
    """No slide is left to write."""


def _pack(called: Namespace, words: Words) -> None:
    request = _request(called, words)
    context = compose(request, release_tables(request.release))
    slides, first_year_be = build.of(context), context.record.first_year_be
    if not slides:
        raise _NothingChosenError
    for kind in called.formats:
        data = pack_files.write(kind, context.chosen, slides, first_year_be, _form(called))
        _save(called.out, pack_about.file_name(context.chosen, slides, kind), data)


def _province(called: Namespace, words: Words) -> None:
    request = _request(called, words)
    tables = release_tables(request.release)
    first_year_be = tables.real.record.first_year_be
    for code in called.codes:
        chosen = of_province(request, code, tables)
        sheet = province_brief.compose_sheet(chosen, tables)
        for kind in called.formats:
            data = province_brief.write(kind, chosen, sheet, first_year_be, _form(called))
            _save(called.out, province_brief.file_name(chosen, code, kind), data)


def _save(folder: Path, name: str, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    sys.stdout.write(f"{name}\n")


def _form(called: Namespace) -> LetterForm:
    return LetterForm(meeting=called.meeting, agenda=called.agenda, thai_digits=called.thai_digits)


def _request(called: Namespace, words: Words) -> Request:
    """Return what the command line asks for: what it leaves out is left to the composer."""
    codes = {name: getattr(called, name, None) for name in _CODES}
    if getattr(called, "slides", None) is not None:
        codes["slides"] = ",".join(dict.fromkeys(called.slides))
    if getattr(called, "fictitious", None) is not None:
        codes["trial"] = "1" if called.fictitious else "0"
    with store.opened().connect() as connection:
        number = getattr(called, "minutes", None)
        meeting, previous = store_minutes.with_last(connection, number)
    return Request(
        words=words,
        codes=tuple((name, str(code)) for name, code in codes.items() if code is not None),
        meeting=meeting,
        previous=previous,
        address=called.address,
        may_invent=settings.fictitious(),
    )


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m utils.exports", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="WORD")
    pack = commands.add_parser("pack", help="write the files of a meeting", epilog=_LEFT_OUT)
    _common(pack, tuple(pack_files.TYPES))
    pack.add_argument("--minutes", type=int, help="number of the meeting whose minutes are shown")
    pack.add_argument("--region", choices=(ALL, *REGION_CODES))
    pack.add_argument("--cluster", help=f"code of a cluster of provinces, or {ALL}")
    pack.add_argument("--office", help=f"number of an office, or {ALL}")
    pack.add_argument("--slides", nargs="+", choices=SLIDES)
    pack.add_argument("--since", help="compare with a release (r3) or a year (2562)")
    pack.add_argument(
        "--fictitious",
        action=argparse.BooleanOptionalAction,
        help="with slides of invented tables",
    )
    pack.set_defaults(act=_pack)
    province = commands.add_parser("province", help="write the one-page brief of provinces")
    province.add_argument("codes", nargs="+", metavar="CODE", help="ISO code, as in TH-60")
    _common(province, tuple(province_brief.TYPES))
    province.set_defaults(act=_province)
    return parser


def _common(parser: ArgumentParser, kinds: tuple[str, ...]) -> None:
    parser.add_argument("--out", type=Path, default=Path(), help="folder to write to")
    parser.add_argument("--formats", nargs="+", choices=kinds, default=list(kinds))
    parser.add_argument("--release", type=int, help="number of the release (default: the newest)")
    parser.add_argument("--year", type=int, help="fiscal year, B.E. (default: the record's last)")
    parser.add_argument("--rule", choices=tuple(RULES), help=f"default: {DEFAULT_RULE}")
    windows = f"in fiscal years (default: {DEFAULT_WINDOW_YEARS})"
    parser.add_argument("--window", choices=tuple(WINDOWS), help=windows)
    parser.add_argument("--lang", choices=LANGS, default="th")
    parser.add_argument("--meeting", default="", help="number of the meeting, for the brief")
    parser.add_argument("--agenda", default="", help="number of the item of its agenda")
    parser.add_argument("--thai-digits", action="store_true", help="in the brief")
    parser.add_argument("--address", default="", help="where the dashboard is, ending in a slash")


if __name__ == "__main__":
    raise SystemExit(main())
