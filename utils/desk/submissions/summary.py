"""Releases, submissions, plans and comparisons in lines of words, for terminal and pages."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import RowMapping

from utils.desk.store.releases import Release
from utils.desk.submissions.compare import ChangeKind, Headline, TableDifferences
from utils.desk.submissions.differing import AskedRow, DifferingRow
from utils.desk.submissions.effect import Effect
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.questions import KINDS, Answers
from utils.desk.submissions.revert import Undone
from utils.desk.submissions.submissions import Submission
from utils.figures import labels
from utils.measures.changes.meaning import MEANINGS, Meaning
from utils.tables import calendar
from utils.tables.check import report
from utils.tables.declared import schemas
from utils.words import Words

_OPENS_WITH: Final = 2  # headlines of the year on which pages open: one a rule


def release(one: Release, words: Words) -> Iterator[str]:
    """Yield the lines about a release: its number and day, who made it, why, from which files."""
    yield title(one, words)
    yield words(f"desk.kind.{one.kind}", to=one.reverted_to)
    people = {"author": one.author, "publisher": one.publisher}
    yield words("desk.people", **people, certifier=one.certifier or "–")
    if one.note:
        yield words("desk.note", note=one.note)
    for source in one.sources:
        name = table_title(source.table, words)
        yield words("desk.source", table=name, file=source.file_name, sha256=source.sha256)


def title(one: Release, words: Words) -> str:
    """Return the name of a release: its number, and the day and time it was published."""
    at = one.published
    return words(
        "desk.release", number=one.number, day=calendar.date_be(at.date()), time=f"{at:%H:%M}"
    )


def submission(one: Submission, words: Words) -> str:
    """Return a submission in one line."""
    state = words(f"desk.state.{one.state}")
    values = {"submission": one.submission_id, "sender": one.sender, "note": one.note or "–"}
    return words("desk.submission", **values, state=state, attempt=one.attempt)


def undone(releases: Sequence[Undone], words: Words) -> Iterator[str]:
    """Yield a line for each release that a way back would undo, or keep, with its note."""
    for one, is_kept in releases:
        key = "desk.undone_kept" if is_kept else "desk.undone"
        yield words(key, release=title(one, words), author=one.author, note=one.note or "–")


def plan(plan: Plan, words: Words) -> Iterator[str]:
    """Yield what a submission would do: its problems, then how many rows would change."""
    yield from report(plan.problems, lang=words.lang)
    yield words("desk.against", number=plan.at.number)
    for name, one in plan.changes.items():
        counts = {
            "added": len(one.added),
            "changed": len(one.changed),
            "removed": len(one.removed),
            "unchanged": one.unchanged,
        }
        yield words("desk.would", table=table_title(name, words), **counts)
    for kind in KINDS:
        if n := sum(one.kind == kind for one in plan.questions):
            yield words(f"desk.asks.{kind}", n=n)


def comparison(
    differences: TableDifferences, provinces: Mapping[str, str], words: Words
) -> Iterator[str]:
    """Yield what differs, by table and by province, and its effect on each table's own headline.

    `provinces`: names by code.
    """
    if not differences.differences:
        yield words("desk.no_difference")
    for name, counts in differences.tables.items():
        yield words("desk.differs", place=table_title(name, words), counts=_counts(counts, words))
    for code, counts in differences.provinces.items():
        place = provinces.get(code) or words("desk.no_province")
        yield words("desk.differs", place=place, counts=_counts(counts, words))
    if differences.moves_coverage:
        pairs = list(zip(differences.before, differences.after, strict=True))
        # The years of the list first, then the year on which pages open.
        for before, after in [*pairs[_OPENS_WITH:], *pairs[:_OPENS_WITH]]:
            yield words(
                "desk.headline",
                rule=words(f"rule.{after.question.rule}", n=after.question.window_years),
                before=_headline(before, words),
                after=_headline(after, words),
            )
    yield from _effects(differences.effects, words)


def rows(differing: Sequence[DifferingRow], words: Words) -> Iterator[str]:
    """Yield a line for each row that differs: what happens to it, which it is, and its cells."""
    for one in differing:
        yield words(
            "desk_row.line",
            what=words(f"desk.what.{one.difference.what}"),
            table=table_title(one.difference.table, words),
            row=one.about,
            cells=" · ".join(map(str, one.cells)),
        )


def question(one: AskedRow, answers: Answers, words: Words) -> str:
    """Return a question of one row in one line: its answer, what would happen, and which row."""
    answer = answers.get(one.question.code)
    says = "open"
    if answer is not None:
        says = ("merged" if len(answer.laos) > 1 else "known") if answer.laos else answer.says
    return words(
        "desk.question",
        state=words(f"desk.answer.{says}"),
        what=words(f"desk.question_kind.{one.question.kind}"),
        table=table_title(one.question.table, words),
        row=one.row.about,
        cells=" · ".join(map(str, one.row.cells)),
        reason=f"({answer.reason})" if answer and answer.reason else "",
    ).rstrip()


def _effects(effects: Sequence[Effect], words: Words) -> Iterator[str]:
    """Yield the counts before and after, those of one subject and year in one line."""
    lines: dict[tuple[str, int | None], list[str]] = {}
    for one in effects:
        lines.setdefault((one.subject, one.fiscal_year_be), []).append(
            words(
                "desk.effect_count",
                what=_counted(one, words),
                before=_known(one.before, words),
                after=_known(one.after, words),
            )
        )
    for (subject, year), counts in lines.items():
        yield words(f"desk.effect.{subject}", year=year, counts=" · ".join(counts))


def _counted(one: Effect, words: Words) -> str:
    if one.subject == "rows":
        return table_title(one.what, words)
    if one.subject == "steps":
        choices = {
            choice.code: choice.label(words.lang)
            for choice in schemas.ENROLMENT.columns["step"].choices
        }
        return choices.get(one.what) or words("answer.unknown")
    return words(f"desk.effect_{one.what}_{one.scale}" if one.scale else f"desk.effect_{one.what}")


def _known(count: int | None, words: Words) -> str:
    return words("desk.unknown") if count is None else f"{count:,}"


def _counts(counts: Counter[tuple[ChangeKind, Meaning]], words: Words) -> str:
    order: Sequence[ChangeKind] = ("added", "changed", "removed")
    texts = [
        words(
            "desk.count",
            what=words(f"desk.what.{what}"),
            meaning=words(f"desk.meaning.{meaning}"),
            n=counts[what, meaning],
        )
        for what in order
        for meaning in MEANINGS
        if counts[what, meaning]
    ]
    return " · ".join(texts)


def _headline(one: Headline, words: Words) -> str:
    counted = labels.between_said(one.bounds, words)
    return words("desk.of", counted=counted, year=one.question.fiscal_year_be)


def table_title(name: str, words: Words) -> str:
    """Return the name of a table in words; of one that is no longer declared, its code."""
    declared = schemas.ALL.get(name)
    return words("desk.retired", table=name) if declared is None else declared.title(words.lang)


def audit_entry(row: RowMapping, words: Words) -> str:
    """Return one entry of the audit in one line."""
    at = f"{calendar.in_thailand(str(row['at'])):%Y-%m-%d %H:%M}"
    return words("desk.entry", at=at, person=row["person"], what=words(f"desk.act.{row['action']}"))


def resolution(row: RowMapping, words: Words) -> str:
    """Return one version of a resolution in one line: when, by whom, and what it says."""
    key = "desk.resolution_withdrawn" if row["is_withdrawn"] else "desk.resolution"
    due = row["due_on"] and calendar.date_be(dt.date.fromisoformat(row["due_on"]))
    return words(
        key,
        number=row["number"],
        version=row["version"],
        at=f"{calendar.in_thailand(str(row['noted_at'])):%Y-%m-%d %H:%M}",
        person=row["author"],
        text=row["text"],
        owner=row["owner"] or "–",
        due=due or "–",
    )
