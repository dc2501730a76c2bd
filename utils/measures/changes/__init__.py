"""What differs between two fiscal years, or between two releases."""
