"""What a table is, how it is declared, read, cleaned and checked."""
