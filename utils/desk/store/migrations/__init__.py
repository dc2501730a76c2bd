"""The migrations of the store: run by `utils.desk.store.migrate` at start."""
