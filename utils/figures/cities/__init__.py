"""Pictures, sentences and tables of cities and their programmes."""
