"""One request at a time to each host, with a pause in between."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from ..model.reply import ReplyKind
from .failure import NoAnswer


class Turns:
    """Who may ask which host now."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._guard = Lock()
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._last: dict[str, float] = {}

    @contextmanager
    def at(self, host: str, until: float) -> Iterator[None]:
        """Wait for a turn; raises `NoAnswer` where there is none until ``until``."""
        with self._guard:
            lock = self._locks[host]
        if not lock.acquire(timeout=max(0.0, until - time.monotonic())):
            raise NoAnswer(ReplyKind.UNASKED)
        try:
            self._wait(host, until)
            yield
        finally:
            self._last[host] = time.monotonic()
            lock.release()

    def _wait(self, host: str, until: float) -> None:
        ready = self._last.get(host, 0.0) + self._pause
        if max(ready, time.monotonic()) >= until:
            raise NoAnswer(ReplyKind.UNASKED)
        time.sleep(max(0.0, ready - time.monotonic()))
