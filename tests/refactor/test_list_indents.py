"""Lists that are indented too little to lie in an item: they are mended first."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from tests.command import invoke
from tests.repository import write_files

_NAMES = ("alpha", "bravo", "carol", "delta", "echo", "foxtrot", "golf", "hotel", "india")
_MORE = ("juliet", "kilo", "lima")
_INNER = {"numbers": "{}.", "bullets": "-", "letters": "- {})"}
_COMMANDS = {
    "to the middle": (("move", "12", "--to", "3"), (1, 2, 12, *range(3, 12))),
    "to the end": (("move", "10", "--to", "12"), (*range(1, 10), 11, 12, 10)),
    "removed": (("remove", "11"), (*range(1, 11), 12)),
    "begun": (("new", "module", "Shiny"), (*range(1, 13), 0)),
}


def course(root: Path, inner: str, end: str = "\n", blanks: str = "   ") -> None:
    files = {"curriculum-lint.toml": "levels = ['.']\nreadme = 'readme.md'\n"}
    lines = ["# Course", ""]
    for number, name in enumerate((*_NAMES, *_MORE), 1):
        folder = f"{number}_{name}"
        lines.append(f"{number}. [{name.title()}]({folder}/readme.md): about it.")
        files[f"{folder}/readme.md"] = f"# {name.title()}\n\nWords.\n"
        for nth, letter in enumerate("ab", 1):
            marker = inner.format(letter if "-" in inner else nth)
            lines.append(
                f"{blanks}{marker} [{letter} of {name}]({folder}/{letter}_inner/readme.md)"
            )
            files[f"{folder}/{letter}_inner/readme.md"] = f"# {letter} of {name}\n\nWords.\n"
    write_files(root, files | {"readme.md": end.join([*lines, ""])})


def items(path: Path) -> list[list[str]]:
    """The texts of the links of each item of the outer list, as Markdown shows it."""
    tree = SyntaxTreeNode(MarkdownIt().parse(path.read_text()))
    (outer,) = (each for each in tree.children if each.type.endswith("_list"))
    return [
        [link.children[0].content for link in item.walk() if link.type == "link"]
        for item in outer.children
    ]


def _shown(order: tuple[int, ...]) -> list[list[str]]:
    names = ("", *_NAMES, *_MORE)
    return [
        [names[at].title(), f"a of {names[at]}", f"b of {names[at]}"] if at else ["Shiny"]
        for at in order
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("inner", _INNER)
@pytest.mark.parametrize("command", _COMMANDS)
def test_what_lies_in_an_item_stays_in_it(
    command: str, inner: str, end: str, tmp_path: Path
) -> None:
    course(tmp_path, _INNER[inner], end)
    words, order = _COMMANDS[command]
    done = invoke(*words, "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert "Look at this: readme.md:31 was indented too little" in done.stderr
    assert items(tmp_path / "readme.md") == _shown(order)


@pytest.mark.parametrize("command", _COMMANDS)
@pytest.mark.parametrize(
    ("inner", "blanks"), [*((each, 2) for each in _INNER), ("bullets", 1), ("bullets", 0)]
)
def test_what_is_indented_too_little_everywhere_lies_in_items_all_the_same(
    inner: str, blanks: int, command: str, tmp_path: Path
) -> None:
    course(tmp_path, _INNER[inner], blanks=" " * blanks)
    words, order = _COMMANDS[command]
    done = invoke(*words, "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert "Look at this: readme.md:4 was indented too little" in done.stderr
    assert items(tmp_path / "readme.md") == _shown(order)


def test_no_other_page_is_touched(tmp_path: Path) -> None:
    course(tmp_path, "-")
    steps = "".join(f"{n}. Do it.\n   - In detail.\n" for n in range(1, 12))
    page = f"# Steps\n\n{steps}\n```\n9. A\n   - a\n10. B\n   - b\n```\n"
    write_files(tmp_path, {"1_alpha/steps.md": page, "12_lima/steps.md": page})
    invoke("move", "12", "--to", "3", "--root", str(tmp_path))
    assert (tmp_path / "1_alpha/steps.md").read_text() == page
    assert (tmp_path / "3_lima/steps.md").read_text() == page


@pytest.mark.parametrize(
    "words", [("move", "12", "--to", "12"), ("rename", "1", "--title", "Xray")]
)
def test_what_changes_no_order_indents_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    course(tmp_path, "-")
    invoke(*words, "--root", str(tmp_path))
    assert "\n   - [a of lima]" in (tmp_path / "readme.md").read_text()


def test_lists_that_are_meant_to_stand_there_stay(tmp_path: Path) -> None:
    course(tmp_path, "-")
    text = (tmp_path / "readme.md").read_text().splitlines()
    kept = [line for line in text if not line.startswith("   ") or "lima" in line]
    write_files(tmp_path, {"readme.md": "\n".join([*kept, ""])})
    done = invoke("move", "2", "--to", "3", "--root", str(tmp_path))
    assert done.exit_code == 0
    assert "indented" not in done.stderr
    assert "\n   - [a of lima]" in (tmp_path / "readme.md").read_text()
