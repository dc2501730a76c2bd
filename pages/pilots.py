"""What do pilot cities show the others? Cities side by side, and each programme by itself."""

from utils.screen import frame
from utils.screen.cities import effect as city_effect_part
from utils.screen.cities import pilots
from utils.screen.cities import programmes as city_programmes_part
from utils.screen.registers import ways as register_ways

chosen = frame.begin("pilots")

group = pilots.choose_view(chosen)
if group == "compare":
    pilots.choose_cities(chosen)
    pilots.compare(chosen)
elif group == "effect":
    city_effect_part.show(chosen)
else:
    city_programmes_part.show(group, chosen)
if group == "delgosea":
    register_ways.of_themes(chosen)
register_ways.to_all(chosen)
