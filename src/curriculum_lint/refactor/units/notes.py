"""Sentences about what is left to do by hand, whose places stay right whatever is written later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...model.curriculum import Page

_PLACE = re.compile(r"(?P<path>[^\r\n]+?):(?P<line>\d+)(?= )")


class _Note(NamedTuple):
    """A sentence, and the text of the line that it begins with the place of: "a.md:3 says …"."""

    words: str
    line: str | None


class Notes:
    """What was noted so far, each sentence once."""

    def __init__(self) -> None:
        self._found: dict[_Note, None] = {}

    def add(self, sentences: Iterable[str], pages: Mapping[str, Page]) -> None:
        """Remember sentences that are right for ``pages`` as they are now."""
        for words in sentences:
            place = _PLACE.match(words)
            page = pages.get(place["path"]) if place else None
            line = _line(page.document.text, int(place["line"])) if place and page else None
            self._found[_Note(words, line)] = None

    def told(self, pages: Mapping[str, Page]) -> Iterator[str]:
        """The sentences with the lines that their places have in ``pages``."""
        for words, line in self._found:
            place = _PLACE.match(words) if line is not None else None
            page = pages.get(place["path"]) if place else None
            if place and page and line is not None:
                at = _nearest(page.document.text, line, int(place["line"]))
                yield f"{place['path']}:{at}{words[place.end() :]}"
            else:
                yield words


def _line(text: str, number: int) -> str | None:
    return next(iter(text.splitlines()[number - 1 : number]), None)


def _nearest(text: str, line: str, number: int) -> int:
    """The number of the line that says the same, the nearest to where it was."""
    alike = [at for at, each in enumerate(text.splitlines(), 1) if each == line]
    return min(alike, key=lambda at: abs(at - number), default=number)
