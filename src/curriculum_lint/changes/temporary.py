"""The names of files that exist only while another one is written."""

from __future__ import annotations

import os
import re

_MARK = "curriculum-lint"

#: A file name has at most 255 bytes, and a character has at most four.
_NAME_CHARACTERS = 50

_TEMPORARY = re.compile(rf"\..*\.{_MARK}-[0-9a-f]{{8}}\.tmp", re.DOTALL)


def temporary_name(name: str) -> str:
    """A name for the new text of ``name``, another one each time."""
    return f".{name[:_NAME_CHARACTERS]}.{_MARK}-{os.urandom(4).hex()}.tmp"


def is_temporary(name: str) -> bool:
    """Whether a file of this name is what a killed run left behind."""
    return _TEMPORARY.fullmatch(name) is not None
