"""Placeholder while the page is being built."""

from utils.screen import frame

chosen = frame.begin("map")
