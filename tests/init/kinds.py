"""Repositories as others have them, and what is right for each, one table of a file of `kinds/`.

``files`` are patterns of paths (see `trees`); a file without a text of its own gets a page of a
course. A path in ``texts`` may be a pattern, and ``{=}`` in its text is what the first group says.
Without ``levels`` no layout is right. ``finds`` are the codes of what is truly wrong in it.
``exercises`` is how many there are, ``forms`` and ``exercise-files`` what is configured of them, where
that is not the default.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .foreign import Foreign, Found
from .trees import expand

FOLDER = Path(__file__).parent / "kinds"
_PAGE = """\
# {title}

What this page is about: you learn by doing.

## Objectives

- Read.
- Write.

## Practice

1. Open the editor.
2. Type the program.
"""


class Right(NamedTuple):
    """What is right for a tree; ``exercises`` is ``None`` where nobody has counted them."""

    finds: list[str]
    exercises: int | None
    forms: list[str]
    files: list[str]


def kinds() -> Iterator[tuple[str, Foreign, Right]]:
    """The name, the tree and what is right, for each of them."""
    for file in sorted(FOLDER.glob("*.toml")):
        for table in tomllib.loads(file.read_text(encoding="utf-8"))["tree"]:
            forms, files = table.get("forms", ["heading"]), table.get("exercise-files", [])
            right = Right(table.get("finds", []), table.get("exercises"), forms, files)
            yield table["name"], _foreign(table), right


def _foreign(table: Mapping[str, Any]) -> Foreign:
    texts: dict[str, str] = {}
    for pattern, text in table.get("texts", {}).items():
        texts |= {path: text.replace("{=}", said) for path, said in _expanded(pattern)}
    paths = list(dict.fromkeys([*expand("README.md", *table.get("files", [])), *texts]))
    pages = {path: _text(path, paths) for path in paths}
    return Foreign(paths, _found(table), pages | texts)


def _found(table: Mapping[str, Any]) -> Found | None:
    if "levels" not in table:
        return None
    return Found(
        tuple(table["levels"]),
        tuple(table["patterns"]),
        table["modules"],
        table.get("unit-file"),
        tuple(table.get("order", ())),
        table.get("order-by"),
    )


def _expanded(pattern: str) -> Iterator[tuple[str, str]]:
    """Each path with what the first group of the pattern says in it."""
    before, brace, rest = pattern.partition("{")
    for path in expand(pattern):
        length = len(path) - len(before) - len(rest.partition("}")[2]) if brace else 0
        yield path, path[len(before) : len(before) + length]


def _text(path: str, paths: list[str]) -> str:
    if path.endswith(".json"):
        return "{}\n"
    if not path.endswith((".md", ".mdx")):
        return "x: y\n"
    if path != "README.md":
        return _PAGE.format(title=_title(path))
    pages = [each for each in paths if each.endswith((".md", ".mdx")) and each != path]
    listed = "".join(f"- [{_title(each)}](<{each}>)\n" for each in pages)
    return f"{_PAGE.format(title='Course')}\n## Contents\n\n{listed}"


def _title(path: str) -> str:
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    is_readme = stem.lower() in ("readme", "index", "_index")
    unit = folder.rpartition("/")[2] if is_readme and folder else stem
    return re.sub(r"[-_]+", " ", unit).strip().capitalize() or "Page"
