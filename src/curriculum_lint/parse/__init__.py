"""Markdown text → `Document`. The only package that knows markdown-it-py."""
