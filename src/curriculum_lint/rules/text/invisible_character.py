"""CL602 invisible-character."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
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
from ..wording import sentence_start
from ._invisible_fix import InvisibleFixes
from ._text_places import TextPlace, TextPlaces

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
    limits = (
        "Elsewhere than in headings, code and links it is for information only. Joiners in emoji "
        "and in scripts that need them, direction marks in lines of Arabic or Hebrew, wide spaces "
        "in Chinese and Japanese, and French spacing (`« Oui ! »`, `10 000`) are fine."
    )
    good = (Example("# Notes\n\n👩\u200d💻 écrit «\xa0Oui\xa0!\xa0» et 10\u202f000 fois.\n"),)
    bad = (
        Example(
            "# Notes\n\nRun `npm\xa0test`, then\xa0wait.\n",
            finds=("3:9 CL602", "3:21 CL602"),
            fixed="# Notes\n\nRun `npm test`, then wait.\n",
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
        found = [m.start() for m in find_invisible(text) if not belongs_anywhere(text, m.start())]
        if found:
            yield from _Reader(page.document).findings(found)


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


class _Reader:
    """Says what is wrong with invisible characters, in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = TextPlaces(document)
        self._fixes = InvisibleFixes(document, self._places)
        # Wrongly read text is full of them, and is another rule's business.
        self._mojibake = Regions(Span(run.start, run.end) for run in find_mojibake(document.text))

    def findings(self, found: list[int]) -> Iterator[Finding]:
        """The findings about the characters at the offsets ``found``."""
        for start, end in _runs(self._document.text, found):
            place = self._place(start)
            if not self._mojibake.hold(start) and not self._is_typography(start, place):
                yield self._finding(Span(start, end), place)

    def _place(self, offset: int) -> TextPlace:
        place = self._places.at(offset)
        is_joined = place is TextPlace.MARKER and not is_space(self._document.text[offset])
        return TextPlace.PROSE if is_joined else place

    def _is_typography(self, offset: int, place: TextPlace) -> bool:
        return place in _TYPOGRAPHY and belongs_in_prose(self._document.text, offset)

    def _finding(self, span: Span, place: TextPlace) -> Finding:
        char, count = self._document.text[span.start], span.end - span.start
        times = f", {count:,} times" if count > 1 else ""
        looks = "it looks like a space and is none" if is_space(char) else "it cannot be seen"
        harm = _HARMS[place].format(looks)
        message = f"{sentence_start(character_name(char))}{place.value}{times}: {harm}."
        severity = Severity.INFO if place is TextPlace.PROSE else None
        fix = self._fixes.fix(span, place)
        return Finding(self._document.path, span, message, None, fix, (), severity)
