"""What became of a fence."""

from dataclasses import dataclass
from typing import Literal

from .extract import Fence

How = Literal["executed", "parsed", "compared", "skipped"]


class FenceError(Exception):
    """The fence is wrong; the text says how."""


class Skip(Exception):  # noqa: N818 - a decision, not an error
    """The fence cannot be judged; the text says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a fence was looked at, why it was skipped, what failed."""

    fence: Fence
    how: How
    reason: str = ""
    failure: str = ""
    printed: str | None = None
