"""Files people take away."""
