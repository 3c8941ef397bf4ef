"""A new region for an index, behind a heading that somebody names."""

from __future__ import annotations

import re
import unicodedata

from ..edits.edit import Edit
from ..parse.document import Document, Heading, List, RegionKind
from ..parse.generated import region_end, region_start
from ..text.suggest import closest

#: What begins a heading, for people who paste the whole line. "#include" begins none.
_HASHES = re.compile(r"\A\s*#{1,6}\s+")


_REGION = f"{region_start(RegionKind.INDEX)}\n{region_end(RegionKind.INDEX)}"


class NoHeadingError(ValueError):
    """The document has no such heading. ``nearest`` is one that is written alike."""

    def __init__(self, path: str, wanted: str, nearest: str | None) -> None:
        hint = f" Did you mean “{nearest}”?" if nearest else ""
        super().__init__(f"{path} has no heading “{wanted}”.{hint}")


def heading_called(document: Document, heading: str) -> Heading:
    """The heading with that text, also with number signs, or anchor. Raises `NoHeadingError`."""
    wanted = _HASHES.sub("", heading).strip()
    found = next((each for each in document.headings if _is(each, wanted)), None)
    if found is None:
        texts = [each.text for each in document.headings if not each.nested]
        raise NoHeadingError(document.path, wanted, closest(wanted, texts))
    return found


def insertion_after(document: Document, heading: Heading) -> Edit:
    """The edit that puts an empty region behind the line of ``heading``."""
    end = _line_end(document.text, heading.span.end)
    has_end = document.text[end - 1 : end] in ("\n", "\r")
    return Edit(document.path, end, end, f"{'' if has_end else chr(10)}\n{_REGION}\n")


def replacement(document: Document, existing: List) -> Edit:
    """The edit that puts an empty region in the place of a list."""
    return Edit(document.path, *existing.span, _REGION)


def _is(heading: Heading, wanted: str) -> bool:
    if heading.nested:
        return False
    return _folded(heading.text) == _folded(wanted) or heading.anchor == wanted


def _folded(text: str) -> str:
    """``text`` as people compare it: case, kinds of blanks and composed letters are the same."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _line_end(text: str, offset: int) -> int:
    """Where the line of ``offset`` is over, its line ending included."""
    if text[offset - 1 : offset] in ("\n", "\r"):
        return offset
    ends = [at for mark in ("\n", "\r") if (at := text.find(mark, offset)) >= 0]
    if not ends:
        return len(text)
    at = min(ends)
    return at + (2 if text.startswith("\r\n", at) else 1)
