"""How long a text is, and how hard it is to read: the readability index LIX.

LIX (C. H. Björnsson, "Läsbarhet", 1968) is the number of words in a sentence plus the percentage
of words with more than six letters. It needs neither syllables nor a dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..parse.document import Document
from ..text.sentences import sentence_ends
from ..text.words import count_words, foreign_letters
from .entries import Band, Readability
from .prose import prose_of

#: LIX from which on a text is no longer in the band.
_BANDS = ((25, Band.VERY_EASY), (35, Band.EASY), (45, Band.MEDIUM), (55, Band.DIFFICULT))
_FEWEST_WORDS = 100
#: The part of letters beyond the alphabets that the index was made for.
_MOST_FOREIGN = 0.1


class Reading(NamedTuple):
    """What is counted in a text; ``running`` are its words in sentences, ``long`` those of them
    with more than six letters, and ``letters`` the characters of that part.
    """

    words: int = 0
    running: int = 0
    long: int = 0
    sentences: int = 0
    letters: int = 0
    foreign: int = 0

    @property
    def readability(self) -> Readability | None:
        """``None`` for too short a text, and in scripts that the index does not fit."""
        if self.running < _FEWEST_WORDS or self.foreign > self.letters * _MOST_FOREIGN:
            return None
        lix = round(self.running / self.sentences + 100 * self.long / self.running)
        band = next((band for end, band in _BANDS if lix < end), Band.VERY_DIFFICULT)
        return Readability(lix=lix, band=band)


def read(document: Document) -> Reading:
    """Count what people read of a document."""
    return together(_read(each.text, each.is_running) for each in prose_of(document))


def together(readings: Iterable[Reading]) -> Reading:
    """What is counted in several texts."""
    return Reading(*map(sum, zip(*[Reading(), *readings], strict=True)))


def _read(text: str, is_running: bool) -> Reading:
    words, long = count_words(text)
    if not is_running:
        return Reading(words)
    return Reading(words, words, long, _sentences(text), len(text), foreign_letters(text))


def _sentences(text: str) -> int:
    """The sentences; a colon ends one as well, as the index has it."""
    return 1 + sum(1 for _ in sentence_ends(text)) + text.count(": ")
