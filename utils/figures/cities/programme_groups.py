"""How the entries of each programme are grouped: by stage, theme, region, or award and theme."""

from __future__ import annotations

import pandas as pd

from utils.figures.cities.board import Group
from utils.measures.cities.programmes import by_theme
from utils.tables.declared.pilots import THEME
from utils.tables.declared.schemas import PROVINCES
from utils.words import Words

AIR_TO_LIFE = ("air", "water", "waste", "green_space", "biodiversity")
OF_CITIES = ("governance", "environmental_services", "budget_investment", "participation")
THROUGHOUT = "participation"


def grouped(
    group: str, found: pd.DataFrame, themes: pd.DataFrame, provinces: pd.DataFrame, words: Words
) -> list[Group]:
    """Return the entries of one programme in its groups.

    Parameters
    ----------
    group : str
        A key of `utils.measures.cities.programmes.GROUPS`.
    found : DataFrame
        From `utils.measures.cities.programmes.entries`.
    themes, provinces : DataFrame
        As the tables `pilot_themes` and `provinces`.
    words : Words
    """
    if group == "asean_esc":
        awards = found["programme"] == "asean_esc_award"
        whole = Group(title=words("programme.esc_award"), entries=found[awards])
        return [whole, *_themes(found[~awards], themes, AIR_TO_LIFE, words)]
    if group == "delgosea":
        return _themes(found, themes, OF_CITIES, words, roles=True)
    if group == "green_city_14":
        return _regions(found, provinces, words)
    if group == "la21":
        return [Group(title=words("programme.model"), entries=found, themes=False)]
    return [
        Group(title=str(theme), entries=rows, themes=False)
        for theme, rows in found.sort_index().groupby(f"theme_{words.lang}", sort=False)
    ]


def _themes(
    found: pd.DataFrame,
    themes: pd.DataFrame,
    order: tuple[str, ...],
    words: Words,
    *,
    roles: bool = False,
) -> list[Group]:
    """Return one group a theme; an entry of two themes stands in both, one of none in a last."""
    themed = by_theme(found, themes)
    groups = [
        Group(
            title=THEME.label(theme, words.lang),
            entries=themed[themed["theme"] == theme],
            empty=words("programme.throughout" if theme == THROUGHOUT else "programme.nobody"),
            roles=roles,
        )
        for theme in order
    ]
    unknown = themed[themed["theme"].isna()]
    if unknown.empty:
        return groups
    title = words("programme.no_theme")
    return [*groups, Group(title=title, entries=unknown, roles=roles)]


def _regions(found: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> list[Group]:
    region = found["province_code"].map(provinces.set_index("province_code")["region4"])
    column = PROVINCES.columns["region4"]
    return [
        Group(title=choice.label(words.lang), entries=found[region == choice.code], themes=False)
        for choice in column.choices
        if (region == choice.code).any()
    ]
