"""Numbers of entries that run on, whatever their units are numbered by: they do afterwards, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...listings.listing import IndexEntry, ListingForm, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...text.numerals import numeral_like, read_numeral
from ...text.source import Span
from ..labels.index_labels import number_in
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import LabelGrammar

#: Fewer numbers may be anything.
_LEAST = 3
#: The markers of items count by themselves, and letters are those of units.
_APART = frozenset({ListingForm.ITEM, ListingForm.LETTERED, ListingForm.INLINE})
#: The lists of a page in one form, by their place among these; all of them together are the last.
_Key = tuple[ListingForm, int]
_ALL = -1


class _Number(NamedTuple):
    """The number of an entry, ``written`` at ``span``; ``own`` is that of its unit, if any."""

    span: Span
    written: str
    own: int | None

    @property
    def value(self) -> int | None:
        return read_numeral(self.written)


def runs_on(index: UnitIndex, grammar: LabelGrammar) -> bool:
    """Whether each number of a list's entries is one more than the one before it."""
    return index.form not in _APART and _run_on(_numbers(index, grammar))


def running_number_edits(before: Curriculum, after: Curriculum, moves: Moves) -> Iterator[Edit]:
    """The edits that let the numbers of tables and sections run on where they did ``before``."""
    for path, page in before.pages.items():
        now = after.pages.get(moves.new(path))
        if now is None or now.document is page.document:
            continue
        old = _numbers_on(before, page)
        new = _numbers_on(after, now) if any(map(_run_on, old.values())) else {}
        for key in _whole(old):
            first = old[key][0].value
            yield from _counted(now.path, new.get(key, ()), first or 0, is_own=_are_own(old[key]))


def _whole(numbers: Mapping[_Key, Sequence[_Number]]) -> Iterator[_Key]:
    """What runs on: all lists of a form together, or else some of them by themselves."""
    together = {form for form, nth in numbers if nth == _ALL and _run_on(numbers[form, nth])}
    for form, nth in numbers:
        if (nth == _ALL) == (form in together) and _run_on(numbers[form, nth]):
            yield form, nth


def _numbers_on(curriculum: Curriculum, page: Page) -> dict[_Key, list[_Number]]:
    found: dict[_Key, list[_Number]] = {}
    counts: dict[ListingForm, int] = {}
    for index in reader_of(curriculum).on(page):
        if index.form not in _APART:
            nth = counts[index.form] = counts.get(index.form, -1) + 1
            numbers = _numbers(index, grammar_of(curriculum))
            found[index.form, nth] = numbers
            found.setdefault((index.form, _ALL), []).extend(numbers)
    return found


def _numbers(index: UnitIndex, grammar: LabelGrammar) -> list[_Number]:
    found = (_number(index.page, entry, grammar) for entry in index.entries)
    return [number for number in found if number is not None]


def _number(page: Page, entry: IndexEntry, grammar: LabelGrammar) -> _Number | None:
    own = entry.place.module.name.number if entry.place else None
    if entry.marker is not None:
        return _Number(entry.marker, page.document.text[slice(*entry.marker)], own)
    label = grammar.read(entry.line) or number_in(entry.line)
    if label is None or label.number is None or label.letter or label.around:
        return None
    start = entry.start + label.start
    return _Number(Span(start, start + len(label.text)), label.text, own)


def _run_on(numbers: Sequence[_Number]) -> bool:
    first = numbers[0].value if len(numbers) >= _LEAST else None
    return first is not None and all(n.value == at for at, n in enumerate(numbers, first))


def _are_own(numbers: Sequence[_Number]) -> bool:
    return all(each.own in (None, each.value) for each in numbers)


def _counted(path: str, numbers: Sequence[_Number], first: int, *, is_own: bool) -> Iterator[Edit]:
    """The edits that count from ``first``; none where units would lose numbers that they have."""
    wanted = list(enumerate(numbers, first))
    if not is_own or all(each.own in (None, number) for number, each in wanted):
        padded = (len(each.written) for each in numbers if each.written.startswith("0"))
        width = max(padded, default=0)
        for number, each in wanted:
            if each.value != number:
                written = numeral_like(each.written, number)
                yield Edit(path, *each.span, written.zfill(width))
