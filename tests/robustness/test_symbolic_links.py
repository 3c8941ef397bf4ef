"""Symbolic links where files should be: their targets outside never show."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.curricula import FIRST, LEVEL, SECOND, readme
from tests.robustness.outcome import check, check_in_every_format, found_at

SECRET = "hunter2-is-the-password"
LEFT = (SECOND, "CL104")


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder outside the root, with a secret that is Markdown full of findings."""
    monkeypatch.setenv("A_SECRET", SECRET)
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "readme.md").write_text(f"# {SECRET}\n\n[{SECRET}]({SECRET}.md)\n\n#### {SECRET}\n")
    (folder / SECRET).write_text(SECRET)
    return folder / "readme.md"


def _link(root: Path, at: str, target: str) -> None:
    path = root / at
    path.parent.mkdir(exist_ok=True, parents=True)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize("at", [FIRST, "README.md", f"{LEVEL}/readme.md", "notes.md"])
@pytest.mark.parametrize("arguments", [(), ("--fix", "--unsafe-fixes"), ("--diff",)])
def test_text_outside_the_root_never_shows(
    root: Path, secret: Path, at: str, arguments: tuple[str, ...]
) -> None:
    before = secret.read_bytes()
    for target in (
        str(secret),
        os.path.relpath(secret, (root / at).parent),
        "/proc/self/environ",
        "/dev/stdin",
    ):
        _link(root, at, target)
        for output_format in ("text", "json"):
            done = check(root, "--no-cache", *arguments, output_format=output_format)
            assert SECRET not in done.stdout + done.stderr
    assert secret.read_bytes() == before
    assert os.path.islink(root / at)


def test_folder_that_is_a_link_out_of_the_root_is_not_entered(root: Path, secret: Path) -> None:
    (root / LEVEL / "3_out").symlink_to(secret.parent)
    for done in check_in_every_format(root):
        assert SECRET not in done.stdout + done.stderr
    assert LEFT in found_at(root)


def test_a_link_into_a_folder_outside_does_not_say_what_is_there(root: Path, secret: Path) -> None:
    (root / "out").symlink_to(secret.parent)
    text = "# Notes\n\n[a](out/readme.md) [b](out/nothing.md) [c](out/readm.md)\n"
    (root / "notes.md").write_text(text)
    done = check(root, "--select", "CL3")
    lines = [line for line in done.stdout.splitlines() if line.startswith("notes.md")]
    assert len(lines) == 3
    # The same words for what is there and for what is not: the disk outside is not probed.
    said = {
        line.split(": ", 1)[1].replace(name, "_")
        for line, name in zip(lines, ("readme", "nothing", "readm"), strict=True)
    }
    assert len(said) == 1, said
    assert SECRET not in done.stdout


@pytest.mark.parametrize(
    "target",
    ["nowhere.md", "readme.md", "../../first_level/1_start/readme.md", "", ".git/config", "\n"],
)
def test_link_that_leads_nowhere_is_reported_at_its_own_path(root: Path, target: str) -> None:
    if target == "":
        pytest.skip("Linux refuses a link to nothing")
    _link(root, FIRST, target)
    found = found_at(root)
    assert LEFT in found
    assert (FIRST, "CL001") in found


def test_circle_of_folders_ends(root: Path) -> None:
    (root / LEVEL / "1_start" / "b_again").symlink_to("..")
    (root / "loop").symlink_to("loop")
    assert LEFT in found_at(root)


def test_link_to_a_folder_inside_is_no_file(root: Path) -> None:
    _link(root, FIRST, "../2_files")
    found = found_at(root)
    assert LEFT in found
    assert (FIRST, "CL001") in found, found


def test_link_inside_the_root_is_read_once(root: Path) -> None:
    (root / "text.md").write_text(readme("Start"))
    _link(root, FIRST, "../../text.md")
    assert found_at(root, "--select", "CL0,CL1") == [LEFT]


def test_git_folder_is_never_read(root: Path) -> None:
    (root / ".git").mkdir()
    (root / ".git/config").write_text(SECRET)
    (root / "notes.md").write_text("# Notes\n\n[a](.git/config)\n")
    _link(root, FIRST, "../../.git/config")
    for done in check_in_every_format(root):
        assert SECRET not in done.stdout + done.stderr
