"""Which stars are shown, compared with GitHub's own grammar."""

from __future__ import annotations

import re
from random import Random

import pytest

from curriculum_lint.text.strong_stars import paired_stars
from tools.differential.oracle import render

_PIECES = (
    "**",
    "**",
    "**",
    "*",
    "***",
    "a",
    "bc",
    "字",
    " ",
    " ",
    ".",
    "：",
    "“",
    "”",
    "（",
    "）",
    "é",
    "1",
)


def _text(random: Random) -> str:
    # A letter at both ends keeps the text one paragraph.
    return "x" + "".join(random.choice(_PIECES) for _ in range(random.randint(3, 12))) + "x"


@pytest.mark.parametrize("seed", range(20))
def test_the_same_stars_are_shown(seed: int) -> None:
    random = Random(seed)
    for text in (_text(random) for _ in range(200)):
        shown = re.sub(r"<[^>]*>", "", render(text)).count("*")
        assert sum(run.left for run in paired_stars(text, text)) == shown, text
