"""What pages say of the order: lines of navigation at both ends, and front matter."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from tests.command import invoke
from tests.edits.trees import state_of
from tests.refactor.random_commands import run, undo
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


def test_signs_of_text_and_lines_in_the_middle_are_navigation(tmp_path: Path) -> None:
    line = "[<< Day {before}](../{b}/README.md) | [Day {after} >>](../{a}/README.md)"
    files = course(*NAMES)
    folders = [path.partition("/")[0] for path in files if path.startswith("0")]
    blocks = "\n\n".join(f"Paragraph {at}." for at in range(5))
    for at, folder in enumerate(folders, 1):
        before, after = folders[max(at - 2, 0)], folders[min(at, 3)]
        middle = line.format(before=at - 1, after=at + 1, b=before, a=after)
        text = f"# Day {at}\n\n{blocks}\n\n{middle}\n\n{blocks}\n"
        files[f"{folder}/README.md"] = text if 1 < at < 4 else f"# Day {at}\n\n{blocks}\n"
    write_files(tmp_path, files)
    run(tmp_path, lambda work: steps.move_unit(work, "03-nets", "2"))
    text = (tmp_path / "02-nets/README.md").read_text(encoding="utf-8")
    assert "[<< Day 1](../01-start/README.md) | [Day 3 >>](../03-files/README.md)" in text
    text = (tmp_path / "03-files/README.md").read_text(encoding="utf-8")
    assert "[<< Day 2](../02-nets/README.md) | [Day 4 >>](../04-tests/README.md)" in text


def test_files_with_the_number_of_their_folder_follow(tmp_path: Path) -> None:
    names = ("start", "files", "nets")
    write_files(
        tmp_path,
        {
            "curriculum-lint.toml": (
                'levels = ["."]\nmodule-pattern = "{number:02}_{slug}"\nunit-file = "*.md"\n'
                "schemas = { module = 'any.json' }\n"
            ),
            "any.json": "{}\n",
            "README.md": "# Course\n\n"
            + "".join(f"- [{n}](0{at}_{n}/0{at}_{n}.md)\n" for at, n in enumerate(names, 1)),
            **{
                f"0{at}_{name}/{file}": text
                for at, name in enumerate(names, 1)
                for file, text in (
                    (f"0{at}_{name}.md", f"# {name}\n\n[Code](0{at}_code/1.js)\n"),
                    (f"0{at}_code/1.js", "1\n"),
                )
            },
        },
    )
    before = state_of(tmp_path)
    run(tmp_path, lambda work: steps.move_unit(work, "03_nets", "1"))
    assert (tmp_path / "01_nets/01_nets.md").read_text() == "# nets\n\n[Code](01_code/1.js)\n"
    assert "- [files](03_files/03_files.md)" in (tmp_path / "README.md").read_text()
    run(tmp_path, lambda work: steps.add_module(work, ".", steps.Beginning("More", "2")))
    assert (tmp_path / "02_more/02_more.md").exists()
    run(tmp_path, lambda work: steps.remove_unit(work, "02_more"))
    run(tmp_path, lambda work: steps.move_unit(work, "01_nets", "3"))
    assert state_of(tmp_path) == before


def test_a_table_with_the_directions_in_its_head(tmp_path: Path) -> None:
    texts = {}
    names = ("a", "b", "c", "d")
    for at, name in enumerate(names):
        back = f"[Lesson {names[at - 1]}](../{at}_{names[at - 1]}/readme.md)" if at else "-"
        on = f"[Lesson {names[at + 1]}](../{at + 2}_{names[at + 1]}/readme.md)" if at < 3 else "-"
        texts[f"l/{at + 1}_{name}/readme.md"] = (
            f"# Lesson {name}\n\nText.\n\n| ⬅️ Previous | 🏠 Home | Next ➡️ |\n|---|---|---|\n"
            f"| {back} | [Home](../readme.md) | {on} |\n"
        )
    config = 'levels = ["l"]\nreadme = "readme.md"\n'
    write_files(tmp_path, {"curriculum-lint.toml": config, "l/readme.md": "# L\n", **texts})
    invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    row = (tmp_path / "l/3_b/readme.md").read_text().splitlines()[-1]
    assert (
        row
        == "| [Lesson d](../2_d/readme.md) | [Home](../readme.md) | [Lesson c](../4_c/readme.md) |"
    )


def in_html(files: dict[str, str]) -> dict[str, str]:
    """The same, with the links of the lines in HTML."""
    link = re.compile(r"\[([^\]]*)\]\((\.\./\d[^)]*)\)")
    return {
        path: link.sub(r'<a href="\2">\1</a>', text) if path[0].isdigit() else text
        for path, text in files.items()
    }


@pytest.mark.parametrize("written", [dict, in_html])
@pytest.mark.parametrize(
    ("unit", "to", "order"),
    [
        ("04-tests", "1", ("Tests", "Start", "Files", "Nets")),
        ("01-start", "4", ("Files", "Nets", "Tests", "Start")),
        ("03-nets", "1", ("Nets", "Start", "Files", "Tests")),
    ],
)
def test_who_becomes_the_first_or_the_last_is_named_as_it(
    tmp_path: Path,
    written: Callable[[dict[str, str]], dict[str, str]],
    unit: str,
    to: str,
    order: tuple[str, ...],
) -> None:
    write_files(tmp_path, written(course(*NAMES)))
    before = state_of(tmp_path)
    back = run(tmp_path, lambda work: steps.move_unit(work, unit, to))
    wanted = written(course(*order))
    assert texts(tmp_path, wanted) == wanted
    assert back
    undo(tmp_path, back)
    assert state_of(tmp_path) == before


@pytest.mark.parametrize(
    "line",
    [
        "\n[Next: {t}](../{p}/readme.md)\n",
        "\n## Next\n\n- [{t}](../{p}/readme.md)\n",
        "\n---\n\nNext: [{t}](../{p}/readme.md)\n",
    ],
)
def test_the_last_one_that_says_nothing_of_a_next_one_says_it_now(
    line: str, tmp_path: Path
) -> None:
    def course(*names: str) -> dict[str, str]:
        files = {"curriculum-lint.toml": "levels = ['.']\n"}
        for n, name in enumerate(names, 1):
            following = (
                {"t": names[n], "p": f"{n + 1}_{names[n].lower()}"} if n < len(names) else {}
            )
            end = line.format_map(following) if following else ""
            files[f"{n}_{name.lower()}/readme.md"] = f"# {name}\n\nWords.\n{end}"
        return files

    write_files(tmp_path, course("Start", "Files", "Nets", "Tests"))
    before = state_of(tmp_path)
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert "by hand" not in done.stderr
    after = {
        path: text.encode() for path, text in course("Start", "Tests", "Files", "Nets").items()
    }
    assert state_of(tmp_path) == after
    assert invoke("move", "2", "--to", "4", "--root", str(tmp_path)).exit_code == 0
    assert state_of(tmp_path) == before
