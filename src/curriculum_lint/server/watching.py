"""Asks the editor to tell which files change on disk, where it can."""

from __future__ import annotations

from lsprotocol import types

from .session import Session


def watch_files(session: Session) -> None:
    """Every file may be one that a link leads to."""
    workspace = session.capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    everything = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*")])
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    registration = types.Registration("curriculum-lint-files", method, everything)
    session.server.client_register_capability(types.RegistrationParams([registration]))
