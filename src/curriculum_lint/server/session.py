"""One editor: what it says is taken at once, what it asks is answered by the reading thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from .buffers import Buffer, Buffers
from .checks import Checks
from .desk import Desk
from .lines import EditorLines
from .published import ShownDiagnostics
from .uris import path_of
from .view import CurriculumView, ProjectView

Answer = TypeVar("Answer")


class Session:
    """What is open in one editor, and who looks after it."""

    def __init__(self, server: LanguageServer, parameters: types.InitializeParams) -> None:
        self.server, self.capabilities = server, parameters.capabilities
        self.buffers, self.desk = Buffers(), Desk(_folders(parameters))
        encoding = server.workspace.position_encoding or types.PositionEncodingKind.Utf16
        self.buffers.encoding = self.desk.encoding = encoding
        self._loop = asyncio.get_running_loop()
        self._reader = ThreadPoolExecutor(1, "read")
        published = ShownDiagnostics(server.text_document_publish_diagnostics)
        self.checks = Checks(self.desk, self.buffers, self._reader, published)

    def close(self) -> None:
        """Stop whatever is being done."""
        self.checks.close()
        self._reader.shutdown(wait=False, cancel_futures=True)

    async def ask(self, answer: Callable[[Mapping[str, Buffer]], Answer]) -> Answer:
        """What the reading thread answers about the documents as they are now."""
        return await self._loop.run_in_executor(self._reader, answer, self.buffers.all())

    def tell(self, sentences: Sequence[str]) -> None:
        """Say something to the person at the editor, from any thread."""
        if sentences:
            said = types.ShowMessageParams(types.MessageType.Warning, "\n".join(sentences))
            self._loop.call_soon_threadsafe(self.server.window_show_message, said)

    def lines(self, buffer: Buffer) -> EditorLines:
        """The lines of a document that may be of any kind."""
        return EditorLines(buffer.text, self.buffers.encoding, has_mark=buffer.has_mark)

    def find(self, uri: str, buffers: Mapping[str, Buffer]) -> tuple[CurriculumView, str] | None:
        """The curriculum that a document is in, be it a lone one, and its path there."""
        found = self.desk.view(uri, buffers)
        if found is not None:
            return found
        if uri not in buffers or not self.desk.is_alone(uri):
            return None
        view, _ = self.desk.lone_view(buffers[uri])
        return view, next(iter(view.open))

    def find_project(
        self, uri: str, buffers: Mapping[str, Buffer]
    ) -> tuple[ProjectView, str] | None:
        """The same where it is a curriculum with all of its files."""
        return self.desk.view(uri, buffers)


def _folders(parameters: types.InitializeParams) -> list[str]:
    """The folders that the editor shows."""
    uris = [folder.uri for folder in parameters.workspace_folders or ()]
    if not uris and parameters.root_uri:
        uris = [parameters.root_uri]
    paths = [path_of(uri) for uri in uris]
    if not uris and parameters.root_path:
        paths = [parameters.root_path]
    return [path for path in paths if path]
