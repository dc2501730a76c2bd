"""My area: where an office stands, whom it must call, what is missing and until when."""
