"""From one page to another, the shared filters kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NoReturn

import streamlit as st

from utils import paths
from utils.screen.app import link, trial
from utils.screen.app.filters import Filters

REGISTER: Final = "reported"
"""The page with every entry of the register of reported results."""
EVALUATION: Final = "evaluation"
"""The page on how the target ended."""


def open_province(iso_code: str, chosen: Filters) -> NoReturn:
    """Go to a province's page."""
    _open("province", {"province": iso_code} | chosen.short_link)


def open_city(lao_id: str, chosen: Filters) -> NoReturn:
    """Go to a city's card."""
    _open("city", {"city": lao_id} | chosen.short_link)


def open_register(iso_code: str, chosen: Filters) -> NoReturn:
    """Go to what the register of reported results has of a province; of all where it is ""."""
    _open(REGISTER, _of_register(iso_code, chosen))


def offer_register(chosen: Filters, place: str) -> None:
    """Offer the way to the register by a button; `place`: tells it from others."""
    if st.button(chosen.words("reported.open"), key=f"{place}.register"):
        open_register("", chosen)


def to_register(iso_code: str, chosen: Filters) -> dict[str, str]:
    """Return the same way as a link: what a component draws, and reports once it is picked."""
    return {
        "id": REGISTER,
        "name": chosen.words("reported.open"),
        "href": link.address(REGISTER, _of_register(iso_code, chosen)),
    }


def way(page: str, codes: Mapping[str, str], label: str) -> None:
    """Draw a link to a page of the dashboard, which opens in its place."""
    st.page_link(paths.PAGES / f"{page}.py", label=label, query_params=dict(codes))


def offer_evaluation(chosen: Filters) -> None:
    """Draw the way to the page on how the target ended."""
    way(EVALUATION, chosen.short_link, chosen.words("evaluation.way"))


def open_comparison(lao_ids: str, chosen: Filters) -> NoReturn:
    """Go to the comparison of cities; `lao_ids`: joined as in a link."""
    _open("pilots", {"cities": lao_ids} | chosen.short_link)


def open_loading(chosen: Filters) -> NoReturn:
    """Go to what the page of scores says of loading them."""
    _open("scores", chosen.short_link | {trial.TRIAL.name: trial.OFF})


def open_form(tables: str, chosen: Filters) -> NoReturn:
    """Go to the desk, where some tables are filled in and sent; `tables`: joined as in a link."""
    _open("desk", {"form": tables} | chosen.short_link)


def page_names() -> frozenset[str]:
    """Return the names of all pages, as of their files."""
    return frozenset(path.stem for path in paths.PAGES.glob("*.py"))


def _of_register(iso_code: str, chosen: Filters) -> dict[str, str]:
    return ({"province": iso_code} if iso_code else {}) | chosen.short_link


def _open(page: str, codes: Mapping[str, str]) -> NoReturn:
    st.switch_page(paths.PAGES / f"{page}.py", query_params=dict(codes))
