"""How the units of one curriculum are numbered, in its own titles."""

from __future__ import annotations

import re

from ...model.curriculum import Curriculum
from ...model.per_curriculum import PerCurriculum
from .unit_labels import LabelGrammar

_PLAIN = re.compile(r"(\d{1,3})\s+[^\W\d_]")
_LEAST = 2


def _grammar(curriculum: Curriculum) -> LabelGrammar:
    """Numbers before words are labels where most modules are titled so: “5 CSS layout”."""
    modules = [module for level in curriculum.levels for module in level.children]
    found = [(module, curriculum.page(module)) for module in modules]
    titles = [(m.name.number, p.outline.title.text) for m, p in found if p and p.outline.title]
    plain = [
        match
        for number, title in titles
        if (match := _PLAIN.match(title)) and int(match[1]) == number
    ]
    is_plain = len(plain) >= _LEAST and 2 * len(plain) > len(titles)
    return LabelGrammar(curriculum.skeleton, is_plain=is_plain)


_GRAMMARS = PerCurriculum(_grammar, most=3)


def grammar_of(curriculum: Curriculum) -> LabelGrammar:
    """What reads the labels of a curriculum's units."""
    return _GRAMMARS.of(curriculum)
