"""Files of an office's area: a workbook, a sheet of A4, the dates for a calendar."""
