"""The JSON Schema of the configuration file, for editors."""

from __future__ import annotations

from typing import Any

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def configuration_schema() -> dict[str, Any]:
    """A draft 2020-12 schema of ``curriculum-lint.toml``, generated from the model."""
    from .configuration import Configuration

    schema = _without_titles(Configuration.model_json_schema(by_alias=True), is_schema=True)
    return {"$schema": _DIALECT, "title": "curriculum-lint configuration", **schema}


def _without_titles(node: Any, *, is_schema: bool) -> Any:
    """``node`` without generated titles.

    In a map of properties "title" would be the name of a setting: ``is_schema`` tells.
    """
    if isinstance(node, list):
        return [_without_titles(item, is_schema=is_schema) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_titles(value, is_schema=not (is_schema and key in ("properties", "$defs")))
        for key, value in node.items()
        if not (is_schema and key == "title")
    }
