"""``[Files]`` leads where its words say: they change together with its definition."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

COURSE = {
    "curriculum-lint.toml": "levels = ['.']\n",
    **{
        f"{n}_{t.lower()}/readme.md": f"# {t}\n\n## Begin {t}\n\nWords.\n"
        for n, t in ((1, "Start"), (2, "Files"), (3, "Nets"))
    },
}


def changed(root: Path, text: str, *arguments: str) -> str:
    write_files(root, COURSE | {"README.md": f"# Course\n\n{text}"})
    done = invoke(*arguments, "--root", str(root))
    assert done.exit_code == 0, done.stderr
    return (root / "README.md").read_text().removeprefix("# Course\n\n")


@pytest.mark.parametrize(
    ("arguments", "before", "after"),
    [
        (
            ("rename", "2", "--title", "Disks"),
            "[Files], [Files][], [these][files], *[**Files**]*.\n\n"
            "[Files]: 2_files/readme.md\n[**Files**]: 2_files\n",
            "[Disks], [Disks][], [these][Disks], *[**Disks**]*.\n\n"
            "[Disks]: 2_files/readme.md\n[**Disks**]: 2_files\n",
        ),
        (
            ("rename", "2", "--title", "Disks"),
            "[Files], [Files][], [these][files].\n\n[files]: 2_files\n[disks]: https://x.example\n",
            "[Disks][files], [Disks][files], [these][files].\n\n"
            "[files]: 2_files\n[disks]: https://x.example\n",
        ),
        (
            ("rename", "2", "--title", "[Disks]"),
            "[Files].\n\n[Files]: 2_files 'Title'\n",
            "[\\[Disks\\]].\n\n[\\[Disks\\]]: 2_files 'Title'\n",
        ),
        (
            ("move", "3", "--to", "1"),
            "[Module 3] and [module 1][], [3_nets].\n\n"
            "[Module 3]: 3_nets\n[module 1]: 1_start\n[3_nets]: 3_nets/readme.md\n",
            "[Module 1] and [module 2][], [1_nets].\n\n"
            "[Module 1]: 1_nets\n[module 2]: 2_start\n[1_nets]: 1_nets/readme.md\n",
        ),
        (
            ("rename", "1", "--heading", "Begin Start", "--to", "Go"),
            "[Begin Start].\n\n[Begin Start]: 1_start/readme.md#begin-start\n",
            "[Go].\n\n[Go]: 1_start/readme.md#go\n",
        ),
    ],
)
def test_words_that_are_labels_change_with_them(
    arguments: tuple[str, ...], before: str, after: str, tmp_path: Path
) -> None:
    assert changed(tmp_path, before, *arguments) == after


def test_labels_come_back(tmp_path: Path) -> None:
    text = "1. [Start]\n2. [Files]\n3. [Nets]\n\n" + "".join(
        f"[{t}]: {n}_{t.lower()}\n" for n, t in ((1, "Start"), (2, "Files"), (3, "Nets"))
    )
    write_files(tmp_path, COURSE | {"README.md": f"# Course\n\n{text}"})
    before = state_of(tmp_path)
    for title in ("Disks", "Files"):
        assert invoke("rename", "2", "--title", title, "--root", str(tmp_path)).exit_code == 0
    assert state_of(tmp_path) == before
