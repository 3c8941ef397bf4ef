"""A server on loopback that answers by a table of paths, and stops by itself."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

Handler = Callable[[socket.socket, str], None]


class Server:
    """``answers`` holds for each path the bytes to send, or what to do with the connection."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.answers: dict[str, bytes | Handler] = {}
        self.asked: list[str] = []
        self.heads: list[str] = []
        self.stopped = Event()
        self.most_at_once = self._at_once = 0
        self._lock = Lock()
        self._threads = [Thread(target=self._accept)]
        self._threads[0].start()

    def stop(self) -> None:
        """End all threads."""
        self.stopped.set()
        # A connection wakes what waits for one.
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            pass
        for thread in self._threads:
            thread.join(10)
        self._listening.close()

    def _accept(self) -> None:
        while not self.stopped.is_set():
            connection, _ = self._listening.accept()
            thread = Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        with connection, suppress(OSError):
            connection.settimeout(5)
            self._answer(connection, connection.recv(65536).decode("latin-1"))
        with self._lock:
            self._at_once -= 1

    def _answer(self, connection: socket.socket, head: str) -> None:
        if not head:
            return
        method, path, _ = head.split(" ", 2)
        self.asked.append(f"{method} {path}")
        self.heads.append(head)
        answer = self.answers.get(f"{method} {path}", self.answers.get(path, status(404)))
        if callable(answer):
            answer(connection, method)
        else:
            connection.sendall(answer)


def status(code: int, *headers: str) -> bytes:
    """An answer without a body."""
    return "\r\n".join((f"HTTP/1.1 {code} x", "Content-Length: 0", *headers, "", "")).encode()


def redirect(to: str, code: int = 302) -> bytes:
    """An answer that leads on."""
    return status(code, f"Location: {to}")


@contextmanager
def serving() -> Iterator[Server]:
    """A server for the length of a ``with``."""
    server = Server()
    try:
        yield server
    finally:
        server.stop()
