"""The preview of a submission: the tables as they would be, for its sender and named roles."""

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
    """A submission waiting to be published, and what it would do to the newest release."""

    submission: Submission
    plan: Plan

    @property
    def release(self) -> Release:
        """The release it would become, under the number of the release it starts from.

        Its digest is its own: no published release has one like it.
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
        """Return a table as it would be, typed as `store.table` returns it."""
        return self.plan.load(name)


def preview(engine: Engine, person: str, submission_id: str) -> Preview:
    """Return the preview of a submission, for its sender, a certifier or a steward.

    Raises
    ------
    RefusedError
        If there is none, or this person may not see it, in the same words; if it has been
        published, or no longer fits what is published.
    """
    with engine.connect() as connection:
        submission = _visible_submission(connection, person, submission_id)
    if submission.state == "published":
        raise RefusedError("preview_published", number=submission.release)
    if submission.state not in {"submitted", "certified"}:
        raise RefusedError("no_preview")
    plan = _plan_of_attempt(engine, submission_id, submission.attempt, store.newest(engine))
    if plan.errors:
        raise RefusedError("preview_errors", submission=submission_id, count=len(plan.errors))
    return Preview(submission=submission, plan=plan)


def _visible_submission(connection: Connection, person: str, submission_id: str) -> Submission:
    rights = roles.rights(connection, person)
    try:
        submission = submissions.find(connection, submission_id)
    except RefusedError:
        raise RefusedError("no_preview") from None
    if not (rights.may_certify or (rights.may_send and person == submission.sender)):
        raise RefusedError("no_preview")
    return submission


@lru_cache(maxsize=4)
def _plan_of_attempt(engine: Engine, submission_id: str, attempt: int, number: int) -> Plan:
    """Return what an attempt does to a release; neither its files nor the release ever change."""
    submission = acts.find_submission(engine, submission_id)
    if submission.attempt != attempt:
        raise RefusedError("moved_on", submission=submission_id)
    return acts.review(engine, submission, store.release(number, engine))
