"""Pictures, sentences and tables of the staircase."""
