"""Pictures of the curriculum, read as safely as its texts."""

from __future__ import annotations

import stat

from .entry import on_disk
from .open import read_regular
from .resolve import Stop, resolve

_MOST_BYTES = 1024 * 1024


def read_picture(root: str, path: str) -> bytes | None:
    """The bytes of ``path``, relative to ``root``; ``None`` for what is too large or no file."""
    resolved = resolve(root, path)
    if isinstance(resolved, Stop) or not stat.S_ISREG(resolved.state.st_mode):
        return None
    try:
        return read_regular(on_disk(root, resolved.path), _MOST_BYTES)
    except OSError:
        return None
