"""What a file of the cache begins with: which tool wrote it, and whether it is whole.

It imports next to nothing, because it is asked before anything else is loaded.
"""

from __future__ import annotations

import os
import sys

from .. import __version__
from ..text.digest import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_known: list[str] = []


def digest_of(*parts: str) -> str:
    """A short name for ``parts``."""
    joined = "\0".join(parts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def head_of(body: Sequence[bytes]) -> bytes:
    """The first line of a file with this body, as this very tool writes it."""
    digest = blake2b(digest_size=16)
    for part in body:
        digest.update(part)
    return f"{tool_fingerprint()} {digest.hexdigest()}\n".encode()


def tool_fingerprint() -> str:
    """Changes with the version, with Python's, and with every edit of the tool's own files.

    It is the same wherever and whenever the same version was installed.
    """
    if not _known:
        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        record, installed_ns = _record_of(package)
        stamps = sorted(each[len(package) :] for each in stamps_of(package, installed_ns))
        _known.append(digest_of(__version__, sys.version, *record, *stamps))
    return _known[0]


def stamps_of(place: str, installed_ns: int = -1) -> list[str]:
    """Path and size of a file, or of every file of Python or JSON in a folder.

    The time is told, too, of what was changed after it was installed.
    """
    try:
        with os.scandir(place) as entries:
            return [stamp for entry in entries for stamp in _stamps_of_entry(entry, installed_ns)]
    except NotADirectoryError:
        return [_stamp(place, os.stat(place), installed_ns)]
    except OSError:
        return []


def _record_of(package: str) -> tuple[list[str], int]:
    """What the installer wrote down of the package's files, their digests among it, and when."""
    folder = f"curriculum_lint-{__version__}.dist-info"
    try:
        with open(os.path.join(os.path.dirname(package), folder, "RECORD"), "rb") as file:
            lines = file.read().decode("utf-8", "replace").split("\n")
            installed_ns = os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        return [], -1
    name = f"{os.path.basename(package)}/"
    return sorted(line for line in lines if line.startswith(name)), installed_ns


def _stamps_of_entry(entry: os.DirEntry[str], installed_ns: int) -> list[str]:
    if entry.is_dir(follow_symlinks=False):
        return stamps_of(entry.path, installed_ns) if entry.name != "__pycache__" else []
    if not entry.name.endswith((".py", ".json")):
        return []
    return [_stamp(entry.path, entry.stat(), installed_ns)]


def _stamp(path: str, state: os.stat_result, installed_ns: int) -> str:
    changed = f" {state.st_mtime_ns}" if state.st_mtime_ns > installed_ns else ""
    return f"{path} {state.st_size}{changed}"
