"""Exercises that are rows of a table: ``| 1 | Write a parser | 20 min |``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..parse.document import BlockKind, Document
from ..parse.plain import definitions_of, plain_text_of
from ..parse.tables import rows_of
from ..settings.exercise_settings import ExerciseForm
from ..text.late_pattern import late_pattern
from ..text.source import Span
from .exercise_areas import ExerciseArea
from .exercise_number import read_number
from .opened_exercise import (
    ExerciseOpening,
    LinkedFiles,
    WrittenNumber,
    number_at,
    opened,
    title_in,
)
from .outline import Exercise
from .vocabulary import normalise

_HEAD = 2
#: What stands above numbers.
_NUMBER_NAMES = frozenset(
    [
        *("no", "nr", "num", "number", "nummer", "id", "n", "nº", "n°", "№", "número"),
        *("numero", "numéro", "номер", "numer", "sıra", "番号", "序号", "編號", "编号", "번호"),
    ]
)
_NUMBER = late_pattern(
    r"[*_`]*(?:(?P<word>[^\W\d_]+)[ \t]+)?#?"
    r"(?P<written>(?P<prefix>(?:\d{1,6}[a-z]?\.)*)(?P<ordinal>\d{1,6})(?P<suffix>[a-z]?))"
    r"[.):]?[*_`]*\Z"
)
_TITLE = late_pattern(r"[^\W\d_]{2}|[^\W\d_a-zA-Z]")


class _Columns(NamedTuple):
    """Where the titles and the numbers of exercises are; ``number`` is -1 where none are."""

    title: int
    number: int


class TabledExercises:
    """Reads the tables of one document.

    ``words`` are those for an exercise, ``names`` those of the sections that hold exercises.
    """

    def __init__(self, document: Document, words: frozenset[str], names: frozenset[str]) -> None:
        self._text, self._words = document.text, words
        self._wanted = words | names
        self._definitions = definitions_of(document)
        self._linked = LinkedFiles(document)
        self._tables = sorted(b.span for b in document.blocks if b.kind is BlockKind.TABLE)
        self._starts = [table.start for table in self._tables]

    def read(self, area: ExerciseArea) -> Iterator[Exercise]:
        """The rows of the first table, and of all others with the same head."""
        parts = [area.first] if self._in(area.first) else area.others
        head: list[str] | None = None
        for table in (table for part in parts for table in self._in(part)):
            rows = [list(row.cells) for row in rows_of(self._text, table)]
            own = [*map(self._plain, rows[0])] if rows else []
            head = own if head is None else head
            if head == own:
                yield from self._rows(own, rows[_HEAD:])

    def _in(self, part: Span) -> list[Span]:
        first, behind = (bisect_left(self._starts, at) for at in part)
        return self._tables[first:behind]

    def _rows(self, head: Sequence[str], rows: Sequence[Sequence[Span]]) -> Iterator[Exercise]:
        columns = self._columns(head, rows)
        for row in rows if columns else ():
            title = row[columns.title] if columns and columns.title < len(row) else None
            text = self._plain(title) if title else ""
            is_title = title is not None and _TITLE.search(text)
            if columns and title and is_title and not self._linked.are_all_of(title):
                yield self._exercise(row, columns, title, text)

    def _columns(self, head: Sequence[str], rows: Sequence[Sequence[Span]]) -> _Columns | None:
        named = [at for at, name in enumerate(head) if normalise(name) in self._wanted]
        texts = [
            [self._plain(row[at]) if at < len(row) else "" for row in rows]
            for at in range(len(head))
        ]
        written = [at for at, cells in enumerate(texts) if _are_titles(cells, self._words)]
        title = next((at for at in named if at in written), next(iter(written), None))
        if title is None:
            return None
        numbers = (at for at in range(title) if _are_numbers(head[at], texts[at], self._words))
        return _Columns(title, next(numbers, -1))

    def _exercise(self, row: Sequence[Span], columns: _Columns, cell: Span, text: str) -> Exercise:
        whole = Span(row[0].start, row[-1].end)
        found = read_number(text, self._words)
        number = self._number(row[columns.number]) if columns.number >= 0 else None
        if number is None and found is not None:
            number = number_at(found, self._text, cell)
        title = title_in(found.title if found and found.title else text)
        return opened(ExerciseOpening(ExerciseForm.TABLE, text, cell), title, whole, number)

    def _number(self, cell: Span) -> WrittenNumber | None:
        match = _NUMBER.match(self._text[slice(*cell)])
        if match is None:
            return None
        start = cell.start + match.start("written")
        where = Span(start, start + len(match["written"]))
        ordinal = int(match["ordinal"])
        return WrittenNumber(match["written"], match["prefix"], ordinal, match["suffix"], where)

    def _plain(self, cell: Span) -> str:
        return plain_text_of(self._text[slice(*cell)], self._definitions)


def _are_titles(cells: Sequence[str], words: frozenset[str]) -> bool:
    """Whether most cells hold words that do not only number the row."""
    read = [_NUMBER.match(each) for each in cells if _TITLE.search(each)]
    said = [match for match in read if not match or str(match["word"]).casefold() not in words]
    return 2 * len(said) > len(cells)


def _are_numbers(name: str, cells: Sequence[str], words: frozenset[str]) -> bool:
    """Whether cells number their rows: their head says so, or they count up from 1."""
    read = [match for each in cells if (match := _NUMBER.match(each)) is not None]
    if not read or 2 * len(read) < len(cells):
        return False
    if name.strip(" #.:°") == "" or normalise(name) in _NUMBER_NAMES | words:
        return True
    are_named = all((match["word"] or "").casefold() in words for match in read)
    ordinals = [int(match["ordinal"]) for match in read]
    return are_named or ordinals == list(range(1, len(cells) + 1))
