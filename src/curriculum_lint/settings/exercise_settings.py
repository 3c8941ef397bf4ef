"""The table `exercises`: how the exercises of a unit are written, and in which files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .key import ValueType, key


class ExerciseForm(StrEnum):
    """What opens an exercise. Of several forms, the first that a readme has is the one it uses."""

    HEADING = "heading"
    BOLD = "bold"
    TABLE = "table"
    CHECKLIST = "checklist"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class ExerciseSettings:
    """How exercises are written."""

    forms: tuple[ExerciseForm, ...] = key(
        (ExerciseForm.HEADING,),
        ValueType.CHOICE,
        "What exercises are in the text of a unit: headings; bold words with a number at the begin "
        "of a paragraph (“**Task 2:** …”); rows of a table, items of a checklist or of another "
        "list below a heading such as “Exercises”. The first form in this order that a text has "
        "counts for it.",
        ["heading", "checklist"],
        is_list=True,
        choices=ExerciseForm,
        more="See [exercises in other forms](#exercises-in-other-forms).",
    )
    files: tuple[str, ...] = key(
        (),
        ValueType.PATH,
        "Globs of files that hold exercises of a unit, counted from its folder. A file with "
        "exercises in one of the `forms` holds these; any other is one exercise.",
        ["assignment.md", "exercises/*.md"],
        is_list=True,
    )
