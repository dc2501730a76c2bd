"""Submissions: sent, read, compared with what is published, certified, published, reverted."""
