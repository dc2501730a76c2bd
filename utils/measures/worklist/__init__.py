"""What an office can act on: items that the tables of a release raise, each by a rule."""
