"""The sentences of running text, as far as punctuation tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .late_pattern import late_pattern

#: The end of a sentence: a mark, what closes after it, and a blank; some scripts need no blank.
_END = late_pattern(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+[^a-z\s])|[。！？]+[”’」』）]*")
#: Abbreviations, and initials, whose full stop ends no sentence.
_ABBREVIATED = late_pattern(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|ca|approx|incl|resp|no|fig|ch|sec|st|dr|mr|mrs|ms|prof|p|pp|"
    r"z\.b|d\.h|u\.a|bzw|usw|p\.\s?ex)|(?<![^\W\d_])[^\W\d_])\.\Z",
    re.IGNORECASE,
)


def first_sentence(text: str, most: int) -> str:
    """The first sentence of ``text``, whose blanks are single; cut at a word after ``most``."""
    text = " ".join(text.split())
    return shortened(text[: next(sentence_ends(text), None)], most)


def sentences(text: str) -> Iterator[str]:
    """The sentences of ``text``, with single blanks."""
    text = " ".join(text.split())
    start = 0
    for end in (*sentence_ends(text), len(text)):
        if text[start:end].strip():
            yield text[start:end].strip()
        start = end


def sentence_ends(text: str) -> Iterator[int]:
    """Where a sentence of ``text`` ends and another one follows."""
    for match in _END.finditer(text):
        if not _ABBREVIATED.search(text, max(0, match.end() - 10), match.end()):
            yield match.end()


def shortened(text: str, most: int) -> str:
    """``text``, cut if it has more than ``most`` characters: between two words where it can be."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words = cut.rpartition(" ")[0]
    # Scripts without blanks have words as long as a sentence.
    return f"{(words if 2 * len(words) >= most else cut).rstrip(' ,;:–—-')}…"
