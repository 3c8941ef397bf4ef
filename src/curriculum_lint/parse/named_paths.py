"""Paths that a file names in code spans, such as `junior_level/1_x/readme.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .document import Document, NamedPath

#: Several names with slashes between them, and perhaps a line; nothing that stands for a name.
_PATH = re.compile(
    r"(?P<path>(?:\.{1,2}/)*[\w.][\w.+-]*(?:/[\w.][\w.+@-]*)+/?)"
    r"(?::\d+(?:[:-]\d+)?|#L\d+(?:-L\d+)?)?"
)
#: A word that stands for a number or a name: `XX-name`, `week_N`, `nn-slug`, `YYYY-MM-DD`.
_STANDS_FOR = late_pattern(r"(?<![^\W_])(?:X+|N+|YY+|MM+|DD+|nn+|xx+|(?<=[-_])[nx])(?![^\W_])")
_LONGEST = 300


def named_paths(document: Document) -> Iterator[NamedPath]:
    """The code spans that hold a path and nothing else."""
    for span in document.code_spans:
        if span.end - span.start > _LONGEST:
            continue
        written = document.text[span.start : span.end].strip("`")
        content = written.strip()
        match = _PATH.fullmatch(content)
        if match and "..." not in content and not _STANDS_FOR.search(content):
            start = document.text.index(content, span.start)
            yield NamedPath(match["path"], Span(start, start + match.end("path")))
