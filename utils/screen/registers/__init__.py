"""The page of registers: one page for every declared register."""
