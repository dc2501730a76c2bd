"""The brief of one province."""
