"""Documents that every repository has, by their names."""

from __future__ import annotations

import posixpath
import re

from ...text.late_pattern import late_pattern

_PAST = late_pattern(
    r"(?:change[-_ ]?(?:log|s)|history|news|releases?(?:[-_ ]?notes)?|migrat\w*|upgrad\w*|adrs?)"
    r"(?:[-_.].*)?",
    re.IGNORECASE,
)
_CUSTOMARY = late_pattern(
    r"(?:licen[cs]e|copying|notice|contribut\w*|code[-_ ]of[-_ ]conduct|conduct|security|support|"
    r"governance|maintainers|authors|credits|acknowledge?ments|citation|funding|todo|"
    r"pull_request_template|issue_template|claude|agents|gemini|copilot-instructions|_sidebar|"
    r"_navbar|_coverpage|_footer|_header|summary|404)(?:[-_.].*)?",
    re.IGNORECASE,
)


def is_about_the_past(path: str) -> bool:
    """Whether a document tells what was, such as a change log or a decision's record."""
    names = posixpath.splitext(path)[0].split("/")
    return any(_PAST.fullmatch(name) for name in names)


def is_customary(path: str) -> bool:
    """Whether people and platforms know where to find the document without a link."""
    folders, _, name = path.rpartition("/")
    if any(folder.startswith((".", "_")) for folder in folders.split("/") if folder):
        return True
    stem = posixpath.splitext(name)[0]
    return any(pattern.fullmatch(stem) for pattern in (_PAST, _CUSTOMARY))
