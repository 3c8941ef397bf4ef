"""The built-in schemas are asked for where the layout is ours, or where somebody says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import diagnostics_on, write_files

OURS = 'levels = ["part"]\n'
OTHER = 'levels = ["part"]\nmodule-pattern = "{number:02}-{slug}"\n'
TOP = 'levels = ["."]\n'


def _codes(root: Path, configuration: str) -> set[str]:
    write_files(root, {"curriculum-lint.toml": configuration, "part/readme.md": "# Part\n"})
    write_files(root, {f"{folder}readme.md": "# Loops\n" for folder in ("part/1_a/", "part/01-a/")})
    write_files(root, {"1_top/readme.md": "# Top\n"})
    return {each.code for each in diagnostics_on(root)} & {"CL104"}


@pytest.mark.parametrize(
    ("configuration", "asked"),
    [
        (OURS, True),
        (f'{OURS}[schemas]\nmodule = "none"\n', False),
        (OTHER, False),
        (f'{OTHER}[schemas]\nmodule = "built-in"\n', True),
        (TOP, False),
        (f'{TOP}[schemas]\nmodule = "built-in"\n', True),
    ],
)
def test_sections_are_asked_for_where_they_are_promised(
    tmp_path: Path, configuration: str, asked: bool
) -> None:
    assert (_codes(tmp_path, configuration) == {"CL104"}) is asked


@pytest.mark.parametrize(
    ("more", "told"), [("", True), ('[schemas]\nmodule = "none"\n', False), ("--quiet", False)]
)
def test_what_is_not_asked_for_is_told_once(tmp_path: Path, more: str, told: bool) -> None:
    configuration = OTHER if more.startswith("--") else OTHER + more
    files = {"curriculum-lint.toml": configuration, "part/01-a/readme.md": "# A\n"}
    write_files(tmp_path, files)
    options = [more] if more.startswith("--") else []
    done = invoke("check", "--root", str(tmp_path), *options)
    assert done.stderr.count("nothing says which sections") == int(told)
