"""Words in prose that name a unit whose number changes: “module 7”, “modules 5 to 7”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ...edits.compose import apply_edits
from ...edits.edit import Edit
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import UnitPlace
from ...text.number_words import NUMBER_WORDS
from ...text.numerals import numeral_like, read_numeral
from ...text.regions import Regions
from ...text.source import Span
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import agrees
from ..labels.written_links import unit_links
from ..neighbours.neighbour_phrases import ODD_LETTERS
from ..units.editions import Holds, everywhere
from .mentions import mentions_in, unit_number
from .prose import not_prose
from .short_words import ShortWords, counted

#: In English, Spanish and Portuguese, French, German: a star stands for the endings of a word.
_COUNTED = (
    "first primer* premi* erst*",
    "second segund* deuxième zweit*",
    "third tercer* terceir* troisième dritt*",
    "fourth cuart* quart* quatrième viert*",
    "fifth quint* cinquième fünft*",
    "sixth sext* sixième sechst*",
    "seventh séptim* sétim* septième siebt*",
    "eighth octav* oitav* huitième acht*",
    "ninth noven* non* neuvième neunt*",
    "tenth décim* dixième zehnt*",
    "eleventh onzième elft*",
    "twelfth douzième zwölft*",
)
_ORDINALS = {word: at for at, words in enumerate(_COUNTED, 1) for word in words.split()}
_ENDINGS = ("1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10)))
_SPELLED = "|".join(sorted({*NUMBER_WORDS, "one", "uno", "eins"}, key=len, reverse=True))
#: How much of a line is the same after its links were rewritten.
_ALIKE = 0.6
_NUMBER = r"(?P<id>(?P<number>\d{1,3})(?P<letter>[a-z]?))(?!\w|[.,]\d)"
#: What `_NUMBER` follows: only lines with it are looked at closely.
_SPACED_DIGIT = re.compile(r"[ \xa0]#?\d")
_MORE = re.compile(
    r"(?P<joint>[ ]?(?:,|-|–|—|to|through|until|and|or|&|bis|und|oder|al?|y|o|e|ou|à|et)"
    r"[ ]?(?:and[ ])?)" + _NUMBER,
    re.IGNORECASE,
)


_RANGE = re.compile(r"-|–|—|to|through|until|bis|\bal?\b|à", re.IGNORECASE)


class Mention(NamedTuple):
    """Words of a page that name one unit or several; ``edits`` make them name the same again.

    ``line`` is the line around them, which begins at ``start``. They are sure where they can mean
    nothing else.
    """

    path: str
    span: Span
    words: str
    line: str
    start: int
    edits: tuple[Edit, ...]
    is_sure: bool = False

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

    ``changed`` are the units that get another number or level, by their paths, and ``None`` for
    one that goes.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        changed: Mapping[str, UnitPlace | None],
        holds: Holds = everywhere,
    ) -> None:
        self._curriculum, self._order, self._holds = curriculum, reader_of(curriculum).order, holds
        self._changed = changed
        self._links: tuple[Page | None, Sequence[tuple[Span, UnitPlace]]] = (None, ())
        self._grammar, self._short = grammar_of(curriculum), ShortWords(curriculum)
        words = sorted({*mentions_in(curriculum).words, "subsection"}, key=len)[::-1]
        self._words = [f"{word} " for word in words]
        self._stems = tuple(map(str.casefold, words))
        unit = "|".join(map(re.escape, words))
        self._named = re.compile(rf"(?<!\w)(?:{unit})s?[ \xa0]+#?{_NUMBER}", re.IGNORECASE)
        self._spelled = re.compile(
            rf"(?<!\w)(?:{unit})[ ]+(?P<id>{_SPELLED}|(?-i:[IVX]{{2,5}}))(?!\w)", re.IGNORECASE
        )
        ordinals = "|".join(word.replace("*", "[a-zäëïöüéèà]{0,4}") for word in _ORDINALS)
        self._ordinal = re.compile(
            rf"(?<!\w)(?P<ordinal>{ordinals}|\d{{1,2}}(?:st|nd|rd|th))[ ]+(?:{unit})(?!\w)",
            re.IGNORECASE,
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
        is_named = self._may_be_named(page.document.text)
        yield from self._in_numbers(page) if is_named else ()
        yield from self._in_short_words(page)
        yield from self._in_headings(page)
        yield from self._in_words(page) if is_named else ()

    def _may_be_named(self, text: str) -> bool:
        """Whether a text can have a word for units in it: a quick look before a close one."""
        plain = text.casefold()
        return any(map(plain.__contains__, self._stems)) or any(odd in text for odd in ODD_LETTERS)

    def _in_numbers(self, page: Page) -> Iterator[Mention]:
        """“Module 7”, “modules 5 to 7”."""
        text = page.document.text
        for match in self._numbered(text):
            numbers, end = [match], match.end()
            while (more := _MORE.match(text, end)) is not None:
                numbers.append(more)
                end = more.end()
            edits = [self._edit(page, each) for each in numbers]
            if any(edit is not False for edit in edits) and not self._are_same(page, numbers):
                found = _mention(page, Span(match.start(), end), edits)
                key = (int(match["number"]), match["letter"].casefold())
                is_sure = len(edits) == 1 and self._is_own(page, match[0], key)
                yield found._replace(is_sure=is_sure)

    def _in_words(self, page: Page) -> Iterator[Mention]:
        """“Week two”, “the third week”."""
        text = page.document.text
        plain = text.lower()
        for match in self._ordinal.finditer(text) if _may_count(plain) else ():
            written = match["ordinal"].casefold()
            number = int(written[:-2]) if written[0].isdigit() else _counted(written)
            if self._meant(page, number, "", match.start()) is not None:
                yield _mention(page, Span(*match.span()), [None])
        for match in self._spelled.finditer(text) if any(w in plain for w in self._words) else ():
            place = self._meant(page, read_numeral(match["id"]) or 0, "", match.start("id"))
            if place is not None:
                new = self._new_key(page, place)
                written = numeral_like(match["id"], new[0]) if new and not new[1] else None
                edit = Edit(page.path, *match.span("id"), written) if written else None
                found = _mention(page, Span(*match.span()), [edit])
                key = (place.key[0], place.key[2])
                yield found._replace(is_sure=self._is_own(page, match[0], key))

    def _in_short_words(self, page: Page) -> Iterator[Mention]:
        """“Reading W5” as the text of a link, and 第3课 anywhere."""
        text = page.document.text
        surely = ((found, True) for found in self._short.on(page))
        for found, is_sure in (*surely, *((each, False) for each in counted(text))):
            written = text[slice(*found.number)]
            place = self._meant(page, read_numeral(written) or 0, "", found.number.start)
            if place is not None:
                new = self._new_key(page, place)
                right = numeral_like(written, new[0]) if new and not new[1] else None
                edit = Edit(page.path, *found.number, right) if right else None
                yield _mention(page, found.whole, [edit])._replace(is_sure=is_sure)

    def _numbered(self, text: str) -> Iterator[re.Match[str]]:
        """Where a unit is named by its number: in one line, which has a number in it."""
        end = 0
        for digit in _SPACED_DIGIT.finditer(text):
            if digit.start() >= end:
                start = text.rfind("\n", 0, digit.start()) + 1
                end = text.find("\n", digit.start())
                end = end if end >= 0 else len(text)
                yield from self._named.finditer(text, start, end)

    def _are_same(self, page: Page, numbers: Sequence[re.Match[str]]) -> bool:
        """Whether the units of a list or a range only change places with each other."""
        said = {(int(each["number"]), each["letter"].casefold()) for each in numbers}
        at = numbers[0].start("id")
        if any(_RANGE.search(each["joint"]) for each in numbers[1:]):
            ends = sorted(number for number, _ in said)
            said |= {(number, "") for number in range(ends[0], ends[-1])}
        new = {self._key_of(page, key, at) for key in said}
        return len(said) > 1 and new == said

    def _key_of(self, page: Page, key: tuple[int, str], at: int) -> tuple[int, str] | None:
        place = self._meant(page, *key, at)
        return self._new_key(page, place) if place else key

    def _is_own(self, page: Page, words: str, key: tuple[int, str]) -> bool:
        """Whether a page calls its own unit by its number, with the word that its title has."""
        place = self._order.place_around(page.path)
        title = page.outline.title
        label = self._grammar.read_title(title.text) if title else None
        if place is None or label is None or not label.word or not agrees(label, place):
            return False
        is_same = key == (place.key[0], place.key[2])
        return is_same and words.casefold().startswith(label.word)

    def _in_headings(self, page: Page) -> Iterator[Mention]:
        """Numbers of exercises that no word is known for: `## Ejercicio 3.1` in module 3."""
        place = self._order.by_readme.get(page.path)
        if place is None or place.unit.path not in self._changed:
            return
        old, new = unit_number(place), self._changed[place.unit.path]
        if new is not None and unit_number(new) == old:
            return
        own = re.compile(rf"(?<![\w.]){old}(?:\.\d+)+(?!\w|\.\w)")
        for heading in page.document.headings:
            match = own.search(page.document.text, *heading.content)
            if match is not None:
                yield _mention(page, Span(heading.content.start, match.end()), [None])

    def _edit(self, page: Page, match: re.Match[str]) -> Edit | bool | None:
        """What a number becomes; ``False`` where its unit does not change, ``None`` if unclear."""
        number, letter, at = int(match["number"]), match["letter"].casefold(), match.start("id")
        place = self._meant(page, number, letter, at)
        if place is None:
            return False
        new = self._new_key(page, place)
        if new is None:
            return None
        number, letter = new
        written = str(number).zfill(len(match["number"]) if match["number"][0] == "0" else 0)
        return Edit(page.path, *match.span("id"), written + letter)

    def _new_key(self, page: Page, place: UnitPlace) -> tuple[int, str] | None:
        """The number and letter that a unit gets, as a page may say them.

        In another level a number says little: other modules are counted there.
        """
        new = self._changed[place.unit.path]
        if new is None or new.unit.kind is not place.unit.kind:
            return None
        is_clear = _is_of(page, place) or new.level.path == place.level.path
        return (new.key[0], new.key[2]) if is_clear else None

    def _meant(self, page: Page, number: int, letter: str, at: int) -> UnitPlace | None:
        """The one unit of that number near the page, if it is one that changes.

        Where a link around the words, at an offset, leads to a unit, they mean no other.
        """
        linked = next((place for span, place in self._linked(page) if span.holds(at)), None)
        if linked is not None:
            is_it = linked.key == (number, 0, letter) and self._is_changed(page, linked)
            return linked if is_it else None
        found = [p for p in self._order.places.values() if p.key == (number, 0, letter)]
        here = self._order.by_readme.get(page.path)
        near = [p for p in found if here and p.level.path == here.level.path]
        near = near or [p for p in found if p.level.readme == page.path] or found
        changed = [place for place in near if self._is_changed(page, place)]
        return changed[0] if len(near) == 1 and changed else None

    def _linked(self, page: Page) -> Sequence[tuple[Span, UnitPlace]]:
        """Where the page has links to units."""
        if self._links[0] is not page:
            found = unit_links(self._curriculum, page)
            self._links = page, [(Span(*link.span), place) for link, place in found]
        return self._links[1]

    def _is_changed(self, page: Page, place: UnitPlace) -> bool:
        """Whether a page calls the unit otherwise from now on."""
        if place.unit.path not in self._changed:
            return False
        new = self._changed[place.unit.path]
        return new is None or new.key != place.key or not _is_of(page, place)


def _is_of(page: Page, place: UnitPlace) -> bool:
    """Whether a page is the readme of the unit, or lies in its folder."""
    return page.path == place.unit.readme or page.path.startswith(f"{place.unit.path}/")


def _may_count(plain: str) -> bool:
    """Whether an ordinal can be in a text in lower case: a quick look before a close one."""
    words = (word.replace("*", "") if "*" in word else f"{word} " for word in _ORDINALS)
    return any(word in plain for word in (*words, *(f"{each} " for each in _ENDINGS)))


def _counted(ordinal: str) -> int:
    """The number that an ordinal says."""
    exact = _ORDINALS.get(ordinal)
    stems = (n for word, n in _ORDINALS.items() if "*" in word and ordinal.startswith(word[:-1]))
    return exact or next(stems)


def _mention(page: Page, span: Span, edits: list[Edit | bool | None]) -> Mention:
    text = page.document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    sure = [edit for edit in edits if isinstance(edit, Edit)]
    is_sure = None not in edits and (len(edits) == 1 or _keep_order(text, span, sure))
    words = text[slice(*span)]
    return Mention(page.path, span, words, line, start, tuple(sure) if is_sure else ())


def _keep_order(text: str, span: Span, edits: list[Edit]) -> bool:
    """Whether “5 to 7” stays a range that means something."""
    numbers = [int(each) for each in re.findall(r"\d+", text[slice(*span)])]
    for edit in edits:
        at = len(re.findall(r"\d+", text[span.start : edit.start]))
        numbers[at] = int(re.sub(r"\D", "", edit.text))
    is_range = _RANGE.search(text[slice(*span)][4:]) is not None
    return numbers == sorted(numbers) if is_range else True
