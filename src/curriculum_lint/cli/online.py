"""``check --online``: external links are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.phrases import counted
from .output import complain

if TYPE_CHECKING:
    from ..online.ask import Asker
    from .request import CheckRequest


#: The rule that ``--online`` turns on.
DEAD_URL = "CL320"


def open_online(request: CheckRequest) -> Asker | None:
    """What asks the web; ``None`` without ``--online``."""
    if not request.online:
        return None
    from ..online.ask import Asker

    return Asker()


def note_unasked(asker: Asker) -> None:
    """Say how many links nothing is known of."""
    if asker.unasked:
        links = counted(asker.unasked, "external URL was", "external URLs were")
        complain(
            f"Note: {links} not checked: no network, no time left, or too many of them. "
            "`links.ignore` in curriculum-lint.toml leaves some out."
        )
