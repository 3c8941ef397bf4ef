"""What generated indexes list, or will list once they are generated anew."""

from __future__ import annotations

import posixpath

from ...model.curriculum import Curriculum, Kind, Unit
from ...parse.document import RegionKind
from ...settings.index_settings import IndexDepth


def generated_listings(curriculum: Curriculum) -> set[str]:
    """The paths of the units that some generated index lists."""
    folders = {
        posixpath.dirname(page.path)
        for page in curriculum.pages.values()
        if any(region.kind is RegionKind.INDEX for region in page.document.generated)
    }
    shown = _kinds(curriculum.settings.index.depth)
    return {
        unit.path
        for unit in curriculum.units()
        if unit.kind in shown and any(_is_below(unit, folder) for folder in folders)
    }


def _kinds(depth: IndexDepth) -> frozenset[Kind]:
    if depth is IndexDepth.LEVELS:
        return frozenset({Kind.LEVEL})
    if depth is IndexDepth.MODULES:
        return frozenset({Kind.LEVEL, Kind.MODULE})
    return frozenset({Kind.LEVEL, Kind.MODULE, Kind.SUBSECTION})


def _is_below(unit: Unit, folder: str) -> bool:
    return not folder or unit.path.startswith(f"{folder}/")
