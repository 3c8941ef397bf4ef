"""Runs or parses every code fence of the curriculum."""
