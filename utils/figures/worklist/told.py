"""An item of the worklist in words, in either language, and the list as a table or to read out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.measures.coverage.record import Record
from utils.measures.coverage.rounds import by_year
from utils.measures.coverage.rules import Question, RuleCode
from utils.measures.worklist.item import Item
from utils.tables.declared import schemas
from utils.tables.declared.awards import LEVEL
from utils.tables.declared.enrolment import STEP
from utils.tables.declared.programme import ROUND_STATUS
from utils.tables.declared.scores import ASSESSOR
from utils.words import Words

_COVERAGE = frozenset({"province_waiting", "window_ends", "centre_without_result"})


@dataclass(frozen=True, kw_only=True)
class Told:
    """One item in words.

    `rule`: what kind it is. `subject`: whom it is about. `why`: the rule with the facts that raised
    it. `closes`: what closes it, by itself. `call`: what to say on the telephone. `near`: the LAOs
    that could close it, with how sure that is; empty where none is named.
    """

    item: Item
    rule: str
    subject: str
    why: str
    closes: str
    call: str
    near: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Material:
    """What items are told with: the tables of one release and the question that was asked."""

    record: Record
    register: pd.DataFrame
    office_names: pd.DataFrame
    question: Question
    words: Words

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame], question: Question, words: Words) -> Material:
        """Return what items of the tables that `load` returns by name are told with."""
        return cls(
            record=Record.of(load),
            register=load("municipalities"),
            office_names=load("offices"),
            question=question,
            words=words,
        )

    @cached_property
    def provinces(self) -> Mapping[str, str]:
        """The name of each province, by its code."""
        names = self.record.provinces.set_index("province_code")[f"name_{self.words.lang}"]
        return {str(code): str(name) for code, name in names.items()}

    @cached_property
    def offices(self) -> Mapping[int, str]:
        """The name of each office, by its number."""
        numbers = self.office_names["office_number"].unique()
        return {
            int(one): labels.office(one, self.office_names, self.record.provinces, self.words)
            for one in numbers
        }

    @cached_property
    def lists(self) -> str:
        """The lists of the window that are missing or not whole, in words."""
        rounds = by_year(self.record.rounds, self.record.awards, self.question)
        return labels.open_lists(rounds, self.words)

    @cached_property
    def _laos(self) -> dict[str, str]:
        return {}

    def lao(self, lao_id: str) -> str:
        """Return the present name of an LAO."""
        if lao_id not in self._laos:
            ids = pd.Series([lao_id], dtype="string")
            [name] = rows.municipality_names(ids, self.register, self.words)
            self._laos[lao_id] = str(name)
        return self._laos[lao_id]


def told(item: Item, material: Material) -> Told:
    """Return one item in words."""
    words, gaps = material.words, _gaps(item, material)
    return Told(
        item=item,
        rule=words(f"work.rule.{item.rule}"),
        subject=_subject(item, material),
        why=words(f"work.why.{item.rule}", **gaps),
        closes=words(f"work.closes.{item.rule}", **gaps),
        call=words(f"work.call.{item.rule}", **gaps),
        near=_near(item, material),
    )


def table(items: Sequence[Told], words: Words) -> pd.DataFrame:
    """Return items as a reader's table, one row an item."""
    return pd.DataFrame(
        {
            words("work.column.subject"): [one.subject for one in items],
            words("work.column.rule"): [one.rule for one in items],
            words("work.column.why"): [one.why for one in items],
            words("work.column.near"): [one.near for one in items],
            words("work.column.closes"): [one.closes for one in items],
        }
    )


def call_list(items: Sequence[Told], words: Words) -> str:
    """Return items as a text to read out on the telephone, one paragraph an item."""
    return "\n\n".join(
        words("work.call_line", n=n, subject=one.subject, rule=one.rule, call=one.call)
        for n, one in enumerate(items, start=1)
    )


def _subject(item: Item, material: Material) -> str:
    words = material.words
    if item.office_number is not None:
        return material.offices[item.office_number]
    if not item.province_code:
        return words("work.country")
    province = material.provinces[item.province_code]
    if not item.lao_id:
        return province
    return words("work.lao_of", lao=material.lao(item.lao_id), province=province)


def _gaps(item: Item, material: Material) -> dict[str, Any]:
    """Return what the texts of an item may name; each text takes what it needs."""
    words, facts = material.words, dict(item.facts)
    rule: RuleCode = item.about if item.rule in _COVERAGE and item.about else "d"  # type: ignore[assignment]
    question = Question(
        rule=rule,
        fiscal_year_be=item.fiscal_year_be,
        window_years=material.question.window_years,
    )
    gaps: dict[str, Any] = {
        "year": item.fiscal_year_be,
        "next": item.fiscal_year_be + 1,
        "lao": material.lao(item.lao_id) if item.lao_id else "",
        "province": material.provinces.get(item.province_code, ""),
        "rule": labels.rule(question, words),
        "window": labels.window(question, material.record.first_year_be, words),
        "laos": ", ".join(material.lao(one) for one in item.laos),
        "lists": material.lists,
        **facts,
    }
    if item.rule in _COVERAGE and "status" in facts:
        gaps["status"] = labels.status(str(facts["status"]), question, words)
    if item.rule == "list_open":
        gaps["level"] = LEVEL.label(str(facts["level"]), words.lang)
        gaps["status"] = ROUND_STATUS.label(str(facts["status"]), words.lang)
    if "table" in facts:
        gaps["table"] = schemas.TABLES[str(facts["table"])].title(words.lang)
    if "days" in facts:
        days = int(facts["days"])
        gaps["left"] = words("work.left" if days >= 0 else "work.over", n=abs(days))
    if "now" in facts:
        gaps["now"] = words(f"minutes.now.{facts['now']}")
    if "step" in facts:
        gaps["step"] = STEP.label(str(facts["step"]), words.lang)
    if item.rule == "score_part":
        gaps["assessor"] = ASSESSOR.label(item.about, words.lang)
    return gaps


def _near(item: Item, material: Material) -> str:
    """Name the LAOs that could close an item, and say how sure that is."""
    if item.rule != "province_waiting":
        return ""
    words, centres = material.words, set(material.record.centre_cities["lao_id"])
    if not item.laos:
        return words("work.near_none")
    awards = material.record.awards
    upto = awards[awards["fiscal_year_be"] <= item.fiscal_year_be]
    latest = upto.groupby("lao_id")["fiscal_year_be"].max().to_dict()
    return " · ".join(
        words(
            "work.near_listed" if lao in latest else "work.near_centre",
            lao=material.lao(lao),
            year=latest.get(lao, ""),
            centre=words("work.is_centre") if lao in centres and lao in latest else "",
        )
        for lao in item.laos
    )
