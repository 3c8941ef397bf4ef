"""CL604 fence-language."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Kind, Page
from ...settings.severity import Severity
from ...text.source import Span

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
        "Only the readmes of levels, modules and subsections are looked at. Indented code cannot "
        "name a language, and an empty fence has none."
    )
    good = (Example(_EXERCISE.format("```bash"), frame=Frame.EXERCISE),)
    bad = (Example(_EXERCISE.format("```"), finds=("5:1 CL604",), frame=Frame.EXERCISE),)

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each fence without an info string."""
        if page.kind not in _READMES:
            return
        text = page.document.text
        for fence in page.document.fences:
            if fence.info or not fence.closed:
                continue
            if text[fence.content.start : fence.content.end].strip():
                marker = text[fence.span.start : fence.content.start].rstrip()
                span = Span(fence.span.start, fence.span.start + len(marker))
                message = "This code fence does not say which language it holds."
                advice = f"Write it behind the marker, as in `{marker}bash`; plain text is `text`."
                yield Finding(page.path, span, message, advice)
