"""What stands beyond a limit is unknown, and the rest of the file is linted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, write_files

#: Each hides a heading “Hidden” from us that GitHub may show.
UNREAD = {
    "a long line": "## Hidden " + "x" * 20_000,
    "a deep place": "> " * 61 + "## Hidden",
    "a long block": "<h2>\n\nHidden " + "*x* " * 13_000 + "\n\n</h2>",
}


@pytest.mark.parametrize("unread", UNREAD.values(), ids=UNREAD)
def test_only_the_place_is_unread(tmp_path: Path, unread: str) -> None:
    notes = f"# Notes\n\n[there](#hidden)\n\n{unread}\n\n## Shown\n\n[gone](gone.md)\n"
    files = {"notes.md": notes, "other.md": "# Other\n\n[a](notes.md#hidden) [b](notes.md#shown)\n"}
    write_files(tmp_path, files)
    found = [(d.place.path, d.code) for d in diagnostics_on(tmp_path) if d.code != "CL312"]
    assert sorted(found) == [("notes.md", "CL001"), ("notes.md", "CL301")]
