"""One city whole: who it is, what the list holds of it, its programmes, its scores."""

from utils.screen import city, frame

chosen = frame.begin("city", needs_area=False)

lao_id = city.choose(chosen)
city.card(chosen, lao_id)
city.scores(chosen, lao_id)
city.rows_behind(chosen, lao_id)
