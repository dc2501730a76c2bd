"""Who decides at which level? And what stands of what was resolved."""

from utils.screen import frame
from utils.screen.meeting import mechanism

mechanism.show(frame.begin("mechanism"))
