"""Rules, sections and exercises by their names and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol.types import CompletionItemKind

from ..check.rule import Rule
from ..model.curriculum import Page
from ..model.reading_order import ReadingOrder
from ..settings.section_names import WORD_KEYS
from .cursor import Cursor
from .offer import Offer

_LABEL = "**"


def complete_rules(rules: Iterable[Rule]) -> Iterator[Offer]:
    """The codes of rules, and then their names."""
    rules = list(rules)
    for rule in rules:
        yield Offer(rule.code, CompletionItemKind.EnumMember, rule.code, rule.name)
    for rule in rules:
        yield Offer(rule.name, CompletionItemKind.EnumMember, rule.name, rule.code)


def complete_sections(cursor: Cursor, before: str) -> Iterator[Offer]:
    """The names of sections, those that the readme or exercise here lacks first."""
    written = before.lstrip("-+*0123456789.) \t") if _LABEL not in before else before
    is_label = _LABEL in before
    marks = "" if is_label else f"{written.split()[0]} "
    behind = cursor.page.document.text[cursor.offset : cursor.offset + 2]
    there = _present(cursor)
    keys = [key for key in cursor.curriculum.settings.sections if key not in WORD_KEYS]
    for key in sorted(keys, key=lambda key: key in there):
        name = cursor.page.vocabulary.preferred(key)
        text = f"{_LABEL}{name}:{'' if behind == _LABEL else _LABEL}" if is_label else marks + name
        detail = "there is one already" if key in there else ""
        yield Offer(name, CompletionItemKind.Field, text, detail)


def _present(cursor: Cursor) -> set[str]:
    """The keys of the sections that are there: in the exercise around, and in the readme."""
    outline = cursor.page.outline
    around = [e for e in outline.exercises if e.span.start <= cursor.offset <= e.span.end]
    inside = {section.key for each in around for section in each.sections}
    return inside | {section.key for section in outline.sections}


def complete_exercises(cursor: Cursor, before: str) -> Iterator[Offer]:
    """The numbers of exercises, behind a word that means one: here, and then in other units."""
    words = cursor.page.vocabulary.exercise_words | {"ex.", "ex"}
    match = re.match(r"[^\W\d_]+\.?", before)
    word = match[0].casefold() if match else ""
    if word not in words and word.removesuffix("s") not in words:
        return
    yield from _numbers(cursor.page, "", "")
    for place in ReadingOrder(cursor.curriculum).places.values():
        page = cursor.curriculum.page(place.unit)
        number, _, letter = place.key
        if page is not None and page is not cursor.page:
            yield from _numbers(page, f"{number}{letter}.", f"{place.label}: ")


def _numbers(page: Page, unit: str, label: str) -> Iterator[Offer]:
    for each in page.outline.exercises:
        if each.number:
            number = each.number if each.number.startswith(unit) else unit + each.number
            yield Offer(number, CompletionItemKind.Value, number, label + each.title)
