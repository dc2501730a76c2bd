"""From the bytes of a sent file to typed rows, and to every problem found on the way."""
