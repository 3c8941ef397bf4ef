"""Units in tags, in columns, and in names of files: they follow whole, or they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

NAMES = ("Start", "Files", "Nets", "Tests")
MOVED = ("Start", "Tests", "Files", "Nets")
CONFIGURATION = {"curriculum-lint.toml": "levels = ['.']\n"}
FOLDED = "<details{open}>\n<summary>Module {n}: {t}</summary>\n\n[Open]({n}_{s}/readme.md)\n\n</details>\n\n"
GLUED = "[Open]({n}_{s}/readme.md)\n\n</details>\n<details><summary>More</summary>\n\n"


def course(form: str, names: tuple[str, ...], **more: str) -> dict[str, str]:
    found = [{"n": n, "t": t, "s": t.lower(), **more} for n, t in enumerate(names, 1)]
    files = {"{n}_{s}/readme.md".format(**each): f"# {each['t']}\n\nWords.\n" for each in found}
    return files | CONFIGURATION | {"README.md": "# C\n\n" + "".join(map(form.format_map, found))}


def text_of(root: Path) -> dict[str, str]:
    return {path: body.decode() for path, body in state_of(root).items()}


@pytest.mark.parametrize("opened", ["", " open", ' class="x"'])
def test_what_is_folded_moves_whole(opened: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(FOLDED, NAMES, open=opened))
    before = state_of(tmp_path)
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert text_of(tmp_path) == course(FOLDED, MOVED, open=opened)
    assert invoke("move", "2", "--to", "4", "--root", str(tmp_path)).exit_code == 0
    assert state_of(tmp_path) == before


def test_a_folded_title_is_renamed(tmp_path: Path) -> None:
    write_files(tmp_path, course(FOLDED, NAMES, open=""))
    assert invoke("rename", "2", "--title", "A & B", "--root", str(tmp_path)).exit_code == 0
    assert "<summary>Module 2: A &amp; B</summary>" in (tmp_path / "README.md").read_text()


def test_a_new_unit_is_not_written_without_the_tags_of_the_others(tmp_path: Path) -> None:
    write_files(tmp_path, course(FOLDED, NAMES, open=""))
    done = invoke("new", "module", "More", "--at", "2", "--root", str(tmp_path))
    assert "README.md:6 lists no module 2: add it" in done.stderr
    text = (tmp_path / "README.md").read_text()
    assert "More" not in text and text.count("<details>") == text.count("</details>") == 4


def test_tags_that_cannot_be_parted_stay_and_are_told(tmp_path: Path) -> None:
    write_files(tmp_path, course(GLUED, NAMES))
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert done.exit_code == 1
    assert "README.md:3 names units in another order" in done.stderr


def test_columns_are_told(tmp_path: Path) -> None:
    cells = " | ".join(f"[{t}]({n}_{t.lower()}/readme.md)" for n, t in enumerate(NAMES, 1))
    table = f"# C\n\n| Unit | {cells} |\n|---|---|---|---|---|\n| Hours | 1 | 2 | 3 | 4 |\n"
    table += f"| Again | {cells} |\n"
    write_files(tmp_path, course("", NAMES) | {"README.md": table})
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert done.exit_code == 1
    assert "names units in another order" in done.stderr


def test_files_that_are_called_as_units_are_told(tmp_path: Path) -> None:
    pictures = {"img/3_nets.png": "x", "3_nets/img/3_nets.svg": "x", "img/nets.png": "x"}
    write_files(tmp_path, course("", NAMES) | pictures)
    done = invoke("move", "3", "--to", "1", "--root", str(tmp_path))
    told = "1_nets/img/3_nets.svg and img/3_nets.png have the name of 3_nets, which is 1_nets now"
    assert told in done.stderr


def test_a_number_before_a_link_to_a_part_follows(tmp_path: Path) -> None:
    text = "# C\n\nAs in module 2, [Files](2_files/readme.md#files).[^1]\n\n[^1]: Module 3, [x](3_nets/readme.md#nets).\n"
    write_files(tmp_path, course("", NAMES) | {"README.md": text})
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert "Also says" not in done.stderr
    assert (
        "As in module 3, [Files](3_files/readme.md#files).[^1]"
        in (tmp_path / "README.md").read_text()
    )
    assert "[^1]: Module 4, [x](4_nets/readme.md#nets)." in (tmp_path / "README.md").read_text()


@pytest.mark.parametrize(
    "line", ["Next up: **Files**", "Next – Files, at last", "- Up next: Files"]
)
def test_a_line_that_says_by_a_title_what_comes_next_is_told(line: str, tmp_path: Path) -> None:
    own = {"1_start/readme.md": f"# Start\n\n{line}\n\nFiles are next to it.\n"}
    write_files(tmp_path, course("", NAMES) | own)
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    (told,) = [each for each in done.stderr.splitlines() if "Also says" in each]
    assert told.endswith("Files”, which is module 3 now: 1_start/readme.md:3.")
