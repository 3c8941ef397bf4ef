"""Which files and folders a list names, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.model.unit_order import ListedPaths
from curriculum_lint.workspace.tree import scan
from tests.repository import write_files

FILES = (
    *("docs/loops.md", "docs/files.mdx", "docs/text/index.md", "docs/nets/README.md", "a b.md"),
    *("notes(1).md", "src/deep/page.markdown", "code.py", "x.html.md", "content/docs/late.md"),
    *("docs/baby_steps/x.txt", "docs/growing_up/x.txt", "docs/old_age/x.txt"),
)


def listed(root: Path, path: str, text: str, *, outermost: bool = False) -> list[str]:
    write_files(root, dict.fromkeys(FILES, "# T\n"))
    paths = ListedPaths(scan(str(root), lambda _path: False))
    found = paths.outermost(path, text) if outermost else paths.of(path, text)
    assert list(found.values()) == list(range(len(found)))
    return list(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[L](docs/loops.md)", ["docs/loops.md"]),
        ("[L]( docs/loops.md )", ["docs/loops.md"]),
        ("[L](docs/loops.md#x) [L](docs/loops.md?y)", ["docs/loops.md"]),
        ("[L](<a b.md>)", ["a b.md"]),
        ("[L](a%20b.md)", ["a b.md"]),
        ("[L](notes(1).md)", ["notes(1).md"]),
        ('[L](docs/loops.md "title")', ["docs/loops.md"]),
        ("[l]: docs/loops.md\n  [m]: <a>\n", ["docs/loops.md"]),
        ("    [l]: docs/loops.md\n", []),
        ('<a href="docs/loops.md">', ["docs/loops.md"]),
        ("<a HREF = 'docs/loops.md'>", []),
        ("<a href = 'docs/loops.md'>", ["docs/loops.md"]),
        (
            "[x](docs/files) [y](docs/text) [z](docs/nets/)",
            [*("docs/files.mdx", "docs/text"), "docs/nets"],
        ),
        ("[x](/docs/loops) [y](src/deep/page)", ["docs/loops.md", "src/deep/page.markdown"]),
        ("[x](docs/../docs/loops.md)", ["docs/loops.md"]),
        ("[x](deep/page) [y](loops.md) [z](x.html)", ["x.html.md"]),
        ("[x](https://example.org/docs/loops.md) [y](#x) [z](.) [u](/)", []),
        ("[x](https://github.com/o/r/blob/main/docs/loops.md)", ["docs/loops.md"]),
        ("[x](https://github.com/o/r/blob/main/nope.md)", []),
        (
            "[b](docs/files.mdx) [a](docs/loops.md) [b](docs/files.mdx)",
            [*("docs/files.mdx", "docs/loops.md")],
        ),
    ],
)
def test_a_page_names_what_it_links_to(text: str, found: list[str], tmp_path: Path) -> None:
    assert listed(tmp_path, "README.md", text) == found


def test_a_page_links_from_its_folder(tmp_path: Path) -> None:
    text = "[L](loops.md) [R](../code.py) [A](/a%20b.md) [D](docs/files)"
    assert listed(tmp_path, "docs/SUMMARY.md", text) == [*("docs/loops.md", "code.py", "a b.md")]
    assert listed(tmp_path, "docs/SUMMARY.md", "[x](#y) [z](?a)") == []


def test_very_long_names_are_none(tmp_path: Path) -> None:
    long = "./" * 144 + "code.py"
    assert listed(tmp_path, "README.md", f"[x](./././{long})") == []
    assert listed(tmp_path, "README.md", f"[x](././{long[2:]}) [y](/{long})") == ["code.py"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nav:\n  - Loops: loops.md\n  - files.mdx\n", ["docs/loops.md", "docs/files.mdx"]),
        ('nav: ["loops", "files"]\n', ["docs/loops.md", "docs/files.mdx"]),
        ("nav: [loops, files, nets]\n", [*("docs/loops.md", "docs/files.mdx", "docs/nets")]),
        ("nav:\n  - 'loops.html' # first\n", ["docs/loops.md"]),
        ("# - loops.md\n  // - files.mdx\nnav:\n - /deep/page/\n", ["src/deep/page.markdown"]),
        ("nav:\n  - late\n  - code.py  \n", ["content/docs/late.md", "code.py"]),
        ("nav:\n  - Loops and files\n  - https://example.org/loops\n", []),
        ("nav: loops\nother: nothing\n", ["docs/loops.md"]),
    ],
)
def test_a_menu_names_its_pages_by_values(text: str, found: list[str], tmp_path: Path) -> None:
    assert listed(tmp_path, "mkdocs.yml", text) == found


def test_some_menus_name_their_pages_by_keys(tmp_path: Path) -> None:
    text = '{"files": "All of it", "loops": {"title": "nets"}, code.py: "x"}\n'
    assert listed(tmp_path, "docs/_meta.json", text) == [
        "docs/files.mdx",
        "docs/loops.md",
        "code.py",
    ]
    found = ["docs/files.mdx", "docs/loops.md", "docs/nets"]
    assert listed(tmp_path, "docs/meta.json", text) == found


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("OLD AGE", "Baby Steps", "growing-up"), ["old_age", "baby_steps", "growing_up"]),
        (
            ("Baby steps!", "Growing up", "Old age", "Old age"),
            [*("baby_steps", "growing_up", "old_age")],
        ),
        (("OLD AGE", "Baby Steps"), []),
        (("OLD AGE", "Baby Steps", "Other"), []),
    ],
)
def test_a_menu_may_name_folders_by_their_titles(
    titles: tuple[str, ...], found: list[str], tmp_path: Path
) -> None:
    text = "menu:\n" + "".join(f"  - {title}\n" for title in titles)
    # Six of ten are enough: there are two others beside them.
    assert listed(tmp_path, "docs/menu.yml", text) == [f"docs/{name}" for name in found]
    assert listed(tmp_path, "menu.yml", text) == [f"docs/{name}" for name in found]
    assert listed(tmp_path, "src/menu.yml", text) == []


def test_too_few_of_the_folders_are_no_menu(tmp_path: Path) -> None:
    text = "menu:\n  - Old age\n  - Baby steps\n  - Growing up\n"
    write_files(tmp_path, {"docs/one_more/x.txt": ""})
    assert listed(tmp_path, "docs/menu.yml", text) == []


def test_solutions_in_folders_of_the_same_names_are_not_meant(tmp_path: Path) -> None:
    names = ("baby_steps", "growing_up", "old_age")
    text = "menu:\n  - Old age\n  - Baby steps\n  - Growing up\n  - Childhood\n"
    write_files(tmp_path, {f"docs/a_more/{name}/x.txt": "" for name in (*names, "childhood")})
    assert listed(tmp_path, "menu.yml", text) == [
        f"docs/a_more/{name}" for name in ("old_age", "baby_steps", "growing_up", "childhood")
    ]


def test_a_book_has_its_outermost_entries_for_chapters(tmp_path: Path) -> None:
    text = "# Book\n\n- [L](loops.md)\n  - [F](files.mdx)\n- [N](nets)\n\t- [T](text)\n"
    assert listed(tmp_path, "docs/SUMMARY.md", text, outermost=True) == [
        "docs/loops.md",
        "docs/nets",
    ]
    text = "- Part\n    1. [L](loops.md)\n\t2) [F](files.mdx)\n      - [N](nets)\n"
    assert listed(tmp_path, "docs/SUMMARY.md", text, outermost=True) == [
        "docs/loops.md",
        "docs/files.mdx",
    ]
    assert listed(tmp_path, "docs/SUMMARY.md", "- text\n", outermost=True) == []
