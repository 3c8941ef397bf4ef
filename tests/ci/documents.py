"""The YAML files that platforms read, and the fences of the documentation that show some."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.checkout import ROOT

ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Snippet(NamedTuple):
    """A fence: the file and line it begins at, its language and its text."""

    place: str
    language: str
    text: str


def loaded(text: str) -> dict[Any, Any]:
    """A YAML mapping. The key ``on`` is ``True``: such is YAML 1.1."""
    data = yaml.safe_load(text)
    assert isinstance(data, dict)
    return data


def snippets(path: Path) -> Iterator[Snippet]:
    """The fences of a Markdown file."""
    text = path.read_text()
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Snippet(f"{path.name}:{line}", match[1], match[2])


def complaints(tool: str, *arguments: str) -> str:
    """What a tool of the environment prints, where it does not end with 0."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name(tool)), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else f"exit {done.returncode}\n{done.stdout}{done.stderr}"


def schema_complaints(schema: str, *files: Path) -> str:
    """What is wrong with ``files`` by a schema that check-jsonschema brings."""
    return complaints("check-jsonschema", "--builtin-schema", schema, *map(str, files))


def zizmor_complaints(*files: Path) -> str:
    """What zizmor finds, offline and at its strictest."""
    offline = ("--offline", "--persona=auditor", "--no-config", "--no-progress")
    return complaints("zizmor", *offline, *map(str, files))
