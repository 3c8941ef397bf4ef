"""CL001 unreadable-file."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ...workspace.unreadable import UnreadableReason


class UnreadableFile(CurriculumRule):
    """A file that cannot be read is not checked, and GitHub will not show it as it was meant.
    Reporting it loudly is better than passing over it.
    """

    code = "CL001"
    name = "unreadable-file"
    summary = "a file that is not UTF-8, not a file, too large, or too deeply nested to be read"
    severity = Severity.ERROR
    limits = "The limits can be raised in the configuration, under `[limits]`."
    good = (Example("# Notes\n\nPlain text, naïve but readable.\n"),)
    bad = (Example(f"# Notes\n\n{'> ' * 61}deep\n", finds=("3:121 CL001",)),)

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report files, folders and parts of files that were not read."""
        for path, why in curriculum.unreadable.items():
            if why.reason is not UnreadableReason.ABSENT:
                yield Finding(path, WHOLE, why.message)
        for path, message in curriculum.tree.unreadable:
            yield Finding(path, WHOLE, message)
        for path, page in curriculum.pages.items():
            for limit in page.document.limits:
                yield Finding(path, limit.span, limit.message)
