"""CL602: what a character that cannot be seen does, depends on where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import Said, said_of

T = "# T\n\n"
NBSP, ZERO = "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}"
SPACE, UNSEEN = "it looks like a space and is none", "it cannot be seen"
PLAIN = "only a plain space makes the line a heading or a list item"


@pytest.mark.parametrize(
    ("text", "where", "place", "harm", "is_unsafe"),
    [
        (f"so{ZERO}me\n", "3:3-4", "", UNSEEN, False),
        (f"so{ZERO}me and o{ZERO}ther\n", "3:3-4", ", 2 times", UNSEEN, False),
        (f"so{ZERO * 3}me\n", "3:3-6", ", 3 times", UNSEEN, False),
        (f"two{NBSP}words\n", "3:4-5", "", SPACE, True),
        (f"`npm{NBSP}i`\n", "3:5-6", " in code",
         f"{SPACE}, and whoever copies the code gets an error", False),
        (f"```sh\nnpm{NBSP}i\nls{NBSP}-l\n```\n", "4:4-5", " in code, 2 times",
         f"{SPACE}, and whoever copies the code gets an error", False),
        (f"[x](a{ZERO}b.md)\n", "3:6-7", " in a destination",
         f"{UNSEEN}, and the link leads elsewhere than it says", True),
        (f"<a href='#t{ZERO}'>x</a>\n", "3:12-13", " in a destination",
         f"{UNSEEN}, and the link leads elsewhere than it says", True),
        (f"# He{ZERO}ad\n", "3:5-6", " in a heading",
         f"{UNSEEN}, and searching for the heading's words misses it", False),
        (f"[li{ZERO}nk](#t)\n", "3:4-5", " in a link",
         f"{UNSEEN}, and searching for the text misses it", True),
        (f"#{NBSP}Head\n", "3:2-3", " behind a marker", PLAIN, True),
        (f"-{NBSP}item\n", "3:2-3", " behind a marker", PLAIN, True),
        (f"-{ZERO}item\n", "3:2-3", "", UNSEEN, True),
    ],
)  # fmt: skip
def test_what_it_does_there(
    text: str, where: str, place: str, harm: str, is_unsafe: bool, tmp_path: Path
) -> None:
    name = "No-break space (U+00A0)" if NBSP in text else "Zero width space (U+200B)"
    fixed = T + text.replace(NBSP, " ").replace(ZERO, "")
    said = said_of(tmp_path, "CL602", T + text)
    assert said == [Said(where, f"{name}{place}: {harm}.", fixed, is_unsafe)]


@pytest.mark.parametrize(
    "text", [f"```text\nx{NBSP}y\n```\n", f"10{NBSP}000 times\n", f"10{NBSP}km\n"]
)
def test_where_it_belongs(text: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL602", T + text) == []
