"""What the first configuration says of exercises, with what led to it as comments."""

from __future__ import annotations

from collections.abc import Iterator

from ..settings.exercise_settings import ExerciseForm, ExerciseSettings
from ..settings.toml_text import toml_value
from ..text.phrases import counted
from .comments import comment, wrapped
from .exercises import FoundExercises

_FORMS = {
    ExerciseForm.HEADING: "Under a heading",
    ExerciseForm.BOLD: "Bold words with a number",
    ExerciseForm.TABLE: "A row of a table",
    ExerciseForm.CHECKLIST: "An item of a checklist",
    ExerciseForm.LIST: "An item of a list",
}


def exercise_keys(found: FoundExercises) -> Iterator[str]:
    """Which sections hold exercises, and what stands before their numbers."""
    if found.names:
        headings = ", ".join(f"“{name}” in {counted(n, 'readme')}" for name, n in found.names)
        yield from wrapped(f"Sections that hold exercises: {headings}.")
        yield f"exercises = {toml_value(found.sections['exercises'])}"
    if found.words:
        times = ", ".join(f"“{word}” {count} times" for word, count in found.words)
        yield from wrapped(f"Numbered as exercises are: {times}.")
        yield f"exercise = {toml_value(found.sections['exercise'])}"


def exercise_table(found: FoundExercises) -> Iterator[str]:
    """The table of how exercises are written, where that is not the default."""
    settings = found.settings
    if settings == ExerciseSettings():
        return
    yield ""
    yield "[exercises]"
    for form, having, count in found.forms:
        what = f"{counted(count, 'exercise')} in {counted(having, 'text')}"
        yield comment(f"{_FORMS[form]}: {what}.")
    if settings.forms != ExerciseSettings().forms:
        yield f"forms = {toml_value(tuple(map(str, settings.forms)))}"
    for glob in found.globs:
        yield comment(f"{counted(glob.units, 'unit')} with {glob.glob}.")
    if settings.files:
        yield f"files = {toml_value(settings.files)}"
