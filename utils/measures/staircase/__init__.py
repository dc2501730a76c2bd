"""Who is on which step, who moves, and how long it takes."""
