"""Plain text that becomes part of a Markdown document."""

from __future__ import annotations

import re

from .escape import visible

#: What Markdown or GitHub may read as markup anywhere in a line. An underscore inside a word is
#: none, nor is a number sign or a hyphen behind the first word. GitHub links bare addresses.
_ACTIVE = re.compile(r"[\\`*\[\]|~]|(?<![^\W_])_|_(?![^\W_])|\$|:(?=//)|(?<=www)\.")
_ENTITY = re.compile(r"&(?=#?\w+;)")
#: What begins a block where a list item's text begins.
_LEADING = re.compile(r"\A(?:[#>+=-]|\d{1,9}[.)])")


def in_markdown(text: str) -> str:
    """``text`` as it reads, in the middle of a paragraph, a list item or a cell of a table."""
    text = _ENTITY.sub("&amp;", visible(" ".join(text.split())))
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return _ACTIVE.sub(r"\\\g<0>", text)


def leading_in_markdown(text: str) -> str:
    """``text`` as it reads where a paragraph or a list item begins."""
    written = in_markdown(text)
    match = _LEADING.match(written)
    if match is None:
        return written
    at = match.end() - 1
    return f"{written[:at]}\\{written[at:]}"
