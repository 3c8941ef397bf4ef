"""Diagnostics as text: every output format turns a `Report` into chunks for the CLI to write."""
