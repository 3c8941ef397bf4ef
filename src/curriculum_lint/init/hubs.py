"""The documents and files that list units: readmes, tables of contents, a site's navigation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from ..model.unit_order import ListedPaths
from ..workspace.read import FileText
from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind
from ..workspace.workspace import Workspace
from .aside import Asides

_CONTENTS = re.compile(
    r"(?:0+[-_. ]?)?(?:_?readme|_?index|toc|table[-_ ]of[-_ ]contents|contents|curriculum|syllabus|"
    r"roadmap|outline|schedule|overview|course|summary|lessons)\.(?:md|markdown|mdx)",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"SUMMARY\.md|_?toc(?:tree)?\.ya?ml|_toc\.json|mkdocs\.ya?ml|(?:docs|mint|menu|track|course|"
    r"curriculum|config|sidebars?|lessons|modules|chapters|syllabus|exercises|units|topics|order|"
    r"contents)\.(?:json|ya?ml|toml)|sidebars?\.[jt]s|"
    r"(?:(?:docusaurus|astro|vitepress)\.)?config\.[cm]?[jt]s|nav\.adoc|_?navigation\.ya?ml|_quarto\.yml|"
    r"_meta\.(?:json|[jt]sx?)|\.pages|myst\.yml|_bookdown\.yml|_sidebar\.md|hugo\.(?:toml|ya?ml)",
    re.IGNORECASE,
)
#: Where a site's generator has its configuration.
_SITE = (".vitepress", ".vuepress")
_DEEPEST = 3
_MOST_FILES = 400


class Hubs:
    """What the lists of one repository name, and where they name it."""

    def __init__(self, workspace: Workspace, asides: Asides) -> None:
        self._workspace, self._asides = workspace, asides
        self._listed = ListedPaths(workspace.tree)
        self._known: dict[str, Mapping[str, int]] = {}

    @cached_property
    def roots(self) -> list[str]:
        """The files that can list a whole course, those nearest to the root first."""
        found = [path for path in self._files() if self._is_root(path)]
        found.sort(key=lambda path: (path.count("/"), path))
        return found[:_MOST_FILES]

    def of(self, path: str) -> Mapping[str, int]:
        """What one file lists, with the places in its list."""
        if path not in self._known:
            read = self._workspace.read(path)
            text = read.text if isinstance(read, FileText) else ""
            self._known[path] = self._listed.of(path, text)
        return self._known[path]

    def outermost(self, path: str) -> Collection[str]:
        """What the outermost entries of one list in Markdown name."""
        read = self._workspace.read(path)
        if not isinstance(read, FileText) or not path.lower().endswith(MARKDOWN_SUFFIXES):
            return ()
        return self._listed.outermost(path, read.text)

    def of_folders(self, folders: Iterable[str]) -> Iterator[str]:
        """The files directly in ``folders`` that can list what is in them."""
        for folder in folders:
            for entry in self._workspace.tree.children(folder):
                if entry.kind is EntryKind.FILE and _is_list(entry.name):
                    yield entry.path

    def is_navigation(self, path: str) -> bool:
        """Whether a site or a book follows the list at ``path``, and no reader."""
        return _NAVIGATION.fullmatch(path.rpartition("/")[2]) is not None

    def _files(self) -> Iterator[str]:
        for path, entry in self._workspace.tree.entries.items():
            if entry.kind is EntryKind.FILE and _is_list(entry.name):
                yield path

    def _is_root(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        if _NAVIGATION.fullmatch(name):
            is_aside = self._asides.kind(folder) is not None and not folder.endswith(_SITE)
            return path.count("/") <= _DEEPEST and not is_aside
        return not folder


def _is_list(name: str) -> bool:
    return _CONTENTS.fullmatch(name) is not None or _NAVIGATION.fullmatch(name) is not None
