"""Comments put into one text for all that was found in it, so that the page stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..check.suppress import Suppressions
from ..edits.compose import OverlapError, apply_edits
from ..edits.edit import Edit
from ..parse.document import Document
from ..parse.parser import parse_document
from .places import Places
from .shown import shown_page


class Wanted(NamedTuple):
    """One line (from 1) in which rules are to be quiet: code → name."""

    line: int
    rules: dict[str, str]


def with_comments(text: str, wanted: Iterable[Wanted], reason: str | None) -> str:
    """``text`` with comments that suppress what is ``wanted``.

    Where none can stand at a line without changing the page, one is about the whole text.
    """
    return _Insertion(text, list(wanted), reason).run()


def with_comment_on_top(text: str, codes: Sequence[str], reason: str | None) -> str:
    """``text`` with one comment that suppresses ``codes`` in all of it."""
    way = Places(parse_document("", text), reason).whole(codes)
    return apply_edits(text, way)


class _Insertion:
    def __init__(self, text: str, wanted: list[Wanted], reason: str | None) -> None:
        self._text, self._reason = text, reason
        self._document = parse_document("", text)
        self._page = shown_page(text)
        self._left = wanted

    def run(self) -> str:
        together = self._together()
        if together is not None:
            return together
        everywhere: dict[str, None] = {}
        while self._left:
            each = self._left.pop()
            codes = [code for code, name in each.rules.items() if not self._hides(each, code, name)]
            if codes and not self._add(each, codes):
                everywhere |= dict.fromkeys(codes)
        if not everywhere:
            return self._text
        return with_comment_on_top(self._text, sorted(everywhere), self._reason)

    def _together(self) -> str | None:
        """All comments at their nearest places at once; ``None`` where that changes the page."""
        places = Places(self._document, self._reason)
        edits: list[Edit] = []
        for each in self._left:
            way = next(places.ways(each.line, list(each.rules)), None)
            if way is None:
                return None
            edits += way
        try:
            text = apply_edits(self._text, edits)
        except OverlapError:
            return None
        moved = [_moved(each, self._document, edits) for each in self._left]
        return text if self._is_right(text, moved) else None

    def _add(self, each: Wanted, codes: list[str]) -> bool:
        """Suppress ``codes`` in a line, and let the lines that are left follow."""
        rules = {code: each.rules[code] for code in codes}
        for way in Places(self._document, self._reason).ways(each.line, codes):
            text = apply_edits(self._text, way)
            here = _moved(Wanted(each.line, rules), self._document, way)
            if self._is_right(text, [here]):
                self._left = [_moved(other, self._document, way) for other in self._left]
                self._text, self._document = text, parse_document("", text)
                return True
        return False

    def _is_right(self, text: str, wanted: Iterable[Wanted]) -> bool:
        if shown_page(text) != self._page:
            return False
        suppressions = Suppressions(parse_document("", text))
        return all(
            suppressions.hides(each.line, -1, code, name)
            for each in wanted
            for code, name in each.rules.items()
        )

    def _hides(self, each: Wanted, code: str, name: str) -> bool:
        return Suppressions(self._document).hides(each.line, -1, code, name)


def _moved(each: Wanted, document: Document, edits: Iterable[Edit]) -> Wanted:
    """The same line after insertions."""
    starts = document.line_starts
    at = starts[min(each.line, len(starts)) - 1]
    added = sum(
        edit.text.count("\n") or edit.text.count("\r") for edit in edits if edit.start <= at
    )
    return each._replace(line=each.line + added)
