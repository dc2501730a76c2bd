"""The feedback sheet of one LAO: its own record, step, scores and peers, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from utils.figures import rows
from utils.figures.cities import sentences
from utils.figures.scores import names as score_names
from utils.figures.staircase import rows as step_rows
from utils.measures import peers as peer_measures
from utils.measures.cities.awards import city_record, peers_on_list
from utils.measures.cities.scores import (
    BesidePeers,
    beside_peers,
    latest_assessment,
    score_sheet,
)
from utils.measures.cities.steps import StepBesidePeers, step_beside_peers
from utils.measures.coverage.record import Record
from utils.measures.coverage.rounds import begun
from utils.measures.coverage.rules import Question
from utils.measures.peers import AgainstPeers
from utils.measures.scores.assessments import score_reading
from utils.measures.scores.levels import ASSESSOR_OF, levels
from utils.measures.scores.next_level import Raise, what_it_takes
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.stalled import lacking, next_steps
from utils.tables.declared.schemas import SCORES
from utils.words import Words

_MOST_ROWS: Final = 6  # of the list: a page has no room for more beside the rest
_MOST_INDICATORS: Final = 8


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a sheet: its heading, its lines, and a table where it has one."""

    heading: str
    lines: tuple[str, ...]
    table: pd.DataFrame | None = None


@dataclass(frozen=True, kw_only=True)
class FeedbackSheet:
    """All that the sheet of one LAO says. `source`: from where and up to when."""

    lao_id: str
    title: str
    parts: tuple[Part, ...]
    source: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Material:
    """What sheets are made of: real tables alone, so that nothing invented enters one."""

    record: Record
    register: pd.DataFrame
    where: pd.DataFrame
    staircase: Staircase
    scores: ScoreRecord

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame]) -> Material:
        """Return what the tables that `load` returns by name hold; ValueError for invented ones."""
        record, register = Record.of(load), load("municipalities")
        return cls(
            record=record,
            register=register,
            where=peer_measures.places(register, record.provinces),
            staircase=Staircase.of(load, fictitious=False),
            scores=ScoreRecord.of(load, fictitious=False),
        )


def sheet(made: Material, lao_id: str, question: Question, words: Words) -> FeedbackSheet:
    """Return the sheet of an LAO; KeyError where the register lacks it.

    `question`: its year and window, as the pages count.
    """
    ids = pd.Series([lao_id])
    [name] = rows.municipality_names(ids, made.register, words)
    codes = pd.Series([made.where.loc[lao_id, "province_code"]])
    [province] = rows.province_names(codes, made.record.provinces, words)
    return FeedbackSheet(
        lao_id=lao_id,
        title=words("feedback.title", name=name, province=province),
        parts=(
            _record(made, lao_id, question, words),
            _step(made, lao_id, words),
            *_scores(made, lao_id, words),
            Part(heading=words("feedback.send"), lines=(words("feedback.how_to_send"),)),
        ),
        source=words(
            "overview.as_of",
            last=made.record.last_result_year_be,
            publisher=words("source.publisher"),
        ),
    )


def _record(made: Material, lao_id: str, question: Question, words: Words) -> Part:
    record = made.record
    last = min(question.fiscal_year_be, record.last_result_year_be)
    own = city_record(record, lao_id, last)
    years = (record.first_year_be, last)
    area_begun = begun(record.rounds, "area", last)
    listed = peers_on_list(record, made.where, question, lao_id)
    lines = [
        *sentences.strengths(own, words),
        *sentences.gaps(own, years, words, area_begun=area_begun),
        sentences.peers(listed, question, record.first_year_be, words),
    ]
    if len(own.awards) > _MOST_ROWS:
        lines.append(words("feedback.latest_rows", n=_MOST_ROWS, of=len(own.awards)))
    table = rows.awards(own.awards, record.provinces, made.register, words)
    wanted = [words(f"column.{name}") for name in ("year", "level", "certificate")]
    return Part(
        heading=words("feedback.record", first=years[0], last=last),
        lines=tuple(lines),
        table=None if table.empty else table[wanted].tail(_MOST_ROWS),
    )


def _step(made: Material, lao_id: str, words: Words) -> Part:
    """Return the step and what the next one asks; where it is not known, what the first asks."""
    whole = made.staircase
    standing = None if whole.is_empty else step_beside_peers(whole.years, made.where, lao_id)
    if standing is None:
        first = str(whole.levels["step"].iloc[0])
        lines = [words("feedback.no_step"), _asks(whole, first, words)]
    else:
        lines = [*sentences.step(standing, words), *_next_step(whole, lao_id, standing, words)]
    return Part(heading=words("feedback.step"), lines=tuple(lines))


def _next_step(whole: Staircase, lao_id: str, standing: StepBesidePeers, words: Words) -> list[str]:
    following = next_steps(whole.levels).get(standing.step)
    if following is None:
        return [words("feedback.last_step")]
    asked = pd.DataFrame(
        {
            "lao_id": [lao_id],
            "fiscal_year_be": [standing.fiscal_year_be],
            "next_step": [following],
        }
    )
    [codes] = lacking(whole, asked)
    lacks = words("feedback.lacks", names=step_rows.lacking(codes, words))
    return [_asks(whole, following, words), lacks]


def _asks(whole: Staircase, step: str, words: Words) -> str:
    """Return what a step asks for, by the table of its requirements."""
    needs = whole.requirements[whole.requirements["step"] == step]
    return words(
        "feedback.step_asks",
        step=words(f"step.{step}"),
        needs="; ".join(needs[f"about_{words.lang}"]),
    )


def _scores(made: Material, lao_id: str, words: Words) -> list[Part]:
    """Return the scores of the latest assessment beside peers', and what the next level asks."""
    reading = score_reading(made.scores)
    latest = latest_assessment(reading.totals, lao_id)
    heading = words("feedback.scores")
    if latest is None:
        lines = (words("feedback.no_scores"), words("feedback.levels_ask"))
        return [Part(heading=heading, lines=lines)]
    year, assessor = latest
    beside = beside_peers(score_sheet(reading, year, assessor), lao_id)
    said = words(
        "feedback.total",
        year=year,
        assessor=SCORES.columns["assessor"].label(assessor, words.lang),
        total=score_names.percent(beside.total.value, words),
        peers=_against(beside.total, words),
    )
    own = Part(heading=heading, lines=(said,), table=_components(made, beside, words))
    return [own, _next_level(made, lao_id, latest, words)]


def _components(made: Material, beside: BesidePeers, words: Words) -> pd.DataFrame:
    named = score_names.components(made.scores.components, words)
    found = sorted(beside.known)
    heads = ("component", "own", "peers")
    cells = [
        (
            named.get(number, str(number)),
            score_names.percent(one.value if one else None, words),
            _middle(one, words),
        )
        for number in found
        for one in [beside.components.get(number)]
    ]
    return pd.DataFrame(cells, columns=[words(f"feedback.column.{name}") for name in heads])


def _against(one: AgainstPeers, words: Words) -> str:
    """Return the middle of the peers, none of them named; under five it is not told."""
    if one.median is None or one.low is None or one.high is None:
        return words("feedback.no_peers")
    return words(
        "feedback.peers",
        n=one.n,
        median=score_names.number(one.median),
        low=score_names.number(one.low),
        high=score_names.number(one.high),
    )


def _middle(one: AgainstPeers | None, words: Words) -> str:
    """Return the same for a cell."""
    if one is None or one.median is None or one.low is None or one.high is None:
        return words("feedback.few")
    return words(
        "feedback.middle",
        n=one.n,
        median=score_names.number(one.median),
        low=score_names.number(one.low),
        high=score_names.number(one.high),
    )


def _next_level(made: Material, lao_id: str, latest: tuple[int, str], words: Words) -> Part:
    year, assessor = latest
    heading = words("feedback.next_level")
    scale = next((scale for scale, who in ASSESSOR_OF.items() if who == assessor), None)
    if scale is None:
        return Part(heading=heading, lines=(words("feedback.national_has_none"),))
    reading = score_reading(made.scores)
    totals = reading.totals
    own = totals[(totals["lao_id"] == lao_id) & (totals["fiscal_year_be"] == year)]
    judged = levels(own, made.scores.cutoffs, scale).tail(1)
    plan = what_it_takes(reading.known, judged, made.scores.components).get(lao_id)
    acting = score_names.acting(made.scores.cutoffs, scale, words)
    if plan is None:
        key = "feedback.no_cutoff" if judged["level"].isna().any() else "feedback.top"
        return Part(heading=heading, lines=(words(key), acting))
    level = score_names.level(str(judged["next_level"].iloc[0]), words)
    lead = words(
        "scores.takes_lead",
        total=score_names.number(plan.total),
        mark=score_names.whole(plan.mark),
        level=level,
    )
    edition = str(judged["edition"].iloc[0])
    said = f"{words('scores.arithmetic')} · {words('scores.names_note')}"
    return Part(
        heading=heading,
        lines=(lead, *_raised(made, plan, edition, words), said, acting),
    )


def _raised(made: Material, plan: Raise, edition: str, words: Words) -> list[str]:
    """Return the indicators to raise, a line each, as many as the page has room for."""
    catalogue = made.scores.indicators
    named = score_names.indicators(catalogue[catalogue["edition"] == edition], words)
    lines = [
        words(
            "feedback.raise",
            name=named[number],
            low=score_names.number(float(row["score"])),
            high=score_names.number(float(row["raise_to"])),
        )
        for number, row in score_names.numbered(plan.steps.head(_MOST_INDICATORS))
    ]
    rest = len(plan.steps) - len(lines)
    return [*lines, words("feedback.more", n=rest)] if rest > 0 else lines
