"""Words in prose that name a unit whose number changes: “module 7”, “modules 5 to 7”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from ..edits.compose import apply_edits
from ..edits.edit import Edit
from ..listings.read import reader_of
from ..model.curriculum import Curriculum, Page
from ..model.reading_order import UnitPlace
from ..parse.document import BlockKind
from ..text.regions import Regions
from ..text.source import Span
from .editions import Holds, everywhere
from .mentions import mentions_in, unit_number
from .unit_labels import LabelGrammar

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
#: How much of a line is the same after its links were rewritten.
_ALIKE = 0.6
_NUMBER = r"(?P<id>(?P<number>\d{1,3})(?P<letter>[a-z]?))(?!\w|[.,]\d)"
#: What `_NUMBER` follows: only lines with it are looked at closely.
_SPACED_DIGIT = re.compile(r"[ \xa0]#?\d")
#: Letters that patterns take for an “i”, and `str.casefold` does not.
_ODD_LETTERS = ("İ", "ı")
_MORE = re.compile(
    r"(?P<joint>[ ]?(?:,|-|–|—|to|through|until|and|or|&)[ ]?(?:and[ ])?)" + _NUMBER, re.IGNORECASE
)


class Mention(NamedTuple):
    """Words of a page that name one unit or several; ``edits`` make them name the same again.

    ``line`` is the line around them, which begins at ``start``.
    """

    path: str
    span: Span
    words: str
    line: str
    start: int
    edits: tuple[Edit, ...]

    def after(self, edits: Iterable[Edit]) -> Mention:
        """The same with the line as ``edits`` make it."""
        end = self.start + len(self.line)
        own = [
            edit._replace(start=edit.start - self.start, end=edit.end - self.start)
            for edit in edits
            if edit.path == self.path and self.start <= edit.start and edit.end <= end
        ]
        return self._replace(line=apply_edits(self.line, own))

    def line_in(self, text: str) -> int:
        """The number of the line in ``text`` that says it still, 0 where none does.

        Other words of the line may have changed since, such as links to neighbours.
        """
        lines = text.splitlines()
        if self.line in lines:
            return lines.index(self.line) + 1
        saying = [(at, line) for at, line in enumerate(lines, 1) if self.words in line]
        alike = [(SequenceMatcher(None, line, self.line).ratio(), at) for at, line in saying]
        best, at = max(alike, default=(0.0, 0))
        return at if best > _ALIKE else 0


class UnitWords:
    """Finds such words in a curriculum as it is before the units change.

    ``changed`` are the units that get another number, by their paths, and ``None`` for one that
    goes.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        changed: Mapping[str, UnitPlace | None],
        holds: Holds = everywhere,
    ) -> None:
        self._curriculum, self._order, self._holds = curriculum, reader_of(curriculum).order, holds
        self._changed = changed
        own = LabelGrammar(curriculum.skeleton).words | mentions_in(curriculum).words_used
        words = sorted({*own, "subsection"}, key=len)[::-1]
        self._words = tuple(map(str.casefold, words))
        unit = "|".join(map(re.escape, words))
        self._named = re.compile(rf"(?<!\w)(?:{unit})s?[ \xa0]+#?{_NUMBER}", re.IGNORECASE)
        ordinals = "|".join(_ORDINALS)
        self._ordinal = re.compile(
            rf"(?<!\w)(?P<ordinal>{ordinals})[ ]+(?:{unit})(?!\w)", re.IGNORECASE
        )

    def mentions(self, edits: Collection[Edit]) -> Iterator[Mention]:
        """The words that ``edits``, which are made anyhow, do not touch."""
        touched: dict[str, list[Span]] = {}
        for edit in edits:
            touched.setdefault(edit.path, []).append(Span(edit.start, edit.end))
        for page in filter(lambda each: self._holds(each.path), self._curriculum.pages.values()):
            found = list(self._on(page))
            apart = Regions([*touched.get(page.path, ()), *not_prose(page)] if found else ())
            for mention in found:
                if not any(map(apart.hold, range(*mention.span))):
                    yield mention

    def _on(self, page: Page) -> Iterator[Mention]:
        text = page.document.text
        is_named = _may_hold(text, self._words)
        if is_named:
            yield from self._by_number(page)
        yield from self._in_headings(page)
        if is_named and _may_hold(text, _ORDINALS):
            yield from self._by_ordinal(page)

    def _by_number(self, page: Page) -> Iterator[Mention]:
        text = page.document.text
        for match in self._numbered(text):
            numbers, end = [match], match.end()
            while (more := _MORE.match(text, end)) is not None:
                numbers.append(more)
                end = more.end()
            edits = [self._edit(page, each) for each in numbers]
            if any(edit is not False for edit in edits):
                yield _mention(page, Span(match.start(), end), edits)

    def _by_ordinal(self, page: Page) -> Iterator[Mention]:
        for match in self._ordinal.finditer(page.document.text):
            number = _ORDINALS.index(match["ordinal"].casefold()) + 1
            if self._meant(page, number, "") is not None:
                yield _mention(page, Span(*match.span()), [None])

    def _numbered(self, text: str) -> Iterator[re.Match[str]]:
        """Where a unit is named by its number: in one line, which has a number in it."""
        end = 0
        for digit in _SPACED_DIGIT.finditer(text):
            if digit.start() >= end:
                start = text.rfind("\n", 0, digit.start()) + 1
                end = text.find("\n", digit.start())
                end = end if end >= 0 else len(text)
                yield from self._named.finditer(text, start, end)

    def _in_headings(self, page: Page) -> Iterator[Mention]:
        """Numbers of exercises that no word is known for: `## Ejercicio 3.1` in module 3."""
        place = self._order.by_readme.get(page.path)
        if place is None or place.unit.path not in self._changed:
            return
        own = re.compile(rf"(?<![\w.]){unit_number(place)}\.\d+(?![\w.])")
        for heading in page.document.headings:
            match = own.search(page.document.text, *heading.content)
            if match is not None:
                yield _mention(page, Span(heading.content.start, match.end()), [None])

    def _edit(self, page: Page, match: re.Match[str]) -> Edit | bool | None:
        """What a number becomes; ``False`` where its unit does not change, ``None`` if unclear."""
        place = self._meant(page, int(match["number"]), match["letter"].casefold())
        if place is None:
            return False
        new = self._changed[place.unit.path]
        if new is None:
            return None
        number, _, letter = new.key
        written = str(number).zfill(len(match["number"]) if match["number"][0] == "0" else 0)
        return Edit(page.path, *match.span("id"), written + letter)

    def _meant(self, page: Page, number: int, letter: str) -> UnitPlace | None:
        """The one unit of that number near the page, if it is one that changes."""
        found = [p for p in self._order.places.values() if p.key == (number, 0, letter)]
        here = self._order.by_readme.get(page.path)
        near = [p for p in found if here and p.level.path == here.level.path]
        near = near or [p for p in found if p.level.readme == page.path] or found
        changed = [place for place in near if place.unit.path in self._changed]
        return changed[0] if len(near) == 1 and changed else None


def _may_hold(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words can be in a text, in any case: a quick look before a close one."""
    plain = text.casefold()
    return any(word in plain for word in words) or any(each in text for each in _ODD_LETTERS)


def _mention(page: Page, span: Span, edits: list[Edit | bool | None]) -> Mention:
    text = page.document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    sure = [edit for edit in edits if isinstance(edit, Edit)]
    is_sure = None not in edits and _keep_order(text, span, sure)
    words = text[slice(*span)]
    return Mention(page.path, span, words, line, start, tuple(sure) if is_sure else ())


def _keep_order(text: str, span: Span, edits: list[Edit]) -> bool:
    """Whether “5 to 7” stays a range that means something."""
    numbers = [int(each) for each in re.findall(r"\d+", text[slice(*span)])]
    for edit in edits:
        at = len(re.findall(r"\d+", text[span.start : edit.start]))
        numbers[at] = int(re.sub(r"\D", "", edit.text))
    is_range = re.search(r"-|–|—|to|through|until", text[slice(*span)][4:]) is not None
    return numbers == sorted(numbers) if is_range else True


def not_prose(page: Page) -> Iterator[Span]:
    """What of a page is code, a comment, a destination, or generated."""
    document = page.document
    for block in document.blocks:
        if block.kind in (BlockKind.CODE, BlockKind.COMMENT):
            yield block.span
    yield from document.code_spans
    yield from (link.target for link in document.links if link.target is not None)
    yield from (region.span for region in document.generated)
