"""Which requirements of its schema a readme does not meet, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..model.curriculum import Unmet, UnmetKind
from ..model.misspelling import Misspelt, UnknownName, misspelt_name, unknown_names
from ..model.outline import Exercise, Form, Outline, Section
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..text.source import Span
from .readme_data import EXERCISES
from .readme_schema import ReadmeSchema
from .required import required_section
from .schema_error import SchemaError

_FORM_WORDS = {
    "text": "text",
    "bullet": "a bullet list",
    "ordered": "an ordered list",
    "task": "a task list",
    "empty": "nothing",
}
_COUNTS = {
    "minItems": "at least",
    "minimum": "at least",
    "maxItems": "at most",
    "maximum": "at most",
}


class _Where(NamedTuple):
    """What a schema error is about: an exercise or the readme, and one of its sections."""

    subject: str
    heading: Span
    sections: Sequence[Section]
    exercise: Exercise | None

    def section(self, key: str) -> Section | None:
        return next((each for each in self.sections if each.key == key), None)


def unmet_requirements(
    document: Document,
    outline: Outline,
    schema: ReadmeSchema,
    kind: str,
    errors: Iterable[SchemaError],
    vocabulary: Vocabulary,
) -> tuple[Unmet, ...]:
    """Everything that the readme lacks, in the order of the text.

    ``errors`` are those that the schema finds in the readme's instance.
    """
    check = _Check(document, outline, schema, kind, vocabulary)
    found = [*check.empty(), *check.errors(errors), *check.order()]
    return tuple(sorted(found, key=lambda unmet: (unmet.span, unmet.key)))


class _Check:
    def __init__(
        self,
        document: Document,
        outline: Outline,
        schema: ReadmeSchema,
        kind: str,
        vocabulary: Vocabulary,
    ) -> None:
        self.document, self.outline, self.schema = document, outline, schema
        self.vocabulary = vocabulary
        title = outline.title.content if outline.title else Span(0, 0)
        self.readme = _Where(f"this {kind}", title, outline.sections, None)
        self.whole = Span(0, len(document.text))
        #: From here on a code fence that never closes has swallowed the text.
        self.swallowed = min(
            (fence.span.start for fence in document.fences if not fence.closed),
            default=self.whole.end,
        )

    def _places(self) -> Iterator[_Where]:
        yield self.readme
        for each in self.outline.exercises:
            yield _exercise(each)

    def empty(self) -> Iterator[Unmet]:
        """Sections with nothing in them."""
        for where in self._places():
            for section in where.sections:
                if section.form is Form.EMPTY and section.span.end <= self.swallowed:
                    yield Unmet(
                        UnmetKind.EMPTY, section.key, where.subject, section.span, section.name
                    )

    def errors(self, errors: Iterable[SchemaError]) -> Iterator[Unmet]:
        """What the schema says, each thing once."""
        told: set[tuple[str, ...]] = set()
        for error in errors:
            where, rest = self._locate(error.path)
            if where.exercise is not None and where.exercise.is_line:
                continue
            for unmet in self._translate(error, where, rest):
                key = (unmet.kind, unmet.key, unmet.subject, unmet.expected)
                if key not in told:
                    told.add(key)
                    yield unmet

    def _locate(self, path: tuple[str | int, ...]) -> tuple[_Where, tuple[str | int, ...]]:
        if len(path) >= 2 and path[0] == EXERCISES:
            return _exercise(self.outline.exercises[int(path[1])]), path[2:]
        return self.readme, path

    def _translate(
        self, error: SchemaError, where: _Where, path: tuple[str | int, ...]
    ) -> Iterator[Unmet]:
        if error.keyword == "required" and not path:
            yield from self._missing(error.found, where)
        elif error.keyword in _COUNTS and path == (EXERCISES,) and error.found == 0:
            yield from self._missing([EXERCISES], where)
        elif path:
            yield from self._about_section(error, where, path)
        else:
            yield _other(error, "", where, where.heading)

    def _missing(self, keys: list[str], where: _Where) -> Iterator[Unmet]:
        if not self._is_swallowed(where):
            for key in keys:
                yield self._misspelt(key, where) or self._absent(key, where)

    def _absent(self, key: str, where: _Where) -> Unmet:
        order, _ = self._expected_order(where)
        shape = required_section(self.schema, key, of_exercise=where.exercise is not None)
        unmet = Unmet(UnmetKind.MISSING, key, where.subject, where.heading, key)
        named = "" if where.exercise else self._title_named(key)
        return unmet._replace(form=shape.form, items=shape.items, order=order, found=named)

    def _title_named(self, key: str) -> str:
        """The title, where it is called as the section is; empty otherwise."""
        title = self.outline.title
        return title.text if title and self.vocabulary.key(title.text) == key else ""

    @cached_property
    def _unknown(self) -> tuple[UnknownName, ...]:
        return unknown_names(self.document, self.vocabulary)

    def _misspelt(self, key: str, where: _Where) -> Unmet | None:
        """What to say of the missing section if it is there under a misspelt name."""
        inside = where.exercise.span if where.exercise else self.whole
        behind = Span(where.heading.end, inside.end)
        found = None if key == EXERCISES else self._near(key, behind)
        if found is None:
            return None
        name, meant = found
        return Unmet(UnmetKind.MISSPELT, key, where.subject, name.span, meant, name.text)

    def _near(self, key: str, inside: Span) -> Misspelt | None:
        return misspelt_name(self._unknown, self.vocabulary, key, inside)

    def _is_swallowed(self, where: _Where) -> bool:
        """Whether a code fence that never closes hides what seems to be missing."""
        span = where.exercise.span if where.exercise else self.whole
        return span.holds(self.swallowed)

    def _about_section(
        self, error: SchemaError, where: _Where, path: tuple[str | int, ...]
    ) -> Iterator[Unmet]:
        key = str(path[0])
        section = where.section(key)
        span = section.span if section else where.heading
        if section is not None and section.form is Form.EMPTY:
            return
        if error.keyword in _COUNTS:
            words = f"{_COUNTS[error.keyword]} {error.expected}"
            yield Unmet(UnmetKind.COUNT, key, where.subject, span, words, str(error.found))
        elif path[1:] == ("form",) and error.keyword in ("enum", "const"):
            found = _FORM_WORDS.get(error.found, str(error.found))
            expected = _forms(error.expected)
            yield Unmet(UnmetKind.FORM, key, where.subject, span, expected, found)
        else:
            yield _other(error, key, where, span)

    def order(self) -> Iterator[Unmet]:
        """Required sections that stand before one they should follow."""
        for where in self._places() if self.schema.keeps_order else ():
            keys, required = self._expected_order(where)
            present = self._positions(where, required)
            ranks = [keys.index(key) for key, _ in present]
            for index in _out_of_order(ranks):
                key, span = present[index]
                neighbour = _neighbour(present, ranks, index)
                yield Unmet(UnmetKind.ORDER, key, where.subject, span, neighbour)

    def _expected_order(self, where: _Where) -> tuple[tuple[str, ...], frozenset[str]]:
        if where.exercise is None:
            return self.schema.readme_keys, self.schema.required_of_readme
        return self.schema.exercise_keys, self.schema.required_of_exercise

    def _positions(self, where: _Where, required: frozenset[str]) -> list[tuple[str, Span]]:
        found: dict[str, Span] = {}
        for section in where.sections:
            found.setdefault(section.key, section.span)
        if where.exercise is None and self.outline.exercises:
            found[EXERCISES] = self.outline.exercises[0].heading.span
        keys, _ = self._expected_order(where)
        inside = [(key, span) for key, span in found.items() if key in required and key in keys]
        return sorted(inside, key=lambda each: each[1])


def _exercise(exercise: Exercise) -> _Where:
    return _Where(exercise.name, exercise.heading.content, exercise.sections, exercise)


def _other(error: SchemaError, key: str, where: _Where, span: Span) -> Unmet:
    return Unmet(UnmetKind.OTHER, key, where.subject, span, error.told, error.keyword)


def _forms(value: object) -> str:
    forms = value if isinstance(value, list) else [value]
    words = [_FORM_WORDS.get(str(form), str(form)) for form in forms]
    return " or ".join(words)


def _out_of_order(ranks: list[int]) -> list[int]:
    """The fewest positions to move so that the ranks rise: those outside a longest rising run."""
    tails: list[int] = []
    before: list[int] = [-1] * len(ranks)
    ends: list[int] = []
    for index, rank in enumerate(ranks):
        at = bisect_left(tails, rank)
        before[index] = ends[at - 1] if at else -1
        if at == len(tails):
            tails.append(rank)
            ends.append(index)
        else:
            tails[at] = rank
            ends[at] = index
    kept: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [index for index in range(len(ranks)) if index not in kept]


def _neighbour(present: list[tuple[str, Span]], ranks: list[int], index: int) -> str:
    """The key of the section that should stand directly before the misplaced one, or after."""
    lower = [at for at, rank in enumerate(ranks) if rank < ranks[index]]
    if lower:
        return "after " + present[max(lower, key=lambda at: ranks[at])][0]
    upper = [at for at, rank in enumerate(ranks) if rank > ranks[index]]
    return "before " + present[min(upper, key=lambda at: ranks[at])][0]
