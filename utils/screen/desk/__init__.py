"""The page Data desk, and the preview of what waits there."""
