"""``check -``: a text from standard input, judged where it belongs in the curriculum."""

from __future__ import annotations

import sys
from typing import NamedTuple

import click

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
from .request import CheckRequest


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

    def is_read_by(self, tree: Tree) -> bool:
        """Whether a check looks at it: it is neither ignored nor excluded."""
        return self.path in tree.entries


def open_input(request: CheckRequest, settings: Settings) -> InputText | None:
    """The text that ``-`` among PATHS asks for. Raises ``UsageError`` for one without a place."""
    if request.stdin_filename is None:
        return None
    path = meant_path(request.stdin_filename, settings.root)
    if path is None:
        outside = f"--stdin-filename {request.stdin_filename} is not in {settings.root}"
        raise click.UsageError(f"{outside}, the root of the curriculum.")
    return InputText(path, _read(settings.limits.file_bytes))


def note_left_out(given: InputText, tree: Tree) -> None:
    """Say that nothing was looked for in a text whose place is left out."""
    if not given.is_read_by(tree):
        complain(printable(f"Note: {given.path} is ignored or excluded: nothing is reported."))


def fixed_bytes(given: InputText, after: Workspace) -> bytes:
    """The text as ``after`` has it, to be written in the place of what was read."""
    read = after.read(given.path)
    if not isinstance(read, FileText):
        raise click.ClickException(f"{read.message}.")
    return ("\N{ZERO WIDTH NO-BREAK SPACE}" * read.bom + read.text).encode("utf-8", "surrogatepass")


def _read(limit: int) -> FileText | Unreadable:
    if sys.stdin is None:
        raise click.UsageError("Standard input is closed: there is no text to check.")
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise click.ClickException(f"Standard input cannot be read: {error.strerror}") from None
    if len(data) > limit:
        message = f"This text is larger than {limit:,} bytes (limits.file-bytes)"
        return Unreadable(UnreadableReason.TOO_LARGE, message)
    return decode_text(data)
