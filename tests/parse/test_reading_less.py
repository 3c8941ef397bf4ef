"""Blocks without markup are not read as inline content; that must not cost a fact."""

from __future__ import annotations

import re
from unittest import mock

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from curriculum_lint.parse import inline_reader
from curriculum_lint.parse.document import Document
from curriculum_lint.parse.parser import parse_document

from .composed import DOCUMENTS as COMPOSED
from .test_span_laws import DOCUMENTS as ARBITRARY

TEXTS = ARBITRARY | COMPOSED.map(lambda written: "\n".join(written.lines))
LINES = st.lists(
    st.sampled_from(["**A:** b", "*__A__* b", "_ **A** b", "&nbsp;**A**", "x", "\xa0**A**", "\x0b"])
    | st.sampled_from(["<h2>", "</h2>", "", "a &amp; b", "# T  ", "x  ", "===", "> ", "- ", "\\_"]),
    max_size=8,
).map("\n".join)


#: Around what is labels and code, and what only looks like it.
SIMPLE = st.lists(
    st.sampled_from(["**Goal:**", "**a**", "**a b**:", "** a**", "**a **", "a**b**c", "**", "*"])
    | st.sampled_from(["`c`", "``c`d``", "` `", "`", "\\`", "``", "`*`", "**`c`**", "**a `c`:**"])
    | st.sampled_from(
        [" ", "  \n", "\n", "\n  ", "\\\n", "word", "x_y", "(", ")", ".", '"', "\xa0"]
    ),
    max_size=12,
).map("".join)


#: Code beside what ends, hides or outranks it.
CODE = st.lists(
    st.sampled_from(["`", "`", "`c`", "``", "\\", "a", "\n", "| ", "|\n|-|-|\n", "<b x='", "'>"])
    | st.sampled_from(["[a](", ")", "<http://a.b/", ">", "www.a.b", "a@b.c", "][", "[^1]", "&lt;"]),
    max_size=10,
).map("".join)


def read_everything(text: str) -> Document:
    always = {
        "_MARKUP": re.compile(""),
        "_LINK_OR_CODE": re.compile(""),
        "_may_begin_strong": lambda _content: True,
        "_only_code": lambda _content: None,
    }
    with mock.patch.multiple(inline_reader, **always):
        return parse_document("x.md", text)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS | LINES | SIMPLE | CODE)
@example("` `**a** x")
@example("` `**Goal:**")
@example("**Goal:** `a` **b**  \n**Steps:** c")
@example("*__Goal:__* x")
@example("&nbsp;**Goal:** x")
@example("<h2>\n\na &amp; _b_\n\n</h2>")
@example("a  \nb\n===")
def test_reading_less_finds_the_same(text: str) -> None:
    assert parse_document("x.md", text) == read_everything(text)
