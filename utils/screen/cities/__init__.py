"""The pilots page, and the city page with its card."""
