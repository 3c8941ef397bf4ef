"""CL107 section-form."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Fix, Safety
from ...model.curriculum import Page, Unmet, UnmetKind
from ...model.outline import Form
from ...settings.severity import Severity
from ..wording import sentence_start
from ._list_form import ListForms

_START = "## 1) Say hello\n\n**Goal:** Print a greeting.\n\n**Build steps:**\n\n"
_CRITERIA = "\n**Acceptance criteria:**\n\n- `node hello.js` prints `hello`.\n"

#: The list that each kind of list can be turned into, as messages call it.
_OTHER = {
    Form.ORDERED: "a bullet list",
    Form.BULLET: "an ordered list",
    Form.TASK: "an ordered list",
}


class SectionForm(DocumentRule):
    """Steps are done one after the other, so they are numbered; criteria are ticked off, so they
    are a list. The schema says which form a section has.
    """

    code = "CL107"
    name = "section-form"
    summary = "a section in another form than the schema's: steps that are no ordered list"
    severity = Severity.WARNING
    fix_changes = PageChange.LIST_KINDS
    limits = (
        "The form is that of the section's outermost list; a few bullets before or after numbered "
        "steps are fine. An empty section is the business of CL105. The fix turns a list into the "
        "other kind of list; text that is no list has none."
    )
    good = (
        Example(f"{_START}1. Write `hello.js`.\n2. Run it.\n{_CRITERIA}", frame=Frame.EXERCISE),
    )
    bad = (
        Example(
            f"{_START}- Write `hello.js`.\n- Run it.\n{_CRITERIA}",
            finds=("5:1 CL107",),
            fixed=f"{_START}1. Write `hello.js`.\n2. Run it.\n{_CRITERIA}",
            frame=Frame.EXERCISE,
            unsafe=True,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report sections whose form the schema does not allow."""
        wrong = [unmet for unmet in page.unmet if unmet.kind is UnmetKind.FORM]
        if wrong:
            yield from _findings(page, wrong)


def _findings(page: Page, wrong: list[Unmet]) -> Iterator[Finding]:
    fixes = _Fixes(page)
    for unmet in wrong:
        name = page.vocabulary.preferred(unmet.key)
        message = (
            f"{sentence_start(unmet.subject)}: “{name}” is {unmet.found}, "
            f"where {unmet.expected} is expected."
        )
        yield Finding(page.path, unmet.span, message, fix=fixes.of(unmet))


class _Fixes:
    """The fixes for lists that are the wrong kind of list."""

    def __init__(self, page: Page) -> None:
        of_exercises = (section for each in page.outline.exercises for section in each.sections)
        sections = (*page.outline.sections, *of_exercises)
        self._sections = {(section.key, section.span): section for section in sections}
        self._lists = ListForms(page.document)

    def of(self, unmet: Unmet) -> Fix | None:
        """The fix for one section; none for text that is no list."""
        section = self._sections.get((unmet.key, unmet.span))
        wanted = _OTHER.get(section.form) if section else None
        if section is None or wanted is None or wanted not in unmet.expected:
            return None
        edits = self._lists.as_other_list(section)
        return Fix(f"Make it {wanted}", Safety.UNSAFE, edits) if edits else None
