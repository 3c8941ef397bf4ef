"""Tests of acceptance criteria: what they name and quote, and what was proved of them."""
