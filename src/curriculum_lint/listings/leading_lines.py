"""What stands before a link on its line, and whether an entry can begin with it: a quick look.

Most links to units stand in sentences. To see that takes no list and no block of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.late_pattern import late_pattern
from .entry_names import is_leading

_MARKER = late_pattern(r"[\s>]*(?:[-*+]|\d{1,9}[.)])\s+")
_HEADING = late_pattern(r"[\s>]*#{1,6}\s+")
#: More lines without a blank one between them are looked at closely.
_MOST_LINES = 40
#: So many links on one line may be an index, whatever stands around them.
_INLINE = 3


def may_lead(text: str, links: Sequence[int]) -> bool:
    """Whether one of the links at sorted offsets of ``text`` may be what an entry is about.

    Where that is not certain at once, it may.
    """
    lines = [text.rfind("\n", 0, at) for at in links]
    if any(map(int.__eq__, lines, lines[_INLINE - 1 :])):
        return True
    return any(_may_lead(text, at) for at in links)


def befores(text: str, link: int) -> Iterator[str]:
    """What may stand before the link at an offset in an item of a list, whose markers go."""
    line = text[text.rfind("\n", 0, link) + 1 : link].lstrip("> \t")
    marker = _MARKER.match(line)
    if marker is None:
        yield line
    while marker is not None:
        line = line[marker.end() :]
        yield line
        marker = _MARKER.match(line)


def _may_lead(text: str, link: int) -> bool:
    end = text.find("\n", link)
    lines = [*_lines_above(text, link)]
    if "|" in text[link : end if end >= 0 else len(text)] or len(lines) > _MOST_LINES:
        return True
    if any("|" in line or line.lstrip().startswith("<") for line in lines):
        return True
    # What is indented may belong to an item further above, which begins with a few words.
    return lines[-1][:1] in tuple(" \t>") or any(is_leading(_words(line)) for line in lines)


def _lines_above(text: str, link: int) -> Iterator[str]:
    """What stands before a link on its line, and the lines above that up to a blank one."""
    start = text.rfind("\n", 0, link) + 1
    yield text[start:link]
    for _ in range(_MOST_LINES):
        end, start = start, text.rfind("\n", 0, max(0, start - 1)) + 1
        line = text[start:end]
        if not line.strip():
            return
        yield line.rstrip("\r\n")


def _words(line: str) -> str:
    """A line without the markers of lists and of a heading."""
    while (marker := _MARKER.match(line) or _HEADING.match(line)) is not None:
        line = line[marker.end() :]
    return line.lstrip()
