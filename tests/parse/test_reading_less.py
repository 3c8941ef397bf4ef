"""Blocks without markup are not read as inline content; that must not cost a fact."""

from __future__ import annotations

import re
from unittest import mock

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from curriculum_lint.parse import parser
from curriculum_lint.parse.document import Document

from .composed import DOCUMENTS as COMPOSED
from .test_span_laws import DOCUMENTS as ARBITRARY

TEXTS = ARBITRARY | COMPOSED.map(lambda written: "\n".join(written.lines))
LINES = st.lists(
    st.sampled_from(["**A:** b", "*__A__* b", "_ **A** b", "&nbsp;**A**", "x", "\xa0**A**", "\x0b"])
    | st.sampled_from(["<h2>", "</h2>", "", "a &amp; b", "# T  ", "x  ", "===", "> ", "- ", "\\_"]),
    max_size=8,
).map("\n".join)


def read_everything(text: str) -> Document:
    always = {"needs_reading": lambda _content: True, "_MARKUP": re.compile("")}
    with mock.patch.multiple(parser, **always):
        return parser.parse_document("x.md", text)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS | LINES)
@example("*__Goal:__* x")
@example("&nbsp;**Goal:** x")
@example("<h2>\n\na &amp; _b_\n\n</h2>")
@example("a  \nb\n===")
def test_reading_less_finds_the_same(text: str) -> None:
    assert parser.parse_document("x.md", text) == read_everything(text)
