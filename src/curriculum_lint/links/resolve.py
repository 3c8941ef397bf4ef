"""Follows every link of every page to what it leads to, once, for all rules."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping

from ..model.curriculum import Page
from ..model.target import Outcome, Target
from ..parse.document import Link, LinkKind
from ..settings.settings import RouteLinks, Settings
from ..text.globs import compile_text_globs
from ..text.hosted import hosted_path
from ..workspace.beyond import leaves_root
from ..workspace.lookup import Lookup, Status
from ..workspace.tree import MARKDOWN_SUFFIXES, Tree
from .destination import Destination, DestinationForm, read_destination
from .endings import page_of_route, page_without_ending
from .fragments import Fragments

#: Where a link leads that climbs two folders above the root of a repository on GitHub:
#: ``/owner/repo/blob/main/../../issues`` is the repository's issues.
_ROUTES = """
actions activity archive assets blame blob branches codespaces commit commits community compare
contributors deployments discussions edit find fork forks graphs issues labels milestone milestones
network new packages projects pull pulls pulse raw releases search security settings stargazers
subscription tags tree watchers wiki
"""
_GITHUB_ROUTES = frozenset(_ROUTES.split())
_ROUTE_STEPS = 2
_LOCAL = frozenset({DestinationForm.RELATIVE, DestinationForm.ABSOLUTE})
#: A reference is its definition's business, and what stands in a formula was meant to lead nowhere.
_NO_LINKS = frozenset({LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE, LinkKind.FORMULA})
_PLAIN = {
    DestinationForm.EMPTY: Outcome.EMPTY,
    DestinationForm.TEMPLATE: Outcome.IGNORED,
}


def resolve_links(
    pages: Mapping[str, Page],
    tree: Tree,
    settings: Settings,
    prefix: str | None,
    neighbours: Mapping[str, Page] | None = None,
    sources: Collection[str] | None = None,
) -> dict[str, tuple[Target, ...]]:
    """The targets of every page's links, by the page's path; with ``sources`` of those pages only.

    ``prefix`` is the folder of the root in the repository around it (empty where the root is the
    repository's own), or ``None`` where there is no repository: it gives ``/x`` its meaning.
    ``neighbours`` are documents beyond the root, which links may lead to.
    """
    resolver = _Resolver({**pages, **(neighbours or {})}, tree, settings, prefix or "")
    wanted = pages if sources is None else sources
    return {path: resolver.targets(pages[path]) for path in wanted}


def find_neighbours(
    pages: Mapping[str, Page], tree: Tree, settings: Settings, prefix: str | None
) -> list[str]:
    """The documents beyond the root that have to be looked into for the fragments of links."""
    if not prefix:
        return []
    resolver = _Resolver(pages, tree, settings, prefix)
    links = ((page.path, link) for page in pages.values() for link in page.document.links)
    climbing = (each for each in links if _may_leave(each[1].destination))
    found = (resolver.neighbour(source, link) for source, link in climbing)
    return sorted(set(filter(None, found)))


#: The cover of a site by docsify.
_COVER = "_coverpage.md"


class _Resolver:
    def __init__(
        self, pages: Mapping[str, Page], tree: Tree, settings: Settings, prefix: str
    ) -> None:
        self.tree, self.prefix = tree, prefix
        self.absolute, self.endings = settings.links.absolute, settings.links.endings
        self.is_ignored = compile_text_globs(settings.links.ignore)
        self.fragments = Fragments(pages, tree, settings.readme)

    def targets(self, page: Page) -> tuple[Target, ...]:
        """Where the page's links lead."""
        return tuple(
            self._target(page.path, link)
            for link in page.document.links
            if link.kind not in _NO_LINKS
        )

    def neighbour(self, source: str, link: Link) -> str | None:
        """The document beyond the root that the link's fragment is to be looked up in."""
        destination = read_destination(link.destination)
        is_local = destination.form in _LOCAL and not self.is_ignored(link.destination)
        path = self._path(source, destination) if is_local and destination.fragment else None
        if path is None or not leaves_root(path):
            return None
        return self.fragments.document_at(self.tree.lookup(path))

    def _target(self, source: str, link: Link) -> Target:
        if self.is_ignored(link.destination):
            return Target(link, Outcome.IGNORED)
        destination = read_destination(link.destination)
        form = destination.form
        if form is DestinationForm.EXTERNAL:
            return Target(link, Outcome.EXTERNAL, self._hosted(link.destination))
        if form in _PLAIN:
            return Target(link, _PLAIN[form])
        if form is DestinationForm.SCHEMELESS:
            return Target(link, Outcome.SCHEMELESS, actual=destination.corrected)
        if form is DestinationForm.LOCAL_DISK:
            return Target(link, Outcome.OUTSIDE, link.destination)
        return self._local(source, link, destination)

    def _hosted(self, destination: str) -> str:
        """The document here that a web address of GitHub or GitLab most probably shows."""
        path = hosted_path(destination)
        is_page = path in self.tree.entries and path.endswith(MARKDOWN_SUFFIXES)
        return path if is_page else ""

    def _local(self, source: str, link: Link, destination: Destination) -> Target:
        path = self._path(source, destination)
        if path is None:
            return Target(link, Outcome.IGNORED)
        found = self.tree.lookup(path)
        if leaves_root(path) and found.status is Status.OUTSIDE:
            return self._climbing(link, path, destination.fragment)
        if found.status is Status.OUTSIDE:
            return Target(link, Outcome.OUTSIDE, path)
        return self._looked_up(source, link, path, destination, found)

    def _looked_up(
        self, source: str, link: Link, path: str, destination: Destination, found: Lookup
    ) -> Target:
        if found.status is Status.MISSING:
            return self._missing(source, link, path, destination)
        if found.status is Status.WRONG_CASE:
            return Target(link, Outcome.WRONG_CASE, path, None, destination.fragment, found.actual)
        if found.entry is not None and found.entry.path == path:
            # One text for all links that lead there: these are most of what is kept of a page.
            path = found.entry.path
        outcome, page, actual = self.fragments.follow(found, destination.fragment)
        return Target(link, outcome, path, page, destination.fragment, actual)

    def _path(self, source: str, destination: Destination) -> str | None:
        """The path that is meant, relative to the root; ``None`` where it is not to be checked."""
        if destination.form is DestinationForm.RELATIVE:
            if not destination.path:
                return None if self._is_hash_route(destination) else _shown_with(source)
            return posixpath.normpath(posixpath.join(posixpath.dirname(source), destination.path))
        if self.absolute is RouteLinks.IGNORE:
            return None
        path = posixpath.normpath(destination.path.lstrip("/") or ".")
        if not self.prefix or leaves_root(path):
            return path
        inside = posixpath.relpath(f"/{path}", f"/{self.prefix}")
        return inside if not leaves_root(inside) or self._is_certain(inside, path) else None

    def _is_hash_route(self, destination: Destination) -> bool:
        """Whether `#/loops` is a route of a website: no heading has such an anchor."""
        is_route = self.absolute is RouteLinks.IGNORE
        return is_route and (destination.fragment or "").startswith("/")

    def _is_certain(self, inside: str, path: str) -> bool:
        """Whether ``/x`` beyond the root is surely no route of a website.

        It is there, or it names a file in a folder that is there.
        """
        if self.tree.lookup(inside).status is not Status.MISSING:
            return True
        first, _, rest = path.partition("/")
        top = posixpath.relpath(f"/{first}", f"/{self.prefix}")
        has_suffix = "." in rest.rpartition("/")[2]
        return has_suffix and self.tree.lookup(top).status is Status.FOUND

    def _climbing(self, link: Link, path: str, fragment: str | None) -> Target:
        steps = path.split("/")
        above = steps.count("..") - (self.prefix.count("/") + 1 if self.prefix else 0)
        if above <= 0:
            # Beyond the root, a symbolic link that leads out is nobody's business here.
            return Target(link, Outcome.IGNORED)
        behind = steps[steps.count("..") :]
        if above == _ROUTE_STEPS and (not behind or behind[0] in _GITHUB_ROUTES):
            return Target(link, Outcome.EXTERNAL)
        # A path with a folder that is here was counted from the wrong place: it means no outside.
        is_here = len(behind) > 1 and "/".join(behind) in self.tree.entries
        return Target(link, Outcome.MISSING if is_here else Outcome.OUTSIDE, path, None, fragment)

    def _missing(self, source: str, link: Link, path: str, destination: Destination) -> Target:
        if destination.corrected is not None:
            return Target(link, Outcome.SCHEMELESS, path, actual=destination.corrected)
        if "\\" in link.destination and "\\" in destination.path:
            return Target(link, Outcome.OUTSIDE, path, actual=path.replace("\\", "/"))
        if self.endings is RouteLinks.IGNORE and self._is_route(source, path, destination):
            return Target(link, Outcome.IGNORED)
        return Target(link, Outcome.MISSING, path, fragment=destination.fragment)

    def _is_route(self, source: str, path: str, destination: Destination) -> bool:
        if destination.form is DestinationForm.RELATIVE:
            return page_of_route(self.tree, source, path) is not None
        return page_without_ending(self.tree, path) is not None


def _shown_with(source: str) -> str:
    """Where the anchors of a page are: a cover stands above the readme of its folder."""
    folder, _, name = source.rpartition("/")
    return folder or "." if name == _COVER else source


def _may_leave(destination: str) -> bool:
    """Whether a destination with a fragment may lead beyond the root; most of them do not."""
    return "#" in destination and (
        ".." in destination or "%2" in destination or destination[:1] == "/"
    )
