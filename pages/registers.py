"""What else do the papers name? One register at a time: its entries, one of them, its files."""

from utils.screen import frame
from utils.screen.registers import entry, listed, selection, summaries

chosen = frame.begin("registers")

register = selection.choose(chosen)
if not entry.draw(register, chosen):
    summaries.draw(register, chosen)
    listed.draw(register, chosen)
