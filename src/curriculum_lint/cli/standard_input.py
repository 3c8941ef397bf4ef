"""``check -``: a text from standard input, judged where it belongs in the curriculum."""

from __future__ import annotations

import sys
from typing import NamedTuple

from ..edits.edit import Fix
from ..settings.settings import Settings
from ..text.escape import printable
from ..views.paths import AskedPaths
from ..workspace.read import FileText, Unreadable, UnreadableReason, decode_text
from ..workspace.tree import Tree
from ..workspace.unsaved import Unsaved
from ..workspace.workspace import Workspace
from .output import complain
from .paths import meant_path
from .refusal import give_up, refuse


class InputText(NamedTuple):
    """A text from standard input, and the path relative to the root where it belongs."""

    path: str
    text: FileText | Unreadable

    def over(self, base: Workspace) -> Unsaved:
        """The curriculum with this text in its place."""
        return Unsaved(base, {self.path: self.text})

    def asked(self, paths: AskedPaths) -> AskedPaths:
        """``paths``, and the place of this text."""
        return AskedPaths((*(paths.paths or ()), self.path), paths.origin)

    def holds_all_of(self, fix: Fix) -> bool:
        """Whether a fix changes this text and nothing else."""
        is_here = all(edit.path == self.path for edit in fix.edits)
        return is_here and not fix.moves and not fix.writes

    def note(self, tree: Tree) -> None:
        """Say that nothing was looked for, if this is ignored or excluded in ``tree``."""
        if self.path not in tree.entries:
            complain(printable(f"Note: {self.path} is ignored or excluded: nothing is reported."))


def open_input(filename: str, settings: Settings) -> InputText:
    """The text of standard input, at the place of the file. Raises ``UsageError`` without one."""
    path = meant_path(filename, settings.root)
    if path is None:
        outside = f"--stdin-filename {filename} is not in {settings.root}"
        refuse(f"{outside}, the root of the curriculum.")
    return InputText(path, _read(settings.limits.file_bytes))


def fixed_bytes(given: InputText, after: Workspace) -> bytes:
    """The text as ``after`` has it, to be written in the place of what was read."""
    read = after.read(given.path)
    if not isinstance(read, FileText):
        give_up(f"{read.message}.")
    return ("\N{ZERO WIDTH NO-BREAK SPACE}" * read.bom + read.text).encode("utf-8", "surrogatepass")


def _read(limit: int) -> FileText | Unreadable:
    if sys.stdin is None:
        refuse("Standard input is closed: there is no text to check.")
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        give_up(f"Standard input cannot be read: {error.strerror}")
    if len(data) > limit:
        message = f"This text is larger than {limit:,} bytes (limits.file-bytes)"
        return Unreadable(UnreadableReason.TOO_LARGE, message)
    return decode_text(data)
