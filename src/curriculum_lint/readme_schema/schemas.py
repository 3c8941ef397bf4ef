"""Finds the readme schemas of a run: the repository's own, or the built-in ones.

The built-in ones say what a readme of a curriculum like this one must contain. They are the
default where modules are called and placed as in it, and can be asked for anywhere else.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..settings.errors import SettingsError
from ..settings.settings import Settings
from ..workspace.read import FileText, read_text

if TYPE_CHECKING:
    from .readme_schema import ReadmeSchema

#: What the table `schemas` may say instead of a path.
BUILT_IN, NONE = "built-in", "none"
_BUILT_IN_KINDS = ("module", "subsection")


def load_schemas(settings: Settings) -> dict[str, ReadmeSchema]:
    """The schemas by kind. Raises `SettingsError` for one that cannot be used."""
    from .readme_schema import parse_schema

    return {
        kind: parse_schema(path, text, is_ours=_is_built_in(settings, kind))
        for kind, (path, text) in schema_texts(settings).items()
    }


def schema_texts(settings: Settings) -> dict[str, tuple[str, str]]:
    """Path and text of every schema that counts, by kind."""
    kinds = [kind for kind in _BUILT_IN_KINDS if _is_built_in(settings, kind)]
    texts = {kind: _built_in(kind) for kind in kinds}
    for kind, path in settings.schemas.items():
        if path not in (BUILT_IN, NONE):
            texts[kind] = (path, _own(settings, path))
    return texts


def has_own_layout(settings: Settings) -> bool:
    """Whether modules are called or placed otherwise than in a curriculum like this one."""
    usual = Settings(root="").module_pattern
    return settings.module_pattern != usual or "." in settings.levels


def _is_built_in(settings: Settings, kind: str) -> bool:
    default = NONE if has_own_layout(settings) else BUILT_IN
    return settings.schemas.get(kind, default) == BUILT_IN


def schema_files(settings: Settings) -> list[str]:
    """Where the schemas are on the disk."""
    own = [path for path in settings.schemas.values() if path not in (BUILT_IN, NONE)]
    kinds = [kind for kind in _BUILT_IN_KINDS if _is_built_in(settings, kind)]
    return [*(os.path.join(settings.root, path) for path in own), *map(_file, kinds)]


def _built_in(kind: str) -> tuple[str, str]:
    with open(_file(kind), encoding="utf-8") as file:
        return f"schema/{kind}.schema.json", file.read()


def _file(kind: str) -> str:
    return os.path.join(_folder(), f"{kind}.schema.json")


def _folder() -> str:
    """Where the schemas are: in the installed package, or in the repository it is run from."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "schema")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "schema")


def _own(settings: Settings, path: str) -> str:
    read = read_text(settings.root, path, settings.limits)
    if isinstance(read, FileText):
        return read.text
    raise SettingsError.single(f"this JSON Schema cannot be read: {read.message}", path)
