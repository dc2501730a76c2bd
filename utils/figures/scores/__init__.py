"""Pictures and tables of scores."""
