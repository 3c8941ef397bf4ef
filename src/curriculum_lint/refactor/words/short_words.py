"""Short forms that name a unit: "Reading W5" as the text of a link, and 第3课 in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...model.curriculum import Curriculum, Page
from ...model.reading_order import UnitPlace
from ...settings.unit_words import UNIT_ABBREVIATIONS, UNIT_COUNTERS
from ...text.late_pattern import late_pattern
from ...text.source import Span
from ..labels.written_links import place_in_text, unit_links

_ABBREVIATED = late_pattern(
    rf"(?<![\w.-])(?P<word>{'|'.join(sorted(UNIT_ABBREVIATIONS, key=len, reverse=True))})"
    r"[ -]?#?(?P<id>\d{1,3})(?![\w-]|\.\w)",
    re.IGNORECASE,
)
#: So many units that are called by a short word make it more than chance: D3 is a library.
_ENOUGH = 3
_HAN = "〇一二三四五六七八九十"
_HANGUL_COUNTERS = ("주차", "강", "장", "과")
_COUNTED = late_pattern(
    rf"第[ ]?(?P<id>\d{{1,3}}|[{_HAN}]{{1,3}})[ ]?(?P<counter>[{UNIT_COUNTERS}])"
    rf"|(?<![\w.])(?:제[ ]?)?(?P<hangul>\d{{1,3}})[ ]?(?:{'|'.join(_HANGUL_COUNTERS)})"
)
#: One of them is in all that is counted so: most texts have none, and need no closer look.
_SIGNS = ("第", *_HANGUL_COUNTERS)
#: These count the parts of a page as often as units.
_OF_PARTS = frozenset("节節部篇回")


class ShortName(NamedTuple):
    """A short form of the file at ``whole``, and where the ``number`` in it stands."""

    whole: Span
    number: Span


def abbreviated(curriculum: Curriculum, page: Page) -> Iterator[tuple[ShortName, str, UnitPlace]]:
    """The short words with the right number in the texts of links to modules, in lower case."""
    for link, place in unit_links(curriculum, page):
        if place.unit is not place.module:
            continue
        for match in _ABBREVIATED.finditer(link.text):
            at = place_in_text(link, page.document, match.start(), len(match[0]))
            if at >= 0 and int(match["id"]) == place.module.name.number:
                number = at + match.start("id") - match.start()
                whole = Span(at, at + len(match[0]))
                found = ShortName(whole, Span(number, whole.end))
                yield found, match["word"].casefold(), place


class ShortWords:
    """The short words that surely call the units of one curriculum."""

    def __init__(self, curriculum: Curriculum) -> None:
        units: dict[str, set[str]] = {}
        for page in curriculum.pages.values():
            for _, word, place in abbreviated(curriculum, page):
                units.setdefault(word, set()).add(place.unit.path)
        self._curriculum = curriculum
        self._words = {word for word, paths in units.items() if len(paths) >= _ENOUGH}

    def on(self, page: Page) -> Iterator[ShortName]:
        """Where they stand in the texts of a page's links."""
        if self._words:
            for found, word, _ in abbreviated(self._curriculum, page):
                if word in self._words:
                    yield found


def counted(text: str) -> Iterator[ShortName]:
    """Numbers with the counter of units, in Chinese, Japanese and Korean."""
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _COUNTED.finditer(text):
        if match["counter"] not in _OF_PARTS:
            yield ShortName(
                Span(*match.span()), Span(*match.span("id" if match["id"] else "hangul"))
            )
