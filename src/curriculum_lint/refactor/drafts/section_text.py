"""Sections that are still to be written, as Markdown."""

from __future__ import annotations

from ...model.outline import Form

#: What stands for text that somebody must write: unfinished-text reports it until it is written.
PLACEHOLDER = "TODO"


def section_content(form: Form, items: int) -> str:
    """The content of a section of this form, without a line ending at its end."""
    if form is Form.ORDERED:
        return "\n".join(f"{number}. {PLACEHOLDER}" for number in range(1, items + 1))
    if form is Form.BULLET:
        return "\n".join([f"- {PLACEHOLDER}"] * items)
    if form is Form.TASK:
        return "\n".join([f"- [ ] {PLACEHOLDER}"] * items)
    return PLACEHOLDER


def section_text(opening: str, form: Form, items: int, *, is_label: bool) -> str:
    """A section behind its label or heading; text stands on the line of a label."""
    between = " " if is_label and form is Form.TEXT else "\n\n"
    return f"{opening}{between}{section_content(form, items)}\n"
