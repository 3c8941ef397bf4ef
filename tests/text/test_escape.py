from __future__ import annotations

import re

import pytest
from hypothesis import given

from curriculum_lint.text.escape import guarded, printable, visible
from tests.report.strategies import hostile


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Grüße, 日本 🎉 – “quoted”", "Grüße, 日本 🎉 – “quoted”"),
        ("one\ntwo\tthree\r", r"one\x0atwo\x09three\x0d"),
        ("\x00\x1b[31m\x7f\x9b", r"\x00\x1b[31m\x7f\x9b"),
        ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
        ("\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f\u061c", None),
        ("zero\u200b\u200c\u200d\u2060\ufeffwidth", r"zero\u200b\u200c\u200d\u2060\ufeffwidth"),
        ("soft\xadhyphen", r"soft\xadhyphen"),
        ("\udcff and \ud800", r"\udcff and \ud800"),
        ("tag \U000e0041", r"tag \U000e0041"),
        ("## [x]", "## [x]"),
        ("##[error]x", r"#\x23[error]x"),
        ("###[error]x ##[a]", r"##\x23[error]x #\x23[a]"),
        ("::error::x", r"\x3a:error::x"),
        ("  \u3000::error::x", "  \u3000\\x3a:error::x"),
        (":::", r"\x3a::"),
        ("a::b", "a::b"),
        (": :", ": :"),
    ],
)
def test_text_is_shown_harmless(text: str, shown: str | None) -> None:
    expected = (
        shown if shown is not None else re.sub(r"[^ -~]", lambda m: f"\\u{ord(m[0]):04x}", text)
    )
    assert printable(text) == expected


@given(hostile)
def test_printable_text_holds_nothing_that_acts(text: str) -> None:
    shown = printable(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", shown)
    assert "##[" not in shown
    assert not shown.lstrip().startswith("::")
    assert len(shown.splitlines()) <= 1
    shown.encode()


@given(hostile)
def test_escaping_again_changes_nothing(text: str) -> None:
    assert printable(printable(text)) == printable(text)
    assert guarded(guarded(text)) == guarded(text)


@given(hostile, hostile)
def test_what_is_visible_in_parts_is_visible_as_a_whole(first: str, second: str) -> None:
    assert visible(first) + visible(second) == visible(first + second)
