"""Markdown text → `Document`. The only package that knows how Markdown is written."""
