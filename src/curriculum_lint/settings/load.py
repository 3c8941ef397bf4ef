"""Loads the settings of a run: found, read, validated, overridden."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import NamedTuple, Protocol

from .codes import refuse_malformed
from .data import Data, leaves, settings_from_data, settings_to_data
from .find import FoundConfiguration, find_configuration, holds_table
from .key_lines import KeyPath
from .loaded import LoadedSettings
from .read import PYPROJECT, RawConfiguration, parse_configuration, read_text
from .settings import Settings
from .toml_text import toml_key
from .validate import validate

DEFAULT = "default"
COMMAND_LINE = "command line"


class Overrides(NamedTuple):
    """What the command line says: ``select`` replaces, the others are added."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()


_NO_OVERRIDES = Overrides()


class Store(Protocol):
    """Remembers validated configurations, so that pydantic and tomllib need not be imported.

    A store must forget what another version of the tool wrote.
    """

    def get(self, text: str, name: str) -> Data | None:
        """What was put for a file with this text and file name."""

    def put(self, text: str, name: str, data: Data) -> None:
        """Remember JSON-like ``data``."""


def load_settings(
    start: str,
    *,
    config: str | None = None,
    root: str | None = None,
    overrides: Overrides = _NO_OVERRIDES,
    store: Store | None = None,
) -> LoadedSettings:
    """The settings for someone who works in the folder ``start``. Raises `SettingsError`."""
    refuse_malformed(
        {
            "--select": overrides.select or (),
            "--ignore": overrides.ignore,
            "--extend-select": overrides.extend_select,
        }
    )
    found = find_configuration(start, config=config, root=root)
    if found.file is None:
        settings = Settings(root=found.root)
        loaded = LoadedSettings(settings, None, _origins(settings, None, {}))
    else:
        loaded = _from_file(found, found.file, os.path.realpath(start), store)
    return _overridden(loaded, overrides)


def _from_file(
    found: FoundConfiguration, file: str, start: str, store: Store | None
) -> LoadedSettings:
    path = _shown_path(file, start)
    text = read_text(file, path)
    name = os.path.basename(file)
    data = store.get(text, name) if store else None
    if data is None:
        data = _validated(parse_configuration(text, path), found.root)
        if store:
            store.put(text, name, data)
    settings = replace(settings_from_data(data["settings"]), root=found.root)
    return LoadedSettings(settings, path, _origins(settings, path, data["lines"]))


def settings_in(text: str, name: str, root: str) -> Settings | None:
    """What a configuration file called ``name`` says, ``None`` where it is silent about us.

    Raises `SettingsError`.
    """
    if name == PYPROJECT and not holds_table(text):
        return None
    data = _validated(parse_configuration(text, name), root)
    return replace(settings_from_data(data["settings"]), root=root)


def _validated(raw: RawConfiguration, root: str) -> Data:
    """What a store keeps: the settings, and the lines they are from (``None``: not known).

    A value that is not the default is from the file even if its key is not: a name given to one
    section is taken from another.
    """
    data = settings_to_data(replace(validate(raw, root), root=""))
    default = dict(leaves(settings_to_data(Settings(root=""))))
    lines = {
        toml_key(key): raw.line_of(key)
        for key, value in leaves(data)
        if _is_given(raw.table, key) or default.get(key) != value
    }
    return {"settings": data, "lines": lines}


def _is_given(table: object, key: KeyPath) -> bool:
    for part in key:
        if not isinstance(table, dict) or part not in table:
            return False
        table = table[part]
    return True


def _origins(settings: Settings, path: str | None, lines: dict[str, int | None]) -> dict[str, str]:
    keys = (toml_key(key) for key, _ in leaves(settings_to_data(settings)) if key != ("root",))
    return {key: _origin(path, lines[key]) if key in lines else DEFAULT for key in keys}


def _origin(path: str | None, line: int | None) -> str:
    return f"{path}:{line}" if line else str(path)


def _overridden(loaded: LoadedSettings, overrides: Overrides) -> LoadedSettings:
    settings, origins = loaded.settings, dict(loaded.origins)
    if overrides.select is not None:
        settings = replace(settings, select=overrides.select)
        origins["select"] = COMMAND_LINE
    if overrides.ignore:
        settings = replace(settings, ignore=(*settings.ignore, *overrides.ignore))
        origins["ignore"] = _joined(origins["ignore"])
    if overrides.extend_select:
        both = (*settings.extend_select, *overrides.extend_select)
        settings = replace(settings, extend_select=both)
        origins["extend-select"] = _joined(origins["extend-select"])
    return loaded._replace(settings=settings, origins=origins)


def _joined(origin: str) -> str:
    return COMMAND_LINE if origin == DEFAULT else f"{origin} and {COMMAND_LINE}"


def _shown_path(file: str, start: str) -> str:
    try:
        return os.path.relpath(file, start).replace(os.sep, "/")
    except ValueError:  # another drive than the working folder
        return file
