"""Units that go to another level or module: with their words, their order, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.refactor.steps import Beginning, add_module, move_unit, remove_unit
from curriculum_lint.refactor.transfer_steps import transfer_unit
from tests.command import invoke
from tests.edits.trees import state_of
from tests.refactor.random_commands import run, undo
from tests.refactor.random_curricula import CHOICES, Styles, files_of
from tests.repository import write_files

LEVELS = {
    "first_level": {"1_start": "Start", "2_files": "Files", "3_nets": "Nets"},
    "second_level": {"1_maps": "Maps", "1_maps/a_deep": "Deep", "2_logs": "Logs"},
}


def _index(level: str) -> str:
    lines = []
    for folder, title in LEVELS[level].items():
        name = folder.rpartition("/")[2]
        inner = f"   - {name[0]}) [{title}]({folder}/readme.md): learn {title.lower()}"
        outer = f"{name[0]}. **[{title}]({folder}/readme.md)**: learn [more](more.md)"
        lines.append(inner if "/" in folder else outer)
    return "\n".join(lines)


def _files() -> dict[str, str]:
    files = {
        "curriculum-lint.toml": "schemas = { module = 'any.json', subsection = 'any.json' }\n",
        "any.json": "{}\n",
        "README.md": "# Course\n\n| Lesson | About |\n|---|---|\n"
        + "".join(
            f"| [{title}]({level}/{folder}/readme.md) | {title} at last |\n"
            for level, found in LEVELS.items()
            for folder, title in found.items()
            if "/" not in folder
        ),
    }
    for level, found in LEVELS.items():
        name = level.replace("_", " ").capitalize()
        files[f"{level}/readme.md"] = f"# {name}\n\n{_index(level)}\n"
        files[f"{level}/more.md"] = f"# More\n\n[{name}](readme.md)\n"
        for folder, title in found.items():
            up = "../" * (folder.count("/") + 1)
            files[f"{level}/{folder}/readme.md"] = f"# {title}\n\nUp to [{name}]({up}readme.md).\n"
    return files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path, _files())
    return tmp_path


def transfer(root: Path, path: str, parent: str, to: str | None = None) -> Restructuring:
    kept: list[Restructuring] = []
    run(root, lambda work: (kept.append(work), transfer_unit(work, path, parent, to)))
    return kept[0]


def test_a_module_goes_to_another_level_with_its_words(root: Path) -> None:
    before = state_of(root)
    transfer(root, "first_level/2_files", "second_level", "1")
    assert (root / "second_level/readme.md").read_text() == (
        "# Second level\n\n"
        "1. **[Files](1_files/readme.md)**: learn [more](../first_level/more.md)\n"
        "2. **[Maps](2_maps/readme.md)**: learn [more](more.md)\n"
        "   - a) [Deep](2_maps/a_deep/readme.md): learn deep\n"
        "3. **[Logs](3_logs/readme.md)**: learn [more](more.md)\n"
    )
    text = (root / "second_level/1_files/readme.md").read_text()
    assert text == "# Files\n\nUp to [Second level](../readme.md).\n"
    assert (
        "| [Files](second_level/1_files/readme.md) | Files at last |\n| [Maps]("
        in (root / "README.md").read_text()
    )
    assert (root / "first_level/2_nets/readme.md").exists()
    transfer(root, "second_level/1_files", "first_level", "2")
    assert state_of(root) == before


def test_a_subsection_becomes_a_module_and_one_again(root: Path) -> None:
    transfer(root, "second_level/1_maps/a_deep", "second_level", "2")
    text = (root / "second_level/readme.md").read_text()
    assert "2. **[Deep](2_deep/readme.md)**: learn deep\n3. **[Logs](3_logs/" in text
    assert "| [Deep](second_level/2_deep/readme.md) |" in (root / "README.md").read_text()
    back = run(root, lambda w: transfer_unit(w, "second_level/2_deep", "second_level/1_maps", "a"))
    assert (root / "second_level/1_maps/a_deep/readme.md").exists()
    assert (root / "second_level/2_logs/readme.md").exists()
    # No list shows how subsections are listed there: what the entry said is told, and is lost.
    assert back == ()


def test_parts_of_a_number_move_among_themselves(tmp_path: Path) -> None:
    names = {"1.1": "Intro", "1.2": "Risks", "1.3": "Trust", "2.1": "Keys"}
    files = {
        "curriculum-lint.toml": (
            "levels = ['.']\nmodule-pattern = '{number}.{part} {name}.md'\n"
            "schemas = { module = 'any.json' }\n"
        ),
        "any.json": "{}\n",
        "README.md": "# Course\n\n"
        + "".join(f"- [{n} {t}](<{n} {t}.md>)\n" for n, t in names.items()),
        **{f"{n} {t}.md": f"# {n} {t}\n\nAbout {t}.\n" for n, t in names.items()},
    }
    write_files(tmp_path, files)
    before = state_of(tmp_path)
    run(tmp_path, lambda work: move_unit(work, "1.3 Trust.md", "1"))
    assert (tmp_path / "1.1 Trust.md").read_text() == "# 1.1 Trust\n\nAbout Trust.\n"
    assert (tmp_path / "README.md").read_text() == (
        "# Course\n\n- [1.1 Trust](<1.1 Trust.md>)\n- [1.2 Intro](<1.2 Intro.md>)\n"
        "- [1.3 Risks](<1.3 Risks.md>)\n- [2.1 Keys](<2.1 Keys.md>)\n"
    )
    run(tmp_path, lambda work: add_module(work, ".", Beginning("More", "1.4")))
    assert (tmp_path / "1.4 More.md").read_text().startswith("# 1.4 More\n")
    run(tmp_path, lambda work: remove_unit(work, "1.4 More.md"))
    run(tmp_path, lambda work: move_unit(work, "1.1 Trust.md", "1.3"))
    assert state_of(tmp_path) == before


def test_what_no_entry_says_any_more_is_told(root: Path) -> None:
    write_files(root, {"third_level/readme.md": "# Third\n\nNothing yet.\n"})
    write_files(root, {"third_level/1_only/readme.md": "# Only\n"})
    work = transfer(root, "first_level/2_files", "third_level")
    words = "the entry that was in first_level/readme.md:4 said “: learn [more](../first_level/more.md)”"
    assert words in list(work._notes.told(work.curriculum.pages))


def test_a_module_takes_its_line_of_links_along(tmp_path: Path) -> None:
    levels = {"a_level": ("one", "two", "three"), "b_level": ("four", "five")}
    files = {"curriculum-lint.toml": "schemas = { module = 'any.json' }\n", "any.json": "{}\n"}
    files["readme.md"] = "# C\n\nWords.\n"
    for level, names in levels.items():
        folders = [f"{at}_{name}" for at, name in enumerate(names, 1)]
        files[f"{level}/readme.md"] = "# L\n\n" + "".join(
            f"- [{f}]({f}/readme.md)\n" for f in folders
        )
        for at, folder in enumerate(folders):
            line = [f"[← Previous](../{f}/readme.md)" for f in folders[at - 1 : at]]
            line += [f"[Next](../{f}/readme.md)" for f in folders[at + 1 : at + 2]]
            files[f"{level}/{folder}/readme.md"] = (
                f"# {folder[2:]}\n\nText.\n\n{' | '.join(line)}\n"
            )
    write_files(tmp_path, files)
    before = state_of(tmp_path)
    back = run(tmp_path, lambda work: transfer_unit(work, "a_level/3_three", "b_level", None))
    texts = {path: (tmp_path / path).read_text().splitlines()[-1] for path in _readmes(tmp_path)}
    assert texts == {
        "a_level/1_one/readme.md": "[Next](../2_two/readme.md)",
        "a_level/2_two/readme.md": "[← Previous](../1_one/readme.md)",
        "b_level/1_four/readme.md": "[Next](../2_five/readme.md)",
        "b_level/2_five/readme.md": "[← Previous](../1_four/readme.md) | [Next](../3_three/readme.md)",
        "b_level/3_three/readme.md": "[← Previous](../2_five/readme.md)",
    }
    assert back == (("move", "b_level/3_three", "--level", "a_level", "--to", "3"),)
    undo(tmp_path, back)
    assert state_of(tmp_path) == before


def _readmes(root: Path) -> list[str]:
    return [each.relative_to(root).as_posix() for each in sorted(root.glob("*/*/readme.md"))]


def test_a_file_becomes_no_subsection_where_these_are_folders(tmp_path: Path) -> None:
    files = {f"kurs/{n}-{name}.md": f"# {name}\n" for n, name in enumerate(("a", "b", "c"), 1)}
    configuration = 'levels = ["kurs"]\nmodule-pattern = "{number}-{slug}.md"\n'
    write_files(tmp_path, {**files, "curriculum-lint.toml": configuration})
    before = state_of(tmp_path)
    done = invoke("move", "kurs/3-c.md", "--of", "kurs/2-b.md", "--root", str(tmp_path))
    assert (done.exit_code, state_of(tmp_path)) == (2, before)
    assert "modules are called `{number}-{slug}.md` here, and subsections `" in done.stderr


@pytest.mark.parametrize(
    "form", ["a table", "a wide table", "a table without links", "a table of numbers", "HTML"]
)
@pytest.mark.parametrize("neighbours", ["none", "table"])
def test_a_row_goes_to_the_table_of_another_level_and_back(
    form: str, neighbours: str, tmp_path: Path
) -> None:
    first = Styles(**{key: each[0] for key, each in CHOICES.items()}, forms=(form,))
    styles = first._replace(neighbours=neighbours, root="none", newline="\n")
    write_files(tmp_path, files_of([[0, 0, 0], [0, 0, 0]], styles))
    before = state_of(tmp_path)
    row = next(each for each in before["b_level/readme.md"].decode().split("\n") if "Delta" in each)
    back = run(tmp_path, lambda work: transfer_unit(work, "b_level/1_delta", "a_level", None))
    written = (tmp_path / "a_level/readme.md").read_text()
    assert row.replace("1_delta", "4_delta").replace("1", "4") in written.replace("1_", "4_")
    assert back
    undo(tmp_path, back)
    assert state_of(tmp_path) == before
