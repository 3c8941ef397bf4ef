"""Looks at a whole repository."""

from __future__ import annotations

from collections import Counter

from ..model.skeleton import find_units
from ..settings.settings import Settings
from ..workspace.disk import Disk
from .configuration import Survey
from .layout import FoundLayout, find_layout
from .words import count_names


def survey(root: str) -> Survey:
    """What ``init`` has to say about the repository at ``root``."""
    tree = Disk(Settings(root=root)).tree
    layout = find_layout(tree)
    settings = settings_of(root, layout)
    skeleton = find_units(tree, settings)
    readmes = [
        unit.readme
        for level in skeleton.levels
        for module in level.children
        for unit in (module, *module.children)
        if unit.readme is not None
    ]
    names = count_names(root, readmes)
    counts = Counter(unit.kind for unit in skeleton.units())
    return Survey(len(tree.markdown()), layout, tuple(names), len(readmes), counts)


def settings_of(root: str, layout: FoundLayout | None) -> Settings:
    """The settings that the configuration will hold."""
    default = Settings(root=root)
    if layout is None:
        return Settings(root=root, levels=())
    return Settings(
        root=root,
        levels=layout.levels,
        module_pattern=layout.module_pattern,
        subsection_pattern=layout.subsection_pattern or default.subsection_pattern,
        readme=layout.readme,
    )
