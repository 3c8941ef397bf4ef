"""A character of a heading replaced, with the links of the same document to its anchor."""

from __future__ import annotations

from ...edits.edit import Edit, Fix, Safety
from ...parse.anchors import slug
from ...parse.document import Document, Heading
from ...text.percent import decode_percent, encode_percent


def replacing(document: Document, heading: Heading, at: int, by: str, title: str) -> Fix:
    """The fix: unsafe, since links of other documents may need the old anchor."""
    edits = [Edit(document.path, at, at + 1, by)]
    base = slug(heading.text)
    new = slug(heading.text.replace(document.text[at], by, 1))
    number = heading.anchor.removeprefix(base)
    for link in document.links:
        path, mark, fragment = link.destination.partition("#")
        if link.target and mark and not path and decode_percent(fragment) == heading.anchor:
            edits.append(Edit(document.path, *link.target, f"#{encode_percent(new + number)}"))
    return Fix(title, Safety.UNSAFE, tuple(edits))
