"""What changes data: the store of releases, and the way from a sent file to a published one."""
