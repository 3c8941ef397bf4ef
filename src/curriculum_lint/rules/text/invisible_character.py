"""CL602 invisible-character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Document
from ...settings.severity import Severity
from ...text.invisible import (
    belongs_anywhere,
    belongs_in_prose,
    character_name,
    find_invisible,
    is_space,
)
from ...text.mojibake import find_mojibake
from ...text.regions import Regions
from ...text.source import Span
from ..wording import also_on, sentence_start
from ._invisible_fix import InvisibleFixes
from ._program_output import output_spans
from ._text_places import TextPlace, TextPlaces

_IDEOGRAPHIC = "\u3000"
_TYPOGRAPHY = frozenset({TextPlace.PROSE, TextPlace.HEADING, TextPlace.LINK})
_HARMS = {
    TextPlace.PROSE: "{}",
    TextPlace.CODE: "{}, and whoever copies the code gets an error",
    TextPlace.DESTINATION: "{}, and the link leads elsewhere than it says",
    TextPlace.HEADING: "{}, and searching for the heading's words misses it",
    TextPlace.LINK: "{}, and searching for the text misses it",
    TextPlace.MARKER: "only a plain space makes the line a heading or a list item",
}


class InvisibleCharacter(DocumentRule):
    """A no-break space from a web page looks like a space, until somebody copies the command and
    the shell does not know it. Zero-width characters break searches, anchors and addresses.
    """

    code = "CL602"
    name = "invisible-character"
    summary = "a no-break space, zero-width character, direction mark or soft hyphen"
    severity = Severity.ERROR
    fix_changes = PageChange.CHARACTERS
    limits = (
        "Elsewhere than in headings, code and links it is for information only, and told once in a "
        "file; in code, once in a block. What a program has printed may hold no-break spaces. "
        "Joiners in emoji and in scripts that need them, word breaks in scripts without blanks, "
        "direction marks in lines of Arabic or Hebrew, wide spaces in Chinese and Japanese, soft "
        "hyphens in long words, and spaces that hold a short word, a number or a sign "
        "(`« Oui ! »`, `10 000`, `w domu`, `z. B.`) are fine. A space between two words "
        "that may be meant is replaced by an unsafe fix."
    )
    good = (Example("# Notes\n\n👩\u200d💻 écrit «\xa0Oui\xa0!\xa0» et 10\u202f000 fois.\n"),)
    bad = (
        Example(
            "# Notes\n\nRun `npm\xa0test`, then\xa0 wait.\n",
            finds=("3:9 CL602", "3:21 CL602"),
            fixed="# Notes\n\nRun `npm test`, then wait.\n",
        ),
        Example(
            "# Notes\n\nRun it, then\xa0wait.\n\nWait\xa0again.\n",
            finds=("3:13 CL602",),
            fixed="# Notes\n\nRun it, then wait.\n\nWait again.\n",
            unsafe=True,
        ),
        Example(
            "# Set\u200bup\n\nDone.\n",
            finds=("1:6 CL602",),
            fixed="# Setup\n\nDone.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each run of one invisible character that does not belong where it is."""
        text = page.document.text
        found = [m.start() for m in find_invisible(text) if not _belongs(text, m)]
        if found:
            yield from _Reader(page.document).findings(found)


def _belongs(text: str, found: re.Match[str]) -> bool:
    # Between wide letters an ideographic space is right, but where it should begin a heading.
    return found[0] != _IDEOGRAPHIC and belongs_anywhere(text, found.start())


def _runs(text: str, found: list[int]) -> Iterator[tuple[int, int]]:
    """Neighbours that are the same character, as one."""
    start = end = found[0]
    for at in found:
        if at == end and text[at] == text[start]:
            end += 1
            continue
        if end > start:
            yield start, end
        start, end = at, at + 1
    yield start, end


class _Group(NamedTuple):
    """The runs of one character that are told as one."""

    place: TextPlace
    runs: list[Span]


class _Reader:
    """Says what is wrong with invisible characters, in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = TextPlaces(document)
        self._fixes = InvisibleFixes(document, self._places)
        self._output = Regions(output_spans(document))
        # Wrongly read text is full of them, and is another rule's business.
        self._mojibake = Regions(Span(run.start, run.end) for run in find_mojibake(document.text))

    def findings(self, found: list[int]) -> Iterator[Finding]:
        """The findings about the characters at the offsets ``found``."""
        groups: dict[tuple[str, int], _Group] = {}
        for start, end in _runs(self._document.text, found):
            place = self._place(start)
            if not self._mojibake.hold(start) and not self._belongs(start, place):
                group = groups.setdefault(self._group(start, place), _Group(place, []))
                group.runs.append(Span(start, end))
        return map(self._finding, groups.values())

    def _place(self, offset: int) -> TextPlace:
        place = self._places.at(offset)
        is_joined = place is TextPlace.MARKER and not is_space(self._document.text[offset])
        return TextPlace.PROSE if is_joined else place

    def _belongs(self, offset: int, place: TextPlace) -> bool:
        text = self._document.text
        if text[offset] == _IDEOGRAPHIC and place is not TextPlace.MARKER:
            return belongs_anywhere(text, offset)
        if place is TextPlace.CODE:
            return is_space(text[offset]) and self._output.hold(offset)
        return place in _TYPOGRAPHY and belongs_in_prose(text, offset)

    def _group(self, offset: int, place: TextPlace) -> tuple[str, int]:
        """What is told once: a character in all prose, in one block of code, or in one place."""
        char = self._document.text[offset]
        if place is TextPlace.PROSE:
            offset = -1
        elif place is TextPlace.CODE:
            offset = self._places.block_of_code(offset)
        return char, offset

    def _finding(self, group: _Group) -> Finding:
        place, runs = group
        char, count = self._document.text[runs[0].start], sum(end - start for start, end in runs)
        times = f", {count:,} times" if count > 1 else ""
        looks = "it looks like a space and is none" if is_space(char) else "it cannot be seen"
        harm = _HARMS[place].format(looks)
        message = f"{sentence_start(character_name(char))}{place.value}{times}: {harm}."
        severity = Severity.INFO if place is TextPlace.PROSE else None
        fix = self._fixes.fix(runs, place)
        others = also_on(self._document, runs) or None
        return Finding(self._document.path, runs[0], message, others, fix, (), severity)
