"""``python -m tools.lowest``: the lowest versions that `pyproject.toml` allows, as constraints.

What a lower bound promises is only true as long as somebody tries it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = "tools/lowest.txt"

_BOUND = re.compile(r"([A-Za-z0-9._-]+)>=([0-9][0-9.]*)")
#: What users install. What only development needs has no promise to keep.
_EXTRAS_OF_USERS = frozenset({"watch", "lsp"})


def lowest_constraints() -> str:
    """One line for each dependency, and for each of the extras that are for users."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *_of_users(extras)]
    return "".join(sorted({f"{_lowest(each)}\n" for each in asked}))


def _of_users(extras: dict[str, list[str]]) -> Iterator[str]:
    for name in sorted(_EXTRAS_OF_USERS & extras.keys()):
        yield from extras[name]


def _lowest(requirement: str) -> str:
    found = _BOUND.match(requirement)
    if found is None:
        raise ValueError(f"{requirement} has no lower bound")
    return f"{found[1]}=={found[2]}"


def main() -> int:
    """Write the file anew."""
    (ROOT / FILE).write_text(lowest_constraints())
    return 0


if __name__ == "__main__":
    sys.exit(main())
