"""Registers: recommendations and what is not set of them, themes by levels, coaches."""
