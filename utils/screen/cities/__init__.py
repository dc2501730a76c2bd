"""The pages Pilots and City."""
