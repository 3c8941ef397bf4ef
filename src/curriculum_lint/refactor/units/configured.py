"""The paths that the configuration names: no fix rewrites them, so they must stay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ...readme_schema.schemas import BUILT_IN, NONE
from ...settings.settings import Settings
from ...text.late_pattern import late_pattern

_WILD = late_pattern(r"[*?\[]")


def configured_paths(settings: Settings) -> tuple[str, ...]:
    """Files and folders that are named, of globs what precedes the first wildcard."""
    return tuple(dict.fromkeys(filter(None, _paths(settings))))


def _paths(settings: Settings) -> Iterator[str]:
    index = settings.index
    yield from (*index.readme, index.json or "", index.html or "")
    yield settings.baseline
    yield from (path for path in settings.schemas.values() if path not in (BUILT_IN, NONE))
    for glob in (*settings.per_path_ignores, *settings.exclude):
        names = takewhile(lambda name: not _WILD.search(name), glob.rstrip("/").split("/"))
        yield "/".join(names)
