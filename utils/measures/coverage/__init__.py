"""How many provinces have a city that counts, by which rule, and what is ahead."""
