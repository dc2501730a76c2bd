"""The staircase page, and what other pages show of the staircase."""
