"""Patterns that are compiled when they are first used: a run uses a quarter of all."""

from __future__ import annotations

import re
from typing import Any, cast


def late_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, at the first use."""
    return cast("re.Pattern[str]", _LatePattern(expression, flags))


class _LatePattern:
    def __init__(self, expression: str, flags: int) -> None:
        self.pattern, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        # From now on, its methods are found without coming here.
        for each in ("match", "fullmatch", "search", "finditer", "findall", "sub", "split"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)
