"""The curricula that open documents belong to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lsprotocol.types import PositionEncodingKind

from ..check.diagnostic import Diagnostic
from ..settings.errors import SettingsError
from ..settings.find import FoundConfiguration, find_configuration
from .buffers import Buffer
from .lone import PATH, read_alone
from .project import Project
from .uris import path_of, uri_of
from .view import CurriculumView, ProjectView

_REPOSITORY = ".git"


class BrokenProject(NamedTuple):
    """A curriculum whose configuration cannot be used."""

    file: str
    error: SettingsError


class Desk:
    """Finds and keeps projects. One thread uses it.

    ``folders`` are those that the editor shows, as it writes them.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        self.encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16
        self.folders = list(folders)
        self._found: dict[str, FoundConfiguration | None] = {}
        self._projects: dict[FoundConfiguration, Project | BrokenProject] = {}

    def renew(self, *, configuration: bool) -> None:
        """Look at the disk again; with ``configuration`` read everything anew."""
        self._found.clear()
        if configuration:
            self._projects.clear()
        for project in self._projects.values():
            if isinstance(project, Project):
                project.renew()

    def views(self, buffers: Mapping[str, Buffer]) -> Iterator[ProjectView]:
        """The curricula of the open documents."""
        return self.views_of(buffers, buffers)

    def broken(self, buffers: Mapping[str, Buffer]) -> dict[str, SettingsError]:
        """What is wrong with their configurations, by file."""
        found = (self._project_of(uri) for uri in buffers)
        return {each.file: each.error for each in found if isinstance(each, BrokenProject)}

    def view(self, uri: str, buffers: Mapping[str, Buffer]) -> tuple[ProjectView, str] | None:
        """The curriculum that holds the file at ``uri``, and the file's path in it."""
        project, path = self._project_of(uri), path_of(uri)
        if not isinstance(project, Project) or path is None:
            return None
        inside = _inside(project, path)
        return None if inside is None else (self._view(project, buffers), inside)

    def all_views(self, buffers: Mapping[str, Buffer]) -> Iterator[ProjectView]:
        """The curricula of the open documents and of the folders that the editor shows."""
        return self.views_of([*buffers, *map(uri_of, self.folders)], buffers)

    def views_of(self, uris: Iterable[str], buffers: Mapping[str, Buffer]) -> Iterator[ProjectView]:
        """The curricula that hold what is at ``uris``."""
        found = {id(p): p for uri in uris if (p := self._project_of(uri))}
        for project in found.values():
            if isinstance(project, Project):
                yield self._view(project, buffers)

    def lone_view(self, buffer: Buffer) -> tuple[CurriculumView, tuple[Diagnostic, ...]]:
        """A document for itself, and what is found in it."""
        curriculum, found = read_alone(buffer.file_text())
        return CurriculumView(
            curriculum, {PATH: buffer}, self.encoding, curriculum.settings.root
        ), found

    def is_alone(self, uri: str) -> bool:
        """Whether the document belongs to no curriculum, whatever is wrong with one."""
        return self._project_of(uri) is None

    def _view(self, project: Project, buffers: Mapping[str, Buffer]) -> ProjectView:
        open_ = dict(self._open(project, buffers))
        texts = {path: project.text_of(path, buffer) for path, buffer in open_.items()}
        shown = self._shown_root(project.settings.root)
        return ProjectView(project, project.snapshot(texts), open_, self.encoding, shown)

    def _open(
        self, project: Project, buffers: Mapping[str, Buffer]
    ) -> Iterator[tuple[str, Buffer]]:
        for uri, buffer in buffers.items():
            path = path_of(uri)
            inside = _inside(project, path) if path else None
            if inside is not None and project.holds(inside):
                yield inside, buffer

    def _project_of(self, uri: str) -> Project | BrokenProject | None:
        path = path_of(uri)
        found = self._configuration(path) if path else None
        if found is None:
            return None
        if found not in self._projects:
            self._projects[found] = _opened(found)
        return self._projects[found]

    def _configuration(self, path: str) -> FoundConfiguration | None:
        """The root and configuration for a file or folder; none where nothing is around it."""
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        if folder not in self._found:
            self._found[folder] = self._find(folder)
        return self._found[folder]

    def _find(self, folder: str) -> FoundConfiguration | None:
        try:
            found = find_configuration(folder)
        except SettingsError:
            return None
        if found.file is not None or os.path.lexists(os.path.join(found.root, _REPOSITORY)):
            return found
        inside = (os.path.realpath(each) for each in self.folders)
        around = [each for each in inside if _is_in(found.root, each)]
        return FoundConfiguration(max(around, key=len), None) if around else None

    def _shown_root(self, root: str) -> str:
        """The root by the way on which the editor comes to it."""
        for folder in self.folders:
            real = os.path.realpath(folder)
            if _is_in(root, real):
                return os.path.normpath(os.path.join(folder, os.path.relpath(root, real)))
            rest = os.path.relpath(real, root)
            if _is_in(real, root) and folder.endswith(f"{os.sep}{rest}"):
                return folder[: -len(rest) - 1]
        return root


def _opened(found: FoundConfiguration) -> Project | BrokenProject:
    try:
        return Project(found.root, found.file)
    except SettingsError as error:
        return BrokenProject(found.file or found.root, error)


def _inside(project: Project, path: str) -> str | None:
    """The path of a file relative to the project's root; ``None`` for one that is elsewhere."""
    real, root = os.path.realpath(path), project.settings.root
    if not _is_in(real, root):
        return None
    return os.path.relpath(real, root).replace(os.sep, "/")


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
