"""Files on the command line: ``python -m utils.exports pack …``; ``-h`` explains it.

Exits 0 when done, 1 when there is nothing to write, 2 when called wrongly.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from utils.desk import store
from utils.desk.refusal import RefusedError
from utils.desk.releases import NoSuchReleaseError
from utils.exports.gather import Asked, EmptyAreaError, gather
from utils.exports.pack import TYPES, write
from utils.exports.pack_about import file_name
from utils.exports.pack_brief import Form
from utils.exports.since_asked import NotEarlierError
from utils.figures import slides
from utils.figures.slide import SLIDES
from utils.measures.areas import ALL, REGION_CODES, Area
from utils.measures.rules import DEFAULT_RULE, DEFAULT_WINDOW_YEARS, RULES
from utils.words import LANGS, Words


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    asked = _parser().parse_args(arguments)
    words = Words(asked.lang)
    try:
        return _pack(asked, words)
    except NoSuchReleaseError as missing:
        told = words("desk.no_release", number=missing)
    except EmptyAreaError:
        told = words("filter.empty")
    except NotEarlierError as code:
        told = words("since.not_earlier", code=code)
    except RefusedError as refused:
        told = refused.message(asked.lang)
    finally:
        store.close()
    sys.stderr.write(f"{told}\n")
    return 1


def _pack(asked: argparse.Namespace, words: Words) -> int:
    release = store.release(asked.release)
    chosen, material = gather(_asked(asked, words), release)
    made = slides.build(chosen, material)
    if not made:
        sys.stderr.write(f"{words('present.nothing')}\n")
        return 1
    form = Form(meeting=asked.meeting, agenda=asked.agenda, thai_digits=asked.thai_digits)
    asked.out.mkdir(parents=True, exist_ok=True)
    for kind in asked.formats:
        path = asked.out / file_name(chosen, made, kind)
        path.write_bytes(write(kind, chosen, made, material.record.first_year_be, form))
        sys.stdout.write(f"{path.name}\n")
    return 0


def _asked(asked: argparse.Namespace, words: Words) -> Asked:
    return Asked(
        rule=asked.rule,
        year=asked.year,
        window=None if asked.window == ALL else int(asked.window),
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
    pack = words.add_parser("pack", help="write the files of a meeting")
    pack.add_argument("--out", type=Path, default=Path(), help="folder to write to")
    pack.add_argument("--formats", nargs="+", choices=tuple(TYPES), default=list(TYPES))
    pack.add_argument("--release", type=int, help="number of the release (default: the newest)")
    pack.add_argument("--year", type=int, help="fiscal year, B.E. (default: the record's last)")
    pack.add_argument("--rule", choices=tuple(RULES), default=DEFAULT_RULE)
    windows = (*(str(n) for n in range(1, 11)), ALL)
    pack.add_argument("--window", choices=windows, default=str(DEFAULT_WINDOW_YEARS))
    pack.add_argument("--region", choices=(ALL, *REGION_CODES), default=ALL)
    pack.add_argument("--cluster", default=ALL, help="code of a cluster of provinces")
    offices = (ALL, *(str(number) for number in range(1, 17)))
    pack.add_argument("--office", choices=offices, default=ALL)
    pack.add_argument("--slides", nargs="+", choices=SLIDES, default=list(SLIDES))
    pack.add_argument("--since", default="", help="compare with a release (r3) or a year (2562)")
    pack.add_argument("--fictitious", action="store_true", help="with slides of invented tables")
    pack.add_argument("--minutes", type=int, help="number of the meeting whose minutes are shown")
    pack.add_argument("--lang", choices=LANGS, default="th")
    pack.add_argument("--meeting", default="", help="number of the meeting, for the brief")
    pack.add_argument("--agenda", default="", help="number of the item of its agenda")
    pack.add_argument("--thai-digits", action="store_true", help="in the brief")
    pack.add_argument("--address", default="", help="where the dashboard is, ending in a slash")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
