"""Links as a website reads them: from its root, and without the suffix of a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from ..links.endings import page_of_route
from ..model.curriculum import Page
from ..workspace.lookup import Status
from ..workspace.tree import Tree

#: Fewer say nothing.
_LEAST = 3
_LEAST_WITHOUT_SUFFIX = 5
_SIDEBAR = "_sidebar.md"
#: So many of a site's routes may look like files.
_MOST_FOUND = 0.1


#: What leads on from the root of a site, in the page's address or behind ``#``. The root alone
#: may be that of the repository as well.
_ROUTE = re.compile(r"#?/(?!/)(?=[^?#])")


class SiteLinks(NamedTuple):
    """How many links begin with a slash, how many of them lead to a file, and one of them.

    ``without_suffix`` counts relative ones that lead to a page as the routes of a website do, and
    ``has_router`` says that one shows these very files, by docsify.
    """

    links: int
    found: int
    example: str
    without_suffix: int = 0
    has_router: bool = False

    @property
    def are_routes(self) -> bool:
        """Whether those with a slash are routes of a website."""
        return self.links >= _LEAST and self.found <= _MOST_FOUND * self.links

    @property
    def leave_suffix(self) -> bool:
        """Whether leaving out the suffix is a habit."""
        return self.without_suffix >= (1 if self.has_router else _LEAST_WITHOUT_SUFFIX)


def find_site_links(tree: Tree, pages: Iterable[Page]) -> SiteLinks:
    """What the links of ``pages`` say about a website."""
    absolute: list[str] = []
    without_suffix = 0
    for page in pages:
        for link in page.document.links:
            if _ROUTE.match(link.destination):
                absolute.append(link.destination)
            elif ":" not in link.destination:
                without_suffix += _lacks_suffix(tree, page.path, link.destination)
    routes = [each for each in absolute if not _exists(tree, each)]
    found = len(absolute) - len(routes)
    example = routes[0] if routes else ""
    return SiteLinks(len(absolute), found, example, without_suffix, _has_router(tree))


def _has_router(tree: Tree) -> bool:
    """Whether a menu by docsify stands beside the page that shows it."""
    return any(
        posixpath.join(posixpath.dirname(path), "index.html") in tree.entries
        for path in tree.entries
        if posixpath.basename(path) == _SIDEBAR
    )


def _exists(tree: Tree, destination: str) -> bool:
    path = _path(destination.removeprefix("#")).strip("/")
    return not path or tree.lookup(path).status is not Status.MISSING


def _lacks_suffix(tree: Tree, source: str, destination: str) -> bool:
    written = _path(destination)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source), written))
    if not written or path in tree.entries:
        return False
    return page_of_route(tree, source, path) is not None


def _path(destination: str) -> str:
    return unquote(destination.partition("#")[0].partition("?")[0])
