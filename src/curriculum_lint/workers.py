"""Reading many new files in several processes: each file is read by itself, so any can do it.

Where no process can be started, or one dies, the files are read by the process that asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from .cache.encoded import EncodedPage
    from .check.rule import Rule
    from .model.readme_schema import SchemaError
    from .reading import DocumentReader, SourceFile

WORKERS_VARIABLE = "CURRICULUM_LINT_WORKERS"
_MOST_WORKERS = 4
#: With two processors, passing the pages on costs as much as the second one brings.
_FEWEST_PROCESSORS = 4
#: From how much on the processes bring more than they cost: a copy of this process costs nearly
#: nothing, a new one has to load everything again.
_MANY_FILES, _MANY_CHARACTERS = 60, 1_000_000
_TIMES_MORE_TO_SPAWN = 5
#: What a worker is given at once: small enough that all finish together.
_BATCH_CHARACTERS = 200_000
_PACKAGE = __name__.partition(".")[0]


class _Batch(NamedTuple):
    """Pages by path, and what schemas said of shapes that were new."""

    pages: dict[str, EncodedPage]
    shapes: dict[str, list[SchemaError]]


def are_many(files: Sequence[SourceFile], rules: Iterable[Rule]) -> bool:
    """Whether it is worth it to read ``files`` in several processes, and possible."""
    times = 1 if _can_fork() else _TIMES_MORE_TO_SPAWN
    characters = sum(len(file.text.text) for file in files)
    if len(files) < _MANY_FILES * times and characters < _MANY_CHARACTERS * times:
        return False
    # Rules of plugins may hold or need what only this process has.
    is_own = all(type(rule).__module__.partition(".")[0] == _PACKAGE for rule in rules)
    return len(files) > 1 and is_own and _worker_count() > 1 and not _is_daemon()


def read_in_workers(reader: DocumentReader, files: Sequence[SourceFile]) -> dict[str, EncodedPage]:
    """What could be read of ``files``, by path; what is missing is for the caller to read."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Reading one file loads what all need, before this process is copied.
    _try_to_encode(reader, files[0])
    pages: dict[str, EncodedPage] = {}
    try:
        pool = ProcessPoolExecutor(_worker_count(), _context(), _start, (reader,))
        try:
            batches = [pool.submit(_read_batch, batch) for batch in _batches(files)]
            for batch in batches:
                done = batch.result()
                pages.update(done.pages)
                reader.shapes.update(done.shapes)
        finally:
            pool.shutdown(cancel_futures=True)
    except (BrokenProcessPool, OSError, ImportError, NotImplementedError):
        # A worker died, or this system lacks what processes need to talk to each other.
        pass
    return pages


def _worker_count() -> int:
    asked = os.environ.get(WORKERS_VARIABLE, "")
    if asked.isascii() and asked.isdigit():
        return min(int(asked[:4]), 4 * _MOST_WORKERS)
    available = getattr(os, "sched_getaffinity", None)
    count = len(available(0)) if available else os.cpu_count() or 1
    return min(count, _MOST_WORKERS) if count >= _FEWEST_PROCESSORS else 1


def _can_fork() -> bool:
    """Whether a copy of this process works: elsewhere than on Linux, libraries forbid it."""
    import threading

    return sys.platform == "linux" and threading.active_count() == 1


def _is_daemon() -> bool:
    """Whether this process is one that may have no children."""
    from multiprocessing import current_process

    return bool(current_process().daemon)


def _context() -> BaseContext:
    from multiprocessing import get_context

    return get_context("fork" if _can_fork() else "spawn")


def _batches(files: Iterable[SourceFile]) -> Iterator[list[SourceFile]]:
    batch: list[SourceFile] = []
    characters = 0
    for file in files:
        batch.append(file)
        characters += len(file.text.text)
        if characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


# -- in a worker

_reader: DocumentReader | None = None


def _start(reader: DocumentReader) -> None:
    """Prepare a worker: it is interrupted, and ends, by and with the process that asked."""
    import gc
    import signal
    import threading

    global _reader  # noqa: PLW0603 - a process pool has no other place for it
    _reader = reader
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_batch(files: Sequence[SourceFile]) -> _Batch:
    assert _reader is not None
    before = set(_reader.shapes)
    pages = {file.path: page for file in files if (page := _try_to_encode(_reader, file))}
    new = {key: value for key, value in _reader.shapes.items() if key not in before}
    return _Batch(pages, new)


def _try_to_encode(reader: DocumentReader, file: SourceFile) -> EncodedPage | None:
    """The page; none for a file whose reading fails: who asked reads it again, and says why."""
    from .cache.encoded import encode_page

    try:
        return encode_page(*reader.read(file))
    except Exception:
        return None
