"""The slides of a meeting, each one message."""
