"""Levels, and indexes written by hand."""
