"""How the exercises of units are written, found from what most readmes have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ..model.exercise_file_reader import read_exercises_in
from ..model.opened_exercise import is_local_page
from ..model.outline import Exercise
from ..model.outline_reader import read_outline
from ..model.vocabulary import Vocabulary, normalise, readings
from ..parse.document import Document
from ..settings.exercise_settings import ExerciseForm, ExerciseSettings
from ..settings.exercise_words import EXERCISE_SECTIONS
from ..settings.section_names import DEFAULT_SECTIONS
from .exercise_globs import CountedGlob
from .words import count_names, exercise_words

_KEYS = frozenset({"goal", "steps", "acceptance_criteria", "hints"})
_SECTIONS, _WORDS = "exercises", "exercise"
_ALL_FORMS = tuple(ExerciseForm)
#: So many of the readmes with exercises must have a form.
_LEAST_SHARE = 0.2
_FEWEST = 2


class CountedForm(NamedTuple):
    """A form of exercises: in how many readmes, and how many there are."""

    form: ExerciseForm
    readmes: int
    exercises: int


class FoundExercises(NamedTuple):
    """What was found. ``names`` are those of sections that hold exercises, with their counts.

    ``words`` stand before the numbers of exercises. Both are only those that are not known.
    ``globs`` find files of exercises.
    ``parts`` are the headings, normalised, of exercises and of what is among them.
    """

    forms: tuple[CountedForm, ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    words: tuple[tuple[str, int], ...] = ()
    parts: frozenset[str] = frozenset()
    globs: tuple[CountedGlob, ...] = ()

    @property
    def settings(self) -> ExerciseSettings:
        """The settings; the default forms where nothing else is to be read."""
        forms = tuple(each.form for each in self.forms)
        files = tuple(each.glob for each in self.globs)
        return ExerciseSettings(forms or (ExerciseForm.HEADING,), files)

    @property
    def sections(self) -> Mapping[str, tuple[str, ...]]:
        """The vocabulary with the names and words that were found."""
        found = {_SECTIONS: self.names, _WORDS: self.words}
        return {
            **DEFAULT_SECTIONS,
            **{key: _with(key, counted) for key, counted in found.items() if counted},
        }


def _with(key: str, counted: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """The names that were found, and the built-in ones: of sections, the own ones are preferred."""
    names = tuple(name for name, _ in counted)
    known = tuple(each for each in DEFAULT_SECTIONS[key] if each not in names)
    return (*names, *known) if key == _SECTIONS else (*known, *names)


def find_exercises(
    readmes: Sequence[Document], files: Sequence[Document], globs: Sequence[CountedGlob]
) -> FoundExercises:
    """How exercises are written in ``readmes``, and in ``files``, which the ``globs`` mean."""
    documents = [*readmes, *files]
    # Each kind of text has words of its own: few files are of no account among many readmes.
    words = tuple({**dict(exercise_words(files)), **dict(exercise_words(readmes))}.items())
    plain = FoundExercises(words=words, globs=tuple(globs))
    named = plain._replace(names=tuple(_section_names(documents)))
    before, after = (_read(readmes, files, each) for each in (plain, named))
    sizes = [(len(b), len(a)) for b, a in zip(before, after, strict=True)]
    gained = (each for each, (b, a) in zip(documents, sizes, strict=True) if a > b)
    # What nobody takes for the only place of exercises must not hide others.
    is_loss = any(a < b for b, a in sizes)
    found, read = (plain, before) if is_loss else (_only_in(named, gained), after)
    names = frozenset(map(normalise, found.sections[_SECTIONS]))
    held = (_parts(*each, names) for each in zip(documents, read, strict=True))
    parts = frozenset(chain.from_iterable(held))
    return found._replace(forms=tuple(_usual_forms(read)), parts=parts)


def _parts(
    document: Document, exercises: Sequence[Exercise], names: frozenset[str]
) -> Iterator[str]:
    """The headings below one that announces exercises, and the nearest one to each of them."""
    for each in exercises:
        above = [h for h in document.headings if h.span.start <= each.heading.span.start]
        yield from (normalise(heading.text) for heading in above[-1:])
    around = 0
    for heading in document.headings if exercises else ():
        if around and heading.level > around:
            yield normalise(heading.text)
        else:
            is_named = not names.isdisjoint(readings(heading.text))
            around = heading.level if is_named else 0


def _only_in(found: FoundExercises, documents: Iterable[Document]) -> FoundExercises:
    """Only those of the names under which ``documents`` have exercises."""
    used = {normalise(heading.text) for each in documents for heading in each.headings}
    return found._replace(names=tuple(each for each in found.names if normalise(each[0]) in used))


def _section_names(documents: Sequence[Document]) -> Iterable[tuple[str, int]]:
    known = frozenset(map(normalise, EXERCISE_SECTIONS))
    for each in count_names(documents, labels=False):
        if each.key is None and not known.isdisjoint(readings(each.text)):
            yield each.text, each.readmes


def _read(
    readmes: Sequence[Document], files: Sequence[Document], found: FoundExercises
) -> list[Sequence[Exercise]]:
    vocabulary = Vocabulary(found.sections, _ALL_FORMS)
    read = [(each, read_outline(each, vocabulary, _KEYS).exercises) for each in readmes]
    read += [(each, read_exercises_in(each, vocabulary, _KEYS)) for each in files]
    return [() if _are_pointers(*each) else each[1] for each in read]


def _are_pointers(document: Document, exercises: Sequence[Exercise]) -> bool:
    """Whether most items only say in which file or folder here an exercise is."""
    links = [link.span.start for link in document.links if is_local_page(link.destination)]
    pointing = [e for e in exercises if e.is_line and any(map(e.span.holds, links))]
    return 2 * len(pointing) > len(exercises)


def _usual_forms(read: Sequence[Sequence[Exercise]]) -> Iterable[CountedForm]:
    readmes = Counter(each[0].form for each in read if each)
    exercises = Counter(one.form for each in read for one in each)
    least = max(_FEWEST, _LEAST_SHARE * readmes.total())
    usual = [form for form in _ALL_FORMS if readmes[form] >= least]
    return [CountedForm(form, readmes[form], exercises[form]) for form in usual]
