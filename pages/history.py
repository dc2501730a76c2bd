"""The releases there were, and what each of them changed."""

from utils.screen import frame, history

chosen = frame.begin("history", needs_area=False)

history.compare(chosen)
history.releases(chosen)
