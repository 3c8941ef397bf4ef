"""How files are called that exist only while a run changes others."""

from __future__ import annotations

import re

MARK = "curriculum-lint"

_TEMPORARY = re.compile(rf"\..*\.{MARK}-[0-9a-f]{{8}}\.tmp", re.DOTALL)


def is_temporary(name: str) -> bool:
    """Whether a file of this name is what a killed run left behind."""
    return _TEMPORARY.fullmatch(name) is not None
