"""Why there is no answer."""

from __future__ import annotations

from ..model.reply import ReplyKind


class NoAnswer(Exception):  # noqa: N818 - it is an outcome, not a fault of ours
    """A request that ended without a status; ``words`` says more for people."""

    def __init__(self, kind: ReplyKind, words: str = "") -> None:
        super().__init__(kind)
        self.kind, self.words = kind, words
