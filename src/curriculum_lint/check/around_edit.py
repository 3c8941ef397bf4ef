"""The curriculum around documents that were edited: of others, nothing is known but titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from ..model.curriculum import Curriculum, Page, Skeleton
from ..model.outline import Outline
from ..model.skeleton import find_units
from ..model.template import Template
from ..model.vocabulary import Vocabulary
from ..parse.document import Document, Heading
from ..workspace.workspace import Workspace
from .codec import decoder
from .earlier import Earlier, KnownPage
from .readmes import Role, find_roles, role_in


class NotAlike(Exception):  # noqa: N818 - it is no error
    """Somebody may see the difference: everything has to be looked at."""


class AroundEdit:
    """The curriculum as an earlier run knows it."""

    def __init__(self, workspace: Workspace, earlier: Earlier, vocabulary: Vocabulary) -> None:
        self._workspace, self._earlier, self._vocabulary = workspace, earlier, vocabulary

    def bare(self, pages: Mapping[str, Page]) -> Curriculum:
        """These pages without their units: who runs after suppression looks at no unit."""
        settings = self._workspace.settings
        templates = Template(settings.module_pattern), Template(settings.subsection_pattern)
        skeleton = Skeleton(None, (), (), *templates)
        return Curriculum(skeleton, pages, self._workspace.tree, settings, self._vocabulary)

    def with_pages(self, pages: Mapping[str, Page]) -> Curriculum:
        """All units, these pages and the titles of all others; links lead where they led."""
        targets = {
            path: known_page(self._earlier, path).targets_of(page.document.links)
            for path, page in pages.items()
        }
        others = _TitledPages(self._titles, self._roles, self._vocabulary, pages)
        return replace(self.bare(others), skeleton=self._skeleton, targets=targets)

    @cached_property
    def _titles(self) -> Mapping[str, Any]:
        titles = self._earlier.titles()
        if titles is None:
            raise NotAlike
        return titles

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return find_roles(self._skeleton)

    @cached_property
    def _skeleton(self) -> Skeleton:
        workspace = self._workspace
        return find_units(workspace.tree, workspace.settings, workspace.read)


def known_page(earlier: Earlier, path: str) -> KnownPage:
    """What is known of a path. Raises `NotAlike` where that is lost."""
    known = earlier.page(path)
    if known is None:
        raise NotAlike(path)
    return known


class _TitledPages(Mapping[str, Page]):
    """The pages of a curriculum, each made when it is asked for; those in ``own`` are known."""

    def __init__(
        self,
        titles: Mapping[str, Any],
        roles: Mapping[str, Role],
        vocabulary: Vocabulary,
        own: Mapping[str, Page],
    ) -> None:
        self._titles, self._roles, self._vocabulary = titles, roles, vocabulary
        self._pages = dict(own)

    def __getitem__(self, path: str) -> Page:
        if path not in self._pages:
            self._pages[path] = self._titled(path, self._titles[path])
        return self._pages[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)

    def _titled(self, path: str, title: Any) -> Page:
        outline = _TitledOutline.__new__(_TitledOutline)
        object.__setattr__(outline, "title", decoder(Heading)(title) if title else None)
        document = _UnknownDocument.__new__(_UnknownDocument)
        object.__setattr__(document, "path", path)
        return Page(document, role_in(self._roles, path).kind, outline, self._vocabulary)


class _UnknownDocument(Document):
    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        raise NotAlike(name)


class _TitledOutline(Outline):
    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        raise NotAlike(name)
