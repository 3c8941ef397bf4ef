"""Curricula, and all that is said of them and made of them, kept in files."""
