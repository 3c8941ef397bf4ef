"""The example of docs/restructuring.md: its commands say and do what the page shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import readme
from tests.repository import diagnostics_on, write_files

PAGE = (Path(__file__).parents[2] / "docs/restructuring.md").read_text()
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
LISTS = [body for language, body in FENCES if language == "markdown"]
LEVEL = "first_level"


def sources() -> dict[str, str]:
    servers = readme("Servers").replace(
        "## 1)", "They send [files](../2_files/readme.md).\n\n## 1)"
    )
    return {
        "README.md": f"# A course\n\n[The first level]({LEVEL}/readme.md)\n",
        f"{LEVEL}/readme.md": f"# First level\n\n{LISTS[0]}",
        f"{LEVEL}/1_start/readme.md": readme("Start"),
        f"{LEVEL}/2_files/readme.md": readme("Files"),
        f"{LEVEL}/2_files/a_streams/readme.md": readme("Streams")
        + "\nNext: [Servers](../../3_servers/readme.md)\n",
        f"{LEVEL}/3_servers/readme.md": servers,
    }


def test_the_example_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, sources())
    assert diagnostics_on(tmp_path) == ()
    commands = [body for language, body in FENCES if language == "sh"]
    outputs = [body for language, body in FENCES if language == "text"]
    lists = iter(LISTS[1:])
    assert len(commands) == len(outputs) == 3
    for command, output in zip(commands, outputs, strict=True):
        done = invoke(*shlex.split(command)[1:])
        assert done.exit_code == 0
        assert done.stdout + done.stderr == output
        if "module" in command:
            assert next(lists) in (tmp_path / f"{LEVEL}/readme.md").read_text()
            assert {each.code for each in diagnostics_on(tmp_path)} == {"CL116"}
