"""The migrations of the store: run by `utils.desk.migrate` at start."""
