"""Mutants: code with one token changed, and whether a test notices."""
