"""Pictures, sentences and tables of the coverage of provinces."""
