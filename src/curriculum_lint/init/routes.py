"""Links that begin with a slash: paths in the repository, or routes of a website."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple
from urllib.parse import unquote

from ..parse.document import Document
from ..workspace.disk import Disk
from ..workspace.lookup import Status

#: Fewer say nothing.
_LEAST = 3
#: So many of a site's routes may look like files.
_MOST_FOUND = 0.1


class Routes(NamedTuple):
    """How many links begin with a slash, and how many of them lead to a file."""

    links: int
    found: int
    example: str

    @property
    def are_routes(self) -> bool:
        """Whether they are those of a website."""
        return self.links >= _LEAST and self.found <= _MOST_FOUND * self.links


def find_routes(workspace: Disk, documents: list[Document]) -> Routes:
    """What links with a slash at their beginning lead to."""
    written = Counter(
        link.destination
        for document in documents
        for link in document.links
        if link.destination.startswith("/") and not link.destination.startswith("//")
    )
    found = sum(count for each, count in written.items() if _exists(workspace, each))
    example = written.most_common(1)[0][0] if written else ""
    return Routes(sum(written.values()), found, example)


def _exists(workspace: Disk, destination: str) -> bool:
    path = unquote(destination.partition("#")[0].partition("?")[0]).strip("/")
    return not path or workspace.tree.lookup(path).status is not Status.MISSING
