"""Runs of ``check --changed``, and what they report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from curriculum_lint.views.changed.selection import NOTE
from tests.command import Result, invoke


def check(root: Path, *arguments: str) -> Result:
    """Run ``check --changed``, every line of its output harmless."""
    return invoke("check", "--root", str(root), "--changed", *arguments)


def diagnostics(root: Path, *arguments: str) -> list[dict[str, Any]]:
    """What a run reports."""
    done = check(root, "--output-format", "json", *arguments)
    assert done.exit_code in (0, 1), done
    found = json.loads(done.stdout)["diagnostics"]
    assert isinstance(found, list)
    return found


def found(root: Path, *arguments: str) -> list[tuple[str, int, str, bool]]:
    """Path, line and code of each, and whether it is marked as caused elsewhere."""
    return [
        (each["path"], each["line"], each["code"], NOTE in (each["help"] or ""))
        for each in diagnostics(root, *arguments)
    ]
