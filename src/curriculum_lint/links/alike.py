"""Names that are alike: renumbered, misspelt, or written with other separators."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from ..text.suggest import close_matches, closest

#: The number or letter that orders a unit among its siblings.
_ORDER = re.compile(r"(?:\d+|[a-z])[-_. ]+(?=\w)")
_SEPARATORS = re.compile(r"[-_ ]+")
_DIGITS = re.compile(r"\d+")
_NOT_WORDS = re.compile(r"[\W_]+")
INTRODUCTIONS = frozenset({"readme", "index"})
_IMAGES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico"))
_PAGES = frozenset(("", ".md", ".markdown", ".mdx", ".qmd", ".rmd", ".rst", ".txt", ".html"))
_ENDINGS = (_IMAGES | _PAGES | frozenset((".ipynb", ".py", ".js", ".ts", ".pdf", ".json"))) - {""}
#: How much alike two names must be for one to be written instead of the other unasked.
_SAME = 0.85
#: And how much alike two words must be for one to be a guess at the other.
_ALIKE, _ALIKE_IF_SHORT, _SHORT = 0.65, 0.75, 4


class Nearest(NamedTuple):
    """``sure`` is true where nothing else can be meant."""

    name: str
    sure: bool


def nearest_names(name: str, names: Iterable[str]) -> list[Nearest]:
    """The ``names`` that ``name`` may have been or become: with another number, or misspelt."""
    names = list(names)
    key = name_key(name)
    same = [each for each in names if name_key(each) == key]
    if same:
        return [Nearest(each, sure=len(same) == 1) for each in same[:3]]
    stem = stem_of(name)
    same = [each for each in names if stem_of(each) == stem]
    close = same[:3] or [
        each for each in close_matches(name, names) if is_near(stem, stem_of(each))
    ]
    best = closest(name, close)
    return [Nearest(each, sure=each == best and is_slip(name, each)) for each in close]


def introduction(name: str, names: Iterable[str]) -> list[Nearest]:
    """The readme, for a link to ``index.md``."""
    if stem_of(name) not in INTRODUCTIONS:
        return []
    found = [each for each in names if stem_of(each) in INTRODUCTIONS]
    is_only = len(found) == 1
    return [Nearest(each, sure=is_only and _suffix(each) == _suffix(name)) for each in found]


def is_slip(name: str, other: str) -> bool:
    """Whether the name of a file was misspelt; its suffix must agree."""
    return _suffix(name) == _suffix(other) and is_misspelt(stem_of(name), stem_of(other))


def is_misspelt(name: str, other: str) -> bool:
    """Whether the two differ so little that it is a slip, and not another thing."""
    from difflib import SequenceMatcher

    # Another number is another thing, and so is a word more or less.
    if _DIGITS.findall(name) != _DIGITS.findall(other):
        return False
    if len(_NOT_WORDS.split(name)) != len(_NOT_WORDS.split(other)):
        return False
    matcher = SequenceMatcher(None, name.casefold(), other.casefold(), autojunk=False)
    return matcher.ratio() >= _SAME


def is_near(name: str, other: str) -> bool:
    """Whether ``name`` may have been meant for ``other``: shorter, longer, or with words alike.

    Two names that share a word (``part-two``, ``part-one``) or an ending are not near by that.
    """
    words, others = _words_of(name), _words_of(other)
    if not words or not others:
        return False
    left = [word for word in words if word not in others]
    right = [word for word in others if word not in words]
    if not left or not right:
        return True
    if len(left) != len(right):
        left, right = ["".join(left)], ["".join(right)]
    return all(map(_are_alike, left, right))


def _words_of(name: str) -> list[str]:
    """The words of a name, without the numbers that it begins with."""
    words = [word for word in _NOT_WORDS.split(normalize("NFC", name).casefold()) if word]
    while len(words) > 1 and words[0].isdecimal():
        del words[0]
    return words


def _are_alike(word: str, other: str) -> bool:
    from difflib import SequenceMatcher

    if word.isdecimal() or other.isdecimal():
        return False
    least = _ALIKE if min(len(word), len(other)) > _SHORT else _ALIKE_IF_SHORT
    return SequenceMatcher(None, word, other).ratio() >= least


def is_of_a_kind(path: str, other: str) -> bool:
    """Whether both are images, pages, or files of one suffix: what one may mean, the other is."""
    suffix, found = _suffix(path), _suffix(other)
    return suffix == found or any(suffix in kind and found in kind for kind in (_IMAGES, _PAGES))


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """What stays the same when a name is renumbered, or its separators are changed."""
    folded = normalize("NFC", name).casefold()
    order = _ORDER.match(folded)
    # Of `2.md` the number is the whole name, not what orders it.
    if order is not None and folded[order.end() - 1 :] in _ENDINGS:
        order = None
    return _SEPARATORS.sub("-", folded[order.end() :] if order else folded)


def stem_of(name: str) -> str:
    """``name`` without its suffix, in lower case."""
    return posixpath.splitext(name)[0].casefold()


def _suffix(name: str) -> str:
    return posixpath.splitext(name)[1].casefold()
