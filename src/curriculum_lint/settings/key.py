"""What one key of the configuration is: everything that anybody needs to know of it, said once.

The model that validates a file, its errors, the schema for editors and the documentation are all
derived from these declarations. Cheap to import: no check is here, only its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, fields
from enum import StrEnum
from typing import Any, NamedTuple


class ValueType(StrEnum):
    """What a single value must be; `checks` says what that means, and what is wrong otherwise."""

    TEXT = "text"
    PATH = "path"
    FILE = "file"
    FILE_NAME = "file-name"
    TARGET = "target"
    JSON_TARGET = "json-target"
    HTML_TARGET = "html-target"
    WEB_ADDRESS = "web-address"
    RULE = "rule"
    SECTION_KEY = "section-key"
    README_KIND = "readme-kind"
    PLUGIN = "plugin"
    MODULE_TEMPLATE = "module-template"
    SUBSECTION_TEMPLATE = "subsection-template"
    TEST_NAME = "test-name"
    PROOF = "proof"
    CHOICE = "choice"
    NUMBER = "number"
    TABLE = "table"


class Key(NamedTuple):
    """One key: of which type it is, what it means, and an example of its value.

    ``is_list`` is true where it holds any number of values. ``names`` is the type of the keys of
    a table in which any key is allowed. ``choices`` are the values of a CHOICE, ``least`` and
    ``most`` the bounds of a NUMBER. ``more`` is Markdown that only the documentation adds.
    """

    of: ValueType
    description: str
    example: object
    is_list: bool = False
    names: ValueType | None = None
    choices: type[StrEnum] | None = None
    least: int = 0
    most: int = 0
    more: str = ""


def key(default: Any, of: ValueType, description: str, example: object, **more: Any) -> Any:
    """A field of settings that is a key of the configuration. A callable default makes it."""
    metadata = {"key": Key(of, description, example, **more)}
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def keys_of(settings: type) -> Iterator[tuple[str, Key]]:
    """The fields of ``settings`` that are keys of the configuration, in order."""
    for each in fields(settings):
        if "key" in each.metadata:
            yield each.name, each.metadata["key"]


def table_of(settings: type, name: str) -> type:
    """The settings that the field ``name``, a TABLE, holds."""
    return type(next(each.default for each in fields(settings) if each.name == name))
