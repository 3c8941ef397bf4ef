"""A parsed document → its outline: which headings and labels are sections and exercises."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..parse.document import Document, Heading
from ..parse.front_matter import front_matter_title
from ..settings.exercise_settings import ExerciseForm
from ..text.digest import blake2b
from ..text.regions import Regions, first_in
from ..text.source import Span
from ..text.utf_8 import utf_8
from .exercise_areas import ExerciseArea, divide, without_repeats
from .exercise_number import begins_with, read_number
from .outline import Exercise, Form, Outline, Section
from .outline_marks import Candidate, Mark
from .places import NestedLists, region_ends
from .section_body import BodyReader
from .vocabulary import EXERCISES_KEY, Vocabulary

_FEW_WORDS = 12


def read_outline(
    document: Document, vocabulary: Vocabulary, exercise_keys: frozenset[str]
) -> Outline:
    """The outline of a readme. ``exercise_keys`` are the sections that belong to an exercise."""
    return OutlineReader(document, vocabulary, exercise_keys).read()


class OutlineReader:
    """Reads the outline of one document.

    In a file of exercises (``is_of_exercises``), the title may announce them: ``# Homework``.
    """

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        exercise_keys: frozenset[str],
        *,
        is_of_exercises: bool = False,
    ) -> None:
        self._is_of_exercises = is_of_exercises
        self.document = document
        self.vocabulary = vocabulary
        self.exercise_keys = exercise_keys
        self.end = len(document.text)
        self.headings = [h for h in document.headings if not h.nested]
        self._starts = [h.span.start for h in self.headings]
        self._ends = region_ends(self.headings, self.end)
        self._lists = NestedLists(document.lists)
        self._bodies = BodyReader(document)
        self.marks = self._marks()
        self._mark_starts = [mark.span.start for mark in self.marks]
        self._areas = self._exercise_areas()
        self._is_in_area = Regions(self._areas).hold
        self._is_inside_area = Regions(Span(start + 1, end) for start, end in self._areas).hold

    def read(self) -> Outline:
        """All of it."""
        title = self._title()
        exercises = self._exercises()
        regions = Regions(exercise.span for exercise in exercises)
        marks = [m for m in self.marks if not regions.hold(m.span.start)]
        kept = self._readme_marks(marks)
        sections = tuple(self._section(mark, self.end, flat=False) for mark in kept)
        misplaced = tuple(s for s in sections if s.level and self._is_misplaced(s, exercises))
        return Outline(title, sections, tuple(exercises), misplaced)

    def _title(self) -> Heading | None:
        return next((h for h in self.document.headings if h.level == 1), None)

    def _marks(self) -> list[Mark]:
        title = self._title()
        marks = [
            Mark(key, h.text, h.span, h.level, None)
            for h in self.headings
            if (key := self.vocabulary.key(h.text)) is not None
            and (h is not title or (self._is_of_exercises and key == EXERCISES_KEY))
        ]
        marks += [
            Mark(key, label.text, label.span, 0, label)
            for label in self.document.labels
            if (key := self.vocabulary.key(label.text)) is not None
        ]
        return self._without_asides(sorted(marks, key=lambda mark: mark.span))

    def _without_asides(self, marks: list[Mark]) -> list[Mark]:
        """Drop bold words inside a list that belongs to a section: they emphasise an item."""
        kept: list[Mark] = []
        named = Counter((self._part(mark), mark.key) for mark in marks)
        for mark in marks:
            is_first = not kept or self._begins_behind_heading(kept[-1], mark)
            is_named_again = named[self._part(mark), mark.key] > 1
            if is_first or not self._is_aside(mark, kept[-1], is_named_again=is_named_again):
                kept.append(mark)
        return kept

    def _begins_behind_heading(self, before: Mark, mark: Mark) -> bool:
        """Whether a heading that is no mark stands between the two."""
        return first_in(Span(before.span.end, mark.span.start), self._starts) is not None

    def _is_aside(self, mark: Mark, before: Mark, *, is_named_again: bool) -> bool:
        label = mark.label
        if label is None or label.item < 0:
            return False
        around = list(self._lists.around(label.span.start))
        if label.leads_item:
            return any(each.span.start >= before.span.end for each in around)
        is_last = around[0].items[-1].span.start == label.item
        return not is_last and is_named_again

    def _part(self, mark: Mark) -> int:
        """The same number for marks that stand under the same heading."""
        return bisect_left(self._starts, mark.span.start)

    def _region(self, heading: Heading) -> Span:
        """A heading with everything under it."""
        at = bisect_left(self._starts, heading.span.start)
        return Span(heading.span.start, self._ends[at])

    def _marks_in(self, span: Span) -> Sequence[Mark]:
        left = bisect_left(self._mark_starts, span.start)
        return self.marks[left : bisect_left(self._mark_starts, span.end)]

    # -- exercises

    def _exercises(self) -> list[Exercise]:
        """Those in the first of the forms that the readme has."""
        for form in ExerciseForm:
            if form in self.vocabulary.exercise_forms:
                read = self._headed if form is ExerciseForm.HEADING else self._opened
                if found := read(form):
                    return found
        return []

    def _opened(self, form: ExerciseForm) -> list[Exercise]:
        """Those that something else than a heading opens."""
        from .opened_exercises import opened_exercises

        read = opened_exercises(self.document, self.vocabulary, form, list(self._divided_areas()))
        return [each._replace(sections=self._sections_in(each.span)) for each in read]

    def _divided_areas(self) -> Iterator[ExerciseArea]:
        """What stands under headings and labels that announce the exercises, in parts."""
        bodies = [
            self._heading_region(mark) if mark.level else self._body(mark, self.end, flat=False)
            for mark in self.marks
            if mark.key == EXERCISES_KEY
        ]
        for area in without_repeats(bodies):
            others = (m for m in self._marks_in(area) if m.level and m.key != EXERCISES_KEY)
            first, behind = (bisect_left(self._starts, at) for at in area)
            inside = self.headings[first:behind]
            yield divide(area, inside, Regions(map(self._heading_region, others)))

    def whole(self, name: str, number: int | None) -> Exercise:
        """The document as one exercise, called ``name`` without a title; ``number`` is in that."""
        opening = self._title() or self._untitled(name)
        found = read_number(opening.text, self.vocabulary.exercise_words)
        span = Span(opening.span.start, self.end)
        exercise = self._exercise(Candidate(opening, found, span), last=False)
        if number is None or found is not None:
            return exercise
        return exercise._replace(number=str(number), ordinal=number, number_span=opening.content)

    def _untitled(self, name: str) -> Heading:
        """What stands for the title of a file without one: its metadata, or its name."""
        text = self.document.text
        line = Span(0, len(text.partition("\n")[0]))
        return Heading(0, front_matter_title(text) or name, "", line, line, nested=True)

    def _sections_in(self, span: Span) -> tuple[Section, ...]:
        marks = self._marks_in(span)
        return tuple(self._section(mark, span.end, flat=True) for mark in marks)

    def _headed(self, _: ExerciseForm) -> list[Exercise]:
        candidates = self._candidates()
        return [
            self._exercise(each, last=index == len(candidates) - 1)
            for index, each in enumerate(candidates)
        ]

    def _candidates(self) -> list[Candidate]:
        """The headings that open an exercise."""
        marked = {mark.span.start for mark in self.marks if not mark.label}
        possible = [
            Candidate(h, read_number(h.text, self.vocabulary.exercise_words), self._region(h))
            for h in self.headings
            if h.span.start not in marked and h.level > 1
        ]
        if self._areas:
            inside = [c for c in possible if self._is_in_area(c.span.start)]
            return self._of_level(inside, sorted(c.heading.level for c in inside))
        return self._of_level(possible, self._exercise_levels(possible))

    def _exercise_levels(self, possible: list[Candidate]) -> list[int]:
        """The heading levels with exercises that have sections, the one with most of them first."""
        levels = Counter(
            each.heading.level
            for each in possible
            if each.number and (each.number.named or self._own_keys(each))
        )
        return sorted(levels, key=lambda level: (-levels[level], level))

    def _of_level(self, possible: list[Candidate], levels: Sequence[int]) -> list[Candidate]:
        """The exercises of the first of ``levels``."""
        here = [each for each in possible if each.heading.level in levels[:1]]
        if self._areas and not any(each.number for each in here):
            words = self.vocabulary.exercise_words
            return [e for e in here if self._own_keys(e) or begins_with(e.heading.text, words)]
        return [each for each in here if each.number or len(self._own_keys(each)) > 1]

    def _own_keys(self, candidate: Candidate) -> set[str]:
        return {mark.key for mark in self._marks_in(candidate.span)} & self.exercise_keys

    def _exercise(self, candidate: Candidate, *, last: bool) -> Exercise:
        heading, number, span = candidate
        if last:
            span = self._without_readme_sections(span)
        sections = self._sections_in(span)
        content = heading.content
        if number is None:
            where = Span(content.start, content.start)
            digest = self._digest(heading, span)
            return Exercise("", "", None, "", heading.text, heading, where, span, sections, digest)
        at = self.document.text.find(number.written, content.start, content.end)
        where = Span(at, at + len(number.written)) if at >= 0 else content
        return Exercise(
            number.written,
            number.prefix,
            number.ordinal,
            number.suffix,
            number.title,
            heading,
            where,
            span,
            sections,
            self._digest(heading, span),
        )

    def _digest(self, heading: Heading, span: Span) -> str:
        """Equal for equal texts: white space does not count. Short texts are equal by chance."""
        words = self.document.text[heading.span.end : span.end].split()
        if len(words) < _FEW_WORDS:
            return ""
        return blake2b(utf_8(" ".join(words)), digest_size=8).hexdigest()

    def _without_readme_sections(self, span: Span) -> Span:
        """The last exercise ends where a section of the whole readme begins inside it."""
        for mark in self._marks_in(span):
            if mark.key not in self.exercise_keys:
                return Span(span.start, mark.opening)
        return span

    # -- sections

    def _readme_marks(self, marks: Iterable[Mark]) -> list[Mark]:
        """The sections of the whole readme: not those of a section's own subheadings."""
        kept: list[Mark] = []
        keys: set[str] = set()
        outer: Mark | None = None
        for mark in marks:
            nested = outer is not None and self._is_below(mark, outer)
            if mark.key in self.exercise_keys and nested:
                continue
            if nested and mark.key in keys:
                continue
            kept.append(mark)
            keys.add(mark.key)
            if mark.level and not nested:
                outer = mark
        return kept

    def _is_below(self, mark: Mark, outer: Mark) -> bool:
        is_inside = mark.span.start < self._heading_region(outer).end
        return is_inside and (mark.level == 0 or mark.level > outer.level)

    def _heading_region(self, mark: Mark) -> Span:
        return self._region(self.headings[bisect_left(self._starts, mark.span.start)])

    def _section(self, mark: Mark, end: int, *, flat: bool) -> Section:
        """The section that ``mark`` opens; in a ``flat`` part every mark ends the one before."""
        body = self._body(mark, end, flat=flat)
        form, items = self._bodies.read(body, mark.label)
        if form is Form.EMPTY and mark.level and self._holds_link(mark.span):
            # `## [Quiz](https://…)`: what the section is about stands in its heading.
            form = Form.TEXT
        return Section(mark.key, mark.name, mark.span, body, form, items, mark.level, mark.label)

    def _holds_link(self, span: Span) -> bool:
        return any(span.start <= link.span.start < span.end for link in self.document.links)

    def _body(self, mark: Mark, end: int, *, flat: bool) -> Span:
        start = mark.span.end
        if mark.level:
            end = min(end, self._heading_region(mark).end)
        if mark.level == 0 or flat:
            following = bisect_left(self._mark_starts, start)
            if following < len(self.marks):
                end = max(start, min(end, self.marks[following].opening))
        if mark.level:
            return Span(start, end)
        return self._label_body(mark, Span(start, end))

    def _label_body(self, mark: Mark, body: Span) -> Span:
        """A label's section ends at the next heading, unless it would be empty without it."""
        end = first_in(body, self._starts)
        if end is None:
            return body
        short = Span(body.start, end)
        following = self.headings[bisect_left(self._starts, end)]
        is_sibling = following.level <= self._level_around(mark)
        if is_sibling or self._bodies.read(short, mark.label)[0] is not Form.EMPTY:
            return short
        return body

    def _level_around(self, mark: Mark) -> int:
        at = bisect_left(self._starts, mark.span.start)
        return self.headings[at - 1].level if at else 0

    def _is_misplaced(self, section: Section, exercises: list[Exercise]) -> bool:
        """Whether a section stands inside the last exercise, or among the exercises."""
        is_elsewhere = not exercises or not exercises[-1].heading.level
        if is_elsewhere or section.key in self.exercise_keys:
            return False
        at = section.span.start
        last = self._region(exercises[-1].heading)
        return at > last.start and (at < last.end or self._is_inside_area(at))

    def _exercise_areas(self) -> list[Span]:
        """What stands under headings that announce the exercises."""
        return [
            self._heading_region(mark)
            for mark in self.marks
            if mark.level and mark.key == EXERCISES_KEY
        ]
