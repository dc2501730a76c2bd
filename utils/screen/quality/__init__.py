"""The history page, with the quality of a release, and the methods page."""
