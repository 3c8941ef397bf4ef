"""The words of a text, in any script, as word processors count them."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Scripts in which each sign is taken for a word: Chinese characters, and the kana of Japan.
_SIGN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_APART = str.maketrans("/–—…|", "     ")
_LETTER = re.compile(r"[^\W_]")
_OTHER = re.compile(r"[\W_]+")
#: What is left are letters of alphabets other than the Latin, Greek and Cyrillic one.
_KNOWN = re.compile("[\x00-\u052f\u1e00-\u1fff\u2000-\u2bff]+")
#: As many letters as a long word has at least.
_LONG = 7


class Words(NamedTuple):
    """How many words, and how many of them have more than six letters."""

    total: int
    long: int


def count_words(text: str) -> Words:
    """The words between blanks, slashes and dashes that have a letter or a digit."""
    signs = 0
    if not text.isascii():
        text, signs = _SIGN.subn(" ", text)
    words = [word for word in text.translate(_APART).split() if _LETTER.search(word)]
    return Words(signs + len(words), sum(1 for word in words if _is_long(word)))


def foreign_letters(text: str) -> int:
    """How many letters are neither Latin nor Greek nor Cyrillic."""
    return 0 if text.isascii() else sum(map(str.isalpha, _KNOWN.sub("", text)))


def _is_long(word: str) -> bool:
    return len(word) >= _LONG and (word.isalpha() or len(_OTHER.sub("", word)) >= _LONG)
