"""Numbers: tables in, tables out. The only home of the programme's rules."""
