"""What waits to be published, as the tables would be: for named roles to look at beforehand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd
from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.desk.submissions import acts, submissions
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Submission


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A submission that waits, and what it would do to the newest release."""

    submission: Submission
    plan: Plan

    @property
    def release(self) -> Release:
        """The release it would become: under the number it starts from, with a digest of its own.

        No release that was published has such a digest.
        """
        one, at = self.submission, self.plan.at
        return replace(
            at,
            author=one.sender,
            certifier=one.certifier,
            note=one.note,
            digest=f"{at.digest} {one.submission_id} {one.attempt}",
            sources=self.plan.sources,
        )

    def table(self, name: str) -> pd.DataFrame:
        """Return a table as it would be; as `store.table` returns it."""
        return self.plan.load(name)


def preview(engine: Engine, person: str, submission_id: str) -> Preview:
    """Return what waits, for its sender, a certifier or a steward.

    Raises
    ------
    RefusedError
        If there is nothing that this person may look at, and to everybody else in the same words;
        if it has been published, or no longer fits to what is published.
    """
    with engine.connect() as connection:
        found = _found(connection, person, submission_id)
    if found.state == "published":
        raise RefusedError("preview_published", number=found.release)
    if found.state not in {"submitted", "certified"}:
        raise RefusedError("no_preview")
    seen = _planned(engine, submission_id, found.attempt, store.newest(engine))
    if seen.errors:
        raise RefusedError("preview_errors", submission=submission_id, count=len(seen.errors))
    return Preview(submission=found, plan=seen)


def _found(connection: Connection, person: str, submission_id: str) -> Submission:
    rights = roles.rights(connection, person)
    try:
        found = submissions.find(connection, submission_id)
    except RefusedError:
        raise RefusedError("no_preview") from None
    if not (rights.may_certify or (rights.may_send and person == found.sender)):
        raise RefusedError("no_preview")
    return found


@lru_cache(maxsize=4)
def _planned(engine: Engine, submission_id: str, attempt: int, number: int) -> Plan:
    """Return what an attempt does to a release; its files and the release never change."""
    found = acts.submission(engine, submission_id)
    if found.attempt != attempt:
        raise RefusedError("moved_on", submission=submission_id)
    return acts.review(engine, found, store.release(number, engine))
