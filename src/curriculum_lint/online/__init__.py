"""Asks the web whether external links still lead somewhere: only with ``check --online``."""
