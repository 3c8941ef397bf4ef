from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.report.summary import Counts, in_order, summarise

from .sample import DIAGNOSTICS


def test_a_summary_counts_severities_and_fixes() -> None:
    summary = summarise(Counts(4, 3, 2, 1), DIAGNOSTICS, 1.5)
    assert summary[:4] == (4, 3, 2, 1)
    assert (summary.errors, summary.warnings, summary.infos) == (4, 3, 2)
    assert (summary.fixable, summary.unsafe_fixable) == (2, 1)
    assert summary.total == len(DIAGNOSTICS)
    assert summary.seconds == 1.5


@given(st.permutations(DIAGNOSTICS))
def test_the_order_does_not_depend_on_when_something_was_found(found: list) -> None:
    assert in_order(found) == in_order(DIAGNOSTICS)


def test_the_order_is_that_of_the_files() -> None:
    keys = [diagnostic.order[:3] for diagnostic in in_order(DIAGNOSTICS)]
    assert keys == sorted(keys)
