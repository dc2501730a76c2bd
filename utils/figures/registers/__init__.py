"""Registers in words: any declared register as a table and as a card."""
