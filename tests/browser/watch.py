"""What a page may not do: complain on the console, or ask for anything beyond this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

#: Schemes of what is in the file already, or beside it.
LOCAL_SCHEMES = frozenset({"about", "blob", "data", "file"})
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def is_local(address: str) -> bool:
    """Whether ``address`` is answered by this machine."""
    parts = urlsplit(address)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname in LOOPBACK


class Watch:
    """What went wrong in the pages of a test; a test that means it asserts and clears it."""

    def __init__(self) -> None:
        self.complaints: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Watch every page of ``context``."""
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(f"exception: {error.error}"))
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._opened)

    def _opened(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._asked(socket.url))
        page.on("crash", lambda _: self.complaints.append("crash"))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text}")

    def _asked(self, address: str) -> None:
        if not is_local(address):
            self.complaints.append(f"request: {address}")
