"""Says what still names a path that is no longer there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..text.escape import printable
from ..text.phrases import counted
from ..text.width import cut_to_width
from .output import complain

if TYPE_CHECKING:
    from ..refactor.paths.named_elsewhere import NamedElsewhere

_MOST = 20
_COLUMNS = 80


def note_named_elsewhere(left: Iterable[NamedElsewhere]) -> None:
    """List the lines with their places: no command changes them."""
    places = list(dict.fromkeys((each.source, each.line, each.text.strip()) for each in left))
    if places:
        complain("Also named here, and left as it is:")
    for path, line, text in places[:_MOST]:
        complain(printable(f"{path}:{line}: {cut_to_width(text, _COLUMNS)}"))
    if len(places) > _MOST:
        complain(f"… and {counted(len(places) - _MOST, 'other line')}.")
