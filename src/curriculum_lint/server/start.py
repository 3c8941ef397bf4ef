"""Starts the language server: its features, each bound to the message that asks for it."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.lsp.server import LanguageServer

from .. import __version__
from . import answers, changes, documents
from .code_actions import FIX_ALL
from .offer import TRIGGERS
from .protocol import OrderedProtocol
from .session import Session
from .watching import watch_files

_EVERY_FILE = types.FileOperationRegistrationOptions(
    [types.FileOperationFilter(types.FileOperationPattern("**/*"), "file")]
)
_TOLD: Mapping[str, Callable[[Session, Any], None]] = {
    types.TEXT_DOCUMENT_DID_OPEN: documents.did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: documents.did_change,
    types.TEXT_DOCUMENT_DID_CLOSE: documents.did_close,
    types.TEXT_DOCUMENT_DID_SAVE: documents.did_save,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: documents.did_change_watched_files,
    types.WORKSPACE_DID_RENAME_FILES: documents.did_rename_files,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: documents.did_change_configuration,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: documents.did_change_folders,
}
#: Message → what answers it, and what the client is told about it.
_ASKED: Mapping[str, tuple[Callable[[Session, Any, Any], Any], Any]] = {
    types.TEXT_DOCUMENT_HOVER: (answers.hover, None),
    types.TEXT_DOCUMENT_COMPLETION: (
        answers.complete,
        types.CompletionOptions(trigger_characters=TRIGGERS),
    ),
    types.TEXT_DOCUMENT_DEFINITION: (answers.define, None),
    types.TEXT_DOCUMENT_REFERENCES: (answers.refer, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (answers.document_symbols, None),
    types.WORKSPACE_SYMBOL: (answers.workspace_symbols, None),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (answers.fold, None),
    types.TEXT_DOCUMENT_DOCUMENT_LINK: (answers.document_links, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        changes.code_actions,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
    ),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (changes.prepare_rename, None),
    types.TEXT_DOCUMENT_RENAME: (changes.rename, None),
    types.WORKSPACE_WILL_RENAME_FILES: (changes.will_rename_files, _EVERY_FILE),
}


class CurriculumServer(LanguageServer):
    """The server of one editor."""

    session: Session

    def __init__(self) -> None:
        super().__init__(
            "curriculum-lint",
            __version__,
            protocol_cls=OrderedProtocol,
            converter_factory=get_converter,
        )
        self.feature(types.INITIALIZE)(partial(self._initialize))
        self.feature(types.INITIALIZED)(lambda _: watch_files(self.session))
        self.feature(types.SHUTDOWN)(lambda _: self.session.close())
        for method, tell in _TOLD.items():
            options = _EVERY_FILE if method == types.WORKSPACE_DID_RENAME_FILES else None
            self.feature(method, options)(self._told(tell))
        for command in changes.COMMANDS:
            self.command(command)(self._command(command))
        for method, (answer, options) in _ASKED.items():
            self.feature(method, options)(self._asked(answer))

    def _initialize(self, params: types.InitializeParams) -> None:
        self.session = Session(self, params)

    def _told(self, tell: Callable[[Session, Any], None]) -> Callable[[Any], None]:
        return lambda params: tell(self.session, params)

    def _asked(self, answer: Callable[[Session, Any, Any], Any]) -> Callable[[Any], Any]:
        async def ask(params: Any) -> Any:
            return await self.session.ask(partial(answer, self.session, params))

        return ask

    def _command(self, command: str) -> Callable[..., Any]:
        async def run(*arguments: Any) -> None:
            fix = partial(changes.fix_command, self.session, command, list(arguments))
            edit = await self.session.ask(fix)
            if edit is not None:
                applied = types.ApplyWorkspaceEditParams(edit, label="curriculum-lint")
                self.workspace_apply_edit(applied)

        return run

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Faults go to the editor's log: a message for each would hide the author's text."""
        del source
        said = f"{type(error).__name__}: {error}"
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, said))


def serve() -> int:
    """Speak the protocol over standard input and output until the editor ends it: the exit code."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever is printed by mistake must not get between two messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)
    # What fails is answered or told to the editor; a traceback for each helps nobody there.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = CurriculumServer()
    server.start_io(stdout=output)
    protocol = server.protocol
    return 0 if isinstance(protocol, OrderedProtocol) and protocol.has_shut_down else 1
