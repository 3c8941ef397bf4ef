"""With which settings the base of a comparison is read."""

from __future__ import annotations

from dataclasses import replace

from ...model.skeleton import find_units
from ...settings.errors import SettingsError
from ...settings.find import OWN_FILE
from ...settings.load import settings_in
from ...settings.read import PYPROJECT
from ...settings.settings import Settings
from ...workspace.read import FileText
from ...workspace.revision import Revision


def as_it_was(then: Revision) -> Revision:
    """The base with its own configuration, unless only today's finds levels in it."""
    own = then.configured(_own_settings(then))
    return own if _has_levels(own) else then


def as_it_would_be_checked(then: Revision) -> Revision:
    """The base with the configuration of today.

    Where that finds no level in it, as before a move of everything, the levels are its own.
    """
    if _has_levels(then):
        return then
    own = _own_settings(then)
    settings = replace(
        then.settings,
        levels=own.levels,
        order=own.order,
        order_by=own.order_by,
        module_pattern=own.module_pattern,
        other_module_patterns=own.other_module_patterns,
        subsection_pattern=own.subsection_pattern,
    )
    return then.configured(settings)


def _has_levels(version: Revision) -> bool:
    return bool(find_units(version.tree, version.settings, version.read).levels)


def _own_settings(then: Revision) -> Settings:
    """What its configuration says; the built-in settings where it has none that can be read."""
    for name in (OWN_FILE, PYPROJECT):
        read = then.read(name)
        if not isinstance(read, FileText):
            continue
        try:
            settings = settings_in(read.text, name, then.settings.root)
        except SettingsError:
            # A change may well be there to repair it.
            return then.settings
        if settings is not None:
            return settings
    return Settings(then.settings.root)
