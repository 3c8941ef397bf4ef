"""What front matter says: its values, and the units that it calls next and previous."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.curriculum import Page
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.watch import stored_query, taken
from ..parse.front_matter import front_matter_lines
from ..text.late_pattern import late_pattern
from ..text.source import Span

_LINE = late_pattern(
    r"[ \t]*(?P<key>[\w.-]+)[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<value>[^\"'\r\n#]+?)(?P=quote)"
    r"[ \t]*\Z"
)
_NEIGHBOUR = late_pattern(
    r"(?:pagination_)?(?P<word>next|prev|previous)(?:[_-]?(?:page|lesson|module|url|link|path))?",
    re.IGNORECASE,
)
_MOST = 200


class Metadatum(NamedTuple):
    """A line ``key: value`` of front matter; ``span`` is where the value stands, unquoted."""

    key: str
    value: str
    span: Span


def metadata(page: Page) -> Iterator[Metadatum]:
    """The lines of a page's front matter that give one value to one key, outside of tables."""
    page = taken(page, _metadata)
    text = page.document.text
    if not text.startswith(("---", "+++")):
        return
    starts = page.document.line_starts[:_MOST]
    lines = [text[a:b].rstrip("\r\n") for a, b in zip(starts, [*starts[1:], None], strict=False)]
    for at, line in enumerate(lines[: front_matter_lines(lines)]):
        match = _LINE.match(line)
        if match is not None:
            begin = starts[at] + match.start("value")
            span = Span(begin, begin + len(match["value"]))
            yield Metadatum(match["key"], match["value"], span)


@stored_query
def _metadata(page: Page) -> list[Metadatum]:
    return list(metadata(page))


def named_neighbours(
    page: Page, owner: UnitPlace, order: ReadingOrder
) -> Iterator[tuple[str, Span, UnitPlace]]:
    """``next`` or ``previous``, where the unit is named, and which one it is."""
    for key, value, span in metadata(page):
        match = _NEIGHBOUR.fullmatch(key)
        if match and (target := named_unit(value, page, owner, order)):
            word = "next" if match["word"].casefold() == "next" else "previous"
            yield word, span, target


def named_unit(value: str, page: Page, owner: UnitPlace, order: ReadingOrder) -> UnitPlace | None:
    """Another unit that a path leads to, seen from the page, from around it, or from the root."""
    folder = posixpath.dirname(page.path)
    for around in ("", folder, posixpath.dirname(folder), owner.level.path):
        path = posixpath.normpath(posixpath.join(around, value.strip("/")))
        for each in (path, path.removesuffix(".html") + ".md"):
            place = order.by_readme.get(each) or order.places.get(each)
            if place is not None and place.unit.path != owner.unit.path:
                return place
    return None
