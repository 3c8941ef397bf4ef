"""What is seen of each curriculum is what was seen when somebody last looked."""

from __future__ import annotations

import pytest

from .cases import Case, load_cases
from .observe import ASPECTS, observe

CASES = [
    pytest.param(case, id=f"{aspect}-{number}")
    for aspect in ASPECTS
    for number, case in enumerate(load_cases(aspect), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_the_same_is_seen(case: Case) -> None:
    """Where the difference is meant, `python -m tools.golden` writes it: read what it changed."""
    assert observe(case.files, case.aspect) == case.seen
