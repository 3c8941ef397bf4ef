"""What a rule is: one class in one file, its examples its documentation and its first tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from ..edits.edit import Fix
from ..model.curriculum import Curriculum, Page
from ..settings.severity import Severity
from ..text.source import Span
from .example import Example
from .page_change import PageChange


class Note(NamedTuple):
    """Another place that helps to understand a finding."""

    path: str
    span: Span
    message: str


class Finding(NamedTuple):
    """What a rule found: the engine adds code, name, severity, line and column.

    ``path`` is a document, or a folder that has none (``span`` is then ignored). ``severity``
    is given only where it differs from the rule's own.
    """

    path: str
    span: Span
    message: str
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Note, ...] = ()
    severity: Severity | None = None


#: For findings about a folder, or about a file as a whole.
WHOLE = Span(0, 0)


class Rule:
    """What every rule has. The docstring of its class says why the rule exists.

    ``limits`` says what the rule deliberately does not report, ``fix_changes`` the most that its
    fixes change of the page that readers see. An ``opt_in`` rule is off unless
    it is selected by its own code or name. One that ``needs_network`` looks at
    `Curriculum.replies`, runs only with ``check --online``, and opens no connection itself. What
    one that ``covers`` finds is the cause of whatever else is found in its span.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    summary: ClassVar[str]
    severity: ClassVar[Severity]
    opt_in: ClassVar[bool] = False
    needs_network: ClassVar[bool] = False
    covers: ClassVar[bool] = False
    limits: ClassVar[str] = ""
    fix_changes: ClassVar[PageChange | None] = None
    good: ClassVar[tuple[Example, ...]]
    bad: ClassVar[tuple[Example, ...]]


class DocumentRule(Rule):
    """A rule that sees one document at a time; its findings are stored with the document."""

    def check(self, page: Page) -> Iterator[Finding]:
        """What is wrong in this document."""
        raise NotImplementedError


class CurriculumRule(Rule):
    """A rule that sees the whole curriculum, but no document's text.

    With ``after_suppression`` it runs when the suppressions have been applied.
    """

    after_suppression: ClassVar[bool] = False

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """What is wrong in this curriculum."""
        raise NotImplementedError
