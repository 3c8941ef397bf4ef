"""CL119 unclosed-fence."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding, Note
from ...model.curriculum import Page
from ...parse.document import Fence
from ...settings.severity import Severity


class UnclosedFence(DocumentRule):
    """Everything behind a code fence that never closes is code: headings, links, exercises."""

    code = "CL119"
    name = "unclosed-fence"
    summary = "a code fence that never closes, or closes with text glued to it"
    severity = Severity.ERROR
    limits = (
        "What the fence swallows is not reported as missing, and links to headings that may be in "
        "it are not reported as broken."
    )
    good = (Example("# Notes\n\n```js\nconsole.log(1);\n```\n\nThe end.\n"),)
    bad = (
        Example("# Notes\n\n```js\nconsole.log(1);\n\nThe end.\n", finds=("3:1 CL119",)),
        Example("# Notes\n\n```js\nconsole.log(1);\n``` The end.\n", finds=("5:1 CL119",)),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report the fence, or the line that was meant to be its end."""
        for fence in page.document.fences:
            if not fence.closed:
                yield _finding(page, fence)


def _finding(page: Page, fence: Fence) -> Finding:
    marker = page.document.text[fence.span.start : fence.span.start + 3]
    if fence.glued is None:
        message = "This code fence never closes: the rest of the text is code."
        return Finding(page.path, fence.span, message, f"Add a line `{marker}` behind the code.")
    message = "This line does not close the code fence, because text follows the marker."
    advice = f"Leave `{marker}` alone on its line, and put the text on the next one."
    line = page.document.line(fence.span.start)
    note = Note(page.path, fence.span, f"The fence begins in line {line}.")
    return Finding(page.path, fence.glued, message, advice, related=(note,))
