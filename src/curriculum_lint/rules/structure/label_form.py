"""CL110 label-form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...model.outline import Section
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ._labels import section_labels

_LEAST, _MOST = 3, 2 / 3
_MARKUP = late_pattern(r"[<>\[\]`&\\!]")


def _exercise(number: int, label: str) -> str:
    return (
        f"## {number}) Say hello to {number}\n\n**Goal:** Print it.\n\n{label}\n\n1. Write it.\n\n"
        f"**Acceptance criteria:**\n\n- It prints `{number}`.\n"
    )


_THREE = "\n".join(_exercise(number, "**Build steps:**") for number in (1, 2, 3))


class LabelForm(DocumentRule):
    """When every exercise but one says “Build steps:”, a search for the words misses that one, and
    a reader wonders whether “Steps” is something else.
    """

    code = "CL110"
    name = "label-form"
    summary = "a label written unlike the others of its kind in the same readme"
    severity = Severity.INFO
    fix_changes = PageChange.WORDS
    limits = (
        "Reported only where at least three labels of a kind, and two thirds of them, are written "
        "alike. A label that says more in parentheses is left alone."
    )
    good = (Example(_THREE, frame=Frame.EXERCISE),)
    bad = (
        Example(
            f"{_THREE}\n{_exercise(4, '**Steps**')}",
            finds=("41:1 CL110",),
            fixed=f"{_THREE}\n{_exercise(4, '**Build steps:**')}",
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Compare the labels of each key with the form that most of them have."""
        by_key: dict[str, list[Section]] = {}
        for section, _ in section_labels(page):
            by_key.setdefault(section.key, []).append(section)
        for sections in by_key.values():
            yield from _unlike(page, sections)


def _unlike(page: Page, sections: list[Section]) -> Iterator[Finding]:
    forms = Counter(_form(page, section) for section in sections)
    usual = max(forms, key=forms.__getitem__)
    if forms[usual] < max(_LEAST, len(sections) * _MOST):
        return
    for section in sections:
        form = _form(page, section)
        if form != usual and "(" not in form:
            message = f"This label is written `{form}`; the others of its kind are `{usual}`."
            edit = Edit(page.path, section.span.start, section.span.end, usual)
            # What else stands in the label would go with it.
            is_plain = _MARKUP.search(form) is None
            safety = Safety.SAFE if is_plain else Safety.UNSAFE
            fix = Fix(f"Write `{usual}`", safety, (edit,))
            # Stars behind a colon close nothing where a word follows at once.
            is_glued = page.document.text[section.span.end :][:1].isalnum()
            yield Finding(page.path, section.span, message, fix=None if is_glued else fix)


def _form(page: Page, section: Section) -> str:
    """The label as written."""
    return page.document.text[slice(*section.span)]
