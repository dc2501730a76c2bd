"""What changes data: the store of releases, and the steps from a sent file to a published one."""
