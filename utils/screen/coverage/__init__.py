"""The overview, the map and the province page."""
