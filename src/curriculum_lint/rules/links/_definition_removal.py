"""How a reference definition is taken out of a document."""

from __future__ import annotations

from ...edits.edit import Edit, Fix, Safety
from ...parse.document import Document, Link
from ...text.late_pattern import late_pattern

#: A line that, behind a definition, reads otherwise once the definition is gone.
_ATTACHED = late_pattern(r"[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]")


def removal(document: Document, definition: Link, *, sure: bool = True) -> Fix | None:
    """The fix that deletes the definition's lines; ``None`` where the rest would read otherwise.

    It is safe where ``sure``.
    """
    starts = document.line_starts
    first = document.line(definition.span.start) - 1
    last = document.line(definition.span.end - 1)
    if document.text[starts[first] : definition.span.start].strip():
        return None
    following = _next_text(document, last)
    if _ATTACHED.match(following):
        return None
    begin = starts[first]
    end = starts[last] if last < len(starts) else len(document.text)
    if _is_blank(document, first - 1):
        if following and _is_blank(document, last):
            end = starts[last + 1]
        elif not following:
            begin = starts[first - 1]
    safety = Safety.SAFE if sure else Safety.UNSAFE
    return Fix("Delete the definition", safety, (Edit(document.path, begin, end, ""),))


def _line(document: Document, index: int) -> str:
    starts = document.line_starts
    end = starts[index + 1] if index + 1 < len(starts) else len(document.text)
    return document.text[starts[index] : end]


def _is_blank(document: Document, index: int) -> bool:
    """Whether there is a line of that index (0-based) and it is blank."""
    if not 0 <= index < len(document.line_starts):
        return False
    return not _line(document, index).strip()


def _next_text(document: Document, index: int) -> str:
    """The next line with text from ``index`` on; empty at the end of the file."""
    while index < len(document.line_starts):
        line = _line(document, index)
        if line.strip():
            return line
        index += 1
    return ""
