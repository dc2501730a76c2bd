"""What is known of the scores of cities and of their peers, in the tables in use."""

from __future__ import annotations

from typing import Any

from utils.figures.cities.scores import Scored
from utils.figures.scores import names as score_names
from utils.measures import peers
from utils.measures.cities.scores import ScoreSheet, beside_peers, score_sheet
from utils.measures.scores.assessments import score_reading
from utils.measures.scores.record import ScoreRecord
from utils.screen.app import cache, city_links, link
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView


def view(chosen: Filters) -> ScoresView:
    """Return the tables in use for the whole country, where peers are sought."""
    assessor = score_view.assessor_param()
    return score_view.from_codes(
        city_facts.everywhere(chosen), {assessor.name: link.value(assessor)}
    )


@cache.kept
def scored(view: ScoresView, ids: tuple[str, ...]) -> list[Scored]:
    """Return the scores of cities beside those of their peers, in the order of the ids."""
    known = sheet(view.whole, view.year, view.assessor)
    names = score_view.lao_names(view.whole, ids, view.words)
    return [
        Scored(
            lao_id=lao,
            name=names[lao],
            href=city_links.address(lao, view.chosen),
            beside=beside_peers(known, lao),
        )
        for lao in ids
    ]


@cache.kept
def sheet(whole: ScoreRecord, year: int, assessor: str) -> ScoreSheet:
    """Return `beside_peers.score_sheet`, cached for every language and rule."""
    return score_sheet(score_reading(whole), year, assessor)


def near(view: ScoresView, lao_id: str) -> list[dict[str, Any]]:
    """Return the LAOs of the same type whose totals are nearest, each leading to its card."""
    known = sheet(view.whole, view.year, view.assessor)
    neighbours = peers.neighbours(lao_id, known.where, known.totals)
    names = score_view.lao_names(view.whole, tuple(neighbours.index), view.words)
    return [
        {
            "id": lao,
            "name": names[str(lao)],
            "href": city_links.address(str(lao), view.chosen),
            "said": view.words(
                "city_scores.near_said",
                total=score_names.number(row["total"]),
                difference=score_names.signed(row["difference"]),
            ),
        }
        for lao, row in zip(neighbours.index, neighbours.to_dict("records"), strict=True)
    ]
