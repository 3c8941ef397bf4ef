"""Names that cannot be on every disk."""

from __future__ import annotations

import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.command import invoke
from tests.curricula import write_clean
from tests.repository import write_files

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the names cannot be on this disk"
)


def found(root: Path, *names: str) -> list[str]:
    write_clean(root)
    write_files(root, {f"lib/{name}": "x\n" for name in names})
    done = invoke("check", "--root", str(root), "--output-format", "concise")
    return [line for line in done.stdout.splitlines() if " CL33" in line]


@pytest.mark.parametrize(
    "names",
    [
        ("Notes.md", "notes.md"),
        ("LICENSE", "License"),
        ("Notes.txt", "NOTES.TXT"),
        (normalize("NFC", "ÉTÉ.txt"), normalize("NFD", "été.txt")),
        (normalize("NFC", "über.txt"), normalize("NFD", "über.txt")),
        ("Sub/a.txt", "sub/b.txt"),
    ],
)
def test_two_names_that_are_one_elsewhere(tmp_path: Path, names: tuple[str, str]) -> None:
    assert [line.split()[1] for line in found(tmp_path, *names)] == ["CL330"]


def test_letters_that_are_alike_for_people_only_do_not_clash(tmp_path: Path) -> None:
    assert found(tmp_path, "straße.txt", "STRASSE.txt", "ısı.txt", "isi.txt") == []


def test_what_is_in_two_folders_that_clash_is_not_told_again(tmp_path: Path) -> None:
    assert len(found(tmp_path, "Sub/a.txt", "sub/A.txt", "sub/a.txt")) == 2


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        *(("CON", "CON_"), ("aux.md", "aux_.md"), ("nul.tar.gz", "nul_.tar.gz")),
        *(("com1.txt", "com1_.txt"), ("LPT9", "LPT9_"), ("prn .txt", "prn_.txt")),
        *(("CONIN$", "CONIN$_"), ("lpt².md", "lpt²_.md")),
        *(("dot.", "dot"), ("space ", "space"), ("both. .", "both")),
        *(("a:b.md", "a-b.md"), ("why?.md", "why.md"), ("*.md", "notes.md"), ("a\\b", "a-b")),
        *(('"x".md', "x.md"), ("a<b>c.md", "a-b-c.md"), ("a|b", "a-b"), ("bell\x07.md", "bell.md")),
    ],
)
def test_what_windows_cannot_hold_gets_another_name(
    tmp_path: Path, name: str, instead: str
) -> None:
    (line,) = found(tmp_path, name)
    assert "CL331" in line
    full = invoke("check", "--root", str(tmp_path)).stdout
    assert f"for example to `{instead}`" in full


@pytest.mark.parametrize(
    "name",
    [
        "auxiliary.md",
        "console.log",
        "com.md",
        "com10.md",
        "my.aux",
        "a.con.md",
        ".con",
        "null",
        "x y",
    ],
)
def test_what_windows_can_hold_is_fine(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name) == []


def test_a_folder_is_told_once_and_at_its_readme(tmp_path: Path) -> None:
    (line,) = found(tmp_path, "aux/readme.md", "aux/more.md")
    assert line.startswith("lib/aux/readme.md:1:1: ")
