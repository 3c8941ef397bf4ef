"""A small curriculum with everything that an index shows, and indexes of curricula on disk."""

from __future__ import annotations

from pathlib import Path

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.index.build import build_index
from curriculum_lint.index.entries import CurriculumIndex
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

START, END = "<!-- curriculum-index:start -->", "<!-- curriculum-index:end -->"

FILES = {
    "README.md": "# A course\n\nLearn to build. Really.\n\n## Structure\n\nBy hand.\n",
    "first_level/readme.md": "# First level\n\nThe basics.\n",
    "first_level/1_start/readme.md": (
        "# Start\n\nPrint `hello` with *Node.js*, e.g. twice. Then rest.\n\n"
        "**Time:** about 2–3 h · **Difficulty:** 1–3 of 10\n\n"
        "## Concepts\n\n### Output\n\nText.\n\n### Exit code\n\nA number.\n\n"
        "## Exercises\n\n### 1.1 Print a line\n\n**Time:** 20 min · **Difficulty:** 1\n\n"
        "**Goal:** Print [one](https://example.org) line.\n\n"
        "**Build steps:**\n\n1. Write it.\n2. Run it.\n\n"
        "**Acceptance criteria:**\n\n- It prints `1`.\n- It exits with 0.\n- It stops.\n\n"
        "## Best practices\n\n- Read.\n"
    ),
    "first_level/1_start/a_more/readme.md": (
        "# More output\n\n## Before you start\n\n- [Output](../readme.md#output)\n\n"
        "## Exercises\n\n"
        "### 1a.1 Two lines\n\n**Time:** 10 min\n\n### 1a.2 Three lines\n\n**Time:** 15–20 min\n"
    ),
    "first_level/2_files/readme.md": (
        "# Files\n\nRead them.\n\n## Before you start\n\n"
        "- [Exit code](../1_start/readme.md#exit-code)\n- [Start](../1_start/readme.md)\n"
    ),
    "first_level/10_end/readme.md": "# The end\n",
}


def index_of(root: Path) -> CurriculumIndex:
    """The index of the curriculum at ``root``."""
    return build_index(read_curriculum(Disk(load_settings(str(root), root=str(root)).settings)))


def write_sample(root: Path) -> Path:
    """The sample on disk."""
    write_files(root, FILES)
    return root
