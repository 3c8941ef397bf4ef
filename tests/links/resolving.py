"""One link, and what it leads to, in a repository on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from curriculum_lint.links.resolve import resolve_links
from curriculum_lint.model.curriculum import Kind, Page
from curriculum_lint.model.outline import Outline
from curriculum_lint.model.target import Target
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.document import Document, Link, LinkKind
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.settings import LinkSettings, RouteLinks, Settings
from curriculum_lint.text.globs import compile_globs
from curriculum_lint.text.source import Span
from curriculum_lint.workspace.read import FileText, read_text
from curriculum_lint.workspace.tree import Tree, scan


def page_of(document: Document) -> Page:
    return Page(document, Kind.PAGE, Outline(), Vocabulary({}))


class Repository:
    """The pages of the Markdown files below a folder."""

    def __init__(
        self,
        root: Path,
        *,
        prefix: str | None = "",
        absolute: RouteLinks = RouteLinks.REPOSITORY,
        ignore: tuple[str, ...] = (),
        exclude: tuple[str, ...] = (),
    ) -> None:
        self.settings = Settings(str(root), links=LinkSettings(absolute, ignore))
        self.tree: Tree = scan(str(root), compile_globs(exclude))
        self.prefix = prefix
        self.pages: dict[str, Page] = {}
        for entry in self.tree.markdown():
            text = read_text(str(root), entry.path, self.settings.limits)
            if isinstance(text, FileText) and entry.target is None:
                self.pages[entry.path] = page_of(parse_document(entry.path, text.text))

    def follow(self, destination: str, source: str = "readme.md") -> Target:
        """Where a link with ``destination`` in ``source`` leads."""
        link = Link(LinkKind.INLINE, destination, Span(0, 0), Span(0, 0), "text")
        document = (
            self.pages[source].document if source in self.pages else Document(source, "", (0,))
        )
        with_link = Document(source, "", (0,), fragments=document.fragments, links=(link,))
        pages = {**self.pages, source: page_of(with_link)}
        return resolve_links(pages, self.tree, self.settings, self.prefix)[source][0]


@contextmanager
def disk_accesses() -> Iterator[list[str]]:
    """The paths that are looked at meanwhile."""
    seen: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for name in ("stat", "lstat", "readlink", "listdir", "scandir", "open"):
            patch.setattr(os, name, _watched(getattr(os, name), seen))
        yield seen


def _watched(function, seen):  # type: ignore[no-untyped-def]
    def run(path=".", *arguments, **named):  # type: ignore[no-untyped-def]
        seen.append(os.fspath(path))
        return function(path, *arguments, **named)

    return run
