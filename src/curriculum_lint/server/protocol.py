"""The order of messages, as the specification has it: every request gets an answer."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

_INVALID_REQUEST = -32600
_INVALID_PARAMS = -32602
_NOT_INITIALIZED = -32002
#: What stands for a message that cannot be understood, and that has been answered.
_NOTHING = types.SetTraceNotification(types.SetTraceParams(types.TraceValue.Off))

Handler = Generator[Any, Any, Any]


class OrderedProtocol(LanguageServerProtocol):
    """Refuses what comes too early, too late or malformed, and goes on.

    Documents are kept by the session: the lines that pygls counts are not those of the protocol.
    """

    is_initialized = False

    @property
    def has_shut_down(self) -> bool:
        """Whether the client has said that it is about to end the server."""
        return bool(self._shutdown)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message that ``data`` is; a request that cannot be understood is answered here."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if isinstance(data.get("id"), int | str) and "method" in data:
                self._refuse(data["id"], _INVALID_PARAMS, f"Invalid parameters: {error}")
            return _NOTHING

    def handle_message(self, message: Any) -> None:
        """Answer a message, or say why it is refused."""
        method = getattr(message, "method", None)
        refusal = self._refusal(method)
        if refusal is None:
            self.is_initialized |= method == types.INITIALIZE
            super().handle_message(message)
        elif hasattr(message, "id"):
            self._refuse(message.id, *refusal)

    def _refusal(self, method: str | None) -> tuple[int, str] | None:
        if method is None or method == types.EXIT:
            return None
        if self.has_shut_down:
            return _INVALID_REQUEST, "The server has been shut down."
        if method == types.INITIALIZE:
            again = _INVALID_REQUEST, "The server is initialized already."
            return again if self.is_initialized else None
        return None if self.is_initialized else (_NOT_INITIALIZED, "Send `initialize` first.")

    def _refuse(self, message_id: int | str, code: int, why: str) -> None:
        self._send_response(message_id, error=types.ResponseError(code, why))

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: Any) -> Handler:
        """A document is open from now on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: Any) -> Handler:
        """A document has other text."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: Any) -> Handler:
        """A document is not open any more."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    @lsp_method(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def lsp_workspace__did_change_workspace_folders(self, params: Any) -> Handler:
        """The client shows other folders."""
        yield self.fm.features[types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS], (params,), None
