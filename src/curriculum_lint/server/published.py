"""What the editor shows of what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from lsprotocol.types import Diagnostic, PublishDiagnosticsParams

from .buffers import Buffer

Found = Mapping[str, list[Diagnostic]]


class ShownDiagnostics:
    """Sends what is not shown yet. What is said about one curriculum replaces what was."""

    def __init__(self, send: Callable[[PublishDiagnosticsParams], None]) -> None:
        self._send = send
        self._found: dict[str, Found] = {}
        self._shown: dict[str, list[Diagnostic]] = {}

    def show(self, about: str, found: Found, buffers: Mapping[str, Buffer]) -> None:
        """Show ``found``, by address, about the curriculum ``about``."""
        self._found[about] = found
        self._send_changes(buffers)

    def keep(self, about: Collection[str], buffers: Mapping[str, Buffer]) -> None:
        """Take back what was shown about other curricula."""
        gone = self._found.keys() - set(about)
        if gone:
            self._found = {each: self._found[each] for each in self._found.keys() - gone}
            self._send_changes(buffers)

    def _send_changes(self, buffers: Mapping[str, Buffer]) -> None:
        wanted: dict[str, list[Diagnostic]] = {}
        for _, found in sorted(self._found.items()):
            for uri, diagnostics in found.items():
                wanted.setdefault(uri, []).extend(diagnostics)
        for uri in sorted(wanted.keys() | self._shown.keys()):
            diagnostics = wanted.get(uri, [])
            if diagnostics != self._shown.get(uri):
                version = buffers[uri].version if uri in buffers else None
                self._send(PublishDiagnosticsParams(uri, diagnostics, version))
        self._shown = wanted
