"""Link reference definitions: ``[label]: destination "title"`` at the start of a paragraph."""

from __future__ import annotations

from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .alignment import Alignment
from .destination import find_destination, unescape_destination
from .document import Link, LinkKind

_LABEL = late_pattern(r"\[((?:[^\\\[\]]|\\[!-/:-@\[-`{-~]?+){1,1000})\]:")
#: Blanks, and one line break among them.
_GAP = late_pattern(r"[ \t]*(?:\n[ \t]*)?")
TITLE = late_pattern(
    r""""(?:[^"]|(?<=\\)")*"|'(?:[^']|(?<=\\)')*'|\((?:[^()]|(?<=\\)[()])*\)""",
)
_LINE_END = late_pattern(r"[ \t]*(?:\n|\Z)")


class Definition(NamedTuple):
    """One definition; ``whole`` and ``target`` are offsets in its paragraph's content."""

    label: str
    whole: Span
    target: Span


def read_definitions(content: str) -> tuple[list[Definition], int]:
    """The definitions with which a paragraph begins, and where what is left of it begins."""
    found: list[Definition] = []
    at = 0
    while content.startswith("[", at):
        read = _definition(content, at)
        if read is None:
            break
        definition, at = read
        found.append(definition)
    return found, at


def _definition(content: str, start: int) -> tuple[Definition, int] | None:
    label = _LABEL.match(content, start)
    if label is None or not label[1].strip():
        return None
    target = find_destination(content, _GAP.match(content, label.end()).end())  # type: ignore[union-attr]
    if target is None:
        return None
    behind = _behind_title(content, target.end)
    if behind is None:
        return None
    end, after = behind
    return Definition(label[1], Span(start, end), target.inside), after


def _behind_title(content: str, at: int) -> tuple[int, int] | None:
    """Where a definition ends, and where the next line begins; ``None`` if it is none."""
    gap = _GAP.match(content, at).end()  # type: ignore[union-attr]
    title = TITLE.match(content, gap) if gap > at else None
    for end in (title.end(), at) if title else (at,):
        if line_end := _LINE_END.match(content, end):
            return end, line_end.end()
    return None


def fold_label(label: str) -> str:
    """What labels that mean the same have in common."""
    # Both ways: some letters have no small form, and some no capital.
    return " ".join(label.split()).lower().upper()


def definition_link(definition: Definition, content: str, alignment: Alignment) -> Link:
    """A definition that was read in ``content``, as a link of the file."""
    label, whole, target = definition
    return Link(
        LinkKind.DEFINITION,
        unescape_destination(content[target.start : target.end]),
        alignment.span(*whole),
        alignment.span(*target),
        label,
        fold_label(label),
    )
