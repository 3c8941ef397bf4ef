"""The digest by which a file is known to be the one that was read."""

from __future__ import annotations

from ..text.digest import blake2b


def digest(data: bytes) -> str:
    """BLAKE2b of the bytes of a file (byte-order mark included), 64 hexadecimal digits.

    The same as `FileText.digest` of a file that was read.
    """
    return blake2b(data, digest_size=32).hexdigest()
