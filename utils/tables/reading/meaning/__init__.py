"""What the texts of cells mean: alone, in their column, and beside one another."""
