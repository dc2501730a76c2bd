"""What waits to be published, on the pages: by a link, for named roles, and for nobody else."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.desk.people import CERTIFIER, SOUTH, STEWARD, submitted
from tests.pages.opened import address, component, open_page
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts
from utils.desk.submissions.submissions import Submission
from utils.screen.desk import actions as desk_actions
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv
from utils.words import Words

SAY = Words("en")


@pytest.fixture
def waiting(local_desk: None) -> Submission:  # noqa: ARG001 opened before anything is sent
    """Submit an award of Krabi, with which 68 provinces count, at a desk open on this machine."""
    new = store.table("awards", store.release()).tail(1)
    new = new.assign(award_id="AL-9001", lao_id="LAO-81-001", province_code="81")
    sent = File("awards.csv", to_csv(new, schemas.AWARDS).encode())
    return submitted(store.opened(), STEWARD, sent)


def number(app: AppTest) -> str:
    assert not app.exception
    text: str = component(app, "brief")["main"]["number"]
    return text


def says(app: AppTest, person: str) -> AppTest:
    """Say who is here, as the page asks."""
    assert app.info[0].value == SAY("preview.who")
    return app.selectbox(key="desk.chosen").select(person).run()


def test_a_certifier_sees_every_page_as_it_would_be_and_others_see_what_is_published(
    waiting: Submission,
) -> None:
    app = open_page(lang="en", preview=waiting.submission_id, release="1")
    assert number(app) == "67", "nobody has said who is here"
    assert number(says(app, CERTIFIER)) == "68"
    assert address(app) == {"lang": "en", "preview": waiting.submission_id}
    assert waiting.submission_id in app.warning[0].value
    foot = component(app, "foot")
    assert (foot["number"], foot["followed"], foot["picture"]["release"]) == (None, None, None)
    assert foot["title"].startswith("Preview, not published")
    assert foot["picture"]["about"][-1].endswith(foot["title"])
    assert number(open_page(lang="en")) == "67", "it is kept apart"

    app.switch_page("pages/history.py").run()
    assert component(app, "history.board")["number"] == "67 → 68"
    assert component(app, "history.board")["lead"][2] == SAY("preview.differs", number=1, n=1)
    app.switch_page("pages/province.py").run()
    assert SAY("preview.published_only") in [one.value for one in app.caption]
    app.switch_page("pages/present.py").run()
    assert app.info[0].value == SAY("preview.published_only")
    assert not app.get("download_button")
    app.button(key="preview.leave").click().run()
    assert address(app) == {"lang": "en"}
    assert [one.value for one in app.warning] == []


def test_who_may_not_see_it_is_told_what_anybody_is_told(waiting: Submission) -> None:
    nothing = desk_actions.escaped(SAY("refusal.no_preview"))
    app = says(open_page(lang="en", preview=waiting.submission_id), SOUTH)
    warnings = [one.value for one in app.warning]
    assert (warnings, number(app), address(app)) == ([nothing], "67", {"lang": "en"})
    app = says(open_page(lang="en", preview="0" * 16), CERTIFIER)
    assert [one.value for one in app.warning] == [nothing]
    app = open_page(lang="en", preview="../x")
    assert app.warning[0].value == SAY("filter.refused", names=SAY("filter.preview"))


def test_once_it_is_published_or_the_desk_is_shut_its_link_says_so(
    waiting: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = says(open_page(lang="en", preview=waiting.submission_id), STEWARD)
    acts.certify(store.opened(), CERTIFIER, waiting.submission_id)
    assert number(app.run()) == "68"
    acts.publish(store.opened(), STEWARD, waiting.submission_id)
    published = desk_actions.escaped(SAY("refusal.preview_published", number=2))
    assert [one.value for one in app.run().warning] == [published]
    assert (number(app), component(app, "foot")["number"]) == ("68", 2)
    monkeypatch.delenv("ESC_DESK")
    app = open_page(lang="en", preview=waiting.submission_id)
    assert app.warning[0].value == desk_actions.escaped(SAY("refusal.no_preview"))
    assert address(app) == {"lang": "en"}
