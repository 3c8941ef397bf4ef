"""Sections that repeat the number of their unit: ``3.1 Layout`` in module 3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...edits.edit import Edit
from ...model.curriculum import Page
from ...model.reading_order import UnitPlace
from ...model.target import Outcome, Target
from ...model.watch import stored_query, taken
from ...parse.document import Heading, Link
from ...text.regions import Regions
from ..headings.new_headings import NewHeading
from ..labels.unit_labels import agrees
from ..labels.written_links import place_in_text
from ..words.mentions import Mentions, unit_number
from ..words.prose import not_prose

_NUMBER = re.compile(r"(?P<around>\d{1,3}[a-z]?)(?:\.\d{1,3})+(?=\.?\s)")
_FIRST = ("0", "1")
_LEAST = 2
_REACH = 40
_LINE = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?(?P<text>\d[^\r\n]*)", re.MULTILINE)

#: The numbers of the sections of some readmes, by their paths, old and new.
SectionNumbers = Mapping[str, Mapping[Heading, tuple[str, str]]]


def section_numbers(
    mentions: Mentions, page: Page, old: UnitPlace, new: UnitPlace
) -> dict[Heading, tuple[str, str]]:
    """The sections of a unit's readme that are numbered by it, with their numbers, old and new.

    None where any is numbered otherwise, or a single one in a unit whose title has no number.
    """
    own, right = unit_number(old), unit_number(new)
    headings = _numbered(taken(page, _numbered))
    found = {each: match for each in headings if (match := _NUMBER.match(each.text))}
    numbers = [match[0] for match in found.values()]
    is_counted = bool(numbers) and numbers[0].split(".")[1] in _FIRST
    is_sure = len(found) >= _LEAST or _is_titled(mentions, page, old)
    if own == right or not is_counted or not is_sure:
        return {}
    if any(match["around"] != own for match in found.values()):
        return {}
    return {each: (match[0], right + match[0][len(own) :]) for each, match in found.items()}


@stored_query
def _numbered(page: Page) -> list[Heading]:
    """The headings with such numbers that open no exercise: what others are called counts not."""
    exercises = {exercise.heading for exercise in page.outline.exercises}
    headings = page.document.headings
    return [each for each in headings if each not in exercises and _NUMBER.match(each.text)]


def _is_titled(mentions: Mentions, page: Page, place: UnitPlace) -> bool:
    """Whether the title of a readme has the number of its unit."""
    title = page.outline.title
    label = mentions.grammar.read(title.text) if title else None
    return bool(label and agrees(label, place))


def section_headings(
    page: Page, numbers: Mapping[Heading, tuple[str, str]]
) -> Iterator[tuple[Heading, NewHeading]]:
    """The headings with their new numbers, but for those that have them in markup."""
    for heading, (old, new) in numbers.items():
        start = heading.content.start
        if page.document.text.startswith(heading.text, start) and not heading.html:
            edit = Edit(page.path, start, start + len(old), new)
            yield heading, NewHeading(edit, new + heading.text[len(old) :])


def section_entries(mentions: Mentions, numbers: SectionNumbers) -> Iterator[Edit]:
    """The numbers of sections in links to them, before these, and in lines with their headings."""
    for source, target in mentions.relocation.references.links((), numbers):
        page = mentions.curriculum.pages[source]
        for heading, (old, new) in numbers.get(target.page or "", {}).items():
            is_meant = heading.anchor == target.fragment or _is_astray(target, old)
            at = _at_link(page, target.link, old) if is_meant else -1
            if at >= 0:
                yield Edit(source, at, at + len(old), new)
    yield from _plain_entries(mentions, numbers)


def _is_astray(target: Target, number: str) -> bool:
    """Whether a link begins with a number, and has an anchor as no heading has it on GitHub."""
    match = _NUMBER.match(target.link.text)
    is_lost = target.outcome is Outcome.ANCHOR_MISSING
    return is_lost and match is not None and match[0] == number


def _at_link(page: Page, link: Link, number: str) -> int:
    """Where a link says a number, at its beginning or before it; -1 where it does not."""
    if link.text.startswith(number):
        return place_in_text(link, page.document, 0, len(number))
    before = page.document.text[max(0, link.span.start - _REACH) : link.span.start]
    match = re.search(rf"(?<![\w.]){re.escape(number)}[ .:–—*_-]*\Z", before)
    return link.span.start - len(before) + match.start() if match else -1


def _plain_entries(mentions: Mentions, numbers: SectionNumbers) -> Iterator[Edit]:
    """Lines that are the words of such a heading, and of no other."""
    known: dict[str, tuple[str, str] | None] = {}
    for found in numbers.values():
        for heading, pair in found.items():
            known[heading.text] = None if heading.text in known else pair
    for page in mentions.held_pages() if known else ():
        apart = Regions(not_prose(page))
        for match in _LINE.finditer(page.document.text):
            line = known.get(match["text"].rstrip())
            start = match.start("text")
            if line and not apart.hold(start):
                yield Edit(page.path, start, start + len(line[0]), line[1])
