"""A choice among a few that stand side by side, held in the address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from utils.screen.app import link
from utils.screen.app.link import Param
from utils.words import Words


def among(
    param: Param,
    words: Words,
    named: Callable[[str], str],
    *,
    place: str,
    width: Literal["content", "stretch"] = "content",
) -> str:
    """Draw the options of a value of the address; return the code of the chosen one.

    `named`: from a code to its words. `place`: as in `link.follow`.
    """
    key, write = link.follow(param, place)
    st.segmented_control(
        words(param.label),
        param.options,
        format_func=named,
        required=True,
        key=key,
        on_change=write,
        width=width,
    )
    return link.value(param)
