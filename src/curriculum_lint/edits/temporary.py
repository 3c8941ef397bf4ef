"""The names of files that exist only while another one is written."""

from __future__ import annotations

import os

from ..text.temporary import MARK, is_temporary

__all__ = ["is_temporary", "temporary_name"]

#: A file name has at most 255 bytes, and a character has at most four.
_NAME_CHARACTERS = 50


def temporary_name(name: str) -> str:
    """A name for the new text of ``name``, another one each time; `is_temporary` knows it."""
    return f".{name[:_NAME_CHARACTERS]}.{MARK}-{os.urandom(4).hex()}.tmp"
