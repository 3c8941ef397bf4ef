"""Levels whose modules are written otherwise than most: capstone projects beside lessons."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..model.curriculum import Skeleton

_FEWEST_MODULES = 3
#: So many of a level's modules lack what is asked for.
_MOST = 0.5


class UnlikeLevel(NamedTuple):
    """A level of whose ``modules`` so many lack a section that most modules have."""

    path: str
    lacking: int
    modules: int


def find_unlike_levels(
    skeleton: Skeleton, texts: Collection[str], lacking: Collection[str]
) -> Iterator[UnlikeLevel]:
    """The levels in which half of the modules are ``lacking`` a section; not where all levels are.

    ``texts`` are the files of modules that were looked at.
    """
    own = [
        (level, {unit.readme for unit in level.children} & set(texts)) for level in skeleton.levels
    ]
    found = [
        UnlikeLevel(level.path, len(files & set(lacking)), len(files))
        for level, files in own
        if len(files) >= _FEWEST_MODULES
    ]
    unlike = [each for each in found if each.lacking >= _MOST * each.modules]
    if len(unlike) < len(found):
        yield from unlike
