"""One view after the other: a change, PATHS, the baseline, and last of all the limits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.concern import Concern
from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic, Place
from curriculum_lint.settings.limits import Limits
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position
from curriculum_lint.views.paths import AskedPaths
from curriculum_lint.views.view import view

EVERYTHING = AskedPaths(None)


def finding(code: str, path: str, line: int, concern: Concern) -> Diagnostic:
    at = Place(path, Position(line, 1), Position(line, 2))
    return Diagnostic(code, "some-rule", Severity.ERROR, "Something.", at, concern=concern)


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["CL1", "CL2", INTERNAL_ERROR]),
        st.sampled_from(["a.md", "b/a.md", "b/c.md", "bb.md"]),
        st.integers(1, 9),
        st.sampled_from(Concern),
    ),
    unique=True,
    max_size=40,
)


@given(FINDINGS, st.data(), st.booleans())
def test_each_finding_is_in_one_part_and_what_is_listed_is_sorted(
    found: list[Diagnostic], data: st.DataObject, changed: bool
) -> None:
    known = data.draw(st.sets(st.sampled_from(found))) if found else set()
    limits = Limits(diagnostics=data.draw(st.integers(1, 50)))
    seen = view(found, EVERYTHING, known, limits, changed=changed)
    parts = [*seen.shown, *seen.cut, *seen.known]
    assert len(parts) + seen.elsewhere == len(found)
    assert len(set(parts)) == len(parts)
    assert set(seen.known) == {each for each in parts if each in known}
    assert list(seen.shown) == sorted(seen.shown, key=lambda each: each.order)
    if changed:
        assert all(each.concern is not Concern.OTHER for each in parts)


@given(FINDINGS, st.integers(1, 50))
def test_limits_come_last_so_nothing_that_is_not_shown_uses_them_up(
    found: list[Diagnostic], most: int
) -> None:
    seen = view(found, AskedPaths(("b",)), (), Limits(diagnostics=most), changed=True)
    alone = [
        each
        for each in found
        if each.concern is not Concern.OTHER
        and (each.place.path.startswith("b/") or each.code == INTERNAL_ERROR)
    ]
    assert set(seen.shown) | set(seen.cut) == set(alone)
    assert len(seen.shown) == min(most, len(alone))


def test_a_renamed_file_is_asked_for_by_the_name_that_it_had() -> None:
    found = finding("CL1", "new/a.md", 1, Concern.OTHER)
    assert not AskedPaths(("old",)).hold(found)
    assert AskedPaths(("old",), lambda path: path.replace("new", "old")).hold(found)
