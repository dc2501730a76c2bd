"""The pages Overview, Map and Province."""
