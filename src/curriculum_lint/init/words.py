"""The names that sections have in the readmes of a repository, and which are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.vocabulary import Vocabulary, normalise
from ..parse.document import Document
from ..settings.exercise_words import EXERCISE_WORDS
from ..settings.section_names import DEFAULT_SECTIONS, WORD_KEYS
from ..settings.unit_words import UNIT_WORDS

_MOST_UNKNOWN = 15
_LONGEST = 60
_FEWEST_READMES = 2
#: "Question 2", "Aufgabe 3.2:", "练习 2"; the word and the number stand apart, or are not Latin.
_COUNTED = re.compile(
    r"(?P<word>[^\W\d_]{2,20})(?:\s+|(?<=[\u3040-\u9fff\uac00-\ud7a3]))#?(?:\d{1,3}[a-z]?\.)?"
    r"(?P<number>\d{1,2})(?!\d|\.\d)"
)
#: What is counted inside a readme and is no exercise: parts of it, and units.
_NO_EXERCISES = frozenset(UNIT_WORDS) | {
    *("figure", "example", "table", "version", "appendix", "tip", "note", "option", "method"),
    *("approach", "solution", "variant", "alternative", "scenario", "case", "principle", "reason"),
    *("http", "python", "java", "es", "css", "html", "php", "angular", "vue", "tier", "act"),
    *("rule", "round"),
}
#: Names such as "Time", which open no section.
_WORDS = frozenset(normalise(name) for key in WORD_KEYS for name in DEFAULT_SECTIONS.get(key, ()))


_EXERCISE_WORDS = frozenset(EXERCISE_WORDS)


class CountedName(NamedTuple):
    """A name with how often it occurs, and in how many readmes. ``key`` is that of a section."""

    text: str
    key: str | None
    times: int
    readmes: int


def count_names(documents: Iterable[Document], *, labels: bool = True) -> list[CountedName]:
    """The names of labels, if they are wanted, and headings in ``documents``, the most frequent
    first.
    """
    vocabulary = Vocabulary(DEFAULT_SECTIONS)
    times: Counter[str] = Counter()
    files: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for document in documents:
        texts = [(normalise(text), text) for text in _texts(document, labels=labels)]
        times.update(name for name, _ in texts)
        files.update({name for name, _ in texts})
        for name, text in texts:
            spelled.setdefault(name, Counter())[text] += 1
    found = [
        CountedName(_usual(spelled[name]), vocabulary.key(name), times[name], files[name])
        for name in times
    ]
    return sorted(found, key=lambda name: (-name.readmes, -name.times, name.text))


def exercise_words(documents: Iterable[Document]) -> list[tuple[str, int]]:
    """Words before the numbers of headings that count exercises, with how often they stand there.

    "Question 1", "Question 2": a word with rising numbers in a fifth of the readmes, two at least.
    In bold, only words that mean exercises somewhere count.
    """
    known = {name.casefold() for name in DEFAULT_SECTIONS["exercise"]}
    times: Counter[str] = Counter()
    readmes: Counter[str] = Counter()
    count = 0
    for document in documents:
        count += 1
        numbers: dict[str, set[int]] = {}
        for word, number in _numbered_words(document):
            numbers.setdefault(word.capitalize(), set()).add(number)
        counted = {word: found for word, found in numbers.items() if {1, 2} <= found}
        times.update({word: len(found) for word, found in counted.items()})
        readmes.update(counted.keys())
    return [
        (word, times[word])
        for word, having in readmes.most_common()
        if having >= max(2, count / 5) and word.casefold() not in known | _NO_EXERCISES
    ]


def _numbered_words(document: Document) -> Iterator[tuple[str, int]]:
    """The words before numbers, in headings and in bold."""
    for heading in document.headings:
        match = _COUNTED.match(heading.text)
        if match is not None and heading.level > 1:
            yield match["word"], int(match["number"])
    for label in document.labels:
        match = _COUNTED.match(label.text)
        if match is not None and match["word"].casefold() in _EXERCISE_WORDS:
            yield match["word"], int(match["number"])


def unknown_names(names: Iterable[CountedName], readmes: int) -> list[CountedName]:
    """The names of no section that a fifth of the readmes have, and two at least."""
    least = max(2, readmes / 5)
    frequent = [
        name
        for name in names
        if name.key is None and name.readmes >= least and normalise(name.text) not in _WORDS
    ]
    return frequent[:_MOST_UNKNOWN]


def preferred_names(
    names: Iterable[CountedName],
) -> Iterator[tuple[str, tuple[str, ...], CountedName]]:
    """Key, names and evidence, for each section that several readmes call by another known name.

    The names are the built-in ones, the one that is used most first.
    """
    seen: set[str] = set()
    for name in sorted(names, key=lambda name: -name.times):
        if name.key is None or name.key in seen or name.key in WORD_KEYS:
            continue
        seen.add(name.key)
        if name.readmes < _FEWEST_READMES:
            continue
        known = DEFAULT_SECTIONS[name.key]
        used = next((e for e in known if normalise(e) == normalise(name.text)), known[0])
        if used != known[0]:
            yield name.key, (used, *(each for each in known if each != used)), name


def _texts(document: Document, *, labels: bool) -> Iterator[str]:
    named = [label.text for label in document.labels] if labels else []
    headings = [heading.text for heading in document.headings if heading.level > 1]
    for text in (*named, *headings):
        shown = " ".join(text.split()).rstrip(": ")
        # With a number in it, it is the title of one exercise.
        if normalise(shown) and len(shown) <= _LONGEST and not any(map(str.isdigit, shown)):
            yield shown


def _usual(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda text: (-spellings[text], text))
