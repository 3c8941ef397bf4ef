"""A document whose links lead elsewhere is what parsing it anew would give."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from curriculum_lint.parse.parser import ParseLimits, parse_document
from curriculum_lint.parse.readdressed import readdressed

from .composed import DOCUMENTS as COMPOSED
from .test_span_laws import DOCUMENTS as ARBITRARY

LIMITS = ParseLimits()
NEW = (
    "../12_b/readme.md",
    "#b",
    "1",
    "_a_",
    "-",
    "~~b~~",
    "www.a.b/c",
    "é/",
    "a b",
    "(",
    "",
    "<a>",
)
TEXTS = ARBITRARY | COMPOSED.map(lambda written: "\n".join(written.lines))


def with_others(text: str, choose: random.Random) -> str:
    """The text with another destination wherever one is written."""
    targets = sorted({each.target for each in parse_document("a.md", text).links if each.target})
    parts, at = list[str](), 0
    for start, end in targets:
        if start >= at:
            parts += text[at:start], choose.choice((text[start:end], *NEW))
            at = end
    return "".join(parts) + text[at:]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.integers(0, 3))
@example("- [a](b/1) c\n  [d](b/1)\n\n  - > 1. ![e](b/1)\n", 0)
@example("- - [a](b/1)\n\n  `(b/1)` [a](b/1)\n", 1)
@example("[a][b] $f[i](x)$\n\n- [b]: c/1 'd'\n  [b]\n", 2)
@example("**[Goal](a/1):** b\n| a | [b](c/1) |\n|-|-|\n| [d](e/1) | 20 tests |\n", 3)
def test_it_is_what_parsing_gives(text: str, seed: int) -> None:
    new = with_others(text, random.Random(seed))
    found = readdressed(parse_document("a.md", text), "b.md", new, LIMITS)
    assert found is None or found == parse_document("b.md", new)


@pytest.mark.parametrize(
    "text",
    [
        "# [a](OLD)\n\n- b [c](OLD#d)\n  e\n- ![f](OLD 'g')\n\n> - [h](OLD)\n",
        "[a][b]\n\n[b]: OLD\n",
        "| [a](OLD) |\n|-|\n| [b](OLD) |\n\n2 tests\n",
    ],
)
def test_paths_are_exchanged_without_parsing(text: str) -> None:
    was = parse_document("a.md", text.replace("OLD", "../9_a/readme.md"))
    new = text.replace("OLD", "../10_a/readme.md")
    assert readdressed(was, "a.md", new, LIMITS) == parse_document("a.md", new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[a](b) c", "[a](b) d"),
        ("[a](b)", "[a](b c)"),
        ("[a](b)", "[a]()"),
        ("[a](\nb)", "[a](\n#)"),
        ("$f[i](a/b)$", "$f[i](x)$"),
        ("[a](b)", f"[a](b)\n{'x' * LIMITS.line_characters}x"),
    ],
)
def test_anything_else_is_parsed(old: str, new: str) -> None:
    assert readdressed(parse_document("a.md", old), "a.md", new, LIMITS) is None
