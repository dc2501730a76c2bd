"""The data desk, and the preview of what waits there to be published."""
