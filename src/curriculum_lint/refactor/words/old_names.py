"""Where prose still has the old name of what is renamed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.curriculum import Curriculum
from ...text.regions import Regions
from ...text.whole_words import find_whole
from .prose import not_prose

#: A single word is a name only where it is marked as one, or stands alone in a cell or an item.
_MARKED = r"(?:[*_\"“‘«„]{1,3}|^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+|\|[ \t]*)"
_ENDED = r"(?:[*_\"”’»“]{1,3}|[ \t]*(?:\||\r|\n|\Z))"
_SHORTEST = 3


def old_names_said(curriculum: Curriculum, name: str) -> Iterator[str]:
    """The places in prose, beside links and headings."""
    if len(name) < _SHORTEST:
        return
    words = re.escape(name)
    is_single = len(name.split()) == 1
    pattern = rf"{_MARKED}(?P<name>{words})(?={_ENDED})" if is_single else rf"(?P<name>{words})"
    for page in curriculum.pages.values():
        document = page.document
        if name not in document.text:
            continue
        links, headings = document.links, document.headings
        spans = (*(each.span for each in links), *(each.span for each in headings))
        apart = Regions([*spans, *not_prose(page)])
        for match in re.finditer(pattern, document.text, re.MULTILINE):
            at = match.start("name")
            around = document.text[max(0, at - 1) : match.end("name") + 1]
            if find_whole(around, name) >= 0 and not apart.hold(at):
                yield f"Also says “{name}”: {page.path}:{document.line(at)}"
