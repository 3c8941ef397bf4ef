"""Finds the readme schemas of a run: the repository's own, or the built-in ones."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from ..discover.read import FileText, read_text
from ..settings.errors import SettingsError
from ..settings.settings import Settings
from .readme_schema import ReadmeSchema, parse_schema

_BUILT_IN = ("module", "subsection")


def load_schemas(settings: Settings) -> dict[str, ReadmeSchema]:
    """The schemas by kind. Raises `SettingsError` for one that cannot be used."""
    texts = schema_texts(settings)
    return {kind: parse_schema(path, text) for kind, (path, text) in texts.items()}


def schema_texts(settings: Settings) -> dict[str, tuple[str, str]]:
    """Path and text of every schema that counts, by kind."""
    texts = {kind: _built_in(kind) for kind in _BUILT_IN if kind not in settings.schemas}
    for kind, path in settings.schemas.items():
        texts[kind] = (path, _own(settings, path))
    return texts


def _built_in(kind: str) -> tuple[str, str]:
    name = f"{kind}.schema.json"
    return f"schema/{name}", _folder().joinpath(name).read_text(encoding="utf-8")


def _folder() -> Path:
    """Where the schemas are: in the installed package, or in the repository it is run from."""
    installed = Path(str(files("curriculum_lint"))) / "schema"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "schema"


def _own(settings: Settings, path: str) -> str:
    read = read_text(settings.root, path, settings.limits)
    if isinstance(read, FileText):
        return read.text
    raise SettingsError.single(f"this JSON Schema cannot be read: {read.message}", path)
