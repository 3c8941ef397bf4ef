"""A curriculum with everything that an editor can ask about."""

from __future__ import annotations

from tests.curricula import PRACTICES, exercise

FIRST = "first_level/1_start/readme.md"
SECOND = "first_level/2_files/readme.md"
STREAMS = "first_level/2_files/a_streams/readme.md"
LEVEL = "first_level/readme.md"
ROOT = "README.md"


def files() -> dict[str, str]:
    """Path → text: no findings."""
    return {
        ROOT: "# A course\n\n[The first level](first_level/readme.md)\n",
        LEVEL: "# First level\n\n[Start](1_start/readme.md)\n[Files](2_files/readme.md)\n"
        "[Streams](2_files/a_streams/readme.md)\n",
        FIRST: "# Start\n\nIn this module you start programs. Then you stop them.\n\n"
        "## Concepts\n\n### Event loop\n\nThe event loop runs callbacks. It never sleeps.\n\n"
        f"{exercise(1, 'Start')}{exercise(2, 'Start')}{PRACTICES}",
        SECOND: "# Files\n\nIn this module you read files.\n\n"
        "## Before you start\n\n- [The event loop](../1_start/readme.md#event-loop)\n\n"
        "See [start] and exercise 2, and [that module](../1_start/readme.md).\n\n"
        "![A picture](picture.png) of [the notes](<my notes.md#a-note>) on the "
        "[web](https://example.org/).\n\n"
        f"{exercise(1, 'Files')}{exercise(2, 'Files')}{PRACTICES}\n"
        "[start]: ../1_start/readme.md#1-print-start-1\n",
        STREAMS: f"# Streams\n\nIn this part you read streams.\n\n{exercise(1, 'Streams')}{PRACTICES}",
        "first_level/2_files/my notes.md": "# My notes\n\n## A note\n\nIt says little.\n",
        "first_level/2_files/picture.png": "not really",
    }
