from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.edits.compose import OverlapError, apply_edits, edits_by_path, select_fixes
from curriculum_lint.edits.edit import Edit, Fix, Safety

TEXT = "0123456789" * 3


def e(start: int, end: int, text: str = "", path: str = "a.md") -> Edit:
    return Edit(path, start, end, text)


def f(*edits: Edit, title: str = "Repair it") -> Fix:
    return Fix(title, Safety.SAFE, edits)


@pytest.mark.parametrize(
    ("edits", "result"),
    [
        ([], "abcdef"),
        ([e(1, 3, "X")], "aXdef"),
        ([e(3, 4), e(0, 1, "Z")], "Zbcef"),
        ([e(2, 2, "1"), e(2, 2, "2")], "ab12cdef"),
        ([e(2, 2, "2"), e(2, 2, "1")], "ab21cdef"),
        ([e(2, 2, "x"), e(2, 2, "x")], "abxcdef"),
        ([e(1, 3, "X"), e(1, 3, "X")], "aXdef"),
        ([e(2, 4, "X"), e(2, 2, "<"), e(4, 4, ">")], "ab<X>ef"),
        ([e(1, 3, "X"), e(3, 5, "Y")], "aXYf"),
        ([e(6, 6, "!")], "abcdef!"),
    ],
)
def test_edits_are_applied_to_the_text_as_it_was(edits: list[Edit], result: str) -> None:
    assert apply_edits("abcdef", edits) == result


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (e(1, 3), e(2, 4)),
        (e(1, 5), e(2, 3)),
        (e(1, 3, "X"), e(1, 3, "Y")),
        (e(1, 3), e(1, 2)),
        (e(1, 3), e(2, 2, "X")),
    ],
)
def test_overlapping_edits_are_refused_in_either_order(first: Edit, second: Edit) -> None:
    for edits in ([first, second], [second, first]):
        with pytest.raises(OverlapError) as caught:
            apply_edits("abcdef", edits)
        assert {caught.value.first, caught.value.second} == {first, second}


@pytest.mark.parametrize("edit", [e(-1, 2), e(3, 7), e(4, 3)])
def test_edits_beyond_the_text_are_refused(edit: Edit) -> None:
    with pytest.raises(ValueError, match="not within"):
        apply_edits("abcdef", [edit])


@st.composite
def apart_edits(draw: st.DrawFn) -> list[Edit]:
    """Edits of TEXT that do not overlap, with at most one insertion at an offset."""
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=10)))
    edits = [e(a, b, draw(st.text(max_size=4))) for a, b in pairwise(cuts)]
    insertions = [e(cut, cut, draw(st.text(min_size=1, max_size=4))) for cut in cuts]
    return draw(st.lists(st.sampled_from(edits + insertions), unique=True))


@given(apart_edits(), st.randoms())
def test_the_order_of_edits_does_not_matter(edits: list[Edit], random) -> None:
    shuffled = edits.copy()
    random.shuffle(shuffled)
    assert apply_edits(TEXT, shuffled) == apply_edits(TEXT, edits)


@given(apart_edits())
def test_the_length_is_what_the_edits_add_and_take(edits: list[Edit]) -> None:
    change = sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
    assert len(apply_edits(TEXT, edits)) == len(TEXT) + change


@given(apart_edits())
def test_edits_at_once_are_edits_one_after_the_other_from_the_end(edits: list[Edit]) -> None:
    text = TEXT
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = apply_edits(text, [edit])
    assert text == apply_edits(TEXT, edits)


@given(apart_edits())
def test_what_no_edit_covers_stays(edits: list[Edit]) -> None:
    result = apply_edits(TEXT, edits)
    first = min((edit.start for edit in edits), default=0)
    last = max((edit.end for edit in edits), default=0)
    assert result.startswith(TEXT[:first])
    assert result.endswith(TEXT[last:])


def test_a_fix_that_collides_waits_for_the_next_round() -> None:
    first, second, third = f(e(0, 4)), f(e(3, 6)), f(e(8, 9))
    assert select_fixes([third, second, first]) == ((first, third), (second,))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (e(2, 2, "A"), e(2, 2, "B")),
        (e(0, 2, "A"), e(2, 2, "B")),
        (e(0, 2, "A"), e(2, 4, "B")),
        (e(0, 4, "A"), e(1, 2, "B")),
    ],
)
def test_fixes_that_touch_are_not_applied_together(first: Edit, second: Edit) -> None:
    selection = select_fixes([f(first), f(second)])
    assert len(selection.chosen) == len(selection.postponed) == 1


def test_the_same_place_in_another_file_is_another_place() -> None:
    fixes = (f(e(0, 4)), f(e(0, 4, path="b.md")))
    assert select_fixes(fixes).chosen == fixes


def test_fixes_that_share_an_edit_go_together() -> None:
    shared = e(0, 0, "import\n")
    fixes = (f(shared, e(5, 6)), f(shared, e(8, 9)))
    assert select_fixes(fixes).chosen == fixes
    assert edits_by_path(fixes) == {"a.md": (shared, e(5, 6), e(8, 9))}


def test_a_fix_is_applied_as_a_whole_or_not_at_all() -> None:
    far = f(e(0, 1), e(20, 25))
    near = f(e(5, 6), e(24, 26), e(0, 9, path="b.md"))
    other = f(e(3, 4, path="b.md"))
    assert select_fixes([far, near, other]) == ((far, other), (near,))


@pytest.mark.parametrize("fix", [f(), f(e(1, 3), e(2, 4))])
def test_a_fix_that_cannot_work_is_never_chosen(fix: Fix) -> None:
    assert select_fixes([fix]) == ((), (fix,))


_edits = st.builds(
    lambda start, length, text, path: e(start, min(start + length, len(TEXT)), text, path),
    st.integers(0, len(TEXT)),
    st.integers(0, 5),
    st.sampled_from(["", "x", "yy"]),
    st.sampled_from(["a.md", "b.md"]),
)
_fixes = st.lists(
    st.builds(lambda edits, title: f(*edits, title=title), st.lists(_edits, max_size=3), st.text())
)


@given(_fixes, st.randoms())
def test_chosen_fixes_always_apply_and_none_is_lost(fixes: list[Fix], random) -> None:
    chosen, postponed = select_fixes(fixes)
    for edits in edits_by_path(chosen).values():
        apply_edits(TEXT, edits)
    assert sorted(chosen + postponed) == sorted(fixes)
    shuffled = fixes.copy()
    random.shuffle(shuffled)
    assert select_fixes(shuffled) == (chosen, postponed)


@given(_fixes)
def test_something_is_chosen_wherever_something_can_be(fixes: list[Fix]) -> None:
    possible = any(select_fixes([fix]).chosen for fix in fixes)
    assert bool(select_fixes(fixes).chosen) == possible
