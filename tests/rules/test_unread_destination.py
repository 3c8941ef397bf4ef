"""CL317: destinations that make no link, and what they were meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import Said, said_of

T = "# T\n\n"


def _blank(written: str) -> str:
    return f"The destination `{written}` holds a blank, so this is not a link."


def _open(written: str) -> str:
    return f"The parenthesis around `{written}` never closes, so this is not a link."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](a b.md)", Said("3:1-12", _blank("a b.md"), "[x](a%20b.md)")),
        ("[x](a  b.md)", Said("3:1-13", _blank("a  b.md"), "[x](a%20%20b.md)")),
        ("![x](a b.png)", Said("3:1-14", _blank("a b.png"), "![x](a%20b.png)")),
        ("> [x](a b.md)", Said("3:3-14", _blank("a b.md"), "> [x](a%20b.md)")),
        ("# H [x](a b.md)", Said("3:5-16", _blank("a b.md"), "# H [x](a%20b.md)", True)),
        ("[x](./a b)", Said("3:1-11", _blank("./a b"))),
        ("[x](https://e.org/a b)", Said("3:1-23", _blank("https://e.org/a b"))),
        ("[x](https://e.org/a b.md)", Said("3:1-26", _blank("https://e.org/a b.md"))),
        ("[x](https://e.org/a_(b) and c",
         Said("3:1-24", _open("https://e.org/a_(b)"), "[x](https://e.org/a_(b)) and c")),
        ("[x](https://e.org/a_(b).",
         Said("3:1-24", _open("https://e.org/a_(b)"), "[x](https://e.org/a_(b)).")),
        ("[x](https://e.org/a_b", Said("3:1-22", _open("https://e.org/a_b"))),
        ("[x](https://e.org/a_(b", Said("3:1-23", _open("https://e.org/a_(b"))),
        ("[x](https://e.org/(a)_(b.", Said("3:1-25", _open("https://e.org/(a)_(b"))),
        ("[x](https://e.org/a_(b) c)", None),
        ("[x](if you like)", None),
        ("[x](a b)", None),
        ("[x](a b.md 'title')", Said("3:1-12", _blank("a b.md"), "[x](a%20b.md 'title')")),
        ("[x](<a b.md>)", None),
        ("[x](a.md)", None),
        ("`[x](a b.md)`", None),
        ("f[x](y z)", None),
    ],
)  # fmt: skip
def test_what_keeps_it_from_being_a_link(text: str, expected: Said | None, tmp_path: Path) -> None:
    found = said_of(tmp_path, "CL317", f"{T}{text}\n")
    short = [each._replace(fixed=each.fixed and each.fixed[len(T) : -1]) for each in found]
    assert short == ([expected] if expected else [])
