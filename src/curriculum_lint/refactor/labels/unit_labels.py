"""The number or letter of a title or an entry: "4.", "Module 4:", "M04:", "第4章", "… (Part 4)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ...model.curriculum import Skeleton
from ...model.reading_order import UnitPlace
from ...settings.unit_words import UNIT_ABBREVIATIONS, UNIT_WORDS
from ...text.late_pattern import late_pattern
from ...text.numerals import numeral_like, read_numeral
from ...text.source import Span
from .label_forms import (
    COUNTED,
    Numeral,
    bare_at,
    joint_end,
    last_words,
    lead_of,
    letter_at,
    named_at,
    named_within,
    plain_at,
    short_at,
    trailing,
    without_attributes,
)

_WORDS = frozenset({"module", "lesson", "unit", "chapter"})
#: Those that the names of folders shorten: “Chapter 2” is the label of `ch02-loops`.
_SHORTENED = _WORDS | {"week", "day", "part", "session", "lecture", "section", "sprint", "episode"}
_KNOWN = frozenset(UNIT_WORDS)
_ABBREVIATIONS = frozenset(UNIT_ABBREVIATIONS)
_DIGITS = re.compile(r"\d+")
#: What may stand between a label and a link behind it, and how far before it that is looked for.
_BEFORE_LINK = late_pattern(r"[,:–—.|· \-]{0,3}")
_REACH = 40


class UnitLabel(NamedTuple):
    """``text`` is the number with its letter as written, ``start`` where it stands.

    ``word`` is what the unit is called by before it, in lower case; empty for a number alone.
    ``around`` are the numbers before a compound one: 2 and 2 of ``2.2.1``. ``whole`` is the label
    with its word and its brackets.
    """

    number: int | None
    letter: str
    text: str
    start: int
    word: str = ""
    around: tuple[int, ...] = ()
    whole: Span = Span(0, 0)


class TitleParts(NamedTuple):
    """A title in three parts: the label with what joins it to the name, the name, and the rest."""

    lead: str
    name: str
    tail: str

    def named(self, name: str) -> str:
        """The title with another name."""
        lead = self.lead
        if lead and not self.name and lead[-1:].isalnum():
            lead += ": "
        return lead + name + self.tail


class LabelGrammar:
    """Reads labels of the units of one curriculum.

    Where it ``is_plain``, numbers before words are labels without a mark: “5 CSS layout”.
    """

    def __init__(self, skeleton: Skeleton, *, is_plain: bool = False) -> None:
        self._is_plain = is_plain
        template = skeleton.module_template
        lead = re.sub(r"[\W\d_]", "", template.lead).casefold()
        longer = {word for word in _SHORTENED if lead and word.startswith(lead)}
        #: The words that units are surely called by; others may count something else.
        self.words = (frozenset({lead, *longer}) if lead else _WORDS) | skeleton.unit_words
        self._known = self.words | _KNOWN | {COUNTED}
        numbers = [m.name.number or 0 for level in skeleton.levels for m in level.children]
        #: “404: Not found” is the label of no unit where there are no hundreds of them.
        self._digits = max(2, len(str(max(numbers, default=0))))
        # Where names have tracks, a number does not say which is meant.
        self._is_ambiguous = "track" in template.fields
        self._rules = (self._known, self._digits, self._is_ambiguous, is_plain)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LabelGrammar) and self._rules == other._rules

    def __hash__(self) -> int:
        return hash(self._rules)

    def read(self, text: str) -> UnitLabel | None:
        """The label that ``text`` begins with, behind marks of emphasis, or ends with."""
        return _read(self, text)

    def _read(self, text: str) -> UnitLabel | None:
        at = lead_of(text)
        found = self._known_of(named_at(text, at)) or self._short(text, at)
        if found is None:
            bare = bare_at(text, at) or letter_at(text, at)
            bare = bare or (plain_at(text, at) if self._is_plain else None)
            found = self._label(bare) if bare else self._known_of(_behind(text))
        return found

    def read_title(self, text: str) -> UnitLabel | None:
        """The label of a unit's own title, which also ends with it: “Reading week 2”."""
        return self.read(text) or self._known_of(last_words(text, is_joined=False))

    def within(self, text: str) -> Iterator[UnitLabel]:
        """The labels with a word that stand anywhere in ``text``."""
        for each in named_within(text):
            label = self._known_of(iter((each,)))
            if label is not None:
                yield label

    def may_call(self, text: str) -> bool:
        """Whether one of ``words`` may call a unit in a text: a quick look."""
        plain = text.casefold()
        return COUNTED in self.words or any(map(plain.__contains__, self.words))

    def before(self, text: str) -> UnitLabel | None:
        """The label that ends ``text``, which stands before a link: “module 2, [Files](…)”."""
        cut = max(0, len(text) - _REACH)
        for label in self.within(text[cut:]):
            if _BEFORE_LINK.fullmatch(text, cut + label.whole.end):
                return label._replace(start=cut + label.start)
        return None

    def parts(self, title: str) -> TitleParts:
        """A title, parted from its label, from pictures, and from the attributes of a heading."""
        plain = without_attributes(title).rstrip()
        tail, label = title[len(plain) :], self.read(plain)
        if label is None:
            at = lead_of(plain) if lead_of(plain) < len(plain) else 0
            return TitleParts(plain[:at], plain[at:], tail)
        if label.whole.start > lead_of(plain):
            name = plain[: label.whole.start].rstrip(" \t-–—:|,")
            return TitleParts("", name, plain[len(name) :] + tail)
        at = joint_end(plain, label.whole.end)
        at = lead_of(plain[at:]) + at if at < len(plain) else at
        return TitleParts(plain[:at], plain[at:], tail)

    def _known_of(self, found: Iterator[Numeral]) -> UnitLabel | None:
        known = (self._label(each) for each in found if each.word in self._known)
        return next(filter(None, known), None)

    def _short(self, text: str, at: int) -> UnitLabel | None:
        found = short_at(text, at)
        return self._label(found) if found and found.word in _ABBREVIATIONS else None

    def _label(self, found: Numeral) -> UnitLabel | None:
        """What a numeral says, if it is small enough to number a unit."""
        if self._is_ambiguous:
            return None
        is_letter = found.letter != "" and found.letter == found.written.casefold()
        *before, last = [""] if is_letter else found.written.split(".")
        number, around = read_numeral(last), tuple(map(int, before))
        if not is_letter and (number is None or len(str(number)) > self._digits):
            return None
        return UnitLabel(
            number, found.letter, found.written, found.start, found.word, around, found.whole
        )


#: Titles are read again where they are repeated, and in the curriculum as it is afterwards.
_read = lru_cache(16_384)(LabelGrammar._read)


def _behind(text: str) -> Iterator[Numeral]:
    yield from trailing(text)
    yield from last_words(text)


def agrees(label: UnitLabel, place: UnitPlace) -> bool | None:
    """Whether a label is that of a unit; ``None`` where it speaks of something else."""
    number, letter = place.module.name.number, place.unit.name.letter
    if place.module.name.part is not None:
        is_own = label.around == (number,) and label.number == place.module.name.part
        return True if is_own and place.unit is place.module and not label.letter else None
    if label.around:
        is_own = label.around[-1] == _level_number(place) and label.number == number
        return True if is_own and place.unit is place.module and not label.letter else None
    if place.unit is place.module:
        return None if label.number is None or label.letter else label.number == number
    if not label.letter or letter is None:
        return None
    return label.letter == letter and label.number in (None, number)


def _level_number(place: UnitPlace) -> int | None:
    match = _DIGITS.search(place.level.basename)
    return int(match[0]) if match else None


def right_label(label: UnitLabel, place: UnitPlace) -> str:
    """The label that the unit should have, written as ``label`` is."""
    number, around = "", ""
    if label.number is not None:
        *before, written = label.text.split(".")
        written = written.removesuffix(written[-1:]) if label.letter else written
        name = place.module.name
        own, level = name.part or name.number or 0, _level_number(place)
        number = numeral_like(written, own)
        outer = level if name.part is None else name.number
        if before and outer is not None:
            before[-1] = numeral_like(before[-1], outer)
        around = "".join(f"{each}." for each in before)
    is_inner = place.unit is not place.module and label.number is not None
    letter = (place.unit.name.letter or "") if label.letter or is_inner else ""
    is_upper = bool(label.letter) and label.text[-1:].isupper()
    # A letter alone says nothing of a module: it stays for a person to look at.
    return around + number + (letter.upper() if is_upper else letter) or label.text


def labelled_like(
    model: str, grammar: LabelGrammar, old: UnitPlace, new: UnitPlace, name: str
) -> str:
    """``name`` with the label of ``new``, written as ``model`` has that of ``old``, if it has one.

    "Module 3: Files" makes "Loops" "Module 4: Loops", and "Module 3" alone makes it "Module 4".
    """
    if model.isdecimal() and int(model) == old.unit.name.number and not old.unit.name.letter:
        return str(new.unit.name.number).zfill(len(model))
    label = grammar.read(model)
    if label is None or not agrees(label, old):
        return name
    right, end = right_label(label, new), label.start + len(label.text)
    lead, old_name, tail = grammar.parts(model)
    if label.start >= len(lead) + len(old_name):
        at = label.start - len(lead) - len(old_name)
        return name + tail[:at] + right + tail[at + len(label.text) :]
    return model[: label.start] + right + model[end : len(lead)] + (name if old_name else "")


def labelled_as_most(
    models: Iterable[tuple[UnitPlace, str]], grammar: LabelGrammar, new: UnitPlace, title: str
) -> str:
    """``title`` with the label of ``new`` as most titles of others have theirs."""
    made = [labelled_like(model, grammar, place, new, title) for place, model in models]
    labelled = Counter(made).most_common(1)[0][0] if made else title
    return labelled if title in labelled else f"{labelled}: {title}"
