"""Who acts in the tests, and what they send."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Engine

from utils.desk import minuting
from utils.desk.minuting import MeetingDraft, ResolutionDraft
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.store.releases import Release
from utils.desk.submissions import acts
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.questions import QuestionKind
from utils.desk.submissions.submissions import Order, Submission, WayBack
from utils.tables.declared import schemas
from utils.tables.minutes import Meeting
from utils.tables.reading.writer import to_csv

NORTH = "officer of office 1"  # Chiang Mai 50, Lamphun 51, Chiang Rai 57, Mae Hong Son 58
SOUTH = "officer of office 16"  # Songkhla 90, Satun 91, Pattani 94, Yala 95, Narathiwat 96
CERTIFIER = "certifier"
STEWARD = "steward"
AMEND = Order(note="test")
Accepts = Collection[QuestionKind]

CHIANG_MAI = "LAO-50-010"
CHIANG_RAI = "LAO-57-006"
HAT_YAI = "LAO-90-008"
SONGKHLA = "LAO-90-007"
PHATTHALUNG = "93"  # the sources give it to offices 14 and 16

HEAD = (
    "lao_id,fiscal_year_be,pathway,step,applied_on,self_assessed_on,status,"
    "coach_assigned,regional_network,note"
)


def enrolment(*rows: tuple[str, int, str], name: str = "enrolment.csv") -> File:
    """Return an enrolment file: (LAO, fiscal year, step on the standard pathway) a row."""
    lines = [f"{lao},{year},standard,{step},,,active,,," for lao, year, step in rows]
    return File(name, "\n".join([HEAD, *lines, ""]).encode())


def submitted(
    engine: Engine, sender: str, *files: File, order: Order = AMEND, accepts: Accepts = ()
) -> Submission:
    """Send files and submit them."""
    sent = acts.send(engine, sender, files, order)
    return acts.submit(
        engine,
        sender,
        sent.submission_id,
        accepts_warnings=True,
        accepts=accepts,
    )


def certified(
    engine: Engine, sender: str, *files: File, order: Order = AMEND, accepts: Accepts = ()
) -> Submission:
    """Send files, submit and certify them."""
    sent = submitted(engine, sender, *files, order=order, accepts=accepts)
    return acts.certify(engine, CERTIFIER, sent.submission_id)


def published(
    engine: Engine, sender: str, *files: File, order: Order = AMEND, accepts: Accepts = ()
) -> Release:
    """Bring files all the way to a release."""
    sent = certified(engine, sender, *files, order=order, accepts=accepts)
    return acts.publish(engine, STEWARD, sent.submission_id)


def reverted(
    engine: Engine,
    number: int,
    *,
    note: str = "back",
    part: OfficeScope | None = None,
    keeps_later: bool = False,
    by: str = STEWARD,
) -> Release:
    """Return to an old release: proposed by a steward, certified by another, published."""
    way = WayBack(number, keeps_later)
    proposed = acts.propose_back(engine, by, way, note=note, part=part)
    acts.certify(engine, CERTIFIER, proposed.submission_id)
    return acts.publish(engine, STEWARD, proposed.submission_id)


def one_more_award(engine: Engine, lao_id: str = "LAO-81-001") -> Release:
    """Publish a prize of FY 2562 for a city whose province then counts by rule (b), one more.

    Those of Krabi (81), Chanthaburi (22) and Nakhon Phanom (48) do not count before: 67 of 76.
    """
    newest = store.release(None, engine)
    awards = store.table("awards", newest, engine)
    code = lao_id[4:6]
    new = awards.tail(1).assign(award_id=f"AL-90{code}", lao_id=lao_id, province_code=code)
    return published(engine, STEWARD, File("awards.csv", to_csv(new, schemas.AWARDS).encode()))


def minuted(engine: Engine, *, title: str = "first", held_on: str = "3/8/2569") -> Meeting:
    """Note a meeting with two resolutions, the first of which was amended."""
    call = MeetingDraft(title=title, held_on=held_on, release=1, selection="year=2563&slides=stand")
    meeting = minuting.note_meeting(engine, CERTIFIER, call)
    amended = ResolutionDraft(
        text="Look again", owner="Office 1", due_on="30/9/2570", slide="stand"
    )
    first = minuting.note_resolution(
        engine, CERTIFIER, meeting.number, ResolutionDraft(text="Look")
    )
    minuting.note_resolution(engine, CERTIFIER, meeting.number, ResolutionDraft(text="Noted"))
    minuting.note_resolution(engine, STEWARD, meeting.number, amended, first)
    return meeting
