"""What is reported beside the published list? Every entry, with its standing."""

from utils.screen import frame
from utils.screen.quality import reported

chosen = frame.begin("reported")

reported.show(chosen)
