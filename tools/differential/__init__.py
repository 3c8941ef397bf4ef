"""Compares what we read of Markdown with what GitHub's own grammar renders."""
