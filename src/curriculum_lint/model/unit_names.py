"""The names of folders and files without their numbers."""

from __future__ import annotations

import re

from ..settings.settings import Settings
from .template import NameParts, Template, slugify

_DIGITS = re.compile(r"\d+")


class UnitNames:
    """Names for paths that stay the same when units are renumbered."""

    def __init__(self, settings: Settings) -> None:
        modules = Template(settings.module_pattern, settings.other_module_patterns)
        self._templates = (modules, Template(settings.subsection_pattern))
        self._readme = settings.readme.casefold()
        self._known: dict[str, str] = {}

    def of(self, path: str) -> str:
        """``junior_level/persistence`` for ``junior_level/3_persistence/readme.md``."""
        if path not in self._known:
            self._known[path] = self._name(path)
        return self._known[path]

    def _name(self, path: str) -> str:
        folder, _, last = path.rpartition("/")
        if last.casefold() == self._readme:
            path = folder
        return "/".join(map(self._segment, path.split("/"))) if path else "."

    def _segment(self, segment: str) -> str:
        for template in self._templates:
            name = template.read(segment) or template.guess(segment)
            if name is not None:
                return _words(name, template) or "0"
        return _DIGITS.sub("0", segment)


def _words(name: NameParts, template: Template) -> str:
    """The track and slug of a unit, or what all units are called: ``week``."""
    parts = (part for part in (name.track, slugify(name.slug)) if part)
    return " ".join(parts) or slugify(template.forms[name.form].lead)
