"""An editor without a screen: a real client, which starts the server and speaks over its pipes."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import pytest

# Not everybody has the newest packages of the extra `dev`.
pytest.importorskip("pytest_lsp")

from lsprotocol import types
from pytest_lsp import client_capabilities, make_test_lsp_client

from curriculum_lint.server.uris import uri_of

Answer = TypeVar("Answer")

COMMAND = [sys.executable, "-m", "curriculum_lint", "server"]
#: A test machine may be busy with other things.
PATIENCE = 90.0


class Editor:
    """One session in the folder ``root``, or without any folder."""

    def __init__(
        self,
        *roots: Path,
        capabilities: types.ClientCapabilities | None = None,
        client: str = "visual_studio_code",
    ) -> None:
        self.roots = roots
        self._capabilities = capabilities or client_capabilities(client)
        self._runner = asyncio.Runner()
        self.client = make_test_lsp_client()
        self.edits: list[types.ApplyWorkspaceEditParams] = []
        self.registered: list[types.Registration] = []
        self.versions: dict[str, int] = {}

        @self.client.feature(types.WORKSPACE_APPLY_EDIT)
        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.edits.append(params)
            return types.ApplyWorkspaceEditResult(applied=True)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

    def __enter__(self) -> Self:
        self.result = self.run(self._start())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.run(asyncio.wait_for(self.client.shutdown_session(), PATIENCE))
        elif self.process.returncode is None:
            self.process.kill()
        self.run(asyncio.wait_for(self.client.stop(), PATIENCE))
        self._runner.close()

    @property
    def process(self) -> asyncio.subprocess.Process:
        assert self.client._server is not None
        return self.client._server

    def run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        return self._runner.run(work)

    async def _start(self) -> types.InitializeResult:
        await self.client.start_io(*COMMAND)
        folders = [types.WorkspaceFolder(uri_of(str(r)), r.name) for r in self.roots]
        return await self.client.initialize_session(
            types.InitializeParams(
                capabilities=self._capabilities,
                root_uri=folders[0].uri if folders else None,
                workspace_folders=folders or None,
            )
        )

    def uri(self, path: str | Path) -> str:
        return uri_of(str(self.roots[0] / path)) if self.roots else uri_of(str(path))

    def open(self, path: str, text: str | None = None, *, language: str = "markdown") -> str:
        """Open a file, with its own text or another."""
        if text is None:
            text = (self.roots[0] / path).read_bytes().decode().removeprefix("\ufeff")
        return self.open_uri(self.uri(path), text, language=language)

    def open_uri(self, uri: str, text: str, *, language: str = "markdown") -> str:
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent | str) -> None:
        """Type: a text is the whole one."""
        self.versions[uri] += 1
        made = [
            types.TextDocumentContentChangeWholeDocument(each) if isinstance(each, str) else each
            for each in changes
        ]
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, made))

    def close(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def save(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    def ask(self, request: Callable[[Any], Awaitable[Answer]], params: object) -> Answer:
        """The answer of a request such as ``editor.client.text_document_hover_async``."""

        async def wait() -> Answer:
            return await asyncio.wait_for(_as_future(request(params)), PATIENCE)

        return self.run(wait())

    def wait_until(self, holds: Callable[[], bool], what: object = "") -> None:
        """Let the server work until something holds."""

        async def wait() -> None:
            end = time.monotonic() + PATIENCE
            while not holds():
                assert time.monotonic() < end, f"not seen in time: {what or self.shown()}"
                await asyncio.sleep(0.01)

        self.run(wait())

    def codes(self, uri: str) -> list[str]:
        """The codes that are shown in a document, by place."""
        return [f"{d.range.start.line + 1}:{d.code}" for d in self.client.diagnostics.get(uri, [])]

    def shown(self) -> dict[str, list[str]]:
        return {uri: self.codes(uri) for uri in self.client.diagnostics}

    def wait_for(self, uri: str, codes: Iterable[str]) -> None:
        """Let the server work until these are the diagnostics of a document."""
        wanted = list(codes)
        self.wait_until(
            lambda: uri in self.client.diagnostics and self.codes(uri) == wanted,
            what=(wanted, self.shown),
        )


def _as_future(awaitable: Awaitable[Answer]) -> Awaitable[Answer]:
    return awaitable
