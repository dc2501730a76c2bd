"""The desk on the command line: ``python -m utils.desk WORD …``; ``-h`` after a word explains it.

Exits 0 when done, 1 when files have errors or the act was refused, 2 when called wrongly.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from utils.desk import commands
from utils.desk.people.roles import ROLES
from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.store.migrate import NewerStoreError
from utils.desk.store.releases import NoSuchReleaseError
from utils.desk.store.verify import DamagedStoreError
from utils.desk.submissions import forms
from utils.tables.declared import schemas
from utils.words import LANGS, Words

Command = Callable[[argparse.Namespace], int]
_MODES = ("amend", "office", "replace")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    words = Words(options.lang)
    if options.command is commands.check and not options.files and not options.sql:
        parser.error(words("desk.no_file"))
    for file in getattr(options, "files", ()):
        if not file.is_file():
            parser.error(words("check.no_such_file", file=file.name))
    command: Command = options.command
    try:
        return command(options)
    except RefusedError as refused:
        message = refused.message(options.lang)
    except NoSuchReleaseError as missing:
        message = words("desk.no_release", number=missing)
    except NewerStoreError as newer:
        message = words("desk.newer_store", revision=newer)
    except DamagedStoreError as broken:
        message = "\n".join(
            [words("desk.damaged"), *(one.message(options.lang) for one in broken.damages)]
        )
    finally:
        store.close()
    sys.stderr.write(f"{message}\n")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m utils.desk", description=__doc__)
    words = parser.add_subparsers(required=True, metavar="WORD")
    _filling(words)
    _sending(words)
    _deciding(words)
    _looking(words)
    _keeping(words)
    return parser


def _word(
    words: argparse._SubParsersAction[argparse.ArgumentParser], name: str, command: Command
) -> argparse.ArgumentParser:
    about = (command.__doc__ or "").strip()
    word = words.add_parser(name, help=about, description=about)
    word.add_argument("--lang", choices=LANGS, default="th", help="language of the answers")
    word.add_argument(
        "--as", dest="person", default=getpass.getuser(), metavar="NAME", help="who does it"
    )
    word.set_defaults(command=command)
    return word


def _sending(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, command in (("check", commands.check), ("submit", commands.submit)):
        word = _word(words, name, command)
        word.add_argument("files", nargs="*", type=Path)
        word.add_argument(
            "--sql",
            nargs=2,
            metavar=("URL", "QUERY"),
            help="also the answer of another database to a query, which can only read",
        )
        word.add_argument(
            "--marked", type=Path, metavar="FOLDER", help="write each file with its problems there"
        )
        word.add_argument(
            "--table", choices=sorted(schemas.ALL), help="the table that all files hold"
        )
        word.add_argument("--mode", choices=_MODES, default="amend")
        word.add_argument("--office", type=int, help="whose part is replaced (mode office)")
        word.add_argument("--year", type=int, help="fiscal year of that part, B.E. (mode office)")
        word.add_argument("--note", default="")
    word.add_argument("--resume", metavar="SUBMISSION", help="continue a submission sent before")
    word.add_argument("--draft", action="store_true", help="keep it without submitting it")
    word.add_argument("--accept-warnings", action="store_true")
    word.add_argument(
        "--accept-removals",
        dest="accept_removal",
        action="store_true",
        help="take away every row that is listed as missing; the note is the reason",
    )
    word.add_argument(
        "--accept-new-laos",
        dest="accept_new_lao",
        action="store_true",
        help="every LAO that is listed as not in the register is a new one",
    )
    word.add_argument(
        "--accept-upgrades",
        dest="accept_upgraded",
        action="store_true",
        help="every LAO that is listed with a higher type has been upgraded",
    )
    word.add_argument(
        "--accept-others",
        dest="accept_another",
        action="store_true",
        help="accept every row that is listed as becoming another",
    )


def _deciding(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, command in (
        ("certify", commands.certify),
        ("reject", commands.reject),
        ("publish", commands.publish),
    ):
        word = _word(words, name, command)
        word.add_argument("submission")
        if name == "reject":
            word.add_argument("--note", required=True, help="why")
    word = _word(words, "revert", commands.revert)
    word.add_argument("number", type=int, help="the release whose content is published again")
    word.add_argument("--office", type=int, help="only the part of this office")
    word.add_argument("--year", type=int, help="only of this fiscal year, B.E.")
    word.add_argument(
        "--undo-offices",
        action="store_true",
        help="undo what offices have published since as well, which stays otherwise",
    )
    word.add_argument("--note", required=True, help="why")
    word = _word(words, "role", commands.role)
    word.add_argument("whom")
    word.add_argument("role", choices=ROLES)
    word.add_argument("--office", type=int)
    word.add_argument("--revoke", action="store_true")
    word = _word(words, "assign", commands.assign)
    word.add_argument("province", help="its two-digit code")
    word.add_argument("office", type=int)


def _looking(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    word = _word(words, "history", commands.history)
    word.add_argument(
        "--submissions", action="store_true", help="list submissions instead of releases"
    )
    _word(words, "minutes", commands.minutes)
    _word(words, "show", commands.show).add_argument("which", help="a release or a submission")
    word = _word(words, "compare", commands.compare_releases)
    word.add_argument("earlier", type=int)
    word.add_argument("later", type=int)
    word = _word(words, "export", commands.export)
    word.add_argument("number", type=int, nargs="?", help="a release; the newest without it")
    word.add_argument("folder", type=Path)
    word.add_argument("--table", choices=sorted(schemas.TABLES))
    word = _word(words, "file", commands.source)
    word.add_argument("sha256", help="of the file, as a release shows it")
    word.add_argument("file", type=Path, help="where it is written")


def _filling(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    word = _word(words, "form", commands.form)
    word.add_argument("file", type=Path, help="the workbook that is written")
    word.add_argument("--table", action="append", choices=forms.tables(regional=False))
    word.add_argument("--office", type=int, help="fill in the rows of this office")


def _keeping(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    _word(words, "backup", commands.back_up).add_argument("file", type=Path)
    _word(words, "restore", commands.restore).add_argument("file", type=Path)


if __name__ == "__main__":
    sys.exit(main())
