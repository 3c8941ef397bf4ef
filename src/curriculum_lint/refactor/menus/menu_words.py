"""What an item of navigation says: its title, a key with a path, and how values are quoted."""

from __future__ import annotations

import json
import re

from ...text.source import Span

_TITLE_KEY = r"(?:title|text|label|name|part|caption|chapter)"
TITLE = re.compile(
    rf"[\"']?\b{_TITLE_KEY}[\"']?[ \t]*:[ \t]*([\"']?)(?P<value>[^\"'\r\n{{}}\[\],]+)(?=\1)"
)
KEY = re.compile(
    r"(?:\"(?P<double>[^\"\r\n]+)\"|'(?P<single>[^'\r\n]+)'|(?P<plain>[^\"'\r\n{}\[\]:]+?))"
    r"[ \t]*:(?=[ \t\r\n])"
)
PATH_KEY = re.compile(
    r"[\"']?(?:local|file|path|href|link|url|page|doc|to|id|section|sections|children|items|type|"
    rf"{_TITLE_KEY})[\"']?[ \t]*:"
)
#: A title that YAML reads as it stands.
_PLAIN = re.compile(r"\w(?:[\w ,.()/&+'’–-]*[\w.)])?")


def quoted(title: str, text: str, span: Span) -> str:
    """A title as YAML or JSON has it in that place."""
    before = text[span.start - 1 : span.start] if span.start else ""
    if before == '"':
        return json.dumps(title, ensure_ascii=False)[1:-1]
    if before == "'":
        return title.replace("'", "''")
    return title if _PLAIN.fullmatch(title) else json.dumps(title, ensure_ascii=False)


def stripped(text: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    written = text[slice(*span)]
    start = span.start + len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))
