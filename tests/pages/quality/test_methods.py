"""The methods page: rules, sources, faults, dictionary, owner."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.pages.opened import MARK, address, open_page, opens, short_table, unfold
from tests.pages.staircase.enrolment import MADE
from utils import settings
from utils.desk.store import store
from utils.measures.definitions import SUBJECTS, definitions
from utils.screen.app import cache, release_shown
from utils.tables.declared.schemas import ALL
from utils.words import LANGS, Lang, Words

SECTIONS = (
    "rules",
    "years",
    "target",
    "sources",
    "faults",
    "staircase",
    "scores",
    "dictionary",
    "measures",
    "owner",
)


@pytest.mark.parametrize("lang", LANGS)
def test_every_section_is_there(lang: Lang) -> None:
    app = open_page("methods", lang=lang)
    headers = [header.value for header in app.main.header]
    assert headers == [Words(lang)(f"methods.{section}") for section in SECTIONS]


@pytest.mark.parametrize("lang", LANGS)
def test_the_four_rules_and_every_state_are_defined(lang: Lang) -> None:
    words = Words(lang)
    text_of_page = "\n".join(text.value for text in open_page("methods", lang=lang).markdown)
    for rule in "abcd":
        assert words(f"rule.{rule}", n=3) in text_of_page
    prizes = {
        "th": ("รางวัลชมเชย 86 รายการ", "ดีเด่นระดับภาค 27 รายการ"),
        "en": ("86 honourable mentions", "27 commitment or regional prizes"),
    }
    assert all(said in text_of_page for said in prizes[lang])
    for status in ("counted", "older", "other", "none", "outside", "no_data"):
        assert words(f"status.{status}", n=3) in text_of_page


@pytest.mark.parametrize("lang", LANGS)
def test_sources_licences_and_known_faults_are_named(lang: Lang) -> None:
    app = open_page("methods", lang=lang)
    text_of_page = "\n".join(text.value for text in app.markdown)
    assert "CC BY 4.0" in text_of_page
    assert "541" in text_of_page  # rows of the published list
    assert "540" in text_of_page  # awards
    sources = app.table[0].value
    kind = sources[Words(lang)("methods.column.loaded")]
    sources = sources[kind != Words(lang)("methods.loaded.invented")]
    assert len(sources) == 46  # 45 tables of the project and the published list
    as_of = sources.set_index(Words(lang)("methods.column.table"))[Words(lang)("column.as_of")]
    assert as_of.str.len().gt(0).all()
    assert "10" in as_of["เป้าหมาย" if lang == "th" else "Targets"]  # of October 2560
    listed = sources[sources[Words(lang)("methods.column.rows")].isin(["540", "541"])]
    assert len(listed) == 2
    assert listed[Words(lang)("column.as_of")].str.contains("2547-2563").all()
    assert "@svg-maps/thailand 2.0.0" in text_of_page


@pytest.mark.parametrize("lang", LANGS)
def test_the_faults_open_as_a_table(lang: Lang) -> None:
    # Two offices and one size misspelt, one row doubled, two regions and five offices that
    # disagree with the province, five sizes that contradict the type, thirteen old size words
    # after 2559, twenty new ones before 2561: 49.
    faults = unfold(open_page("methods", lang=lang), Words(lang)("methods.faults_table", n=49))
    assert len(faults) == 49
    assert "515" in faults.astype(str).to_csv()  # the doubled row


@pytest.mark.parametrize("lang", LANGS)
def test_what_each_step_asks_for_is_shown(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("methods", lang=lang)
    [shown] = [one.value for one in app.table if words("methods.column.asks") in one.value.columns]
    # three at readiness; plan; activity; review; centre or model, expansion; F1 two, F2, F3
    assert shown[words("column.step")].tolist() == [
        *[words("step.readiness")] * 3,
        *(words(f"step.{step}") for step in ("1", "2", "3", "4", "4", "4", "F1", "F1", "F2", "F3")),
    ]
    requirements = shown[words("methods.column.asks")].tolist()
    # one activity is asked for, and nothing that must be told of it
    assert {"th": "อย่างน้อย 1 กิจกรรม", "en": "At least one activity"}[lang] in requirements[4]
    assert {"th": "งบประมาณ", "en": "budget"}[lang] not in requirements[4]
    assert shown[words("methods.column.either")].tolist().count(words("requirement.either")) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_loaded_is_told_table_by_table(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("methods", lang=lang)
    columns = [words(f"methods.column.{name}") for name in ("table", "rows", "years", "loaded")]
    told = [tuple(row) for row in app.table[0].value[columns].itertuples(index=False)]
    record = words("methods.loaded.rows", n=1)
    empty, made = words("methods.loaded.empty", n=1), words("methods.loaded.invented")
    # Rows of each file in data/ and in data/fictitious/, but for its heading.
    for name, rows, years, kind in (
        ("awards", "540", "2547–2563", record),
        ("provinces", "77", "", record),
        ("enrolment", "0", "", empty),
        ("scores", "0", "", empty),
        ("municipalities", "208", "", made),
        ("enrolment", "1,964", "2547–2569", made),
        ("scores", "9,839", "2561–2567", made),
    ):
        assert (ALL[name].title(lang), rows, years, kind) in told
    assert [row[-1] for row in told].count(made) == 5


@pytest.mark.parametrize("lang", LANGS)
def test_what_it_tells_of_invented_tables_follows_what_is_loaded(
    lang: Lang, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words, made = Words(lang), Words(lang)("methods.loaded.invented")
    everywhere = ("municipalities", "enrolment", "step_evidence", "scores", "lpa_results")
    of_scores = ("municipalities", "scores", "lpa_results")

    def explanation(names: tuple[str, ...]) -> str:
        return words("methods.trial", tables=", ".join(ALL[name].title(lang) for name in names))

    app = open_page("methods", lang=lang)
    assert explanation(everywhere) in [text.value for text in app.markdown]
    (tmp_path / "enrolment.csv").write_text(MADE, "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    app = open_page("methods", lang=lang)
    assert explanation(of_scores) in [text.value for text in app.markdown]
    assert app.table[0].value[words("methods.column.loaded")].tolist().count(made) == 3
    monkeypatch.setenv("ESC_FICTITIOUS", "off")
    app = open_page("methods", lang=lang)
    assert made not in app.table[0].value.to_csv()
    assert MARK[lang] not in "\n".join(text.value for text in app.markdown)
    cache.forget()


def test_a_release_from_before_a_table_was_declared_is_still_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    release = store.release()
    since = {name: number for name, number in release.since.items() if name != "recommendations"}
    monkeypatch.setattr(release_shown, "release", lambda: replace(release, since=since))
    cache.forget()
    app = open_page("methods", lang="en")
    assert not [*app.exception, *app.error]
    assert ALL["recommendations"].title("en") in app.table[0].value.astype(str).to_csv()
    cache.forget()


@pytest.mark.parametrize("lang", LANGS)
def test_every_measure_is_stated_in_the_language_of_the_page(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("methods", lang=lang)
    for subject in SUBJECTS:
        opens(app, words(f"methods.subject.{subject}"))
        shown = short_table(app, f"methods.measures.{subject}")
        assert list(shown) == [
            *(words(f"methods.column.{name}") for name in ("measure", "rule", "formula", "unit")),
            words("column.source"),
        ]
        assert shown[words("methods.column.measure")].tolist() == [
            one.name for one in definitions(subject, lang)
        ]
        assert all(shown.to_numpy().ravel())


def test_the_dictionary_of_a_table_opens_by_link() -> None:
    app = open_page("methods", lang="en")
    box = app.selectbox(key="methods.table")
    assert len(box.options) > 10
    box.select("awards").run()
    assert not app.exception
    columns = app.table[-1].value.astype(str).to_csv()
    for column in ("award_id", "fiscal_year_be", "prize_class", "source_row_repeated"):
        assert column in columns
    assert address(app) in ({"lang": "en"}, {"lang": "en", "table": "awards"})


def test_the_dictionary_says_all_that_a_column_declares() -> None:
    shown = open_page("methods", lang="en", table="provinces").table[-1].value
    rows = {row["Column"].split("`")[1]: row for row in shown.to_dict("records")}
    assert rows["province_code"]["Type"] == "code · key"
    assert rows["province_code"]["Allowed"] == "two digits, such as 60"
    assert rows["province_code"]["May be empty"] == "no"
    assert rows["cluster_code"]["Type"] == "code"
    assert rows["cluster_code"]["Allowed"].endswith("a value of `clusters.cluster_code`")
    assert rows["cluster_code"]["May be empty"] == "yes"
    assert rows["capital_latitude"]["Allowed"] == "5.5–20.6"
    assert rows["capital_latitude"]["Unit"] == "degrees"
    assert rows["office_confidence"]["Allowed"].startswith("`high` = High")


def test_the_published_list_has_a_dictionary_too() -> None:
    shown = open_page("methods", table="award_list").table[-1].value
    assert shown["คอลัมน์"].str.contains("size_as_published").any()


def test_owner_and_contact_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_DATA_OWNER", "Division of Urban Environment")
    monkeypatch.setenv("ESC_CONTACT", "0 2000 0000")
    texts = [text.value for text in open_page("methods", lang="en").text]
    assert texts
    assert "Division of Urban Environment" in texts[0]
    assert "0 2000 0000" in texts[0]


@pytest.mark.parametrize("lang", LANGS)
def test_without_settings_the_owner_is_said_to_be_unset(
    lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ESC_DATA_OWNER", raising=False)
    monkeypatch.delenv("ESC_CONTACT", raising=False)
    app = open_page("methods", lang=lang)
    texts = [text.value for text in app.markdown]
    assert Words(lang)("methods.owner_unset") in texts
    assert Words(lang)("methods.version", version=settings.VERSION) in texts
    assert "ESC_" not in " ".join(texts)  # names of settings are for operators
