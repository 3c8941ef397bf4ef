"""One readme → safe HTML, with its exercises and criteria as a page needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from markdown_it.token import Token

from ..model.outline_reader import read_outline
from ..model.progression import with_progression
from ..model.vocabulary import Vocabulary
from ..parse.document import Heading
from ..parse.front_matter import front_matter_lines
from ..parse.parser import parse_document
from ..text.language import direction_of, language_of
from ..text.source import normalise_line_ends
from ..text.words import count_words
from .grammar import github_grammar
from .pictures import with_pictures
from .places import Criterion, LineRange, PlacedExercise, ReadmePlaces
from .raw_html import with_readable_html
from .regions import Region, with_regions
from .sanitise import AdditionNames, Filter, sanitised
from .tokens import DIAGRAM, plain, prepared

_EXERCISE_KEYS = frozenset({"goal", "steps", "acceptance_criteria", "hints"})
#: Words that somebody reads in a minute who reads a text to learn from it.
_WORDS_A_MINUTE = 180
#: The boxes of tasks that are not criteria: they show what the readme says.
_TASK = {
    True: '<input type="checkbox" disabled checked aria-label="done"> ',
    False: '<input type="checkbox" disabled aria-label="not done"> ',
}


#: What opens an item of a list or a row of a table.
_ITEM = "list_item_open"
_BOXED = (_ITEM, "tr_open")


class RenderedSection(NamedTuple):
    """A heading of the readme, and the plain text up to the next. ``exercise`` is its key."""

    level: int
    title: str
    anchor: str
    text: str
    exercise: str | None


class Task(NamedTuple):
    """What an exercise is called in the progress of a learner."""

    key: str
    number: str
    title: str


class Rendered(NamedTuple):
    """A readme as a page shows it, without its title.

    ``title`` is the anchor of that, ``language`` that of its letters, if they say one.
    """

    html: str
    title: str
    sections: tuple[RenderedSection, ...]
    minutes: int
    language: str
    has_diagrams: bool


class Writer(NamedTuple):
    """Writes what a page adds to readmes: what stands below an exercise, and before a criterion.

    The first gets the exercise and the keys of its criteria, the second a key, the criterion and
    how many there are. ``line`` stands before an exercise that is an item or a row.
    """

    exercise: Callable[[Task, Sequence[str]], str]
    criterion: Callable[[str, Criterion, int], str]
    line: Callable[[Task], str]


def render_readme(
    text: str, vocabulary: Vocabulary, tasks: Sequence[Task], writer: Writer, decide: Filter
) -> Rendered:
    """The readme as HTML. ``tasks`` are its exercises, ``decide`` gives links and names theirs."""
    return _Renderer(text, vocabulary, tasks, writer).rendered(decide)


class _Renderer:
    def __init__(
        self, text: str, vocabulary: Vocabulary, tasks: Sequence[Task], writer: Writer
    ) -> None:
        self._text, self._tasks, self._writer = normalise_line_ends(text), tasks, writer
        self._document = parse_document("", self._text)
        outline = read_outline(self._document, vocabulary, _EXERCISE_KEYS)
        outline = with_progression(self._document, outline, vocabulary)
        self._title = outline.title.anchor if outline.title else ""
        self._places = ReadmePlaces(self._document, outline)
        self._mark = AdditionNames(self._text)
        self._exercises = list(zip(tasks, self._places.exercises(), strict=False))

    def rendered(self, decide: Filter) -> Rendered:
        """The readme as HTML."""
        grammar = github_grammar()
        env: dict[str, Any] = {}
        tokens = list(with_readable_html(grammar.parse(self._body(), env)))
        anchors = {self._line(h): h.anchor for h in self._document.headings if not h.html}
        sections = list(self._sections(tokens, anchors))
        language = language_of(" ".join(f"{each.title} {each.text}" for each in sections))
        self._label(tokens)
        self._box(tokens)
        whole = with_regions(
            prepared(tokens, anchors, self._mark, direction_of(language)),
            list(self._regions()),
            self._left_out(),
        )
        html = grammar.renderer.render(list(whole), grammar.options, env)
        words = sum(count_words(each.text).total for each in sections)
        return Rendered(
            html=with_pictures(sanitised(html, self._mark, decide)),
            title=self._title,
            sections=tuple(sections),
            minutes=max(1, round(words / _WORDS_A_MINUTE)) if words else 0,
            language=language,
            has_diagrams=f" {self._mark.attribute(DIAGRAM)}=" in html,
        )

    def _body(self) -> str:
        lines = self._text.split("\n")
        count = front_matter_lines(lines)
        return "\n".join([""] * count + lines[count:])

    def _regions(self) -> Iterator[Region]:
        holder, name = self._mark.attribute("class"), self._mark.attribute("data-exercise")
        for task, placed in self._exercises:
            if placed.is_line:
                continue
            before = f'<section {holder}="exercise" {name}="{escape(task.key)}">'
            below = self._mark.keep(self._writer.exercise(task, criteria_keys(task, placed)))
            yield Region(placed.lines, before, f"{below}</section>")
        for lines in self._places.folded():
            yield Region(lines, "<details><summary>Hints</summary>", "</details>")

    def _left_out(self) -> list[LineRange]:
        title = self._places.title()
        hidden = [LineRange(lines.start, lines.start + 1) for lines in self._places.folded()]
        hidden += self._places.stated()
        return [*([title] if title else []), *hidden, *self._places.generated()]

    def _label(self, tokens: Sequence[Token]) -> None:
        """Gives labels and stated times a class of their own."""
        labels, efforts = self._places.labels(), self._places.effort()
        for token in tokens:
            if token.type == "paragraph_open" and token.map:
                row = token.map[0]
                if row in labels:
                    token.attrSet("class", f"label label-{labels[row]}")
                elif row in efforts:
                    token.attrSet("class", "effort")

    def _box(self, tokens: Sequence[Token]) -> None:
        """Puts a box before every criterion and every exercise that is an item or a row.

        Before other tasks stands one that only shows their state.
        """
        boxes = dict(self._boxes())
        waiting = ""
        for token in tokens:
            if token.type in _BOXED and token.map:
                state = token.meta.pop("checked", None)
                waiting = boxes.pop(token.map[0], "")
                if waiting and token.type == _ITEM:
                    token.attrSet("class", "criterion")
                elif state is not None:
                    waiting = self._mark.keep(_TASK[state])
            elif token.type == "inline" and waiting:
                token.children = [_inline(waiting), *(token.children or ())]
                waiting = ""

    def _boxes(self) -> Iterator[tuple[int, str]]:
        for task, placed in self._exercises:
            if placed.is_line:
                yield placed.lines.start, self._mark.keep(self._writer.line(task))
            keys = criteria_keys(task, placed)
            for key, (line, each) in zip(keys, placed.criteria.items(), strict=True):
                yield line, self._mark.keep(self._writer.criterion(key, each, len(keys)))

    def _sections(
        self, tokens: Sequence[Token], anchors: Mapping[int, str]
    ) -> Iterator[RenderedSection]:
        """The headings, each with the text below it; one without a heading for what is above."""
        starts = {placed.lines.start: task.key for task, placed in self._exercises}
        section, texts = RenderedSection(0, "", "", "", None), list[str]()
        heading: Token | None = None
        for token in tokens:
            if token.type == "heading_open" and token.level == 0 and token.map:
                yield section._replace(text=_joined(texts))
                texts, row = [], token.map[0]
                key = starts.get(row)
                section = RenderedSection(int(token.tag[1]), "", anchors.get(row, ""), "", key)
                heading = token
            elif token.type == "inline" and heading is not None:
                section, heading = section._replace(title=plain(token).strip()), None
            else:
                texts.append(plain(token))
        yield section._replace(text=_joined(texts))

    def _line(self, heading: Heading) -> int:
        return self._document.line(heading.span.start) - 1


def criteria_keys(task: Task, placed: PlacedExercise) -> list[str]:
    """What the criteria of an exercise are called in a learner's progress."""
    return [f"{task.key}#{each.name}" for each in placed.criteria.values()]


def _inline(html: str) -> Token:
    token = Token("html_inline", "", 0)
    token.content = html
    return token


def _joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())
