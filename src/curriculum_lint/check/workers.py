"""Reading many documents in several processes: children do a share each, and can be lost.

A child sends what it has read page by page, as bytes. This process does a share of its own, and
then what no child has sent yet, beginning where the child would end. So it never waits: a child
that is slow, stopped or killed costs time, and neither a finding nor an answer.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from struct import Struct
from typing import NamedTuple, NoReturn

from .encoded import EncodedPage

JOBS_VARIABLE = "CURRICULUM_LINT_JOBS"
#: A child costs some milliseconds: it has to have many documents to gain more than that.
_FEWEST_EACH = 50
_MOST_JOBS = 8
_HEAD = Struct("<III")
_READ_AT_ONCE = 1 << 20
#: As much as Linux lets an ordinary process ask for: a child rarely waits for this process.
_PIPE_BYTES = 1 << 20


class Sent(NamedTuple):
    """What a child sends of one document: ``shapes`` are new ones of valid readmes."""

    page: EncodedPage
    shapes: list[str]


#: Reads the document with an index, and keeps what it finds.
Read = Callable[[int], Sent]


def count_jobs(documents: int) -> int:
    """How many processes, this one included, are worth while for so many new documents."""
    most = min(_allowed_jobs(), _MOST_JOBS, documents // _FEWEST_EACH)
    return max(1, most) if _can_fork() else 1


def _allowed_jobs() -> int:
    """What the environment allows, or else one for each processor that this process may use."""
    wanted = os.environ.get(JOBS_VARIABLE, "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _can_fork() -> bool:
    """Whether a copy of this process can go on: on Linux, and where it is the only thread."""
    threading = sys.modules.get("threading")
    is_alone = threading is None or threading.active_count() == 1
    return sys.platform == "linux" and is_alone


def read_shared(documents: int, jobs: int, read: Read) -> dict[int, Sent]:
    """Read all documents with ``jobs`` processes; the result is what children have sent.

    What this process has read itself is for ``read`` to keep. What cannot be read is in neither.
    """
    shares = [deque(range(share, documents, jobs)) for share in range(jobs)]
    own, children, sent = shares[0], list[_Child](), dict[int, Sent]()
    try:
        for share in shares[1:]:
            _begin(children, share, read, own)
        while (index := _next(own, children)) is not None:
            with suppress(Exception):
                read(index)
            for child in children:
                sent.update(child.take())
    finally:
        for child in children:
            child.end()
    return sent


def _begin(children: list[_Child], share: deque[int], read: Read, own: deque[int]) -> None:
    """Begin a child with a share; where there can be none, the share is this process' own."""
    try:
        children.append(_Child(share, read, children))
    except OSError:
        own.extend(share)


def _next(own: deque[int], children: Sequence[_Child]) -> int | None:
    """The next document for this process: its own, or the last of the child with most to do."""
    if own:
        return own.popleft()
    slowest = max((child.left for child in children), key=len, default=own)
    return slowest.pop() if slowest else None


class _Child:
    """A process that reads the documents in ``left``, in their order; those it has sent go."""

    def __init__(self, left: deque[int], read: Read, others: Sequence[_Child]) -> None:
        self.left = left
        self._buffer = b""
        self._from, into = os.pipe()
        try:
            _widen(into)
            self._process = _fork()
            if self._process == 0:
                _work(into, [self._from, *(each._from for each in others)], left, read)
        except OSError:
            os.close(self._from)
            raise
        finally:
            os.close(into)
        os.set_blocking(self._from, False)

    def take(self) -> Iterator[tuple[int, Sent]]:
        """What it has sent since the last time."""
        with suppress(BlockingIOError):
            while chunk := os.read(self._from, _READ_AT_ONCE):
                self._buffer += chunk
        at = 0
        while (found := _read_message(self._buffer, at)) is not None:
            index, sent, at = found
            # The last of them may have been read here meanwhile.
            if index in self.left:
                self.left.remove(index)
                yield index, sent
        self._buffer = self._buffer[at:]

    def end(self) -> None:
        """Stop it, whatever it does."""
        os.close(self._from)
        with suppress(OSError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self._process, 0)


def _widen(pipe: int) -> None:
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _fork() -> int:
    """Like `os.fork`; the child is not to be interrupted, since its parent ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    process = -1
    try:
        process = os.fork()
    finally:
        if process != 0:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return process


def _work(into: int, inherited: Sequence[int], share: Sequence[int], read: Read) -> NoReturn:
    """What a child does: nothing of its parent goes on in it, whatever happens.

    What cannot be read is left out: the parent will meet the same.
    """
    try:
        for each in inherited:
            os.close(each)
        for index in share:
            message = b""
            with suppress(Exception):
                message = _message(index, read(index))
            while message:
                message = message[os.write(into, message) :]
    finally:
        os._exit(0)


def _message(index: int, sent: Sent) -> bytes:
    page = sent.page
    head = json.dumps([page.sizes, page.filled, sent.shapes]).encode("ascii")
    return _HEAD.pack(index, len(head), len(page.body)) + head + page.body


def _read_message(buffer: bytes, at: int) -> tuple[int, Sent, int] | None:
    """The message at ``at`` and where the next begins, or nothing if it is not whole."""
    if len(buffer) < at + _HEAD.size:
        return None
    index, head, body = _HEAD.unpack_from(buffer, at)
    start = at + _HEAD.size
    middle, end = start + head, start + head + body
    if len(buffer) < end:
        return None
    sizes, filled, shapes = json.loads(buffer[start:middle])
    return index, Sent(EncodedPage(tuple(sizes), filled, buffer[middle:end]), shapes), end
