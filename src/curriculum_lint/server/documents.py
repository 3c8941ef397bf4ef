"""What an editor says of its documents, its folders and the disk."""

from __future__ import annotations

import os

from lsprotocol import types

from .session import Session
from .uris import path_of

#: Files that say how the others are read.
_CONFIGURING = (".toml", ".json")


def did_open(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    """A document is open from now on."""
    session.buffers.open(params.text_document)
    session.checks.begin_soon(disk=True)


def did_change(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    """A document has other text."""
    document = params.text_document
    if session.buffers.change(document.uri, document.version, params.content_changes):
        session.checks.begin_soon()


def did_close(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    """A document is not open any more: what counts is its file."""
    if session.buffers.close(params.text_document.uri):
        session.checks.begin_soon(disk=True)


def did_save(session: Session, params: types.DidSaveTextDocumentParams) -> None:
    """A document was written to the disk."""
    configuration = _is_configuring(params.text_document.uri)
    session.checks.begin_soon(disk=True, configuration=configuration)


def did_change_watched_files(session: Session, params: types.DidChangeWatchedFilesParams) -> None:
    """Files were changed by somebody else."""
    configuration = any(_is_configuring(change.uri) for change in params.changes)
    session.checks.begin_soon(disk=True, configuration=configuration)


def did_rename_files(session: Session, params: types.RenameFilesParams) -> None:
    """Files have other names now."""
    del params
    session.checks.begin_soon(disk=True)


def did_change_configuration(session: Session, params: types.DidChangeConfigurationParams) -> None:
    """The editor has other settings: nothing depends on them, but someone may wait for a check."""
    del params
    session.checks.begin_soon(disk=True, configuration=True)


def did_change_folders(session: Session, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """The editor shows other folders."""
    removed = {path_of(folder.uri) for folder in params.event.removed}
    kept = [folder for folder in session.desk.folders if folder not in removed]
    added = (path_of(folder.uri) for folder in params.event.added)
    session.desk.folders = [*kept, *(path for path in added if path and path not in kept)]
    session.checks.begin_soon(disk=True)


def _is_configuring(uri: str) -> bool:
    path = path_of(uri) or ""
    return path.endswith(_CONFIGURING) or os.path.basename(path) == ".gitignore"
