"""The form of each label of a readme, where the readme has one form for it."""

from __future__ import annotations

from collections.abc import Iterator

from .outline import LabelOfUnit, Outline, Section


def labelled_sections(outline: Outline) -> Iterator[Section]:
    """The sections that a label opens, of the readme and of its exercises."""
    for section in outline.sections:
        if section.label is not None:
            yield section
    for exercise in outline.exercises:
        yield from (section for section in exercise.sections if section.label is not None)


def label_forms(outline: Outline) -> Iterator[LabelOfUnit]:
    """One for each key that is written in one form; labels with parentheses say more."""
    found: dict[str, list[LabelOfUnit]] = {}
    for section in labelled_sections(outline):
        label = section.label
        if label is not None and "(" not in label.text:
            text = label.text.strip().rstrip(":：")
            form = LabelOfUnit(section.key, text, label.colon, label.span)
            found.setdefault(section.key, []).append(form)
    for forms in found.values():
        if len({(form.text, form.colon) for form in forms}) == 1:
            yield forms[0]
