"""CL330 name-clash."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ...check.example import Example, Frame
from ...check.rule import WHOLE, CurriculumRule, Finding, Note
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ...workspace.entry import ROOT, Entry, join
from ._entry_place import place_of
from ._link_findings import as_code


class NameClash(CurriculumRule):
    """macOS and Windows take `Notes.md` and `notes.md` for one name. A clone there holds only one
    of the two, git calls it modified from the start, and a commit may replace the other by it.
    """

    code = "CL330"
    name = "name-clash"
    summary = (
        "two files or folders of one folder whose names differ only in case, or in how accents are "
        "composed"
    )
    severity = Severity.WARNING
    limits = "What git ignores or the configuration excludes is not looked at."
    good = (Example("-- a/notes.md --\n# A\n-- b/Notes.md --\n# B\n", frame=Frame.FILES),)
    bad = (
        Example(
            "-- Notes.md --\n# Notes\n-- notes.md --\n# More notes\n",
            finds=("notes.md:1:1 CL330",),
            frame=Frame.FILES,
        ),
        Example(
            "-- Parts/a.md --\n# A\n-- parts/b.md --\n# B\n",
            finds=("parts:1:1 CL330",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every name but the first of those that are one name elsewhere."""
        first: dict[str, Entry] = {}
        for entry in curriculum.tree.entries.values():
            other = first.setdefault(_folded(entry.path), entry)
            if other is not entry:
                yield _finding(curriculum, entry, other)


def _folded(path: str) -> str:
    """The path as a disk keeps it that minds neither case nor composition in the last name."""
    folder, _, name = path.rpartition("/")
    return join(folder or ROOT, name.lower() if name.isascii() else _lowered(name))


def _lowered(name: str) -> str:
    """In lower case, letter by letter: no disk takes `ß` for `ss`."""
    letters = ((char, char.lower()) for char in normalize("NFC", name))
    return "".join(low if len(low) == 1 else char for char, low in letters)


def _finding(curriculum: Curriculum, entry: Entry, other: Entry) -> Finding:
    if normalize("NFC", entry.name) == normalize("NFC", other.name):
        message = (
            f"{as_code(entry.name)} is here twice, its accents composed in two ways: both look the "
            "same, and macOS can hold only one of them."
        )
    else:
        message = (
            f"{as_code(entry.name)} and {as_code(other.name)} are one name on macOS and Windows: a "
            "clone there holds only one of them."
        )
    related = (Note(place_of(curriculum, other), WHOLE, "The other one is here."),)
    place = place_of(curriculum, entry)
    return Finding(place, WHOLE, message, "Rename one of the two.", related=related)
