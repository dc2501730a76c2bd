"""The tables behind a comparison of cities: their scores, and their peers one by one."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

from utils.figures import labels
from utils.figures.cities import scores
from utils.measures.peers import Peers
from utils.screen.app import city_links, provenance, tables
from utils.screen.app.cache import record
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.screen.cities import score_sheet
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView

# Two of these open at once slow the browser: as one opens, the others close.
_KEYS = ("city_scores", "city_peers", "city_listed_peers", "pilots_rows")


def folded(label: str, *, key: str) -> AbstractContextManager[bool]:
    """Fold a table of a comparison, as `tables.folded` does; `key`: one of `_KEYS`."""
    return tables.folded(label, key=key, instead_of=tuple(other for other in _KEYS if other != key))


def of_scores(view: ScoresView, ids: tuple[str, ...], about: tuple[str, ...]) -> None:
    """Fold the scores of cities beside those of their peers; `about`: lines of its file."""
    words = view.words
    with folded(words("city_scores.table"), key="city_scores") as opened:
        if opened:
            cities = score_sheet.scored(view, ids)
            tables.show(
                scores.rows(
                    cities,
                    score_view.component_names(view),
                    score_view.indicator_names(view),
                    words,
                ),
                words,
                name=score_view.file_name(view, "beside_peers"),
                invented=view.fictitious,
                key="city_scores_rows",
                one_decimal=True,
                about=about,
            )


def peers_in_scores(view: ScoresView, ids: tuple[str, ...], about: tuple[str, ...]) -> None:
    """Fold every peer with its total and components, from which medians and ranks come."""
    words = view.words
    with folded(words("peers.in_scores"), key="city_peers") as opened:
        if not opened:
            return
        cities = [city.beside for city in score_sheet.scored(view, ids)]
        sheet = score_sheet.sheet(view.whole, view.year, view.assessor)
        peers = [city.peers for city in cities]
        names = score_view.lao_names(view.whole, _everybody(peers), words)
        tables.show(
            scores.peers_in_scores(cities, sheet, names, words),
            words,
            name=score_view.file_name(view, "peers_in_scores"),
            invented=view.fictitious,
            key="city_peers_rows",
            one_decimal=True,
            about=about,
            # As in the tables of scores, invented names are no links: so many slow the browser.
            links={}
            if view.fictitious
            else {words("column.lao"): _cards(peers, names, view.chosen)},
        )


def peers_on_list(chosen: Filters, ids: tuple[str, ...], page: str, codes: dict[str, str]) -> None:
    """Fold every peer in the register with its results in the window.

    `page`: name of the page that is drawn. `codes`: of its link, besides the shared filters.
    """
    words, question = chosen.words, chosen.question
    with folded(words("peers.on_list"), key="city_listed_peers") as opened:
        if not opened:
            return
        on_list = [city_facts.peers_of(lao, question) for lao in ids]
        peers = [city.peers for city in on_list]
        names = city_links.names(_everybody(peers), words.lang)
        window = labels.window(question, record().first_year_be, words)
        _, *source = provenance.of_cities(chosen, page, codes)
        tables.show(
            scores.peers_on_list(on_list, names, city_facts.places(), record().provinces, words),
            words,
            name="peers_on_list",
            key="city_listed_peers_rows",
            about=(words("peers.definition", window=window), *source),
            links={words("column.lao"): _cards(peers, names, chosen)},
        )


def _everybody(groups: Iterable[Peers]) -> tuple[str, ...]:
    """Return the ids of cities and of their peers, each once."""
    return tuple(dict.fromkeys(lao for group in groups for lao in (group.lao_id, *group.members)))


def _cards(groups: Iterable[Peers], names: dict[str, str], chosen: Filters) -> list[str]:
    return [city_links.address(lao, chosen) for _, lao in scores.members(groups, names)]
