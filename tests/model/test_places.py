"""The quick answers about offsets are those of looking at everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.places import NestedLists, region_ends
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.text.regions import Regions
from curriculum_lint.text.source import Span
from tests.model.test_outline import LINES

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda each: Span(*sorted(each)))


@given(st.lists(SPANS), st.integers(-1, 21))
def test_regions_hold_what_one_of_the_spans_holds(spans: list[Span], offset: int) -> None:
    expected = any(span.start <= offset < span.end for span in spans)
    assert Regions(spans).hold(offset) == expected


@given(st.lists(st.sampled_from(LINES), max_size=25).map("".join))
def test_lists_around_an_offset_are_all_of_them_from_the_inside(text: str) -> None:
    lists = parse_document("x.md", text).lists
    nested = NestedLists(lists)
    for offset in range(len(text) + 1):
        expected = [each for each in lists if each.span.start <= offset < each.span.end]
        found = list(nested.around(offset))
        assert sorted(found) == sorted(expected)
        assert [each.depth for each in found] == sorted((e.depth for e in found), reverse=True)


@given(st.lists(st.sampled_from(LINES), max_size=25).map("".join))
def test_region_of_a_heading_ends_at_the_next_that_is_as_high(text: str) -> None:
    headings = [each for each in parse_document("x.md", text).headings if not each.nested]
    ends = region_ends(headings, len(text))
    for at, heading in enumerate(headings):
        after = [h.span.start for h in headings[at + 1 :] if h.level <= heading.level]
        assert ends[at] == min(after, default=len(text))
