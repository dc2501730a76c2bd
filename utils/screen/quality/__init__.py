"""The pages Publication history and Methods."""
