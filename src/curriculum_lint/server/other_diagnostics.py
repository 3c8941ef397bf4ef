"""What is shown besides the findings in curricula: in configurations, and in lone documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from lsprotocol import types

from ..settings.errors import SettingsError
from ..settings.find import OWN_FILE
from ..settings.load import settings_in
from ..settings.read import PYPROJECT
from ..workspace.tree import MARKDOWN_SUFFIXES
from .buffers import Buffer
from .desk import Desk
from .diagnostics import problem_to_lsp, to_lsp
from .uris import path_of, uri_of

_MARKDOWN = "markdown"


def configuration_problems(
    desk: Desk, buffers: Mapping[str, Buffer]
) -> dict[str, list[types.Diagnostic]]:
    """What is wrong with configurations, by address: those in use, and those that are open."""
    found: dict[str, list[types.Diagnostic]] = {}
    for file, error in desk.broken(buffers).items():
        found[uri_of(file)] = [problem_to_lsp(each) for each in error.problems]
    for uri, buffer in buffers.items():
        path = path_of(uri)
        if path and os.path.basename(path) in (OWN_FILE, PYPROJECT):
            found[uri] = [problem_to_lsp(each) for each in _problems(path, buffer.text).problems]
    return found


def _problems(path: str, text: str) -> SettingsError:
    try:
        settings_in(text, os.path.basename(path), os.path.dirname(path))
    except SettingsError as error:
        return error
    return SettingsError([])


def found_alone(desk: Desk, buffers: Mapping[str, Buffer]) -> dict[str, list[types.Diagnostic]]:
    """What is found in documents that belong to no curriculum, by address."""
    alone = (buffer for buffer in buffers.values() if is_markdown(buffer))
    return {each.uri: list(_in_lone(each, desk)) for each in alone if desk.is_alone(each.uri)}


def _in_lone(buffer: Buffer, desk: Desk) -> Iterator[types.Diagnostic]:
    view, found = desk.lone_view(buffer)
    return (to_lsp(each, view) for each in found)


def is_markdown(buffer: Buffer) -> bool:
    """Whether a document is Markdown, by its name or by what the editor says."""
    name = buffer.uri.lower()
    return buffer.language == _MARKDOWN or name.endswith(MARKDOWN_SUFFIXES)
