"""What each table is: its columns, keys, units and sources, declared once."""
