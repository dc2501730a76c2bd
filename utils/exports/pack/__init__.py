"""The files of a meeting."""
