"""What do pilot cities show the others? Cities side by side, and each programme by itself."""

from utils.screen import effect, frame, pilots, programmes

chosen = frame.begin("pilots", needs_area=False)

group = pilots.choose_view(chosen)
if group == "compare":
    pilots.choose_cities(chosen)
    pilots.compare(chosen)
elif group == "effect":
    effect.show(chosen)
else:
    programmes.show(group, chosen)
