"""How files are called that exist only while a run changes others."""

from __future__ import annotations

import os
import re

_MARK = "curriculum-lint"
_TEMPORARY = re.compile(rf"\..*\.{_MARK}-[0-9a-f]{{8}}\.tmp", re.DOTALL)

_REMOVED = "removed"

#: A file name has at most 255 bytes, and a character has at most four.
_NAME_CHARACTERS = 50


def temporary_name(name: str) -> str:
    """A name for what becomes ``name``, another one each time; `is_temporary` knows it."""
    return f"{temporary_prefix(name)}{os.urandom(4).hex()}.tmp"


def temporary_prefix(name: str) -> str:
    """How every temporary name for ``name`` begins."""
    return f".{name[:_NAME_CHARACTERS]}.{_MARK}-"


def removal_of(path: str) -> str:
    """Where something goes that is removed: a move there takes it away as soon as all is done."""
    return f"{temporary_name(_REMOVED)}/{path.rpartition('/')[2]}"


def is_removal(target: str) -> bool:
    """Whether a move to ``target`` removes what it moves."""
    top = target.partition("/")[0]
    return top.startswith(temporary_prefix(_REMOVED)) and is_temporary(top)


def is_temporary(name: str) -> bool:
    """Whether a file of this name is what a killed run left behind."""
    return _TEMPORARY.fullmatch(name) is not None
