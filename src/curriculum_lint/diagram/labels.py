"""Labels as they are written in Mermaid → plain text."""

from __future__ import annotations

import html
import re

_BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_CODE = re.compile(r"#(\d{1,7}|[A-Za-z]+\d*);")
_ICON = re.compile(r"\bfa[a-z]?:fa-[\w-]+\s*")
_STRESS = re.compile(r"(\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1")
_BLANKS = re.compile(r"[^\S\n]+")


def plain_label(written: str) -> str:
    """What a reader sees: lines without markup, entities as characters."""
    text = written.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    is_markdown = len(text) > 1 and text[0] == text[-1] == "`"
    if is_markdown:
        text = _STRESS.sub(r"\2", text[1:-1])
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = html.unescape(_CODE.sub(_entity, _ICON.sub("", text)))
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in text.strip().split("\n"))


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    return f"&#{name};" if name.isdigit() else f"&{name};"
