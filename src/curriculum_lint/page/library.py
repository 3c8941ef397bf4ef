"""What the page reads besides the index: the readmes themselves, and their pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..model.vocabulary import Vocabulary


def _nothing(path: str) -> None:
    """No file."""


class Library(NamedTuple):
    """Gives files by their paths, relative to the root; ``None`` where there is none to show.

    ``alone`` gives the path of the only document in a folder, for units without a readme.
    ``check_command`` is what a learner types to check an exercise, with ``{number}`` in it.
    """

    vocabulary: Vocabulary
    text: Callable[[str], str | None] = _nothing
    picture: Callable[[str], bytes | None] = _nothing
    alone: Callable[[str], str | None] = _nothing
    check_command: str | None = None


#: No file at all: what the index says is then all that there is to show.
NOTHING = Library(Vocabulary({}))
