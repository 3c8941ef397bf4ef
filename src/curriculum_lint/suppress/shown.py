"""What a reader sees of a text, for comparing two of them."""

from __future__ import annotations

import re
from typing import Any

from ..parse.front_matter import front_matter_lines
from ..render.grammar import github_grammar
from ..text.source import normalise_line_ends

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"\s*(<[^>]*>)\s*")


def shown_page(text: str) -> str:
    """The HTML of ``text`` without comments, and without the blanks beside tags."""
    lines = normalise_line_ends(text).split("\n")
    env: dict[str, Any] = {}
    html = github_grammar().render("\n".join(lines[front_matter_lines(lines) :]), env)
    return _TAG.sub(r"\1", _COMMENT.sub("", html)).strip()
