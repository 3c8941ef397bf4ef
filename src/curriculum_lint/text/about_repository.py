"""Documents about a repository, by their names: how to contribute, who did, what is where."""

from __future__ import annotations

import re

from .late_pattern import late_pattern

_ABOUT = late_pattern(
    r"(?:readme|contributing|contributors?|code[-_]of[-_]conduct|license|licence|security|support|"
    r"changelog|changes|history|authors|maintainers|governance|agents|claude|gemini|sponsors|"
    r"roadmap|todo|faq|citation|conduct|style|translations?)(?:[._-].*)?\.(?:md|markdown)",
    re.IGNORECASE,
)
#: The tables of contents of books and sites.
_CONTENTS = late_pattern(
    r"summary|_sidebar|_navbar|_coverpage|_footer|toc|table[-_]of[-_]contents", re.IGNORECASE
)


def is_contents(name: str) -> bool:
    """Whether a file of that name says what is where, on any level."""
    return _CONTENTS.fullmatch(name.rpartition(".")[0]) is not None


def is_about_repository(name: str) -> bool:
    """Whether a file of that name, at the top of a repository, tells of it rather than teaches."""
    return _ABOUT.fullmatch(name) is not None
