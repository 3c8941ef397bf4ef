"""Looks at a repository that has no configuration yet, and writes a first one."""
