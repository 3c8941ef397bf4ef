"""What pages say of the order: lines of navigation at both ends, and front matter."""

from __future__ import annotations

from pathlib import Path

from curriculum_lint.refactor import steps
from tests.edits.trees import state_of
from tests.refactor.test_round_trips import run
from tests.repository import write_files

NAMES = ("Start", "Files", "Nets", "Tests")


def course(*names: str) -> dict[str, str]:
    """Lessons with a line of links at the top and at the bottom, and with front matter."""
    folders = [f"{at:02}-{name.lower()}" for at, name in enumerate(names, 1)]
    files = {
        "curriculum-lint.toml": (
            'levels = ["."]\nmodule-pattern = "{number:02}-{slug}"\n'
            "schemas = { module = 'any.json' }\n"
        ),
        "any.json": "{}\n",
        "README.md": "# Course\n\n"
        + "".join(f"- [{n}]({f}/README.md)\n" for n, f in zip(names, folders, strict=True)),
    }
    for at, (name, folder) in enumerate(zip(names, folders, strict=True), 1):
        parts = ["[Home](../README.md)"]
        if at > 1:
            parts.insert(0, f"[← Day {at - 1}: {names[at - 2]}](../{folders[at - 2]}/README.md)")
        if at < len(names):
            parts.append(f"[Day {at + 1}: {names[at]} →](../{folders[at]}/README.md)")
        line = " | ".join(parts)
        files[f"{folder}/README.md"] = (
            f'---\ntitle: "Day {at}: {name}"\nsidebar_position: {at * 10}\nlayout: page\n---\n\n'
            f"# Day {at}: {name}\n\n{line}\n\nAbout {name}.\n\n---\n\n{line}\n"
        )
    return files


def texts(root: Path, among: dict[str, str]) -> dict[str, str]:
    return {path: (root / path).read_text(encoding="utf-8") for path in among}


def test_both_lines_and_the_front_matter_follow_a_move(tmp_path: Path) -> None:
    write_files(tmp_path, course(*NAMES))
    before = state_of(tmp_path)
    run(tmp_path, lambda work: steps.move_unit(work, "04-tests", "2"))
    wanted = course("Start", "Tests", "Files", "Nets")
    assert texts(tmp_path, wanted) == wanted
    run(tmp_path, lambda work: steps.move_unit(work, "02-tests", "4"))
    assert state_of(tmp_path) == before


def test_both_lines_and_the_front_matter_follow_a_removal(tmp_path: Path) -> None:
    write_files(tmp_path, course(*NAMES))
    run(tmp_path, lambda work: steps.remove_unit(work, "01-start"))
    wanted = course("Files", "Nets", "Tests")
    assert texts(tmp_path, wanted) == wanted


def test_a_title_in_front_matter_stays_yaml(tmp_path: Path) -> None:
    files = course(*NAMES)
    files["01-start/README.md"] = files["01-start/README.md"].replace('"Day 1: Start"', "Start")
    write_files(tmp_path, files)
    run(tmp_path, lambda work: steps.rename_title(work, "01-start", 'Go: "now"'))
    text = (tmp_path / "01-start/README.md").read_text(encoding="utf-8")
    assert text.startswith('---\ntitle: "Go: \\"now\\""\n')


def test_a_new_unit_stands_in_the_line_of_its_neighbours(tmp_path: Path) -> None:
    for at in (1, 3, 5):
        root = tmp_path / str(at)
        write_files(root, course(*NAMES))
        run(
            root, lambda work, at=at: steps.add_module(work, ".", steps.Beginning("Extra", str(at)))
        )
        wanted = course(*NAMES[: at - 1], "Extra", *NAMES[at - 1 :])
        found = texts(root, wanted)
        new = f"{at:02}-extra/README.md"
        assert found[new].replace("TODO", "About Extra.") == wanted[new]
        assert {**found, new: ""} == {**wanted, new: ""}
        run(root, lambda work, at=at: steps.remove_unit(work, f"{at:02}-extra"))
        assert texts(root, course(*NAMES)) == course(*NAMES)
