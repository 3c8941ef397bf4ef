"""What a file of the cache begins with: which tool wrote it, and whether it is whole.

It imports next to nothing, because it is asked before anything else is loaded.
"""

from __future__ import annotations

import os
import sys

# `hashlib` would load the whole of OpenSSL for it.
from _blake2 import blake2b

from .. import __version__

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
    """Changes with the version, with Python's, and with every edit of the tool's own files."""
    if not _known:
        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        _known.append(digest_of(__version__, sys.version, *sorted(stamps_of(package))))
    return _known[0]


def stamps_of(place: str) -> list[str]:
    """Path, size and time of a file, or of every file of Python or JSON in a folder."""
    try:
        with os.scandir(place) as entries:
            return [stamp for entry in entries for stamp in _stamps_of_entry(entry)]
    except NotADirectoryError:
        return [_stamp(place, os.stat(place))]
    except OSError:
        return []


def _stamps_of_entry(entry: os.DirEntry[str]) -> list[str]:
    if entry.is_dir(follow_symlinks=False):
        return stamps_of(entry.path) if entry.name != "__pycache__" else []
    return [_stamp(entry.path, entry.stat())] if entry.name.endswith((".py", ".json")) else []


def _stamp(path: str, state: os.stat_result) -> str:
    return f"{path} {state.st_size} {state.st_mtime_ns}"
