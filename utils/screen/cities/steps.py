"""Invented cities on one axis of years: the staircase alone, as they have no award."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from utils.figures import invented
from utils.figures.cities import lanes as city_lanes
from utils.figures.cities import sentences as city_sentences
from utils.figures.cities.lanes import Axis
from utils.measures.staircase.record import Staircase
from utils.screen.app import cache, city_links, components
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.screen.scores import answer as score_answer
from utils.screen.scores import tables_in_use
from utils.screen.staircase import view as staircase_view
from utils.tables.declared.schemas import MUNICIPALITIES


def show(
    chosen: Filters, ids: tuple[str, ...], *, act: Callable[[str], None] | None = None
) -> str | None:
    """Draw the steps of invented cities; arguments and what is returned as in `cities.show`.

    While a real table of enrolment is loaded nothing is known of them.
    """
    everywhere = city_facts.everywhere(chosen)
    shown = _picture(everywhere, ids, staircase_view.tables(chosen), act is not None)
    return components.mount("cities", shown, key="cities", act=act)


@cache.kept
def _picture(
    chosen: Filters,
    ids: tuple[str, ...],
    whole: Staircase,
    compared: bool,  # noqa: FBT001 kept by value
) -> dict[str, Any]:
    words = chosen.words
    dated = whole if whole.fictitious and not whole.is_empty else cache.record()
    span = Axis(first_year_be=dated.first_year_be, last_year_be=dated.last_year_be, listed={})
    held = tables_in_use.in_use(switched_on=chosen.invented_allowed)
    names = score_answer.lao_names(held, ids, words)
    types = held.municipalities.set_index("lao_id")["lao_type"]
    kind = MUNICIPALITIES.columns["lao_type"]
    known = {lao: city_facts.steps(whole, lao) for lao in ids}
    lanes = {lao: city_lanes.steps(steps, words) for lao, steps in known.items()}
    return {
        "mark": invented.mark(words, fictitious=True),
        "axis": city_lanes.axis(span, words),
        "legend": [],
        "nothing": words("city.nothing"),
        "remove": words("pilots.remove") if compared else None,
        "rounds": {lane["label"]: {"rounds": [], "ends": None} for lane in lanes.values()},
        "cities": [
            {
                "id": lao,
                "name": names[lao],
                "href": city_links.address(lao, chosen) if compared else None,
                "kind": kind.label(str(types[lao]), words.lang),
                "place": None,
                "identity": [],
                "counts": [],
                "lanes": [{"label": lanes[lao]["label"], "marks": lanes[lao]["marks"]}],
                "programmes": [],
                "strengths": [],
                "gaps": [] if known[lao] else [words("city.no_step")],
                "peers": city_sentences.step(city_facts.step(whole, lao), words),
            }
            for lao in ids
        ],
    }
