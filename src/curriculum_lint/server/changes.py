"""The requests that change something: each is answered with what the editor has to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from .buffers import Buffer
from .code_actions import (
    FIX_ALL,
    FIX_ALL_COMMAND,
    FIX_FILE_COMMAND,
    WantedFixes,
    all_fixes,
    quick_fixes,
    whole_actions,
)
from .session import Session
from .view import ProjectView
from .workspace_edits import EditorCannotError, workspace_edit

if TYPE_CHECKING:
    from .cursor import Cursor

Buffers = Mapping[str, Buffer]
_REQUEST_FAILED = -32803
_FIX_ALL = types.CodeActionKind.SourceFixAll.value


class RequestRefusedError(JsonRpcException):
    """A request that cannot be done, for a reason that its author should read."""

    CODE = _REQUEST_FAILED


def code_actions(
    session: Session, params: types.CodeActionParams, buffers: Buffers
) -> list[types.CodeAction | types.Command] | None:
    """The fixes for a range of a document, and those for all of it."""
    found = session.find_project(params.text_document.uri, buffers)
    if found is None:
        return None
    view, path = found
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    actions: list[types.CodeAction | types.Command] = []
    if _is_wanted(types.CodeActionKind.QuickFix.value, only):
        actions += quick_fixes(view, path, params.range, session.capabilities)
    if _is_wanted(FIX_ALL, only):
        actions += _for_all(session, view, path, is_asked=bool(only))
    return actions


def _is_wanted(kind: str, only: list[str]) -> bool:
    return not only or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _for_all(
    session: Session, view: ProjectView, path: str, *, is_asked: bool
) -> list[types.CodeAction]:
    """What repairs more than one finding: as an edit where it is asked for, to run on saving."""
    if is_asked:
        wanted = WantedFixes(path)
        edit = all_fixes(view, wanted, session.capabilities)
        is_empty = not (edit.changes or edit.document_changes)
        title = "Fix everything in this file"
        return [] if is_empty else [types.CodeAction(title, kind=FIX_ALL, edit=edit)]
    return [
        types.CodeAction(
            title,
            kind=FIX_ALL,
            command=types.Command(title, command, arguments=[view.uri(path), wanted.unsafe]),
        )
        for title, command, wanted in whole_actions(view, path)
    ]


def fix_command(
    session: Session, command: str, arguments: list[Any], buffers: Buffers
) -> types.WorkspaceEdit | None:
    """What a command of `COMMANDS` changes."""
    uri, unsafe = (*arguments, None, None)[:2]
    found = session.find_project(uri, buffers) if isinstance(uri, str) else None
    if found is None:
        raise RequestRefusedError("There is no curriculum around this document.")
    view, path = found
    wanted = WantedFixes(path if command == FIX_FILE_COMMAND else None, unsafe is True)
    try:
        return all_fixes(view, wanted, session.capabilities)
    except EditorCannotError as error:
        raise RequestRefusedError(str(error)) from None


COMMANDS = (FIX_FILE_COMMAND, FIX_ALL_COMMAND)


def prepare_rename(
    session: Session, params: types.PrepareRenameParams, buffers: Buffers
) -> types.PrepareRenamePlaceholder | None:
    """What can be renamed at a place, and what it is called."""
    from .renaming import subject_at

    cursor = _project_cursor(session, params, buffers)
    subject = subject_at(cursor[1]) if cursor else None
    if cursor is None or subject is None:
        return None
    lines = cursor[0].lines(cursor[1].page.path)
    return types.PrepareRenamePlaceholder(lines.range(subject.span), subject.words)


def _project_cursor(
    session: Session,
    params: types.PrepareRenameParams | types.RenameParams,
    buffers: Buffers,
) -> tuple[ProjectView, Cursor] | None:
    """The curriculum around a document, and the place in it that a request names."""
    from .cursor import Cursor

    found = session.find_project(params.text_document.uri, buffers)
    page = found[0].page(found[1]) if found else None
    if found is None or page is None:
        return None
    view = found[0]
    return view, Cursor(view, page, view.lines(page.path).offset(params.position))


def rename(
    session: Session, params: types.RenameParams, buffers: Buffers
) -> types.WorkspaceEdit | None:
    """What becomes of all files when the thing at a place is renamed."""
    from ..refactor.units.refusal import Refusal
    from .renaming import rename as restructure
    from .renaming import subject_at

    found = _project_cursor(session, params, buffers)
    if found is None:
        raise RequestRefusedError("There is no curriculum around this document.")
    view, cursor = found
    subject = subject_at(cursor)
    if subject is None:
        raise RequestRefusedError("There is nothing here that can be renamed.")
    try:
        done = restructure(view, subject, params.new_name)
        edit = workspace_edit(view, done.repair.draft, session.capabilities)
    except (Refusal, EditorCannotError) as error:
        raise RequestRefusedError(str(error)) from None
    left = [f"{each.source}:{each.line}" for each in done.left]
    session.tell([*done.cautions, *done.notes, *done.said, *(f"Also named in {at}" for at in left)])
    return edit


def will_rename_files(
    session: Session, params: types.RenameFilesParams, buffers: Buffers
) -> types.WorkspaceEdit | None:
    """What to edit before files get other names, so that links follow."""
    from .file_renames import follow, moves_in

    edits: list[types.WorkspaceEdit] = []
    for view in session.desk.views_of([each.old_uri for each in params.files], buffers):
        moves = moves_in(view, params.files)
        done = follow(view, moves, session.capabilities) if moves else None
        if done is not None:
            session.tell([done.trouble] if done.trouble else [])
            edits.append(done.edit)
    return _joined(edits)


def _joined(edits: list[types.WorkspaceEdit]) -> types.WorkspaceEdit | None:
    """Edits of several curricula as one."""
    changes = {uri: made for edit in edits for uri, made in (edit.changes or {}).items()}
    documents = [made for edit in edits for made in edit.document_changes or ()]
    if not changes and not documents:
        return None
    return types.WorkspaceEdit(changes=changes or None, document_changes=documents or None)
