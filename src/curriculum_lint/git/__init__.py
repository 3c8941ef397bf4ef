"""Calls of git that only read, and what they say of a base."""
