"""A copy of what others install from this repository, as it is now."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]

#: What a build needs, and what hooks and the action add to it.
_FILES = (
    *("src", "schema", "pyproject.toml", "README.md", "LICENSE", "LICENSE-content"),
    *(".pre-commit-hooks.yaml", "action.yml", "tools/action_results.py"),
    *("tools/action.txt", "tools/project_urls.py"),
)


def copy_checkout(target: Path) -> Path:
    """Copy the files to the new folder ``target``."""
    for name in _FILES:
        source = ROOT / name
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target / name, ignore=ignored)
        else:
            shutil.copy(source, target / name)
    return target
