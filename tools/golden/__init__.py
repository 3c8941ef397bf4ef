"""Keeps curricula that tell the linter from its mutants, and what is seen of them."""
