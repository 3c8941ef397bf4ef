"""The form of each label of a readme, where the readme has one form for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..parse.document import Label
from .outline import LabelOfUnit, Outline, Section


def labelled_sections(outline: Outline) -> Iterator[tuple[Section, Label]]:
    """The sections that a label opens, of the readme and of its exercises, with the label."""
    for section in chain(outline.sections, *(each.sections for each in outline.exercises)):
        if section.label is not None:
            yield section, section.label


def label_forms(outline: Outline) -> Iterator[LabelOfUnit]:
    """One for each key that is written in one form; labels with parentheses say more."""
    found: dict[str, list[LabelOfUnit]] = {}
    for section, label in labelled_sections(outline):
        if "(" not in label.text:
            form = LabelOfUnit(section.key, label.text, label.colon, label.span)
            found.setdefault(section.key, []).append(form)
    for forms in found.values():
        if len({(form.text, form.colon) for form in forms}) == 1:
            yield forms[0]
