"""Sections and titles that are numbered without a mark: “3 Nets”, “3.1 Layout”."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

NAMES = ("Start", "Files", "Nets")
CONFIGURATION = {"curriculum-lint.toml": "levels = ['.']\n"}
#: How a table of contents has a module, and a section of it.
FORMS = {
    "number, link": (
        "- {n} [{t}]({n}_{s}/readme.md)",
        "  - {n}.1 [Layout {t}]({n}_{s}/readme.md#{n}1-layout-{s})",
    ),
    "linked whole": (
        "- [{n} {t}]({n}_{s}/readme.md)",
        "  - [{n}.1 Layout {t}]({n}_{s}/readme.md#{n}1-layout-{s})",
    ),
    "plain": ("- {n} {t}", "  - {n}.1 Layout {t}"),
}


def course(form: str, *names: str) -> dict[str, str]:
    files = dict(CONFIGURATION)
    lines = []
    for number, name in enumerate(names, 1):
        slug = name.lower()
        lines += [line.format(n=number, t=name, s=slug) for line in FORMS[form]]
        files[f"{number}_{slug}/readme.md"] = (
            f"# {number} {name}\n\n[Below](#{number}2-colours)\n\n"
            f"## {number}.1 Layout {name}\n\nWords.\n\n## {number}.2 Colours\n\nWords.\n"
        )
    return files | {"README.md": "# Course\n\n" + "\n".join(lines) + "\n"}


def text_of(root: Path) -> dict[str, str]:
    return {path: body.decode() for path, body in state_of(root).items()}


@pytest.mark.parametrize("form", FORMS)
def test_numbers_without_a_mark_follow(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(form, *NAMES))
    before = state_of(tmp_path)
    done = invoke("move", "3", "--to", "1", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert "Also says" not in done.stderr
    assert text_of(tmp_path) == course(form, "Nets", "Start", "Files")
    assert invoke("move", "1", "--to", "3", "--root", str(tmp_path)).exit_code == 0
    assert state_of(tmp_path) == before


@pytest.mark.parametrize(
    "heading",
    [
        "## 3.11 In Python\n\n## 3.12 In Python",
        "## 3.1 Layout\n\n## 4.1 Elsewhere",
        "## 3.1 Alone",
    ],
)
def test_other_numbers_stay_and_are_told(heading: str, tmp_path: Path) -> None:
    write_files(tmp_path, course("plain", *NAMES))
    text = f"# Nets\n\n{heading}\n"
    write_files(tmp_path, {"3_nets/readme.md": text})
    done = invoke("move", "3", "--to", "1", "--root", str(tmp_path))
    assert (tmp_path / "1_nets/readme.md").read_text() == text
    assert "Also says “3.1" in done.stderr


def test_a_number_before_words_is_a_label_only_where_most_titles_have_theirs(
    tmp_path: Path,
) -> None:
    files = {f"{n}_{name.lower()}/readme.md": f"# {name}\n" for n, name in enumerate(NAMES, 1)} | {
        "3_nets/readme.md": "# 3 ways to fish\n"
    }
    write_files(tmp_path, files | CONFIGURATION)
    assert invoke("move", "3", "--to", "1", "--root", str(tmp_path)).exit_code == 0
    assert (tmp_path / "1_nets/readme.md").read_text() == "# 3 ways to fish\n"


def test_subsections_are_numbered_without_a_mark_too(tmp_path: Path) -> None:
    def course(*modules: tuple[str, str]) -> dict[str, str]:
        lines, files = [], dict(CONFIGURATION)
        for n, (name, inner) in enumerate(modules, 1):
            path = f"{n}_{name.lower()}"
            below = f"{path}/a_{inner.lower()}"
            lines += [f"- {n} [{name}]({path}/readme.md)", f"  - {n}a [{inner}]({below}/readme.md)"]
            files[f"{path}/readme.md"] = f"# {n} {name}\n"
            files[f"{below}/readme.md"] = f"# {n}a {inner}\n\n## {n}a.1 One\n\n## {n}a.2 Two\n"
        return files | {"README.md": "# Course\n\n" + "\n".join(lines) + "\n"}

    write_files(tmp_path, course(("Start", "Shell"), ("Files", "Disks")))
    done = invoke("move", "1", "--to", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert text_of(tmp_path) == course(("Files", "Disks"), ("Start", "Shell"))
