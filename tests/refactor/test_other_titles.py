"""Titles that are no heading of the first level are renamed, and units without numbers removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from tests.command import invoke
from tests.refactor.random_commands import run
from tests.repository import write_files


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("---\ntitle: Old words\n---\n\nText.\n", "---\ntitle: New words\n---\n\nText.\n"),
        ('---\ntitle: "2. Old words"\n---\n\n## A\n', '---\ntitle: "2. New words"\n---\n\n## A\n'),
        ("## 2. Old words\n\nText.\n", "## 2. New words\n\nText.\n"),
    ],
)
def test_a_title_need_not_be_a_heading_of_the_first_level(
    text: str, new: str, tmp_path: Path
) -> None:
    files = {
        "curriculum-lint.toml": "schemas = { module = 'any.json' }\n",
        "any.json": "{}\n",
        "a_level/readme.md": "# L\n\n- [Other](1_other/readme.md)\n- [Old words](2_old/readme.md)\n",
        "a_level/1_other/readme.md": "# Other\n",
        "a_level/2_old/readme.md": text,
    }
    write_files(tmp_path, files)
    run(tmp_path, lambda work: steps.rename_title(work, "a_level/2_old", "New words"))
    assert (tmp_path / "a_level/2_old/readme.md").read_text() == new
    index = (tmp_path / "a_level/readme.md").read_text()
    assert index.endswith("- [New words](2_old/readme.md)\n")


def test_a_unit_without_a_number_is_removed(tmp_path: Path) -> None:
    names = ("loops", "files", "nets")
    index = "".join(f"- [{name.title()}](course/{name}/readme.md)\n" for name in names)
    files = {f"course/{name}/readme.md": f"# {name.title()}\n" for name in names}
    files |= {"any.json": "{}\n", "readme.md": f"# C\n\n{index}", "course/readme.md": "# L\n"}
    files["curriculum-lint.toml"] = (
        "levels = ['course']\nmodule-pattern = '{name}'\nschemas = { module = 'any.json' }\n"
    )
    write_files(tmp_path, files)
    run(tmp_path, lambda work: steps.remove_unit(work, "course/files"))
    assert not (tmp_path / "course/files").exists()
    assert "Files" not in (tmp_path / "readme.md").read_text()


def _nearly(root: Path, *names: str) -> Path:
    units = {
        f"l/{n}_{name.lower()}/readme.md": f"# {name}\n\nText.\n" for n, name in enumerate(names, 1)
    }
    entries = "".join(f"{n}. **The {name} lesson**: words.\n" for n, name in enumerate(names, 1))
    config = 'levels = ["l"]\nreadme = "readme.md"\n'
    write_files(root, {"curriculum-lint.toml": config, "l/readme.md": f"# L\n\n{entries}", **units})
    return root


def test_an_entry_that_holds_the_title_follows(tmp_path: Path) -> None:
    root = _nearly(tmp_path, "Alpha rays", "Beta rays")
    assert invoke("rename", "1", "--title", "Gamma rays", "--root", str(root)).exit_code == 0
    assert "1. **The Gamma rays lesson**: words." in (root / "l/readme.md").read_text()


def test_the_last_entry_left_keeps_to_its_number(tmp_path: Path) -> None:
    root = _nearly(tmp_path, "Alpha rays", "Beta rays")
    assert invoke("remove", "1", "--root", str(root)).exit_code == 0
    assert (root / "l/readme.md").read_text() == "# L\n\n1. **The Beta rays lesson**: words.\n"


@pytest.mark.parametrize(
    ("names", "new"),
    [
        (("01_Day_One", "02_Day_Two"), "02_Quite_New"),
        (("01_day-one", "02_day-two"), "02_quite-new"),
        (("01_Day one", "02_Day-two"), "02_Quite New"),
    ],
)
def test_whole_names_are_joined_as_those_beside_them(
    tmp_path: Path, names: tuple[str, ...], new: str
) -> None:
    units = {f"{name}/readme.md": f"# {name[3:]}\n\nText.\n" for name in names}
    config = 'levels = ["."]\nmodule-pattern = "{number:02}_{name}"\nreadme = "readme.md"\n'
    write_files(tmp_path, {"curriculum-lint.toml": config, **units})
    done = invoke("new", "module", "Quite New", "--at", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert (tmp_path / new / "readme.md").is_file()


def test_a_title_in_front_of_a_link_with_other_words_follows(tmp_path: Path) -> None:
    root = _nearly(tmp_path, "Alpha", "Beta")
    lines = "- 🔥 **Alpha** ([notes](1_alpha))\n- 🎯 **Beta** ([notes](2_beta))\n"
    (root / "l/readme.md").write_text(f"# L\n\n{lines}")
    assert invoke("rename", "1", "--title", "Gamma", "--root", str(root)).exit_code == 0
    assert "- 🔥 **Gamma** ([notes](1_alpha))\n" in (root / "l/readme.md").read_text()


def test_a_title_in_html_is_escaped(tmp_path: Path) -> None:
    root = _nearly(tmp_path, "Alpha", "Beta")
    items = '<li><a href="1_alpha">Alpha</a></li>\n<li><a href="2_beta">Beta</a></li>\n'
    (root / "l/readme.md").write_text(f"# L\n\n<ul>\n{items}</ul>\n")
    assert invoke("rename", "1", "--title", "A & B", "--root", str(root)).exit_code == 0
    assert '<a href="1_alpha">A &amp; B</a>' in (root / "l/readme.md").read_text()
