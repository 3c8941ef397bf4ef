"""Follows every link of every page to what it leads to, once, for all rules."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ..discover.entry import Kind as EntryKind
from ..discover.lookup import Lookup, Status
from ..discover.tree import Tree
from ..model.curriculum import Page
from ..parse.document import Link, LinkKind
from ..settings.settings import AbsoluteLinks, Settings
from ..text.globs import compile_text_globs
from .destination import Destination, Form, is_line_fragment, looks_like_domain, read_destination
from .target import Outcome, Target

#: Where a link leads that climbs two folders above the root of a repository on GitHub:
#: ``/owner/repo/blob/main/../../issues`` is the repository's issues.
_GITHUB_ROUTES = frozenset(
    "actions blob branches commits community compare contributors deployments discussions edit fork "
    "forks graphs issues labels milestones network new packages projects pull pulls pulse raw "
    "releases security settings stargazers subscription tags tree watchers wiki".split()
)
_REFERENCES = frozenset({LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE})


def resolve_links(
    pages: Mapping[str, Page], tree: Tree, settings: Settings, prefix: str | None
) -> dict[str, tuple[Target, ...]]:
    """The targets of every page's links, by the page's path.

    ``prefix`` is the folder of the root in the repository around it (empty where the root is the
    repository's own), or ``None`` where there is no repository: it gives ``/x`` its meaning.
    """
    resolver = _Resolver(pages, tree, settings, prefix or "")
    return {path: resolver.targets(page) for path, page in pages.items()}


class _Resolver:
    def __init__(
        self, pages: Mapping[str, Page], tree: Tree, settings: Settings, prefix: str
    ) -> None:
        self.pages, self.tree, self.prefix = pages, tree, prefix
        self.readme = settings.readme.casefold()
        self.absolute = settings.links.absolute
        self.is_ignored = compile_text_globs(settings.links.ignore)
        self._anchors: dict[str, tuple[frozenset[str], dict[str, str]]] = {}

    def targets(self, page: Page) -> tuple[Target, ...]:
        """Where the page's links lead. A reference is its definition's business."""
        return tuple(
            self._target(page.path, link)
            for link in page.document.links
            if link.kind not in _REFERENCES
        )

    def _target(self, source: str, link: Link) -> Target:
        if self.is_ignored(link.destination):
            return Target(link, Outcome.IGNORED)
        destination = read_destination(link.destination)
        if destination.form is Form.EMPTY:
            return Target(link, Outcome.EMPTY)
        if destination.form is Form.EXTERNAL:
            return Target(link, Outcome.EXTERNAL)
        if destination.form is Form.SCHEMELESS:
            return Target(link, Outcome.SCHEMELESS, actual=destination.corrected)
        if destination.form is Form.LOCAL_DISK:
            return Target(link, Outcome.OUTSIDE, link.destination)
        if _is_template(link.destination):
            return Target(link, Outcome.IGNORED)
        return self._local(source, link, destination)

    def _local(self, source: str, link: Link, destination: Destination) -> Target:
        path = self._path(source, destination)
        if path is None:
            return Target(link, Outcome.IGNORED)
        if path == ".." or path.startswith("../"):
            return self._climbing(link, path)
        if "\\" in destination.path and "\\" in link.destination:
            return Target(link, Outcome.OUTSIDE, path, actual=path.replace("\\", "/"))
        found = self.tree.lookup(path)
        if found.status is Status.OUTSIDE:
            return Target(link, Outcome.OUTSIDE, path)
        if found.status is Status.MISSING or _is_file_with_slash(found, destination.path):
            return self._missing(link, path, destination)
        if found.status is Status.WRONG_CASE:
            return Target(link, Outcome.WRONG_CASE, path, actual=found.actual)
        return self._fragment(link, path, found, destination.fragment)

    def _path(self, source: str, destination: Destination) -> str | None:
        """The path that is meant, relative to the root; ``None`` where it is not to be checked."""
        if destination.form is Form.RELATIVE:
            if not destination.path:
                return source
            return posixpath.normpath(posixpath.join(posixpath.dirname(source), destination.path))
        if self.absolute is AbsoluteLinks.IGNORE:
            return None
        path = posixpath.normpath(destination.path.lstrip("/") or ".")
        if not self.prefix:
            return path
        inside = posixpath.relpath(path, self.prefix)
        return None if inside.startswith("..") else inside

    def _climbing(self, link: Link, path: str) -> Target:
        steps = path.split("/")
        climbed = steps.count("..")
        if climbed == 2 and len(steps) > 2 and steps[2] in _GITHUB_ROUTES:
            return Target(link, Outcome.EXTERNAL)
        if self.prefix and climbed <= len(self.prefix.split("/")):
            return Target(link, Outcome.IGNORED)
        return Target(link, Outcome.OUTSIDE, path)

    def _missing(self, link: Link, path: str, destination: Destination) -> Target:
        if destination.form is Form.RELATIVE and looks_like_domain(destination.path):
            actual = f"https://{link.destination}"
            return Target(link, Outcome.SCHEMELESS, path, actual=actual)
        return Target(link, Outcome.MISSING, path, fragment=destination.fragment)

    def _fragment(self, link: Link, path: str, found: Lookup, fragment: str | None) -> Target:
        entry = found.entry
        page = self._page(entry.path, entry.kind) if entry is not None else None
        target = Target(link, Outcome.FOUND, path, page, fragment)
        if not fragment or is_line_fragment(fragment) or fragment.startswith(":~:"):
            return target
        if page is None:
            is_folder = entry is not None and entry.kind is EntryKind.FOLDER and found.in_tree
            return target._replace(outcome=Outcome.ANCHOR_MISSING) if is_folder else target
        return self._anchor(target, page, fragment)

    def _anchor(self, target: Target, page: str, fragment: str) -> Target:
        exact, folded = self._anchors_of(page)
        name = fragment.removeprefix("user-content-")
        if name in exact or fragment in exact or name.casefold() == "top":
            return target
        if self._is_uncertain(page):
            return target
        actual = folded.get(name.casefold())
        if actual is not None:
            return target._replace(outcome=Outcome.ANCHOR_CASE, actual=actual)
        return target._replace(outcome=Outcome.ANCHOR_MISSING)

    def _anchors_of(self, page: str) -> tuple[frozenset[str], dict[str, str]]:
        known = self._anchors.get(page)
        if known is None:
            names = [anchor.name for anchor in self.pages[page].document.anchors]
            known = frozenset(names), {name.casefold(): name for name in names}
            self._anchors[page] = known
        return known

    def _is_uncertain(self, page: str) -> bool:
        """Whether headings may be hidden, by a fence that never closes or a limit."""
        document = self.pages[page].document
        return bool(document.limits) or any(not fence.closed for fence in document.fences)

    def _page(self, path: str, kind: EntryKind) -> str | None:
        """The document whose anchors count: the file itself, or a folder's readme."""
        if kind is not EntryKind.FOLDER:
            return path if path in self.pages else None
        for entry in self.tree.children(path):
            if entry.name.casefold() in (self.readme, "readme.md") and entry.path in self.pages:
                return entry.path
        return None


def _is_file_with_slash(found: Lookup, written: str) -> bool:
    """``readme.md/`` is no file, on GitHub or elsewhere."""
    return written.endswith("/") and found.entry is not None and found.entry.kind is EntryKind.FILE


def _is_template(destination: str) -> bool:
    """Whether a site generator fills the destination in: Liquid, Hugo, EJS, Jinja."""
    return any(mark in destination for mark in ("{{", "{%", "<%"))
