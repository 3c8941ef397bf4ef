"""CL607 missing-final-newline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import WHOLE, DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.phrases import counted
from ...text.source import Span

_LINE_END = late_pattern(r"\r\n|\n|\r")
_NAMES = {"\n": "LF (as on Linux and macOS)", "\r\n": "CRLF (as on Windows)", "\r": "a lone CR"}


class MissingFinalNewline(DocumentRule):
    """A file without a line ending at its end, or with two kinds of them, shows up as changed in
    lines that nobody touched. A byte-order mark hides front matter from the tools that look for it.
    """

    code = "CL607"
    name = "missing-final-newline"
    summary = "no line ending at the end, two kinds of line endings, a byte-order mark, or a NUL"
    severity = Severity.INFO
    fix_changes = PageChange.NOTHING
    limits = "Several blank lines at the end are fine. Only Markdown files are looked at."
    good = (Example("# Notes\n\nOne line.\n"),)
    bad = (
        Example(
            "# Notes\n\nOne line.",
            finds=("3:9 CL607",),
            fixed="# Notes\n\nOne line.\n",
        ),
        Example(
            "# Notes\n\nOne line.\r\nAnother.\n",
            finds=("3:10 CL607",),
            fixed="# Notes\n\nOne line.\nAnother.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at both ends of the file, its line endings and its NULs."""
        text = page.document.text
        if page.document.bom:
            message = "The file begins with a byte-order mark (U+FEFF)."
            yield Finding(page.path, WHOLE, message, "Save it as “UTF-8” without a mark.")
        if text and not text.endswith(("\n", "\r")):
            fix = Fix("End the last line", Safety.SAFE, (_edit(page, len(text), len(text)),))
            message = "The last line of the file has no line ending."
            yield Finding(page.path, Span(len(text) - 1, len(text)), message, None, fix)
        if "\r" in text:
            yield from _mixed(page)
        if "\0" in text:
            at = text.index("\0")
            message = f"The file holds {counted(text.count(chr(0)), 'NUL character')} (U+0000)."
            advice = "Delete what cannot be seen there; most tools take the file for a program."
            yield Finding(page.path, Span(at, at + 1), message, advice)


def _mixed(page: Page) -> Iterator[Finding]:
    """The line endings that are fewer than the others, as one."""
    ends = list(_LINE_END.finditer(page.document.text))
    counts = Counter(match[0] for match in ends)
    if len(counts) < 2:
        return
    usual = max(("\n", "\r\n", "\r"), key=lambda end: counts[end])
    other = [match for match in ends if match[0] != usual]
    edits = tuple(_edit(page, *match.span()) for match in other)
    fix = Fix("End every line alike", Safety.SAFE, edits)
    found = " and ".join(_NAMES[end] for end in counts if end != usual)
    message = f"{counted(len(other), 'line')} of the file end with {found}"
    if len(other) == 1:
        message = f"This line ends with {found}"
    message += f", the other {counts[usual]:,} with {_NAMES[usual]}."
    yield Finding(page.path, Span(*other[0].span()), message, None, fix)


def _edit(page: Page, start: int, end: int) -> Edit:
    """A line ending there; the writer makes it the one that the file uses most."""
    return Edit(page.path, start, end, "\n")
