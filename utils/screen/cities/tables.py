"""The tables behind a comparison of cities: their scores, and each of their peers."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

from utils.figures import labels
from utils.figures.cities import score_rows as score_rows_figure
from utils.measures.peers import Peers
from utils.screen.app import city_links, provenance, tables
from utils.screen.app.cache import record
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.screen.cities import score_sheet
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView

# Two of these open at once weigh too much: as one opens, the others close.
_KEYS = ("city_scores", "city_peers", "city_listed_peers", "pilots_rows")


def folded(label: str, *, key: str) -> AbstractContextManager[bool]:
    """Fold a table of a comparison, as `tables.folded` does; `key`: one of those known here."""
    return tables.folded(label, key=key, instead_of=tuple(one for one in _KEYS if one != key))


def of_scores(view: ScoresView, ids: tuple[str, ...], told: tuple[str, ...]) -> None:
    """Fold the scores of cities beside their peers'; `told`: what its file says of itself."""
    words = view.words
    with folded(words("city_scores.table"), key="city_scores") as opened:
        if opened:
            found = score_sheet.scored(view, ids)
            tables.show(
                score_rows_figure.rows(
                    found, score_view.components(view), score_view.indicators(view), words
                ),
                words,
                name=score_view.file_name(view, "beside_peers"),
                key="city_scores_rows",
                one_decimal=True,
                about=told,
            )


def peers_in_scores(view: ScoresView, ids: tuple[str, ...], told: tuple[str, ...]) -> None:
    """Fold every peer with its total and components: what medians and places are made of."""
    words = view.words
    with folded(words("peers.in_scores"), key="city_peers") as opened:
        if not opened:
            return
        found = [city.beside for city in score_sheet.scored(view, ids)]
        here = score_sheet.sheet(view.whole, view.year, view.assessor)
        peers = [one.peers for one in found]
        names = score_view.lao_names(view.whole, _everybody(peers), words)
        tables.show(
            score_rows_figure.peers_in_scores(found, here, names, words),
            words,
            name=score_view.file_name(view, "peers_in_scores"),
            key="city_peers_rows",
            one_decimal=True,
            about=told,
            # As in the tables of scores, invented names are no links: they would weigh too much.
            links={}
            if view.fictitious
            else {words("column.lao"): _cards(peers, names, view.chosen)},
        )


def peers_on_list(chosen: Filters, ids: tuple[str, ...], page: str, own: dict[str, str]) -> None:
    """Fold every peer in the register with its results in the window.

    `page`, `own`: which is drawn, and what its link names besides the shared filters.
    """
    words, question = chosen.words, chosen.question
    with folded(words("peers.on_list"), key="city_listed_peers") as opened:
        if not opened:
            return
        found = [city_facts.peers_of(lao, question) for lao in ids]
        peers = [one.peers for one in found]
        names = city_links.names(_everybody(peers), words.lang)
        window = labels.window(question, record().first_year_be, words)
        _, *source = provenance.of_cities(chosen, page, own)
        tables.show(
            score_rows_figure.peers_on_list(
                found, names, city_facts.places(), record().provinces, words
            ),
            words,
            name="peers_on_list",
            key="city_listed_peers_rows",
            about=(words("peers.definition", window=window), *source),
            links={words("column.lao"): _cards(peers, names, chosen)},
        )


def _everybody(found: Iterable[Peers]) -> tuple[str, ...]:
    """Return the ids of cities and of their peers, each once."""
    return tuple(dict.fromkeys(lao for one in found for lao in (one.lao_id, *one.members)))


def _cards(found: Iterable[Peers], names: dict[str, str], chosen: Filters) -> list[str]:
    return [city_links.address(lao, chosen) for _, lao in score_rows_figure.members(found, names)]
