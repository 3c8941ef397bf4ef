"""Diagnostics while typing: over text that is not saved, with the truth of the whole tree."""

from __future__ import annotations

from pathlib import Path

from tests.curricula import FIRST, SECOND, clean_files, write_broken
from tests.repository import write_files
from tests.server.editor import Editor


def test_what_is_on_disk_is_shown(tmp_path: Path) -> None:
    write_broken(tmp_path)
    with Editor(tmp_path) as editor:
        uri = editor.open(SECOND)
        editor.wait_for(uri, ["1:CL104"])
        (shown,) = editor.client.diagnostics[uri]
        assert shown.source == "curriculum-lint"
        assert "best practices" in shown.message.lower()


def test_a_heading_that_is_renamed_marks_the_link_that_it_breaks_elsewhere(tmp_path: Path) -> None:
    files = clean_files()
    write_files(
        tmp_path,
        {**files, SECOND: files[SECOND] + "\nSee [it](../1_start/readme.md#1-print-start-1).\n"},
    )
    with Editor(tmp_path) as editor:
        first, second = editor.open(FIRST), editor.uri(SECOND)
        editor.wait_until(lambda: first in editor.client.diagnostics or True)
        editor.change(first, files[FIRST].replace("1) Print Start 1", "1) Print Begin 1"))
        line = files[SECOND].count("\n") + 2
        editor.wait_for(second, [f"{line}:CL302"])
        editor.change(first, files[FIRST])
        editor.wait_for(second, [])
