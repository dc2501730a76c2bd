"""LAOs that a file names and the register lacks: new ones, upgrades, new names, and mergers.

Nobody invents an identifier: the desk issues it, and the entry is certified with the row that names
it. Where a near spelling or a namesake may explain the name, the sender is asked first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

import pandas as pd
from rapidfuzz import fuzz, process

from utils.desk.store.rows import Cells, IncomingRow, Row
from utils.desk.store.scope import LAO_FIELD, YEAR_FIELD
from utils.desk.submissions.questions import NO, NOT_KNOWN, YES, Answer, Answers, Question
from utils.tables.declared import schemas
from utils.tables.declared.columns import Column
from utils.tables.declared.places import LAO_TYPE
from utils.tables.places import Places, find_province, split_place, split_type
from utils.tables.reading.cells import PROVINCE_FIELD
from utils.tables.reading.contents import Sheet
from utils.tables.reading.headings import Heading
from utils.tables.reading.normalise import heading_keys, spelling_key, tidy
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import FILE_ROW, Reading

_UNREGISTERED: Final = frozenset(
    {"lao_unknown", "lao_misspelt", "lao_other_province", "lao_type_changed"}
)
_LADDER: Final = ("อบต.", "ทต.", "ทม.", "ทน.")  # each may become any of those after it
_DISTRICT: Final = frozenset(map(spelling_key, ("อำเภอ", "district", "amphoe")))
_NEAR: Final = 70.0  # as for the suggestions of the reader
_OFFERED: Final = 3
_NOTHING_SAID: Final = Answer(YES, since=NOT_KNOWN)
_COLUMNS: Final = tuple(schemas.MUNICIPALITIES.columns)
_IDENTIFIER: Final = re.compile(r"LAO-([0-9]{2})-([0-9]{3})")


class Candidate(NamedTuple):
    """An LAO that rows of a file name and the register lacks.

    `province_code`: None where the rows do not say. `year`: the first fiscal year of the rows, None
    where they have none. `is_doubtful`: whether a near spelling or a namesake may explain it.
    """

    lao_type: str
    name_th: str
    province_code: str | None
    district: str
    file_row: int
    year: int | None
    is_doubtful: bool

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What makes two rows name the same LAO."""
        return self.lao_type, spelling_key(self.name_th), self.province_code


@dataclass(kw_only=True)
class Proposals:
    """Rows for the register that a file brings, and what its sender is asked about them."""

    rows: list[IncomingRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def candidates(
    reading: Reading, sheet: Sheet | None, heading: Heading | None, places: Places
) -> Iterator[Candidate]:
    """Yield the LAOs that the register lacks, once each, by the faults of a reading.

    A row counts that gives type and name; its province is that of its own column, whether the table
    has it or not. `places`: the provinces, for their names.
    """
    found: dict[tuple[str, str, str | None], Candidate] = {}
    faults = [one for one in reading.problems if one.code in _UNREGISTERED]
    if not faults or sheet is None or heading is None:
        return
    beside = _Beside.of(sheet, heading)
    # Where values stand side by side, rows of one number are of one LAO.
    rows = reading.frame.drop_duplicates(FILE_ROW).set_index(FILE_ROW)
    for problem in faults:
        one = _candidate(problem, rows, beside, places, reading.provinces)
        if one is None:
            continue
        first = found.setdefault(one.key, one)
        years = [year for year in (first.year, one.year) if year is not None]
        found[one.key] = first._replace(
            year=min(years, default=None), is_doubtful=first.is_doubtful or one.is_doubtful
        )
    yield from found.values()


def propose(
    named: Iterable[Candidate],
    register: Sequence[Row],
    *,
    issued: Iterable[str],
    answers: Answers,
    sha256: str,
) -> Proposals:
    """Return the entries that candidates bring into the register, and what is asked about them.

    Parameters
    ----------
    named : iterable of Candidate
    register : sequence of Row
        The register so far, with what was sent of it.
    issued : iterable of str
        Every LAO identifier ever given.
    answers : Answers
    sha256 : str
        Of the file that names them.

    Notes
    -----
    Source: a convention of this project. Names and types carry the years in which they hold; an LAO
    of the same name and a lesser type in the same province has been upgraded. LAOs that merged end
    with the year before, and name the one that they became.
    """
    known = _Register.of(register, issued)
    proposals = Proposals()
    for one in named:
        for propose_one in (_upgraded, _new):
            if propose_one(one, known, proposals, answers, sha256):
                break
    return proposals


def _upgraded(
    one: Candidate, known: _Register, proposals: Proposals, answers: Answers, sha256: str
) -> bool:
    """Propose the new type of a known LAO; tell whether that explains the candidate."""
    before = known.lesser(one)
    if before is None:
        return False
    rows = _renamed(before, one, sha256, since=one.year)
    question = Question(
        kind="upgraded",
        table=schemas.MUNICIPALITIES.name,
        before=before,
        after=rows[0],
        year_be=one.year,
    )
    proposals.questions.append(question)
    said = answers.get(question.code, Answer(YES))
    if said.says == NO:
        return False
    proposals.rows += _renamed(before, one, sha256, since=_since(said, one.year))
    return True


def _new(
    one: Candidate, known: _Register, proposals: Proposals, answers: Answers, sha256: str
) -> bool:
    """Propose a new entry, a new name of a known LAO, or one that several became, as is said.

    Where nothing near explains the name it is new until the sender says otherwise.
    """
    if one.province_code is None:
        return False
    question = Question(
        kind="new_lao",
        table=schemas.MUNICIPALITIES.name,
        after=_entry(one, None, sha256),
        options=tuple(known.near(one)),
        may_wait=not one.is_doubtful,
        year_be=one.year,
    )
    proposals.questions.append(question)
    said = answers.get(question.code, Answer(NO if one.is_doubtful else YES))
    if said.says == YES:
        proposals.rows.append(_entry(one, known.issue(one.province_code), sha256, said))
        return True
    here = known.present(one.province_code)
    before = [here[lao] for lao in said.laos if lao in here]
    if not before or len(before) < len(said.laos):
        return False
    since = _since(said, one.year)
    if len(before) == 1:
        proposals.rows += _renamed(before[0], one, sha256, since=since)
    else:
        whole = _entry(one, known.issue(one.province_code), sha256)
        proposals.rows += _merged(before, whole, since=since)
    return True


def _since(said: Answer, year: int | None) -> int | None:
    """Return the first year of a name: as it is said, else that of the file; None if not known."""
    if said.since == NOT_KNOWN:
        return None
    return int(said.since) if said.since else year


@dataclass(frozen=True, kw_only=True)
class _Register:
    """The register by name and by province, and the last number given in each province."""

    by_name: Mapping[str, Sequence[Row]]
    by_province: Mapping[str, Sequence[Row]]
    last: dict[str, int]

    @classmethod
    def of(cls, register: Sequence[Row], issued: Iterable[str]) -> _Register:
        by_name: dict[str, list[Row]] = {}
        by_province: dict[str, list[Row]] = {}
        for row in register:
            by_name.setdefault(spelling_key(_cell(row, "name_th")), []).append(row)
            by_province.setdefault(_cell(row, PROVINCE_FIELD), []).append(row)
        last: dict[str, int] = {}
        for lao in (*issued, *(_cell(row, LAO_FIELD) for row in register)):
            if numbered := _IDENTIFIER.fullmatch(lao):
                code, number = numbered[1], int(numbered[2])
                last[code] = max(last.get(code, 0), number)
        return cls(by_name=by_name, by_province=by_province, last=last)

    def issue(self, province_code: str) -> str:
        """Return the next identifier of a province."""
        self.last[province_code] = self.last.get(province_code, 0) + 1
        return f"LAO-{province_code}-{self.last[province_code]:03}"

    def lesser(self, one: Candidate) -> Row | None:
        """Return the present name of the one LAO of this name with a lesser type, if there is."""
        if one.lao_type not in _LADDER:
            return None
        lesser = _LADDER[: _LADDER.index(one.lao_type)]
        named = [
            row
            for row in self.by_name.get(spelling_key(one.name_th), ())
            if one.province_code in {None, _cell(row, PROVINCE_FIELD)}
        ]
        # Two of one name are never told apart by luck.
        if len({_cell(row, LAO_FIELD) for row in named}) != 1:
            return None
        return named[-1] if _cell(named[-1], "lao_type") in lesser else None

    def present(self, province_code: str) -> dict[str, Row]:
        """Return the LAOs of a province that did not merge, by id, under their present name."""
        last = {_cell(row, LAO_FIELD): row for row in self.by_province.get(province_code, ())}
        return {lao: row for lao, row in last.items() if _cell(row, "merged_into") is None}

    def near(self, one: Candidate) -> dict[str, Row]:
        """Return the LAOs of the province whose name is spelt nearly so, by id, nearest first."""
        here = self.by_province.get(one.province_code or "", ())
        names = [spelling_key(_cell(row, "name_th")) for row in here]
        scored = process.extract(
            spelling_key(one.name_th), names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None
        )
        near = {_cell(here[at], LAO_FIELD): here[at] for _, _, at in scored}
        return dict(list(near.items())[:_OFFERED])


def _entry(
    one: Candidate, lao_id: str | None, sha256: str, said: Answer = _NOTHING_SAID
) -> IncomingRow:
    district = said.district or one.district
    values = {
        LAO_FIELD: lao_id,
        "lao_type": one.lao_type,
        PROVINCE_FIELD: one.province_code,
        "name_th": one.name_th,
        "valid_from_be": _since(said, None),
        "district_th": district.removeprefix("อำเภอ").strip() or None,
    }
    return IncomingRow(tuple(map(values.get, _COLUMNS)), one.file_row, sha256)


def _renamed(before: Row, one: Candidate, sha256: str, *, since: int | None) -> list[IncomingRow]:
    """Return the new name or type of an LAO, then the one before it with its last year.

    The English name goes on where the Thai one does.
    """
    same_name = spelling_key(_cell(before, "name_th")) == spelling_key(one.name_th)
    now = _with(
        before.cells,
        lao_type=one.lao_type,
        name_th=_cell(before, "name_th") if same_name else one.name_th,
        valid_from_be=since,
        valid_to_be=None,
        note=None,
        **({} if same_name else {"name_en": None, "name_en_source": None}),
    )
    rows = [IncomingRow(now, one.file_row, sha256)]
    until = _until(before, since)
    if until is not None:
        ended = _with(before.cells, valid_to_be=until)
        rows.append(IncomingRow(ended, one.file_row, sha256))
    return rows


def _merged(before: Sequence[Row], whole: IncomingRow, *, since: int | None) -> list[IncomingRow]:
    """Return the LAO that several became, then each of them with its last year."""
    now = _with(whole.cells, valid_from_be=since)
    merged_into = _cell(whole, LAO_FIELD)
    rows = [whole._replace(cells=now)]
    for row in before:
        until = _until(row, since)
        until = _cell(row, "valid_to_be") if until is None else until
        ended = _with(row.cells, valid_to_be=until, merged_into=merged_into)
        rows.append(IncomingRow(ended, whole.file_row, whole.file_sha256))
    return rows


def _until(before: Row, since: int | None) -> int | None:
    """Return the last year of a name, the one before that of the next; None where not known."""
    began, ended = (_cell(before, name) for name in ("valid_from_be", "valid_to_be"))
    if since is None or ended is not None or (began is not None and began >= since):
        return None
    return since - 1


def _with(cells: Cells, **values: object) -> Cells:
    return tuple(
        values.get(name, cell) if name in values else cell
        for name, cell in zip(_COLUMNS, cells, strict=True)
    )


def _cell(row: Row, name: str) -> Any:  # noqa: ANN401 a cell of any column
    return row.cells[_COLUMNS.index(name)]


@dataclass(frozen=True, kw_only=True)
class _Beside:
    """Columns that stand beside those of a table: province, type and district, by their place."""

    sheet: Sheet
    province: int | None = None
    lao_type: int | None = None
    district: int | None = None

    @classmethod
    def of(cls, sheet: Sheet, heading: Heading) -> _Beside:
        beside = cls(sheet=sheet)
        for at, texts in enumerate(heading.texts):
            keys = {key for text in texts for key in heading_keys(text)}
            if keys & _titles(schemas.PROVINCES.columns[PROVINCE_FIELD]):
                beside = replace(beside, province=at)
            elif keys & _titles(LAO_TYPE):
                beside = replace(beside, lao_type=at)
            elif keys & _DISTRICT:
                beside = replace(beside, district=at)
        return beside

    def text(self, at: int | None, row: int) -> str:
        """Return the cell of a column in a row, as a spreadsheet numbers it; empty for none."""
        cells = self.sheet.rows[row - 1]
        return tidy(cells[at]) if at is not None and at < len(cells) else ""


def _titles(column: Column) -> set[str]:
    written = (column.title_th, column.title_en, *column.aliases)
    return {key for one in written for key in heading_keys(one)}


def _candidate(
    problem: Problem,
    rows: pd.DataFrame,
    beside: _Beside,
    places: Places,
    titled: Mapping[int, str],
) -> Candidate | None:
    if problem.row is None:
        return None
    text, meant = split_place(problem.value, places)  # ทต.ปริก (สงขลา)
    lao_type, name = split_type(text)
    if lao_type is None:
        written = beside.text(beside.lao_type, problem.row)
        lao_type, _ = split_type(f"{written} {name}")
    if lao_type is None or not name:
        return None
    row = rows.loc[problem.row]
    code = row.get(PROVINCE_FIELD)
    if code is None or pd.isna(code):
        code = find_province(beside.text(beside.province, problem.row), places)
        code = code or titled.get(problem.row)
        if code is None and meant is not None and len(meant) == 1:
            (code,) = meant
    year = row.get(YEAR_FIELD)
    return Candidate(
        lao_type=lao_type,
        name_th=name,
        province_code=code,
        district=beside.text(beside.district, problem.row),
        file_row=problem.row,
        year=None if year is None or pd.isna(year) else int(year),
        is_doubtful=problem.code != "lao_unknown",
    )
