"""What an entry of an index calls its unit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..settings.unit_words import UNIT_COUNTERS, UNIT_WORDS
from ..text.late_pattern import late_pattern
from ..text.source import Span
from ..text.titles import words

_TASK = late_pattern(r"\[[ xX]\][ \t]+")
#: What may number an entry in its own text, and in bold.
_WORD = "|".join(map(re.escape, sorted(UNIT_WORDS)))
_NUMBER = rf"(?:(?:{_WORD})[ ]+)?(?:\d{{1,3}}[a-z]?|[a-z])[.):|]"
_NUMBERED = late_pattern(
    rf"(?:{_NUMBER}|\*\*{_NUMBER}\*\*|(?:(?:{_WORD})[ ]+)?\d{{1,3}}[a-z]?[ ]+[·•|–—-])[ ]+"
    rf"|第\d{{1,3}}[{UNIT_COUNTERS}][ ]*",
    re.IGNORECASE,
)
#: Pictures and marks in front of an entry: 🚀, ✅, →.
_ICONS = late_pattern(r"(?:[^\w\s\[\]()*_`~<>\"'“‘&#.,;:!?/\\|@+=-]+[ \t]*)+")
_STRONG = late_pattern(r"(\*\*|__)(?P<name>[^*_\n][^\n]*?)\1")
_PLAIN = late_pattern(r"(?P<name>[^\n]*?)(?=[ \t]*(?::[ \t]|:?[ \t]*\n|:?\Z|[ \t][-–—→➜➡»][ \t]))")
#: What may stand before the link that an entry is about.
_LEAD = late_pattern(
    rf"(?:\[[ xX]\])?\W*(?:{_NUMBER}|(?:(?:{_WORD})[ ]+)?\d{{1,3}}[a-z]?[ ]?(?=\W))?\W*"
    r"(?:[^\W\d]+\W+){0,2}",
    re.IGNORECASE,
)
_PARENTHESIS = late_pattern(r"[(（][^()（）]*[)）]")
_MOST_WORDS = 14
_LONGEST_LEAD = 60
_LONGEST_NAME = 200
#: The names of units are asked for whenever a curriculum has changed.
_MOST_KEYS = 8_192


class EntryName(NamedTuple):
    """What an entry calls its unit; ``span`` is where that stands, ``strong`` if in bold."""

    text: str
    span: Span
    strong: bool


def is_leading(before: str) -> bool:
    """Whether what stands before a link leaves it the first thing in its entry."""
    return len(before) < _LONGEST_LEAD and _LEAD.fullmatch(before) is not None


@lru_cache(_MOST_KEYS)
def name_keys(text: str) -> tuple[str, ...]:
    """The words of a name, with and without what stands in parentheses."""
    both = (words(text), words(_PARENTHESIS.sub(" ", text)))
    return tuple(dict.fromkeys(" ".join(found) for found in both if found))


def without_number(title: str, number: int | None = None) -> str:
    """A title without icons and the number of its unit in front, also a bare ``number``."""
    lead, _, rest = title.partition(" ")
    if lead.isdecimal() and int(lead) == number:
        return rest
    return title[_behind_number(title, _behind_icons(title, 0)) :]


def entry_name(line: str, start: int) -> EntryName | None:
    """What the first line of an entry calls its unit: its bold words, or all up to a colon."""
    line = line[:_LONGEST_NAME]
    task = _TASK.match(line)
    at = task.end() if task else 0
    at = _behind_number(line, _behind_icons(line, at))
    at = _behind_icons(line, at)
    strong = _STRONG.match(line, at)
    match = strong or _PLAIN.match(line, at)
    if match is None:
        return None
    begin = _behind_number(line, _behind_icons(line, match.start("name")))
    text = line[begin : match.end("name")].rstrip(" :")
    if not text or len(text.split()) > _MOST_WORDS:
        return None
    return EntryName(text, Span(start + begin, start + begin + len(text)), strong is not None)


def _behind_icons(line: str, at: int) -> int:
    match = _ICONS.match(line, at)
    return match.end() if match else at


def _behind_number(line: str, at: int) -> int:
    match = _NUMBERED.match(line, at)
    return match.end() if match else at
