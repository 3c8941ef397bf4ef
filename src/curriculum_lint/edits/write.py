"""One file replaced at once: whatever happens, it is the old one or the new one."""

from __future__ import annotations

import os
from contextlib import suppress

from .existing import identity, read_expected, status_of
from .location import locate
from .new_file import RefusedError, create, sync_folder
from .not_written import NotWritten, Reason
from .temporary import temporary_name

#: The byte-order mark of UTF-8.
BOM = b"\xef\xbb\xbf"


def write_text(
    root: str, path: str, text: str, *, bom: bool, expected_digest: str | None
) -> NotWritten | None:
    """Write ``text`` as UTF-8, exactly, to ``path`` (relative to ``root``); ``None`` if done.

    ``bom`` puts a byte-order mark before it. ``expected_digest`` is the `digest` of the bytes
    that were read before; ``None`` says that the file must not exist yet. A symbolic link stays
    one: what it points to is written, if that is inside the repository.
    """
    place = locate(root, path)
    if isinstance(place, NotWritten):
        return place
    try:
        data = (BOM if bom else b"") + text.encode()
    except UnicodeEncodeError:
        return NotWritten(path, Reason.NOT_TEXT)
    try:
        _replace(place, data, expected_digest)
    except RefusedError as refused:
        return NotWritten(path, refused.reason)
    except OSError as error:
        return NotWritten(path, Reason.FAILED, error.strerror or type(error).__name__)
    return None


def _replace(place: str, data: bytes, expected_digest: str | None) -> None:
    before = None if expected_digest is None else read_expected(place, expected_digest)[0]
    folder, name = os.path.split(place)
    if not os.path.isdir(folder):
        raise RefusedError(Reason.NO_FOLDER)
    temporary = os.path.join(folder, temporary_name(name))
    try:
        create(temporary, data, before)
        if identity(status_of(place)) != identity(before):
            raise RefusedError(Reason.CHANGED if before else Reason.EXISTS)
        os.replace(temporary, place)
    finally:
        # After the replacement there is none; before it, also Ctrl-C leaves none behind.
        with suppress(OSError):
            os.unlink(temporary)
    sync_folder(folder)
