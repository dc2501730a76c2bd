"""One city whole: who it is, what the list holds of it, its programmes, its scores."""

from utils.screen import frame
from utils.screen.area import feedback, ways
from utils.screen.cities import card as city_card
from utils.screen.desk import ask_correction
from utils.screen.registers import ways as register_ways

chosen = frame.begin("city")

lao_id = city_card.choose(chosen)
city_card.merged(chosen, lao_id)
city_card.later_results(chosen, lao_id)
city_card.card(chosen, lao_id)
city_card.scores(chosen, lao_id)
city_card.rows_behind(chosen, lao_id)
feedback.of_city(chosen, lao_id)
ways.of_city(chosen, lao_id)
ask_correction.ask_about("lao_id", lao_id, chosen)
register_ways.of_city(chosen, lao_id)
