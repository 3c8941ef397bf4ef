"""CL604 fence-language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Kind, Page
from ...parse.document import Fence
from ...settings.severity import Severity
from ...text.source import Span
from ..wording import also_on

_READMES = frozenset({Kind.LEVEL, Kind.MODULE, Kind.SUBSECTION})
_EXERCISE = (
    "## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{}\nnode hello.js\n```\n\n"
    "**Build steps:**\n\n1. Write `hello.js`.\n\n"
    "**Acceptance criteria:**\n\n- It prints `hello`.\n"
)


class FenceLanguage(DocumentRule):
    """The word behind the three backticks turns on colours, and tells a learner whether to type a
    block into a shell, save it in a file, or only read it.
    """

    code = "CL604"
    name = "fence-language"
    summary = "a code fence that does not say which language it holds"
    severity = Severity.WARNING
    limits = (
        "What a page lacks is told once. Only the readmes of levels, modules and subsections are "
        "looked at. Indented code cannot name a language, and an empty fence has none."
    )
    good = (Example(_EXERCISE.format("```bash"), frame=Frame.EXERCISE),)
    bad = (Example(_EXERCISE.format("```"), finds=("5:1 CL604",), frame=Frame.EXERCISE),)

    def check(self, page: Page) -> Iterator[Finding]:
        """Report the fences without an info string."""
        if page.kind not in _READMES:
            return
        silent = [_marker(page, fence) for fence in page.document.fences if _is_silent(page, fence)]
        if silent:
            yield _finding(page, silent)


def _is_silent(page: Page, fence: Fence) -> bool:
    content = page.document.text[fence.content.start : fence.content.end]
    return not fence.info and fence.closed and bool(content.strip())


def _marker(page: Page, fence: Fence) -> Span:
    marker = page.document.text[fence.span.start : fence.content.start].rstrip()
    return Span(fence.span.start, fence.span.start + len(marker))


def _finding(page: Page, markers: Sequence[Span]) -> Finding:
    """One finding for all fences of a page."""
    marker = page.document.text[slice(*markers[0])]
    message = "This code fence does not say which language it holds."
    if markers[1:]:
        others = "another" if len(markers) == 2 else f"{len(markers) - 1:,} others"
        message = f"This code fence and {others} do not say which language they hold."
    advice = f"Write it behind the marker, as in `{marker}bash`; plain text is `text`."
    advice = f"{advice} {also_on(page.document, markers)}".rstrip()
    return Finding(page.path, markers[0], message, advice)
