"""The JSON Schema of the configuration file, for editors."""

from __future__ import annotations

from typing import Any

#: The newest that the editors' catalogue of schemas takes, and the tools for TOML read.
_DIALECT = "http://json-schema.org/draft-07/schema#"
#: A name and no address: the schema is where the program is.
_NAME = "urn:curriculum-lint:configuration"


def configuration_schema() -> dict[str, Any]:
    """A draft-07 schema of ``curriculum-lint.toml``, generated from the model."""
    from .configuration import Configuration

    schema = _without_titles(Configuration.model_json_schema(by_alias=True), is_schema=True)
    return {"$schema": _DIALECT, "$id": _NAME, "title": "curriculum-lint configuration", **schema}


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
