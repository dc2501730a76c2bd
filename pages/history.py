"""The releases there were, what each of them changed, and the quality of the one shown."""

from utils.screen import frame
from utils.screen.quality import corrections, history, release_quality

chosen = frame.begin("history")

if history.choose_part(chosen) == "quality":
    release_quality.show(chosen)
else:
    history.compare(chosen)
    history.releases(chosen)
    corrections.plan(chosen)
    corrections.made(chosen)
