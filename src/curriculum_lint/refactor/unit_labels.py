"""The number or letter of a title or an entry: "4.", "Module 4:", "M04:", "第4章", "… (Part 4)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..model.curriculum import Skeleton
from ..model.reading_order import UnitPlace
from ..settings.unit_words import UNIT_ABBREVIATIONS, UNIT_COUNTERS, UNIT_WORDS

_WORDS = frozenset({"module", "lesson", "unit", "chapter"})
#: Those that the names of folders shorten: “Chapter 2” is the label of `ch02-loops`.
_SHORTENED = _WORDS | {"week", "day", "part", "session", "lecture", "section", "sprint", "episode"}
_KNOWN = frozenset(UNIT_WORDS)
_ABBREVIATIONS = frozenset(UNIT_ABBREVIATIONS)
_MARK = r"(?:[.):](?=[\s*_]|\Z)|(?=\s+[-–—]\s+\D)"
_NUMBER = r"#?(?P<id>(?P<number>\d{1,3})(?P<letter>[a-z]?))"
_NAMED = re.compile(
    rf"(?P<word>[^\W\d_]{{3,20}})\s+{_NUMBER}(?:{_MARK}|(?=[\s*_])|\Z))", re.IGNORECASE
)
#: A short word, which says nothing without a mark behind the number: `M03:`, `Ch. 2:`.
_SHORT = re.compile(
    rf"(?P<word>[^\W\d_]{{1,4}})(?:\.?\s+)?{_NUMBER}\s?[|:)](?=[\s*_]|\Z)", re.IGNORECASE
)
#: Chinese, Japanese and Korean put the number into the word: `第3章`, `3주차`.
_COUNTED = re.compile(
    rf"第\s?{_NUMBER}\s?[{UNIT_COUNTERS}]"
    r"|(?P<id_>(?P<number_>\d{1,2}))(?:주차|강|장)(?![^\W\d_])"
)
#: At the end of a title: `Loops (Part 3)`.
_TRAILING = re.compile(rf"\((?P<word>[^\W\d_]{{3,20}})\s+{_NUMBER}\)\s*\Z", re.IGNORECASE)
_BARE = re.compile(rf"{_NUMBER}{_MARK})", re.IGNORECASE)
_LETTER = re.compile(r"(?P<id>(?P<letter>[a-z]))[.)](?=[\s*_]|\Z)|(?P<upper>[A-Z])\)(?=[\s*_]|\Z)")
#: What may stand before a label: marks of emphasis, and pictures such as 🚀.
_LEAD = re.compile(r"[*_~ \t\u200d\ufe0f\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff]*")
#: A word and a number anywhere in a text, and such a label right before a link.
NUMBERED_WORD = re.compile(
    r"(?<!\w)(?P<word>[^\W\d_]{2,20})[ ]+#?(?P<id>(?P<number>\d{1,3})(?P<letter>[a-z]?))(?!\w)"
)
LABEL_BEFORE = re.compile(NUMBERED_WORD.pattern + r"[,:–—. \-]{0,3}\Z")
#: How far before a link such a label is looked for.
REACH = 40
#: What stands between a label and the name behind it.
_JOINT = re.compile(r"[\s.):|–—-]*")


class UnitLabel(NamedTuple):
    """``text`` is the number with its letter as written, ``start`` where it stands.

    ``word`` is what the unit is called by before it, in lower case; empty for a number alone.
    """

    number: int | None
    letter: str
    text: str
    start: int
    word: str = ""


class LabelGrammar:
    """Reads labels of the units of one curriculum."""

    def __init__(self, skeleton: Skeleton) -> None:
        template = skeleton.module_template
        lead = re.sub(r"[\W\d_]", "", template.lead).casefold()
        longer = {word for word in _SHORTENED if lead and word.startswith(lead)}
        #: The words that units are surely called by; others may count something else.
        self.words = ({lead, *longer} if lead else _WORDS) | skeleton.unit_words
        self._known = self.words | _KNOWN
        numbers = [m.name.number or 0 for level in skeleton.levels for m in level.children]
        #: “404: Not found” is the label of no unit where there are no hundreds of them.
        self._digits = max(2, len(str(max(numbers, default=0))))
        # Where a name has two numbers, or tracks, one number does not say which is meant.
        self._is_ambiguous = bool(template.fields & {"part", "track"})

    def read(self, text: str) -> UnitLabel | None:
        """The label that ``text`` begins with, behind marks of emphasis."""
        if self._is_ambiguous:
            return None
        label = self._read(text)
        is_small = label is not None and len(str(label.number or 0)) <= self._digits
        return label if is_small else None

    def _read(self, text: str) -> UnitLabel | None:
        at = _LEAD.match(text).end()  # type: ignore[union-attr]
        named = self._named(text, at)
        if named is not None:
            return named
        bare = _BARE.match(text, at)
        if bare is not None:
            return _label(bare)
        letter = _LETTER.match(text, at)
        if letter is None:
            return None
        written = letter["letter"] or letter["upper"]
        return UnitLabel(None, written.casefold(), written, letter.start())

    def _named(self, text: str, at: int) -> UnitLabel | None:
        """A label with a word: at the beginning of the text, or in brackets at its end."""
        named, short = _NAMED.match(text, at), _SHORT.match(text, at)
        if named is not None and named["word"].casefold() in self._known:
            return _label(named)
        if short is not None and short["word"].casefold() in _ABBREVIATIONS:
            return _label(short)
        counted, trailing = _COUNTED.match(text, at), _TRAILING.search(text, at)
        if counted is not None:
            name = "id" if counted["id"] else "id_"
            return UnitLabel(int(counted[name]), "", counted[name], counted.start(name), "第")
        if trailing is not None and trailing["word"].casefold() in self._known:
            return _label(trailing)
        return None


def _label(match: re.Match[str]) -> UnitLabel:
    letter = match["letter"].casefold()
    word = match.groupdict().get("word") or ""
    return UnitLabel(int(match["number"]), letter, match["id"], match.start("id"), word.casefold())


def agrees(label: UnitLabel, place: UnitPlace) -> bool | None:
    """Whether a label is that of a unit; ``None`` where it speaks of something else."""
    number, letter = place.module.name.number, place.unit.name.letter
    if place.unit is place.module:
        return None if label.number is None or label.letter else label.number == number
    if not label.letter or letter is None:
        return None
    return label.letter == letter and label.number in (None, number)


def right_label(label: UnitLabel, place: UnitPlace) -> str:
    """The label that the unit should have, written as ``label`` is."""
    number = "" if label.number is None else str(place.module.name.number)
    if label.text.startswith("0"):
        number = number.zfill(len(label.text.rstrip("abcdefghijklmnopqrstuvwxyz")))
    is_inner = place.unit is not place.module and label.number is not None
    letter = (place.unit.name.letter or "") if label.letter or is_inner else ""
    # A letter alone says nothing of a module: it stays for a person to look at.
    return number + (letter.upper() if label.text[-1:].isupper() else letter) or label.text


def labelled_like(
    model: str, grammar: LabelGrammar, old: UnitPlace, new: UnitPlace, name: str
) -> str:
    """``name`` with the label of ``new``, written as ``model`` has that of ``old``, if it has one.

    "Module 3: Files" makes "Loops" "Module 4: Loops", and "Module 3" alone makes it "Module 4".
    """
    label = grammar.read(model)
    if label is None or not agrees(label, old):
        return name
    end = label.start + len(label.text)
    joint = _JOINT.match(model, end)
    if _TRAILING.search(model) is not None and model[end:].strip() == ")":
        opening = model.rindex("(", 0, label.start)
        return f"{name} {model[opening : label.start]}{right_label(label, new)})"
    labelled = model[: label.start] + right_label(label, new)
    if joint is None or joint.end() == len(model):
        return labelled
    return labelled + joint[0] + name
