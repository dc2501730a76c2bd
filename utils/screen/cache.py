"""The only module that caches: thin wrappers over pure readers and measures."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.measures import coverage, pace
from utils.measures.municipalities import by_municipality
from utils.measures.record import Record
from utils.measures.rules import Question
from utils.tables import shipped


@st.cache_resource(show_spinner=False, max_entries=64)
def table(name: str) -> pd.DataFrame:
    """Return a table of record, one copy for all sessions: never change it in place."""
    return shipped.load(name)


@st.cache_resource(show_spinner=False, max_entries=1)
def record() -> Record:
    """Return the tables that the measures read."""
    return Record(
        provinces=table("provinces"),
        awards=table("awards"),
        prizes=table("prizes"),
        centre_cities=table("centre_cities"),
        rounds=table("rounds"),
        targets=table("targets"),
    )


@st.cache_resource(show_spinner=False, max_entries=512)
def states(question: Question) -> pd.DataFrame:
    """Return `coverage.by_province` of the whole country."""
    return coverage.by_province(record(), question)


@st.cache_resource(show_spinner=False, max_entries=512)
def actual(question: Question, codes: tuple[str, ...]) -> pd.Series:
    """Return `pace.actual` of an area."""
    return pace.actual(record(), question, list(codes))


@st.cache_resource(show_spinner=False, max_entries=128)
def first_since(codes: tuple[str, ...]) -> pd.Series:
    """Return `pace.first_since` of an area, for the target in force."""
    return pace.first_since(record(), pace.target_of(record().targets), list(codes))


@st.cache_resource(show_spinner=False, max_entries=128)
def municipalities(question: Question) -> pd.DataFrame:
    """Return `by_municipality` of the whole country."""
    return by_municipality(record(), question)
