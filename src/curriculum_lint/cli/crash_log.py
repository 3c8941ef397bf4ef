"""A file to attach to a report: where the program failed, and nothing of what it worked on."""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from importlib import metadata

from .. import __version__

_DISTRIBUTION = "curriculum-lint"
_NAME = re.compile(r"[\w.-]+")
#: Of a deep recursion the ends tell enough.
_FRAMES_AT_EACH_END = 40
_LONGEST_CHAIN = 10


def write_crash_log(error: BaseException, used: Iterable[str]) -> str | None:
    """Write what is known of ``error`` to a new temporary file; ``None`` where that fails.

    It holds versions, ``used`` (the command and the names of options), and the frames with their
    lines of source. The message of an error may quote a file of the repository: it is not in.
    """
    try:
        descriptor, path = tempfile.mkstemp(prefix="curriculum-lint-crash-", suffix=".log")
        with open(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(f"{line}\n" for line in _lines(error, used))
    except OSError:
        return None
    return path


def _lines(error: BaseException, used: Iterable[str]) -> Iterator[str]:
    yield f"curriculum-lint {__version__}"
    yield f"Python {platform.python_version()} ({platform.python_implementation()})"
    yield platform.platform()
    yield from _versions()
    yield f"used: {' '.join(used)}"
    for each in _chain(error):
        yield ""
        yield f"{type(each).__module__}.{type(each).__qualname__}"
        yield from _frames(each)


def _versions() -> Iterator[str]:
    """The packages that this one needs, as they are installed."""
    try:
        required = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return
    for requirement in required:
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            yield f"{name[0]} {_version(name[0])}"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "is not installed"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """``error`` and what it was raised from or after, the first cause last."""
    following: BaseException | None = error
    for _ in range(_LONGEST_CHAIN):
        if following is None:
            return
        yield following
        following = following.__cause__ or following.__context__


def _frames(error: BaseException) -> Iterator[str]:
    frames = traceback.extract_tb(error.__traceback__)
    middle = len(frames) - 2 * _FRAMES_AT_EACH_END
    for index, frame in enumerate(frames):
        if middle > 0 and index == _FRAMES_AT_EACH_END:
            yield f"  … {middle} more …"
        if _FRAMES_AT_EACH_END <= index < _FRAMES_AT_EACH_END + middle:
            continue
        yield f"  {_shortened(frame.filename)}:{frame.lineno} in {frame.name}: {frame.line}"


def _shortened(path: str) -> str:
    """A source file without the folder that it is installed in."""
    installed = sorted((p for p in sys.path if p), key=len, reverse=True)
    for folder in installed:
        if path.startswith(folder + os.sep):
            return path[len(folder) + 1 :].replace(os.sep, "/")
    return os.path.basename(path)
