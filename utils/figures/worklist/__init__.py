"""The worklist in words: what an item is, why it is there, what closes it, what to say."""
