"""Rules, sections and exercises by their names and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol.types import CompletionItemKind

from ..check.rule import Rule
from ..model.curriculum import Page
from ..model.reading_order import ReadingOrder
from ..settings.section_names import WORD_KEYS
from .offer import Offer
from .spot import Spot

_LABEL = "**"


def complete_rules(rules: Iterable[Rule]) -> Iterator[Offer]:
    """The codes of rules, and then their names."""
    rules = list(rules)
    for rule in rules:
        yield Offer(rule.code, CompletionItemKind.EnumMember, rule.code, rule.name)
    for rule in rules:
        yield Offer(rule.name, CompletionItemKind.EnumMember, rule.name, rule.code)


def complete_sections(spot: Spot, before: str) -> Iterator[Offer]:
    """The names of sections, those that the readme or exercise here lacks first."""
    written = before.lstrip("-+*0123456789.) \t") if _LABEL not in before else before
    is_label = _LABEL in before
    marks = "" if is_label else f"{written.split()[0]} "
    behind = spot.page.document.text[spot.offset : spot.offset + 2]
    there = _present(spot)
    keys = [key for key in spot.curriculum.settings.sections if key not in WORD_KEYS]
    for key in sorted(keys, key=lambda key: key in there):
        name = spot.page.vocabulary.preferred(key)
        text = f"{_LABEL}{name}:{'' if behind == _LABEL else _LABEL}" if is_label else marks + name
        detail = "there is one already" if key in there else ""
        yield Offer(name, CompletionItemKind.Field, text, detail)


def _present(spot: Spot) -> set[str]:
    """The keys of the sections that are there: in the exercise around, and in the readme."""
    outline = spot.page.outline
    around = [e for e in outline.exercises if e.span.start <= spot.offset <= e.span.end]
    inside = {section.key for each in around for section in each.sections}
    return inside | {section.key for section in outline.sections}


def complete_exercises(spot: Spot, before: str) -> Iterator[Offer]:
    """The numbers of exercises, behind a word that means one: here, and then in other units."""
    words = spot.page.vocabulary.exercise_words | {"ex.", "ex"}
    match = re.match(r"[^\W\d_]+\.?", before)
    word = match[0].casefold() if match else ""
    if word not in words and word.removesuffix("s") not in words:
        return
    yield from _numbers(spot.page, "", "")
    for place in ReadingOrder(spot.curriculum).places.values():
        page = spot.curriculum.page(place.unit)
        number, _, letter = place.key
        if page is not None and page is not spot.page:
            yield from _numbers(page, f"{number}{letter}.", f"{place.label}: ")


def _numbers(page: Page, unit: str, label: str) -> Iterator[Offer]:
    for each in page.outline.exercises:
        if each.number:
            number = each.number if each.number.startswith(unit) else unit + each.number
            yield Offer(number, CompletionItemKind.Value, number, label + each.title)
