"""How did the target end? What the record can say to the evaluation set for 2564."""

from utils.screen import frame
from utils.screen.meeting import evaluation

chosen = frame.begin("evaluation")

evaluation.show(chosen)
evaluation.take(chosen)
