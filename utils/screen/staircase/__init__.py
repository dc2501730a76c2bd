"""The page Staircase, and what other pages show of it."""
