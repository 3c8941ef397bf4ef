"""The library that turns Markdown into HTML, set up as GitHub reads it."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.gfm import gfm_plugin

#: Deeper nesting than this is not read.
_NESTING = 60


@cache
def github_grammar() -> MarkdownIt:
    """CommonMark with tables, task lists, alerts, footnotes, struck text and bare addresses."""
    grammar = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING})
    gfm_plugin(grammar)
    return grammar
