"""Where a link leads."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..parse.document import Link


class Outcome(StrEnum):
    """How following a link ends."""

    FOUND = "found"
    #: An address of the web, or anything else that no file of the repository can answer.
    EXTERNAL = "external"
    #: The configuration says that such destinations are not checked.
    IGNORED = "ignored"
    EMPTY = "empty"
    MISSING = "missing"
    WRONG_CASE = "wrong case"
    #: Climbs out of the repository, or names a place on somebody's own disk.
    OUTSIDE = "outside"
    SCHEMELESS = "schemeless"
    ANCHOR_MISSING = "anchor missing"
    ANCHOR_CASE = "anchor case"


class Target(NamedTuple):
    """What one link of a document leads to.

    ``path`` is the file or folder, relative to the root; where there is none, the path that was
    looked for. ``page`` is the document that a fragment is looked up in. ``actual`` is the right
    spelling of what is wrong: a path relative to the root, an anchor, or an address.
    """

    link: Link
    outcome: Outcome
    path: str = ""
    page: str | None = None
    fragment: str | None = None
    actual: str | None = None
