"""Where an exercise ends: before the links to other units at the bottom of its readme."""

from __future__ import annotations

import re

from ...listings.neighbours import Spot, neighbours_on
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.outline import Exercise
from ...text.source import Span

_RULE = re.compile(
    r"^ {0,3}(?P<mark>[-*_])(?:[ \t]*(?P=mark)){2,}[ \t]*(?:\r\n|\r|\n)\s*", re.MULTILINE
)
_WORD = re.compile(r"\w")


def end_of(curriculum: Curriculum, page: Page, exercise: Exercise) -> int:
    """The end of an exercise, without a rule and links behind it that belong to the readme."""
    text, span = page.document.text, exercise.span
    begin = min([_first_link_line(page, span), *_neighbours(curriculum, page, span)])
    rules = list(_RULE.finditer(text, exercise.heading.span.end, begin))
    if rules and rules[-1].end() == begin:
        begin = rules[-1].start()
    return min(span.end, begin)


def _neighbours(curriculum: Curriculum, page: Page, span: Span) -> list[int]:
    """Where blocks begin that name the units before and behind this one."""
    said = neighbours_on(curriculum, page, reader_of(curriculum).order)
    return [e.block.start for e in said if e.spot is Spot.BOTTOM and span.holds(e.block.start)]


def _first_link_line(page: Page, span: Span) -> int:
    """What follows the last rule, if it is nothing but links."""
    text = page.document.text
    rules = list(_RULE.finditer(text, span.start, span.end))
    if not rules:
        return span.end
    at = begin = rules[-1].end()
    links = [link for link in page.document.links if begin <= link.span.start < span.end]
    for link in links:
        if _WORD.search(text, at, link.span.start):
            return span.end
        at = link.span.end
    return begin if links and not _WORD.search(text, at, span.end) else span.end
