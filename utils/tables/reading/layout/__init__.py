"""How people lay a table out: headings of several rows, blocks, totals, columns side by side."""
