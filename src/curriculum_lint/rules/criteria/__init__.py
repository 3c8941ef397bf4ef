"""Acceptance criteria and the tests that check them."""
