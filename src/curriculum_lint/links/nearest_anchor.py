"""The anchor that a broken fragment most probably means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from ..model.curriculum import Page
from ..model.watch import stored_query, taken
from ..text.suggest import close_matches, closest
from .alike import Nearest, is_misspelt, is_near

_NOT_WORDS = re.compile(r"[\W_]+")
_NUMBERS = re.compile(r"[\d\W_]+")
_MAX_SEARCHES = 200


class NearestAnchors:
    """Looks for anchors near those that a document does not have."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages
        self._indexes: dict[str, _Index] = {}
        self._searches = 0

    def find(self, page: str, name: str) -> Nearest | None:
        """The anchor of ``page`` closest to ``name``."""
        asked = taken(self._pages[page], _nearest, name)
        index = self._indexes.get(page)
        if index is None:
            index = self._indexes[page] = _Index(asked)
        if same := index.same(name):
            return Nearest(same[0], sure=len(same) == 1)
        self._searches += 1
        return index.alike(name) if self._searches <= _MAX_SEARCHES else None


class _Index:
    def __init__(self, page: Page) -> None:
        self.names = list(dict.fromkeys(each.name for each in page.document.anchors))
        self._words: dict[str, list[str]] = {}
        self._unnumbered: dict[str, list[str]] = {}
        for name in self.names:
            self._words.setdefault(_words(name), []).append(name)
            self._unnumbered.setdefault(_unnumbered(name), []).append(name)

    def same(self, name: str) -> list[str]:
        """Anchors that differ in what no reader reads."""
        return self._same_words(name) or self._same_but_for_numbers(name)

    def _same_words(self, name: str) -> list[str]:
        """Anchors that differ in punctuation only, as slugs of another program do."""
        key = _words(name)
        return self._words.get(key, []) if key else []

    def _same_but_for_numbers(self, name: str) -> list[str]:
        """Anchors of headings that have been renumbered."""
        key = _unnumbered(name)
        return self._unnumbered.get(key, []) if key else []

    def alike(self, name: str) -> Nearest | None:
        close = [each for each in close_matches(name, self.names) if is_near(name, each)]
        if not close:
            return None
        best = closest(name, close)
        return Nearest(best or close[0], sure=best is not None and is_misspelt(name, best))


@stored_query
def _nearest(page: Page, names: Sequence[str]) -> Sequence[object]:
    index = _Index(page)
    if len(names) > _MAX_SEARCHES:
        return index.names
    return [index.same(name) or index.alike(name) for name in names]


def _words(name: str) -> str:
    return _NOT_WORDS.sub("", normalize("NFC", name).casefold())


def _unnumbered(name: str) -> str:
    """``name`` from its first letter on, without the dashes between words."""
    folded = normalize("NFC", name).casefold()
    leading = _NUMBERS.match(folded)
    return _words(folded[leading.end() :]) if leading else _words(folded)
