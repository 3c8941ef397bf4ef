"""Which folders and files are levels, modules and subsections, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.model.curriculum import Kind, Skeleton, Unit
from curriculum_lint.model.skeleton import find_units
from curriculum_lint.model.template import NameParts
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files


def skeleton(root: Path, files: Mapping[str, str], **settings: Any) -> Skeleton:
    write_files(root, files)
    disk = Disk(Settings(str(root), **settings))
    return find_units(disk.tree, disk.settings, disk.read)


def empty(*paths: str) -> dict[str, str]:
    return dict.fromkeys(paths, "# T\n")


def names(units: tuple[Unit, ...]) -> list[str]:
    """The name of each, with those in it."""
    return [
        each.basename + (f"[{' '.join(names(each.children))}]" if each.children else "")
        for each in units
    ]


@pytest.mark.parametrize(
    ("files", "settings", "found"),
    [
        # Modules in the order of their numbers, subsections of their letters.
        ("a_level/10_b/readme.md a_level/9_c/readme.md", {}, ["a_level[9_c 10_b]"]),
        ("a_level/1_x/b_y/readme.md a_level/1_x/a_z/readme.md", {}, ["a_level[1_x[a_z b_y]]"]),
        ("a_level/1_x/x.txt", {}, ["a_level[1_x]"]),
        ("a_level/x/readme.md a_level/1_x.md a_level/readme.md", {}, ["a_level"]),
        ("b_level/x a_level/x", {}, ["a_level", "b_level"]),
        ("10_level/x 9_level/x", {}, ["9_level", "10_level"]),
        ("a/1_x/x b/2_x/x", {"levels": ("b", "a", "?")}, ["b[2_x]", "a[1_x]"]),
        ("1_x/readme.md readme.md", {"levels": (".",)}, [".[1_x]"]),
        # A name that is nearly a module's.
        ("a_level/1-X/readme.md a_level/2x/readme.md", {}, ["a_level[1-X 2x]"]),
        ("a_level/1-X/x.txt", {}, ["a_level"]),
        # Years are no numbers beside others.
        ("a_level/1899_x/x a_level/1900_x/x", {}, ["a_level[1899_x]"]),
        ("a_level/2099_x/x a_level/2100_x/x", {}, ["a_level[2100_x]"]),
        ("a_level/2024_x/x a_level/2025_x/x", {}, ["a_level[2024_x 2025_x]"]),
        # Letters, parts, tracks and names without numbers.
        (
            "a_level/1_x/zeta_a/x a_level/1_x/alpha_b/x",
            {"subsection_pattern": "{slug}_{letter}"},
            ["a_level[1_x[zeta_a alpha_b]]"],
        ),
        (
            "a_level/1_x/1b_y/x a_level/1_x/1a_z/x a_level/1_x/2c_z/x",
            {"subsection_pattern": "{number}{letter}_{slug}"},
            ["a_level[1_x[1a_z 1b_y]]"],
        ),
        (
            "a_level/2.1_a/x a_level/2_x/x a_level/1_z/x",
            {"other_module_patterns": ("{number}.{part}_{slug}",)},
            ["a_level[1_z 2_x 2.1_a]"],
        ),
        (
            "a_level/1_a/x a_level/intro-z/readme.md",
            {"other_module_patterns": ("intro-{slug}",)},
            ["a_level[intro-z 1_a]"],
        ),
        (
            "a_level/1-b-x/x a_level/1-a-y/x",
            {"module_pattern": "{number}-{track}-{slug}"},
            ["a_level[1-a-y 1-b-x]"],
        ),
        ("a_level/x/readme.md a_level/y/x.txt", {"module_pattern": "{slug}"}, ["a_level[x]"]),
        # What holds modules is no module.
        (
            "1_a/1_x/x 1_a/2_b/1_y/x",
            {"levels": ("1_a", "1_a/2_b")},
            ["1_a[1_x]", "2_b[1_y]"],
        ),
    ],
)
def test_units_are_folders_that_are_called_so(
    files: str, settings: dict[str, Any], found: list[str], tmp_path: Path
) -> None:
    assert names(skeleton(tmp_path, empty(*files.split()), **settings).levels) == found


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ("02.md 01.md", ["01.md", "02.md"]),
        ("01.md 01/x.md 02/readme.md", ["01.md"]),
        ("01.md README.md readme.md SUMMARY.md toc.md", ["01.md"]),
        ("01.md 01.es.md 02.en.md", ["02.en.md", "01.md"]),
        ("intro.md CONTRIBUTING.md", ["CONTRIBUTING.md", "intro.md"]),
        ("intro.md intro.pt-br.md", ["intro.md"]),
        ("intro.txt intro.mdx", []),
    ],
)
def test_units_may_be_files(files: str, found: list[str], tmp_path: Path) -> None:
    settings = {"levels": ("docs",), "module_pattern": "{number:02}.md"}
    settings["other_module_patterns"] = ("{number:02}.{letter}.md", "{name}.md")
    paths = empty(*(f"docs/{name}" for name in files.split()))
    (level,) = skeleton(tmp_path, paths, **settings).levels
    assert [unit.basename for unit in level.children] == found
    assert all(unit.readme == unit.path and unit.is_file for unit in level.children)


def test_a_file_that_lists_units_is_none_unless_it_is_listed(tmp_path: Path) -> None:
    files = empty("docs/a.md", "docs/b.md", "docs/faq.md", "docs/b.es.md")
    order = {"docs/list.md": "[B](b.md) [F](faq.md) [E](b.es.md)\n"}
    settings: dict[str, Any] = {"levels": ("docs",), "module_pattern": "{name}.md"}
    (level,) = skeleton(tmp_path, {**files, **order}, order=("docs/list.md",), **settings).levels
    assert names(level.children) == ["b.md", "faq.md", "b.es.md", "a.md"]
    (level,) = skeleton(tmp_path, {}, order=(), **settings).levels
    assert names(level.children) == ["a.md", "b.md", "faq.md", "list.md"]
    settings["levels"] = (".",)
    (level,) = skeleton(tmp_path, empty("faq.md", "c.md", "1_faq.md"), **settings).levels
    assert names(level.children) == ["1_faq.md", "c.md"]


def test_units_come_in_the_order_of_lists(tmp_path: Path) -> None:
    files = empty(*(f"a_level/{name}/readme.md" for name in ("a", "b", "c", "d")))
    lists = {"one.md": "[D](a_level/d/readme.md)\n", "two.md": "[B](a_level/b) [D](a_level/d)\n"}
    settings: dict[str, Any] = {"module_pattern": "{slug}", "order": ("one.md", "no.md", "two.md")}
    (level,) = skeleton(tmp_path, {**files, **lists}, **settings).levels
    assert names(level.children) == ["d", "b", "a", "c"]


def test_levels_come_in_the_order_in_which_lists_name_what_is_in_them(tmp_path: Path) -> None:
    files = empty(*(f"{level}/1_x/readme.md" for level in ("a_level", "b_level", "c_level")))
    lists = {"list.md": "[C](c_level/1_x) [B](b_level)\n"}
    found = skeleton(tmp_path, {**files, **lists}, order=("list.md",))
    assert [level.path for level in found.levels] == ["c_level", "b_level", "a_level"]


def test_front_matter_may_say_where_a_unit_comes(tmp_path: Path) -> None:
    files = {
        f"a_level/{name}/readme.md": text
        for name, text in {
            "a": "# A\n",
            "b": "---\nweight: 2\n---\n",
            "c": "---\nweight: 1\n---\n",
            "d": "---\nother: 0\n---\n",
        }.items()
    }
    settings: dict[str, Any] = {"module_pattern": "{slug}", "order_by": "weight"}
    (level,) = skeleton(tmp_path, files, **settings).levels
    assert names(level.children) == ["c", "b", "a", "d"]
    (level,) = skeleton(tmp_path, {}, module_pattern="{slug}").levels
    assert names(level.children) == ["a", "b", "c", "d"]


def test_folders_with_a_readme_that_are_no_unit_are_strays(tmp_path: Path) -> None:
    moved = "<!-- curriculum-lint-moved -->\n"
    files = {
        **empty("a_level/1_x/readme.md", "a_level/1_x/more/README.md", "a_level/1_x/a_y/x"),
        **empty("a_level/extra/readme.md", "a_level/data/x.txt", "a_level/1_x/a_y/z/readme.md"),
        "a_level/old/readme.md": moved,
        "a_level/2_old/readme.md": moved,
        "a_level/3_x/readme.md": moved + "x" * 1000,
        "a_level/4_x/readme.md": moved,
        "a_level/4_x/more.txt": "",
        "a_level/5_x/readme.txt": moved,
    }
    (level,) = skeleton(tmp_path, files).levels
    assert names(level.children) == ["1_x[a_y]", "3_x", "4_x", "5_x"]
    assert level.strays == (("a_level/extra", "a_level/extra/readme.md"),)
    assert level.children[0].strays == (("a_level/1_x/more", "a_level/1_x/more/README.md"),)
    assert level.children[0].children[0].strays == ()


def test_the_root_and_files_have_no_strays(tmp_path: Path) -> None:
    files = empty("1_x/readme.md", "other/readme.md", "docs/2.md", "docs/sub/readme.md")
    found = skeleton(tmp_path, files, levels=(".",))
    assert found.levels[0].strays == ()
    found = skeleton(tmp_path, {}, levels=("docs",), module_pattern="{number}.md")
    assert [unit.strays for unit in found.levels[0].children] == [()]
    assert found.levels[0].strays == (("docs/sub", "docs/sub/readme.md"),)


def test_only_real_folders_are_units(tmp_path: Path) -> None:
    files = empty("a_level/1_x/readme.md", "elsewhere/readme.md")
    write_files(tmp_path, files)
    (tmp_path / "a_level/2_x").symlink_to("../elsewhere")
    (tmp_path / "a_level/3_x").symlink_to("nowhere")
    assert names(skeleton(tmp_path, {}).levels) == ["a_level[1_x]"]


def test_levels_that_are_named_and_not_there_are_missing(tmp_path: Path) -> None:
    levels = ("a", "b/", "c*", "[d]", "?", ".", "e/f")
    found = skeleton(tmp_path, empty("a/x", "e/x"), levels=levels)
    assert found.missing_levels == ("b", "e/f")
    assert found.root_readme is None


@pytest.mark.parametrize(
    ("names", "readme", "wanted"),
    [
        (("README.md",), "readme.md", "README.md"),
        (("README.md", "readme.md"), "readme.md", "readme.md"),
        (("README.md", "ReadMe.md"), "readme.md", "README.md"),
        (("index.md", "readme.md"), "index.md", "index.md"),
        (("index.md", "readme.md"), "readme.md", "readme.md"),
        (("readme.markdown",), "readme.md", None),
        (("readme.md/x",), "readme.md", None),
    ],
)
def test_a_readme_may_be_written_in_any_case(
    names: tuple[str, ...], readme: str, wanted: str | None, tmp_path: Path
) -> None:
    assert skeleton(tmp_path, empty(*names), readme=readme).root_readme == wanted


def test_a_unit_may_have_its_text_in_another_file(tmp_path: Path) -> None:
    files = empty("a_level/1_x/docs/en.md", "a_level/1_x/readme.md", "a_level/2_x/readme.md")
    (level,) = skeleton(tmp_path, files, unit_file="docs/en.md").levels
    assert [unit.readme for unit in level.children] == [
        *("a_level/1_x/docs/en.md", "a_level/2_x/readme.md")
    ]


def test_what_a_unit_is_called_is_known_in_lower_case(tmp_path: Path) -> None:
    found = skeleton(tmp_path, {}, sections={"unit": ("Woche", "Week"), "goal": ("Ziel",)})
    assert found.unit_words == {"woche", "week"}


def test_every_readme_has_its_kind(tmp_path: Path) -> None:
    files = empty(
        *("readme.md", "a_level/readme.md", "a_level/1_x/readme.md", "a_level/1_x/a_y/readme.md"),
        *("a_level/2_x/x.txt", "notes.md"),
    )
    found = skeleton(tmp_path, files)
    assert found.kinds() == {
        "readme.md": Kind.ROOT,
        "a_level/readme.md": Kind.LEVEL,
        "a_level/1_x/readme.md": Kind.MODULE,
        "a_level/1_x/a_y/readme.md": Kind.SUBSECTION,
    }
    assert [unit.path for unit in found.units()] == [
        *("a_level", "a_level/1_x", "a_level/1_x/a_y", "a_level/2_x")
    ]


def test_a_root_that_is_a_level_has_the_readme_of_the_root(tmp_path: Path) -> None:
    found = skeleton(tmp_path, empty("readme.md", "1_x/readme.md"), levels=(".",))
    assert found.kinds() == {"readme.md": Kind.ROOT, "1_x/readme.md": Kind.MODULE}


@pytest.mark.parametrize(
    ("kind", "path", "name", "label"),
    [
        (Kind.LEVEL, "a/b_level", NameParts(), "level “b_level”"),
        (Kind.MODULE, "a/3_x", NameParts(3), "module 3"),
        (Kind.MODULE, "a/3.1_x", NameParts(3, part=1), "module 3.1"),
        (Kind.MODULE, "a/3.0_x", NameParts(3, part=0), "module 3.0"),
        (Kind.MODULE, "a/3-web-1", NameParts(3, part=1, track="web"), "module 3"),
        (Kind.MODULE, "a/0_x", NameParts(0), "module 0"),
        (Kind.MODULE, "a/x", NameParts(letter="b"), "module “x”"),
        (Kind.SUBSECTION, "a/b_x", NameParts(letter="b"), "subsection b"),
        (Kind.SUBSECTION, "a/x", NameParts(3), "subsection “x”"),
    ],
)
def test_a_unit_is_called_by_its_number_or_letter(
    kind: Kind, path: str, name: NameParts, label: str
) -> None:
    assert Unit(kind, path, name, None).label == label


def test_a_unit_is_a_folder_or_a_file() -> None:
    bare = Unit(Kind.MODULE, "a/3_x", NameParts(3), None)
    folder = Unit(Kind.MODULE, "a/3_x", NameParts(3), "a/3_x/readme.md")
    file = Unit(Kind.MODULE, "a/3.md", NameParts(3), "a/3.md")
    top = Unit(Kind.MODULE, "3.md", NameParts(3), "3.md")
    assert [each.is_file for each in (bare, folder, file)] == [False, False, True]
    assert [each.form for each in (bare, folder, file)] == ["folder", "folder", "file"]
    assert [each.around for each in (folder, file, top)] == ["a/3_x", "a", "."]
    assert [each.place for each in (bare, folder)] == ["a/3_x", "a/3_x/readme.md"]
    assert [each.basename for each in (folder, top)] == ["3_x", "3.md"]
