"""Which words name which section."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from ..settings.exercise_settings import ExerciseForm
from ..settings.section_names import WORD_KEYS

_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.):]?\s+")
#: What a site generator takes for a heading's name and classes: ``## Title {#name .wide}``.
_ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*[#.=][^{}]*\}\s*$")
_PARENTHESIS = re.compile(r"\s*[(（][^()（）]*[)）][:：\s]*$")
#: The numbers of the exercises that a heading announces: `Exercises 6.10.-6.13.`
_RANGE = re.compile(r"(?<=\D)\s\d+(?:\.\d+)*\.?\s*[-–—]\s*\d+(?:\.\d+)*\.?[:：\s]*$")
#: What stands between a name in one language and the same in another.
_MARKS = frozenset("/|·")
_BETWEEN_LANGUAGES = re.compile(r"\s+[/|·]\s+")
#: The key of sections that hold exercises.
EXERCISES_KEY = "exercises"
#: The vocabulary entries that hold words for one exercise, as in "Exercise 3: Title", for the
#: time that something takes and for how difficult it is.
EXERCISE_WORDS = "exercise"
TIME_WORDS = "time"
DIFFICULTY_WORDS = "difficulty"


@lru_cache(maxsize=4_096)
def normalise(name: str) -> str:
    """``name`` as it is compared: case, numbering, emoji, colon and a last parenthesis ignored."""
    text = _ATTRIBUTES.sub("", " ".join(name.casefold().split()))
    text = _strip_symbols(_NUMBER.sub("", _strip_symbols(text)))
    return _strip_symbols(_RANGE.sub("", _PARENTHESIS.sub("", text)))


def readings(name: str) -> tuple[str, ...]:
    """``name`` as it is compared, and what it says in each of two languages."""
    parts = _BETWEEN_LANGUAGES.split(name, maxsplit=2) if _MARKS & set(name) else ()
    return (normalise(name), *(map(normalise, parts) if len(parts) > 1 else ()))


def _strip_symbols(text: str) -> str:
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] in "(（"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")）"):
        end -= 1
    return text[start:end]


class Vocabulary:
    """The section names of one curriculum, by key; the first name of a key is preferred.

    ``exercise_forms`` are the forms in which it writes exercises.
    """

    def __init__(
        self,
        sections: Mapping[str, tuple[str, ...]],
        exercise_forms: Collection[ExerciseForm] = (ExerciseForm.HEADING,),
    ) -> None:
        self.exercise_forms = exercise_forms
        self._names = {key: names for key, names in sections.items() if names}
        self._keys = {
            normalise(name): key
            for key, names in reversed(list(self._names.items()))
            for name in names
            if key not in WORD_KEYS
        }
        self.exercise_words = self.words(EXERCISE_WORDS)

    def words(self, key: str) -> frozenset[str]:
        """The names of a key, case-folded; none for a key without any."""
        return frozenset(name.casefold() for name in self._names.get(key, ()))

    def key(self, name: str) -> str | None:
        """The key of the section that ``name`` names, if it names one.

        A name in two languages, "Exercises / Übungen", is one where either of them is.
        """
        keys = (self._keys.get(each) for each in readings(name))
        return next(filter(None, keys), None)

    def names(self, key: str) -> tuple[str, ...]:
        """The accepted names of a section; a key without any reads as words."""
        return self._names.get(key) or (key.replace("_", " ").capitalize(),)

    def preferred(self, key: str) -> str:
        """The name to write for a section."""
        return self.names(key)[0]
