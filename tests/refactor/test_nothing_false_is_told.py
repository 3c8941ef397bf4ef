"""What a restructuring tells is so: nothing that is written anew, nothing that a check does not find."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import write_clean
from tests.repository import write_files

CONFIG = '[per-path-ignores]\n"notes.md" = ["CL118"]\n'
READMES = """\
# A course

<!-- curriculum-index:start -->
<!-- curriculum-index:end -->

[Streams](first_level/2_files/a_streams/readme.md)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_clean(tmp_path)
    notes = "# Notes\n\n## 1) Print it\n\n## 1) Print it\n"
    write_files(tmp_path, {"README.md": READMES, "curriculum-lint.toml": CONFIG, "notes.md": notes})
    invoke("index", "--root", str(tmp_path))
    return tmp_path


def test_a_link_in_a_generated_index_is_not_told(root: Path) -> None:
    done = invoke("remove", "2a", "--root", str(root))
    told = [line for line in done.stderr.splitlines() if "README.md" in line]
    line = (root / "README.md").read_text().splitlines().index("Streams") + 1
    assert told[0] == f"Left to do by hand: README.md:{line} “Streams” is a link no more."
    assert not any("README.md" in each and "link" in each for each in told[1:])


def test_an_ignore_for_a_page_that_stays_as_it_is_suppresses_something(root: Path) -> None:
    done = invoke("move", "first_level/2_files", "--to", "1", "--root", str(root))
    assert done.exit_code == 0
    assert "CL002" not in done.stderr
