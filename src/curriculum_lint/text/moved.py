"""What is left where a readme was: a few words with a link to where it is now."""

from __future__ import annotations

#: What such a file begins with, and how large it is at most.
_MARK = "<!-- curriculum-lint-moved -->"
LARGEST = 1_000


def moved_text(title: str, destination: str) -> str:
    """The text of a readme that only leads on."""
    from urllib.parse import quote

    name = title.replace("\\", "\\\\").replace("[", r"\[").replace("]", r"\]")
    return f"{_MARK}\n\n# {title}\n\nThis has moved: [{name}]({quote(destination)}).\n"


def is_moved(text: str) -> bool:
    """Whether a text says no more than that it has moved."""
    return text.startswith(_MARK)
