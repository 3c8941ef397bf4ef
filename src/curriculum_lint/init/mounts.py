"""Folders that a site by Hugo shows elsewhere than where they lie: links lead on from there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..model.curriculum import Curriculum
from ..model.target import Outcome
from ..workspace.read import FileText
from ..workspace.workspace import Workspace

_NAMES = frozenset({"hugo.toml", "config.toml"})
#: What Hugo shows as pages.
_CONTENT = "content"
#: Fewer links that lead nowhere say nothing of where they are meant to begin.
_LEAST = 3


class MountedFolder(NamedTuple):
    """A folder that the file ``site`` mounts at ``target``, and its links that lead nowhere."""

    path: str
    target: str
    site: str
    links: int


def find_mounted(workspace: Workspace, curriculum: Curriculum) -> list[MountedFolder]:
    """The folders whose links are evidently counted from where they are mounted."""
    found: dict[str, MountedFolder] = {}
    for path, target, site in _mounts(workspace):
        links = _missing(curriculum, path)
        if links >= _LEAST:
            found.setdefault(path, MountedFolder(path, target, site, links))
    return list(found.values())


def _missing(curriculum: Curriculum, folder: str) -> int:
    return sum(
        target.outcome is Outcome.MISSING
        for path, targets in curriculum.targets.items()
        if path.startswith(f"{folder}/")
        for target in targets
    )


def _mounts(workspace: Workspace) -> Iterator[tuple[str, str, str]]:
    """Folder, target and file of each mount that shows a folder in another place."""
    for site in workspace.tree.entries:
        if posixpath.basename(site) in _NAMES:
            around, module = posixpath.dirname(site), _module(workspace, site)
            for source, target in _pairs(module):
                yield from _folder(workspace, posixpath.join(around, source), target, site)
            for each in _tables(module, "imports"):
                own = _own_folder(workspace, str(each.get("path", "")))
                for source, target in _pairs(each) if own else ():
                    yield from _folder(workspace, posixpath.join(own, source), target, site)


def _folder(
    workspace: Workspace, path: str, target: str, site: str
) -> Iterator[tuple[str, str, str]]:
    path = posixpath.normpath(path)
    is_shown = target.split("/", maxsplit=1)[0] == _CONTENT and not f"/{path}".endswith(
        f"/{target}"
    )
    if is_shown and path != "." and workspace.tree.children(path):
        yield path, target, site


def _own_folder(workspace: Workspace, module: str) -> str:
    """The folder of this repository that a module of Hugo is; empty for one of others."""
    parts = module.split("/")
    ends = ("/".join(parts[at:]) for at in range(1, len(parts)))
    return next((end for end in ends if workspace.tree.children(end)), "")


def _pairs(module: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for each in _tables(module, "mounts"):
        source, target = str(each.get("source", "")), str(each.get("target", ""))
        yield posixpath.normpath(source), posixpath.normpath(target)


def _tables(table: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = table.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _module(workspace: Workspace, path: str) -> Mapping[str, Any]:
    import tomllib

    read = workspace.read(path)
    try:
        data = tomllib.loads(read.text) if isinstance(read, FileText) else {}
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    found = data.get("module")
    return found if isinstance(found, dict) else {}
