"""The pieces of the scores page: its notice, its choices, its answer, and what lies below."""

from __future__ import annotations

import streamlit as st

from utils.figures import labels, score_names, score_rows
from utils.measures import score_selection
from utils.screen import choice, components, frame, score_tables, scores, switch, tables
from utils.screen.filters import ALL
from utils.screen.scores import View
from utils.tables.schema_scores import SCORES


def notice(seen: View) -> None:
    """Say that the tables are invented, with the switch that turns them off; else nothing."""
    if score_tables.replaceable():
        switch.notice(seen.words, on=seen.fictitious, off="scores.notice_off", place="scores")


def how_to_load(seen: View) -> None:
    """Say what the tables are, that they are not public, and how to load them."""
    say = seen.words
    st.header(say("scores.empty_title"), anchor=False)
    st.markdown(say("scores.empty"))


def choose(seen: View) -> None:
    """Offer the assessor and the type of LAO side by side."""
    say = seen.words
    names = {
        english: score_names.lao_type_name(thai, say) for thai, english in labels.LAO_TYPES.items()
    }
    with st.container(horizontal=True, key="score_choices"):
        choice.among(
            frame.ASSESSOR,
            say("scores.assessor"),
            lambda code: SCORES.columns["assessor"].label(code, say.lang),
            place="scores",
        )
        choice.among(
            frame.LAO_TYPE,
            say("scores.type"),
            lambda code: say("scores.every_type") if code == ALL else names[code],
            place="scores",
        )


def answer(seen: View) -> None:
    """Draw the four numbers, the components and the sentence; offer every LAO as a table."""
    say = seen.words
    components.mount("scores", scores.picture(seen), key="scores")
    if seen.totals.empty:
        return
    with tables.folded(say("scores.laos_table"), key="laos_table") as opened:
        if opened:
            tables.show(
                score_rows.laos(
                    seen.totals,
                    score_selection.of_year(seen.here.parts, seen.year, seen.assessor),
                    scores.names(seen),
                    say,
                ),
                say,
                name=scores.file_name(seen, "laos"),
                key="laos_rows",
                about=scores.about(seen, say("scores.laos_note")),
            )


def choose_part(seen: View) -> str:
    """Offer what to look at more closely; return the code of the chosen part."""
    say = seen.words
    return choice.among(
        frame.SCORE_PART,
        say("stair.parts"),
        lambda code: say(f"scores.part.{code}"),
        place="scores",
    )
