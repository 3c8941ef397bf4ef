"""CL120: what only the schema can say, in its own words, and at what it speaks of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.rules.said import Said, said_of

UNIT = "a_level/1_x/readme.md"
SHORT = {"maxLength": 3, "description": "Be short."}


def _said(root: Path, schema: dict[str, Any], text: str) -> list[Said]:
    files = {
        "schema.json": json.dumps(schema),
        "curriculum-lint.toml": 'schemas.module = "schema.json"\n',
    }
    return said_of(root, "CL120", text, UNIT, files)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"properties": {"title": SHORT}},
         [Said("1:3-8", "This module does not fit its schema (at title): Be short.")]),
        ({"properties": {"exercises": {"items": {"properties": {"title": SHORT}}}}},
         [Said("3:4-16", "Exercise 1 does not fit its schema (at title): Be short.")]),
        ({"maxProperties": 1, "description": "Say less."},
         [Said("1:3-8", "This module does not fit its schema: Say less.")]),
        ({"properties": {"title": {"maxLength": 5}}}, []),
    ],
)  # fmt: skip
def test_the_schema_speaks(schema: dict[str, Any], expected: list[Said], tmp_path: Path) -> None:
    text = "# Start\n\n## 1) Say hello\n\n**Steps:**\n\n1. Say it.\n\n## 2) Go\n\n**Steps:**\n\n1. Go.\n"
    assert _said(tmp_path, schema, text) == expected
