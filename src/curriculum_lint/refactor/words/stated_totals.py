"""Texts that say how many modules there are by the word for them: "a course of four weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.curriculum import Curriculum
from ...model.overviews import overviews
from ...text.number_words import NUMBER_WORDS
from .mentions import mentions_in


def totals_said(before: Curriculum, after: Curriculum) -> Iterator[str]:
    """Where readmes of the root and of levels still say how many modules there were.

    Whether four weeks are modules or a time is not certain, so nothing is written there.
    """
    outdated = _totals(before) - _totals(after)
    if not outdated:
        return
    words = "|".join(map(re.escape, sorted(mentions_in(after).words)))
    total = re.compile(
        rf"(?<![\w.,-])(\d{{1,3}}|[^\W\d_]{{2,20}})[ \u00a0](?:{words})[^\W\d_]{{0,3}}\b",
        re.IGNORECASE,
    )
    for page, _ in overviews(after):
        for number, line in enumerate(page.document.text.splitlines(), 1):
            for match in total.finditer(line):
                if _value(match[1]) in outdated:
                    yield f"Also says “{match[0]}”: {page.path}:{number}"


def _totals(curriculum: Curriculum) -> set[int]:
    """The numbers of modules: of each level, and of all."""
    counts = [len(level.children) for level in curriculum.levels if level.children]
    return {*counts, sum(counts)}


def _value(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return 2 if written.casefold() == "both" else NUMBER_WORDS.get(written.casefold())
