"""A linter and CI toolkit for curriculum repositories written in Markdown."""

__version__ = "0.2.0"
