"""A small curriculum without findings, for tests that then break one thing in it."""

from __future__ import annotations

from pathlib import Path

from tests.repository import write_files

LEVEL = "first_level"
FIRST = f"{LEVEL}/1_start/readme.md"
SECOND = f"{LEVEL}/2_files/readme.md"
THIRD = f"{LEVEL}/2_files/a_streams/readme.md"

PRACTICES = "## Best practices\n\n- Read the message first.\n"


def exercise(number: int, title: str = "Print a line") -> str:
    """One exercise as it should be."""
    return (
        f"## {number}) {title}\n\n"
        "**Goal:** Print one line.\n\n"
        "**Build steps:**\n\n1. Write the program.\n2. Run it.\n\n"
        "**Acceptance criteria:**\n\n- It prints one line.\n\n"
    )


def readme(title: str, *, exercises: int = 2, practices: str = PRACTICES) -> str:
    """A module's readme as it should be."""
    parts = "".join(exercise(number) for number in range(1, exercises + 1))
    return f"# {title}\n\n{parts}{practices}"


def clean_files() -> dict[str, str]:
    """Path → text: one level, two modules, one subsection, no findings."""
    return {
        "README.md": "# A course\n\n[The first level](first_level/readme.md)\n",
        f"{LEVEL}/readme.md": "# First level\n\n[Start](1_start/readme.md)\n",
        FIRST: readme("Start"),
        SECOND: readme("Files"),
        THIRD: readme("Streams"),
    }


def write_clean(root: Path) -> Path:
    """Write the curriculum below ``root``."""
    write_files(root, clean_files())
    return root


def write_broken(root: Path) -> Path:
    """The same with one finding, CL104 in the second module: it has no best practices."""
    write_files(root, {**clean_files(), SECOND: readme("Files", practices="")})
    return root
