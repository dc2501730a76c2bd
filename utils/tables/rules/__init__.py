"""What the rows of a table may not say, or are not expected to say."""
