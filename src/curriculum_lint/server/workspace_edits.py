"""What becomes of files, as an editor makes it: texts changed where they stand, files renamed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from lsprotocol import types

from ..edits.edit import Move
from ..edits.temporary import is_removal
from ..text.source import Span, line_starts
from ..workspace.draft import Draft
from .view import CurriculumView

Change = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


class EditorCannotError(Exception):
    """The editor cannot do what the change needs: one sentence for people."""


def workspace_edit(
    view: CurriculumView, draft: Draft, capabilities: types.ClientCapabilities
) -> types.WorkspaceEdit:
    """Everything that ``draft`` changes: texts first, by their names of today, then the names.

    Raises `EditorCannotError`.
    """
    can = capabilities.workspace.workspace_edit if capabilities.workspace else None
    changed, moves = dict(_changed(draft)), list(draft.plan().moves)
    created = {text.path: text.text for text in draft.plan().texts if text.expected_digest is None}
    if can is None or not can.document_changes:
        if moves or created:
            raise EditorCannotError("This editor cannot rename files when it is asked to.")
        return types.WorkspaceEdit(
            changes={view.uri(p): _edits(view, p, t) for p, t in changed.items()}
        )
    edits: list[Change] = [document_edit(view, path, text) for path, text in changed.items()]
    edits += [types.CreateFile(view.uri(path)) for path in created]
    edits += [_fill(view, path, text) for path, text in created.items()]
    kinds = {types.ResourceOperationKind(each) for each in can.resource_operations or ()}
    if moves and types.ResourceOperationKind.Rename not in kinds:
        raise EditorCannotError("This editor cannot rename files when it is asked to.")
    return types.WorkspaceEdit(document_changes=[*edits, *_renames(view, moves)])


def document_edit(view: CurriculumView, path: str, text: str) -> types.TextDocumentEdit:
    """What makes ``text`` the text of the file at ``path``."""
    document = types.OptionalVersionedTextDocumentIdentifier(view.uri(path), view.version(path))
    edits: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = []
    edits += _edits(view, path, text)
    return types.TextDocumentEdit(document, edits)


def _fill(view: CurriculumView, path: str, text: str) -> types.TextDocumentEdit:
    document = types.OptionalVersionedTextDocumentIdentifier(view.uri(path))
    start = types.Position(0, 0)
    return types.TextDocumentEdit(document, [types.TextEdit(types.Range(start, start), text)])


def _changed(draft: Draft) -> Iterator[tuple[str, str]]:
    """The new texts of files that exist, by the paths that these have now."""
    for text in draft.plan().texts:
        if text.expected_digest is not None:
            yield text.path, text.text


def _edits(view: CurriculumView, path: str, new: str) -> list[types.TextEdit]:
    """The lines that differ; within one line, only what differs of it."""
    lines = view.lines(path)
    return [types.TextEdit(lines.range(span), text) for span, text in differences(lines.text, new)]


def differences(old: str, new: str) -> Iterator[tuple[Span, str]]:
    """What to replace in ``old`` to get ``new``, from the first to the last."""
    before, after = _lines(old), _lines(new)
    starts, ends = _offsets(before), _offsets(after)
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield _trimmed(old, Span(starts[a], starts[b]), new[ends[c] : ends[d]])


def _trimmed(old: str, span: Span, text: str) -> tuple[Span, str]:
    """The same change without what both have at their begin and at their end."""
    was = old[slice(*span)]
    begin = _common(was, text)
    end = _common(was[begin:][::-1], text[begin:][::-1])
    return Span(span.start + begin, span.end - end), text[begin : len(text) - end]


def _common(one: str, other: str) -> int:
    least = min(len(one), len(other))
    found = next((at for at in range(least) if one[at] != other[at]), least)
    # A line break of two characters is not cut in two.
    return found - 1 if found and one[found - 1] == "\r" else found


def _lines(text: str) -> list[str]:
    starts = [*line_starts(text), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(starts)]


def _offsets(lines: list[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def _renames(view: CurriculumView, moves: list[Move]) -> Iterator[Change]:
    """The moves one after the other, each when its new name is free."""
    waiting = {move.source: move.target for move in moves if not is_removal(move.target)}
    yield from (types.DeleteFile(view.uri(m.source)) for m in moves if is_removal(m.target))
    while waiting:
        source = next((s for s, target in waiting.items() if _is_free(target, waiting)), None)
        if source is None:
            raise EditorCannotError("Names would have to be exchanged, which an editor cannot do.")
        yield types.RenameFile(view.uri(source), view.uri(waiting.pop(source)))


def _is_free(target: str, waiting: Mapping[str, str]) -> bool:
    return target not in waiting
