"""What has changed since the last whole run of a curriculum, and what was found then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

#: With more changed documents than that, everything is looked at and written together again.
_MOST_NEWER = 50


class Newer(NamedTuple):
    """What is known since a whole run, by path: documents as they are, and what is found now.

    ``stamps`` and ``probes`` are those of the tree that have changed, ``found`` has diagnostics,
    ``texts`` texts and whether they have a byte-order mark, ``pages`` what `KnownPage` has, and
    ``titles`` titles.
    ``hidden`` and ``digests`` are ``None`` where they have not changed.
    """

    stamps: dict[str, str]
    probes: dict[str, str]
    found: dict[str, list[Any]]
    texts: dict[str, tuple[str, bool]]
    pages: dict[str, Sequence[Any]]
    titles: dict[str, Any]
    hidden: dict[str, list[str]] | None = None
    digests: str | None = None

    @property
    def are_many(self) -> bool:
        """Whether it is time for a whole run, which writes everything together again."""
        return len(self.texts) > _MOST_NEWER


NOTHING = Newer({}, {}, {}, {}, {}, {})
