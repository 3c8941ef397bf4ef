"""A small curriculum without findings, for tests that then break one thing in it."""

from __future__ import annotations

from pathlib import Path

from tests.repository import write_files

LEVEL = "first_level"
FIRST = f"{LEVEL}/1_start/readme.md"
SECOND = f"{LEVEL}/2_files/readme.md"
THIRD = f"{LEVEL}/2_files/a_streams/readme.md"

PRACTICES = "## Best practices\n\n- Read the message first.\n"


def exercise(number: int, topic: str = "Start") -> str:
    """One exercise as it should be."""
    return (
        f"## {number}) Print {topic} {number}\n\n"
        f"**Goal:** Print {topic} in the {number}. way.\n\n"
        f"**Build steps:**\n\n1. Write {topic}{number}.js.\n2. Run it.\n\n"
        f"**Acceptance criteria:**\n\n- `node {topic}{number}` prints `{topic}:{number}`.\n\n"
    )


def readme(title: str, *, exercises: int = 2, practices: str = PRACTICES) -> str:
    """A module's readme as it should be."""
    parts = "".join(exercise(number, title) for number in range(1, exercises + 1))
    return f"# {title}\n\n{parts}{practices}"


def clean_files() -> dict[str, str]:
    """Path → text: one level, two modules, one subsection, no findings."""
    return {
        "README.md": "# A course\n\n[The first level](first_level/readme.md)\n",
        f"{LEVEL}/readme.md": "# First level\n\n[Start](1_start/readme.md)\n[Files](2_files/readme.md)\n"
        "[Streams](2_files/a_streams/readme.md)\n",
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
