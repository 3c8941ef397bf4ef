"""Which paths of a curriculum the links of its documents lead to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...workspace.entry import ROOT
from ...workspace.tree import MARKDOWN_SUFFIXES

_THERE = frozenset({Outcome.FOUND, Outcome.ANCHOR_MISSING, Outcome.ANCHOR_CASE})
#: Whose repository an address means cannot be known; that it has this path says enough.
_ON_PLATFORM = re.compile(r"https?://[^/]+/(?:[^/]+/)+?(?:-/)?(?:blob|tree|src|edit)/[^/]+/(.+)")
#: What site generators put before the path that they know.
_FILLED_IN = re.compile(r".*(?:\}\}|%\}|%>)/*", re.DOTALL)
_HTML = re.compile(r"(?:\.html?)?/*\Z", re.IGNORECASE)


def linked_paths(curriculum: Curriculum) -> frozenset[str]:
    """The files and folders that links of other documents lead to, relative to the root."""
    found: set[str] = set()
    for source, targets in curriculum.targets.items():
        for target in targets:
            found.update(path for path in _paths(curriculum, target) if path != source)
    return frozenset(found)


def _paths(curriculum: Curriculum, target: Target) -> Iterator[str]:
    """What one link leads to, or seems to."""
    if target.outcome in _THERE:
        yield target.path
        if target.page is not None:
            yield target.page
        elif (entry := curriculum.tree.lookup(target.path).entry) is not None:
            yield entry.path
    elif target.outcome is Outcome.WRONG_CASE and target.actual:
        yield target.actual
    elif target.outcome is Outcome.MISSING:
        yield from _as_source(target.path)
    elif target.outcome is Outcome.EXTERNAL:
        yield from _behind(_ON_PLATFORM, target)
    elif target.outcome is Outcome.IGNORED:
        yield from _behind(_FILLED_IN, target)


def _as_source(path: str) -> Iterator[str]:
    """The documents from which the page at ``path`` of a website may be made."""
    bare = _HTML.sub("", path)
    yield bare
    for suffix in MARKDOWN_SUFFIXES:
        yield bare + suffix


def _behind(pattern: re.Pattern[str], target: Target) -> Iterator[str]:
    written = target.link.destination.partition("#")[0].partition("?")[0]
    match = pattern.match(written)
    if match is None:
        return
    rest = match[1] if match.groups() else written[match.end() :]
    path = posixpath.normpath(unquote(rest).strip("/") or ROOT)
    yield path
    yield from _as_source(path)
