"""How thorough the races are: a small share in the suite, all of it where somebody asks for it.

``CURRICULUM_LINT_SOAK=50 python -m pytest tests/races tests/edits`` runs fifty rounds of each race
of processes, and takes every moment of a run instead of some.
"""

from __future__ import annotations

import os

#: How many rounds to run; 0 for the small share.
SOAK = int(os.environ.get("CURRICULUM_LINT_SOAK", "0"))


def every(count: int, share: int) -> int:
    """The step between the moments to take: of ``count``, about ``share``, or all."""
    return 1 if SOAK else max(1, count // share)
