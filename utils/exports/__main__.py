"""Files on the command line: ``python -m utils.exports pack …``; ``-h`` explains it.

Exits 0 when done, 1 when there is nothing to write, 2 when called wrongly.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.store.releases import NoSuchReleaseError
from utils.exports.letter import LetterForm
from utils.exports.pack import about as pack_about
from utils.exports.pack import files as pack_files
from utils.exports.pack.gather import Asked, EmptyAreaError, gather
from utils.exports.pack.since_asked import NotEarlierError
from utils.exports.province import brief as province_brief
from utils.exports.province.gather import NoSuchProvinceError, gather_province
from utils.figures.slides import build
from utils.figures.slides.slide import SLIDES
from utils.measures.coverage.areas import ALL, REGION_CODES, Area
from utils.measures.coverage.rules import DEFAULT_RULE, DEFAULT_WINDOW_YEARS, RULES, WINDOWS
from utils.words import LANGS, Words


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    asked = _parser().parse_args(arguments)
    words = Words(asked.lang)
    try:
        asked.act(asked, words)
    except NoSuchReleaseError as missing:
        told = words("desk.no_release", number=missing)
    except NoSuchProvinceError as missing:
        told = words("sheet.no_province", code=missing)
    except EmptyAreaError:
        told = words("filter.empty")
    except NotEarlierError as code:
        told = words("since.not_earlier", code=code)
    except RefusedError as refused:
        told = refused.message(asked.lang)
    except _NothingChosenError:
        told = words("present.nothing")
    else:
        return 0
    finally:
        store.close()
    sys.stderr.write(f"{told}\n")
    return 1


class _NothingChosenError(Exception):
    """No slide is left to write."""


def _pack(asked: argparse.Namespace, words: Words) -> None:
    chosen, material = gather(_asked(asked, words), store.release(asked.release))
    made = build.build(chosen, material)
    if not made:
        raise _NothingChosenError
    for kind in asked.formats:
        data = pack_files.write(kind, chosen, made, material.record.first_year_be, _form(asked))
        _save(asked.out, pack_about.file_name(chosen, made, kind), data)


def _province(asked: argparse.Namespace, words: Words) -> None:
    release = store.release(asked.release)
    for code in asked.codes:
        chosen, sheet, record = gather_province(_asked(asked, words), code, release)
        for kind in asked.formats:
            data = province_brief.write(kind, chosen, sheet, record.first_year_be, _form(asked))
            _save(asked.out, province_brief.file_name(chosen, code, kind), data)


def _save(folder: Path, name: str, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    sys.stdout.write(f"{name}\n")


def _form(asked: argparse.Namespace) -> LetterForm:
    return LetterForm(meeting=asked.meeting, agenda=asked.agenda, thai_digits=asked.thai_digits)


def _asked(asked: argparse.Namespace, words: Words) -> Asked:
    return Asked(
        rule=asked.rule,
        year=asked.year,
        window=WINDOWS[asked.window],
        area=Area(region=asked.region, cluster=asked.cluster, office=asked.office),
        slides=tuple(asked.slides),
        fictitious=asked.fictitious,
        words=words,
        address=asked.address,
        since=asked.since,
        meeting=asked.minutes,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m utils.exports", description=__doc__)
    words = parser.add_subparsers(required=True, metavar="WORD")
    meeting = words.add_parser("pack", help="write the files of a meeting")
    _common(meeting, tuple(pack_files.TYPES))
    meeting.add_argument("--region", choices=(ALL, *REGION_CODES), default=ALL)
    meeting.add_argument("--cluster", default=ALL, help="code of a cluster of provinces")
    meeting.add_argument("--office", default=ALL, help="number of an environment office")
    meeting.add_argument("--slides", nargs="+", choices=SLIDES, default=list(SLIDES))
    meeting.add_argument("--since", default="", help="compare with a release (r3) or a year (2562)")
    meeting.add_argument("--fictitious", action="store_true", help="with slides of invented tables")
    meeting.add_argument(
        "--minutes", type=int, help="number of the meeting whose minutes are shown"
    )
    meeting.set_defaults(act=_pack)
    single = words.add_parser("province", help="write the one-page brief of provinces")
    single.add_argument("codes", nargs="+", metavar="CODE", help="ISO code, as in TH-60")
    _common(single, tuple(province_brief.TYPES))
    whole = {"region": ALL, "cluster": ALL, "office": ALL}
    single.set_defaults(act=_province, slides=(), since="", fictitious=False, minutes=None, **whole)
    return parser


def _common(parser: argparse.ArgumentParser, kinds: tuple[str, ...]) -> None:
    parser.add_argument("--out", type=Path, default=Path(), help="folder to write to")
    parser.add_argument("--formats", nargs="+", choices=kinds, default=list(kinds))
    parser.add_argument("--release", type=int, help="number of the release (default: the newest)")
    parser.add_argument("--year", type=int, help="fiscal year, B.E. (default: the record's last)")
    parser.add_argument("--rule", choices=tuple(RULES), default=DEFAULT_RULE)
    parser.add_argument("--window", choices=tuple(WINDOWS), default=str(DEFAULT_WINDOW_YEARS))
    parser.add_argument("--lang", choices=LANGS, default="th")
    parser.add_argument("--meeting", default="", help="number of the meeting, for the brief")
    parser.add_argument("--agenda", default="", help="number of the item of its agenda")
    parser.add_argument("--thai-digits", action="store_true", help="in the brief")
    parser.add_argument("--address", default="", help="where the dashboard is, ending in a slash")


if __name__ == "__main__":
    raise SystemExit(main())
