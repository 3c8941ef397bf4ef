"""Where a finding about a file or folder points."""

from __future__ import annotations

from ...model.curriculum import Curriculum
from ...workspace.entry import Entry, EntryKind, join


def place_of(curriculum: Curriculum, entry: Entry) -> str:
    """The file itself; of a folder its readme, or the folder where there is none."""
    readme = join(entry.path, curriculum.settings.readme)
    is_folder = entry.kind is EntryKind.FOLDER
    return readme if is_folder and readme in curriculum.tree.entries else entry.path
