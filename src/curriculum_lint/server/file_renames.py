"""Files and folders that are renamed in the editor: links follow, in every form."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lsprotocol import types

from ..edits.edit import Edit, Fix, Move, Safety
from ..edits.moves import Moves
from ..model.curriculum import Curriculum
from ..refactor.headings.heading_texts import changed_anchors
from ..refactor.headings.new_headings import CannotRewriteError
from ..refactor.paths.relocation import Relocation
from ..workspace.draft import Draft
from .uris import path_of
from .view import ProjectView
from .workspace_edits import workspace_edit


class Following(NamedTuple):
    """The edits that let links follow; ``trouble`` says what does not follow, if anything."""

    edit: types.WorkspaceEdit
    trouble: str


def moves_in(view: ProjectView, files: Iterable[types.FileRename]) -> Moves:
    """The renames that stay within a curriculum."""
    root = view.curriculum.settings.root
    pairs = ((_inside(root, each.old_uri), _inside(root, each.new_uri)) for each in files)
    return Moves(Move(old, new) for old, new in pairs if old and new and old != new)


def _inside(root: str, uri: str) -> str | None:
    path = path_of(uri)
    if path is None:
        return None
    real = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    inside = os.path.relpath(real, root).replace(os.sep, "/")
    return None if inside == "." or inside.split("/")[0] == ".." else inside


def follow(
    view: ProjectView, moves: Moves, capabilities: types.ClientCapabilities
) -> Following | None:
    """What to edit before ``moves`` are made; ``None`` where nothing names what moves."""
    edits, trouble = _edits(view.curriculum, moves)
    if not edits:
        return Following(types.WorkspaceEdit(), trouble) if trouble else None
    draft = Draft(view.snapshot.workspace)
    for edit in _by_file(edits):
        draft.apply([Fix("Follow", Safety.SAFE, edit)])
    return Following(workspace_edit(view, draft, capabilities), trouble)


def _edits(curriculum: Curriculum, moves: Moves) -> tuple[set[Edit], str]:
    relocation = Relocation(curriculum)
    try:
        texts = {*relocation.texts(moves)}
        anchors = changed_anchors(curriculum, {}, texts)
        return texts | {*relocation.links(moves, anchors)}, ""
    except CannotRewriteError as error:
        return {*relocation.possible_links(moves, {})}, str(error)


def _by_file(edits: set[Edit]) -> Iterator[tuple[Edit, ...]]:
    for path in sorted({edit.path for edit in edits}):
        yield tuple(sorted(edit for edit in edits if edit.path == path))
