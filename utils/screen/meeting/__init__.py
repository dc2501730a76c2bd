"""The page Present: slides, the choice of a meeting, its minutes."""
