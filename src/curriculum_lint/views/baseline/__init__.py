"""Findings that are known: recorded in a file, recognised again, and not reported."""
