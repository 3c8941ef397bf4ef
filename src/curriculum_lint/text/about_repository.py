"""Documents about a repository, by their names: how to contribute, who did, what changed."""

from __future__ import annotations

import re

from .late_pattern import late_pattern

_ABOUT = late_pattern(
    r"(?:readme|contributing|contributors?|code[-_]of[-_]conduct|license|licence|security|support|"
    r"changelog|changes|history|authors|maintainers|governance|agents|claude|gemini|sponsors|"
    r"roadmap|todo|faq|citation|conduct|style|translations?)(?:[._-].*)?\.(?:md|markdown)",
    re.IGNORECASE,
)


def is_about_repository(name: str) -> bool:
    """Whether a file of that name, at the top of a repository, tells of it rather than teaches."""
    return _ABOUT.fullmatch(name) is not None
