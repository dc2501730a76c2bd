"""The releases there were, what each of them changed, and the quality of the one shown."""

from utils.screen import frame, params
from utils.screen.app import choice
from utils.screen.quality import history, release_quality

chosen = frame.begin("history", needs_area=False)
words = chosen.words

part = choice.among(
    params.HISTORY_PART,
    words("quality.parts"),
    lambda code: words(f"quality.{code}"),
    place="history",
)
if part == "quality":
    release_quality.show(chosen)
else:
    history.compare(chosen)
    history.releases(chosen)
