"""Units moved, renumbered and begun: everything follows, and back again every byte is as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_lint.fix.repair import write
from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.refactor.steps import (
    Beginning,
    add_exercise,
    add_module,
    add_subsection,
    move_unit,
    rename_unit,
    renumber_units,
)
from curriculum_lint.refactor.units.refusal import Refusal
from curriculum_lint.rules.index.index_out_of_date import IndexOutOfDate
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.command import invoke
from tests.edits.trees import state_of
from tests.refactor.random_commands import run
from tests.repository import diagnostics_on, write_files

CONFIGURATION = """\
levels = ["course"]
module-pattern = "week-{number:02}-{slug}"
subsection-pattern = "{number}{letter}-{slug}"

[index]
json = "index.json"
"""
_NAMES = ("intro", "loops", "files", "maps", "nets", "tests", "logs", "jobs", "caches", "end", "x")


def _exercise(number: str, name: str) -> str:
    return (
        f"### Exercise {number}: Print {name}\n\n**Goal:** Print {name} in one line.\n\n"
        f"**Build steps:**\n\n1. Write `{name}.js`.\n\n**Acceptance criteria:**\n\n"
        f"- `node {name}` prints `{name}`.\n\n"
    )


def _readme(title: str, unit: str, name: str, link: str) -> str:
    exercises = _exercise(f"{unit}.1", name) + _exercise(f"{unit}.2", f"{name}-again")
    return (
        f"# {title}\n\nLearn {name}. See {link}, and exercise {unit}.2 as well.\n\n## Exercises\n\n"
        f"{exercises}## Best practices\n\n- Test it.\n"
    )


def course(count: int = 3, *, numbers: tuple[int, ...] = ()) -> dict[str, str]:
    """Modules with a list, a table and links; the last one has two subsections."""
    numbers = numbers or tuple(range(1, count + 1))
    folders = [f"week-{n:02}-{name}" for n, name in zip(numbers, _NAMES, strict=False)]
    entries, rows, files = "", "", {}
    for at, (number, folder) in enumerate(zip(numbers, folders, strict=True)):
        title = f"Week {number}: {_NAMES[at].title()}"
        other, there = numbers[at - 1], folders[at - 1]
        link = f"[exercise {other}.1](../{there}/readme.md#exercise-{other}1-print-{there.split('-')[2]})"
        entries += f"{number}. [{title}]({folder}/readme.md)\n"
        rows += f"| {number} | [{_NAMES[at].title()}](course/{folder}/readme.md) |\n"
        files[f"course/{folder}/readme.md"] = _readme(title, str(number), _NAMES[at], link)
    for letter, name in (("a", "deep"), ("b", "wide")):
        unit, folder = f"{number}{letter}", f"{folders[-1]}/{number}{letter}-{name}"
        entries += f"{' ' * len(f'{number}. ')}- {letter}) [{name.title()}]({folder}/) (optional)\n"
        text = _readme(f"{unit}. {name.title()}", unit, name, "[the module](../readme.md)")
        files[f"course/{folder}/readme.md"] = text
    return {
        "curriculum-lint.toml": CONFIGURATION,
        "README.md": f"# Course\n\n<!-- curriculum-index:start -->\n<!-- curriculum-index:end -->\n\n"
        f"| Week | Topic |\n|---|---|\n{rows}\n[All](course/readme.md)\n",
        "course/readme.md": f"# Weeks\n\nIn order:\n\n{entries}",
        **files,
    }


def restructure(root: Path, act: Callable[[Restructuring], object]) -> Restructuring:
    work = Restructuring(Disk(load_settings(str(root), root=str(root)).settings))
    act(work)
    assert (
        write(
            load_settings(str(root), root=str(root)).settings,
            work.end((), (IndexOutOfDate(),)).repair,
        )
        == []
    )
    return work


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return begun(tmp_path / "course", course())


def begun(root: Path, files: dict[str, str]) -> Path:
    write_files(root, files)
    restructure(root, lambda work: None)
    assert diagnostics_on(root) == ()
    return root


def where(root: Path, name: str) -> str:
    """The path of the unit whose folder ends so."""
    (found,) = (each for each in root.rglob(f"*-{name}") if each.is_dir())
    return found.relative_to(root).as_posix()


def test_a_moved_module_is_where_it_should_be_in_everything(root: Path) -> None:
    restructure(root, lambda work: move_unit(work, "course/week-03-files", "1"))
    assert diagnostics_on(root) == ()
    assert (root / "course/readme.md").read_text() == (
        "# Weeks\n\nIn order:\n\n"
        "1. [Week 1: Files](week-01-files/readme.md)\n"
        "   - a) [Deep](week-01-files/1a-deep/) (optional)\n"
        "   - b) [Wide](week-01-files/1b-wide/) (optional)\n"
        "2. [Week 2: Intro](week-02-intro/readme.md)\n"
        "3. [Week 3: Loops](week-03-loops/readme.md)\n"
    )
    readme = (root / "README.md").read_text()
    assert (
        "| 1 | [Files](course/week-01-files/readme.md) |\n"
        "| 2 | [Intro](course/week-02-intro/readme.md) |\n"
        "| 3 | [Loops](course/week-03-loops/readme.md) |\n"
    ) in readme
    assert "1. [Files](course/week-01-files/readme.md)" in readme.split(":end -->")[0]
    files = (root / "course/week-01-files/readme.md").read_text()
    assert "See [exercise 3.1](../week-03-loops/readme.md#exercise-31-print-loops)" in files
    assert "and exercise 1.2 as well" in files
    assert '"path": "course/week-01-files/1b-wide"' in (root / "index.json").read_text()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(2, 11), st.data())
def test_moved_there_and_back_every_byte_is_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, count: int, data: st.DataObject
) -> None:
    root = begun(tmp_path_factory.mktemp("moved"), course(count))
    before = state_of(root)
    start, end = (data.draw(st.integers(1, count)) for _ in range(2))
    name = _NAMES[start - 1]
    restructure(root, lambda work: move_unit(work, where(root, name), str(end)))
    assert where(root, name).startswith(f"course/week-{end:02}-")
    assert diagnostics_on(root) == ()
    restructure(root, lambda work: move_unit(work, where(root, name), str(start)))
    assert state_of(root) == before


def test_letters_change_places_and_back(root: Path) -> None:
    before = state_of(root)
    restructure(root, lambda work: move_unit(work, "course/week-03-files/3b-wide", "a"))
    assert diagnostics_on(root) == ()
    listed = (root / "course/readme.md").read_text()
    assert "a) [Wide](week-03-files/3a-wide/) (optional)\n   - b) [Deep]" in listed
    restructure(root, lambda work: move_unit(work, "course/week-03-files/3a-wide", "b"))
    assert state_of(root) == before


def test_a_slug_changes_and_the_title_stays(root: Path) -> None:
    def act(work: Restructuring) -> None:
        move_unit(work, "course/week-02-loops", "1")
        rename_unit(work, "course/week-02-loops", "for-loops")

    restructure(root, act)
    assert (root / "course/week-01-for-loops/readme.md").read_text().startswith("# Week 1: Loops\n")
    assert diagnostics_on(root) == ()


@pytest.mark.parametrize("numbers", [(1, 3, 4), (1, 2, 7), (2, 5, 9), (3, 4, 11)])
def test_renumbered_modules_have_no_gaps(tmp_path: Path, numbers: tuple[int, ...]) -> None:
    root = tmp_path / "gaps"
    write_files(root, course(numbers=numbers))
    restructure(root, lambda work: renumber_units(work, None))
    assert state_of(root) == state_of(begun(tmp_path / "none", course()))


def test_levels_that_go_on_go_on_from_the_new_last_number(tmp_path: Path) -> None:
    modules = ("one/1_a", "one/2_b", "one/4_c", "two/5_d", "two/7_e", "three/1_f", "three/99_g")
    files = {f"{path}/readme.md": "# T\n" for path in modules}
    files["curriculum-lint.toml"] = 'levels = ["one", "two", "three"]\n'
    write_files(tmp_path, files)
    restructure(tmp_path, lambda work: renumber_units(work, None))
    found = {each.relative_to(tmp_path).as_posix() for each in tmp_path.glob("*/*_*")}
    assert found == {
        "one/1_a",
        "one/2_b",
        "one/3_c",
        "two/4_d",
        "two/5_e",
        "three/1_f",
        "three/99_g",
    }


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [((98, 99, 100), (1, 2, 3)), ((1, 3, 99), (1, 2, 99)), ((1, 99, 999), (1, 99, 999))],
)
def test_a_99_stays_where_it_only_says_that_it_is_the_last(
    tmp_path: Path, numbers: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    write_files(tmp_path, {f"a_level/{n}_x/readme.md": f"# T{n}\n" for n in numbers})
    restructure(tmp_path, lambda work: renumber_units(work, None))
    assert {each.name for each in tmp_path.glob("*/*_x")} == {f"{n}_x" for n in wanted}


def test_a_repeat_is_resolved_in_the_order_of_names(tmp_path: Path) -> None:
    files = {f"a_level/{name}/readme.md": "# T\n" for name in ("1_a", "2_b", "2_c", "3_d")}
    write_files(tmp_path, files)
    restructure(tmp_path, lambda work: renumber_units(work, "a_level"))
    assert sorted(each.name for each in tmp_path.glob("*/*_*")) == ["1_a", "2_b", "3_c", "4_d"]


@pytest.mark.parametrize("at", [None, "1", "2", "4"])
def test_a_new_module_leaves_nothing_open_but_its_text(root: Path, at: str | None) -> None:
    restructure(root, lambda work: add_module(work, "course", Beginning("Sets & Maps", at)))
    number = int(at or 4)
    readme = root / f"course/week-{number:02}-sets-maps/readme.md"
    assert readme.read_text().startswith(f"# Week {number}: Sets & Maps\n\nTODO\n")
    found = diagnostics_on(root)
    assert {each.code for each in found} == {"CL116"}
    assert {each.place.path for each in found} == {readme.relative_to(root).as_posix()}
    entry = f"{number}. [Week {number}: Sets & Maps](week-{number:02}-sets-maps/readme.md)\n"
    assert entry in (root / "course/readme.md").read_text()


@pytest.mark.parametrize(("at", "letter"), [(None, "c"), ("a", "a"), ("b", "b")])
def test_a_new_subsection_is_listed_as_the_others_are(
    root: Path, at: str | None, letter: str
) -> None:
    module = "course/week-03-files"
    restructure(root, lambda work: add_subsection(work, module, Beginning("Far out", at)))
    listed = (root / "course/readme.md").read_text()
    assert (
        f"   - {letter}) [Far out](week-03-files/3{letter}-far-out/) (optional)\n" in listed + "\n"
    )
    assert {each.code for each in diagnostics_on(root)} == {"CL116"}


def test_a_second_subsection_is_listed_beside_the_only_one(tmp_path: Path) -> None:
    text = "# One\n\n## Parts\n\n- [Deep](a_deep/readme.md): about it\n\n## Practice\n\nWords.\n"
    write_files(
        tmp_path, {"x_level/1_one/readme.md": text, "x_level/1_one/a_deep/readme.md": "# Deep\n"}
    )
    restructure(tmp_path, lambda w: add_subsection(w, "x_level/1_one", Beginning("More")))
    new = "- [Deep](a_deep/readme.md): about it\n- [More](b_more/readme.md)\n\n## Practice"
    assert new in (tmp_path / "x_level/1_one/readme.md").read_text()


@pytest.mark.parametrize(
    ("numbers", "at", "undo"),
    [
        ((1, 2, 3), "2", ("remove", "x_level/2_new")),
        ((1, 2, 3), None, ("remove", "x_level/4_new")),
        ((1, 3), "2", ("remove", "x_level/2_new", "--keep-gap")),
        ((1, 2, 4), "2", ()),
    ],
)
def test_what_takes_a_new_module_back_leaves_the_gaps_as_they_were(
    tmp_path: Path, numbers: tuple[int, ...], at: str | None, undo: tuple[str, ...]
) -> None:
    write_files(tmp_path, {f"x_level/{n}_x{n}/readme.md": f"# X{n}\n" for n in numbers})
    back = run(tmp_path, lambda w: add_module(w, "x_level", Beginning("New", at)))
    assert back == ((undo,) if undo else ())


@pytest.mark.parametrize(
    ("unit", "to", "undo"),
    [
        ("4_x4", "2", ()),
        ("3_x3", "2", ("move", "x_level/2_x3", "--to", "3")),
        ("4_x4", "1", ("move", "x_level/1_x4", "--to", "4")),
    ],
)
def test_what_takes_a_move_back_is_a_place_that_there_is(
    tmp_path: Path, unit: str, to: str, undo: tuple[str, ...]
) -> None:
    write_files(tmp_path, {f"x_level/{n}_x{n}/readme.md": f"# X{n}\n" for n in (1, 3, 4)})
    back = run(tmp_path, lambda w: move_unit(w, f"x_level/{unit}", to))
    assert back == ((undo,) if undo else ())


def test_a_new_exercise_pushes_the_later_ones_and_what_names_them(root: Path) -> None:
    restructure(root, lambda work: add_exercise(work, "Say no", "course/week-03-files", "1"))
    text = (root / "course/week-03-files/readme.md").read_text()
    assert "### Exercise 3.1: Say no\n\n**Goal:** TODO\n\n**Build steps:**\n\n1. TODO\n" in text
    assert "### Exercise 3.2: Print files\n" in text
    assert "and exercise 3.3 as well" in text
    other = (root / "course/week-01-intro/readme.md").read_text()
    assert "[exercise 3.2](../week-03-files/readme.md#exercise-32-print-files)" in other
    assert {each.code for each in diagnostics_on(root)} == {"CL116"}


def test_a_new_last_exercise_stands_before_the_sections_of_the_readme(root: Path) -> None:
    restructure(root, lambda work: add_exercise(work, "Say no", "course/week-03-files", None))
    text = (root / "course/week-03-files/readme.md").read_text()
    assert text.index("### Exercise 3.3: Say no\n") < text.index("\n\n## Best practices\n")
    assert {each.code for each in diagnostics_on(root)} == {"CL116"}


def test_line_ends_stay(tmp_path: Path) -> None:
    root = begun(tmp_path, course())
    for path in root.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    def act(work: Restructuring) -> None:
        add_module(work, "course", Beginning("Sets", "2"))

    restructure(root, act)
    for path in root.rglob("*.md"):
        body = path.read_bytes()
        assert body.count(b"\r\n") == body.count(b"\n") > 0, path


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda work: move_unit(work, "course/week-03-files", "4"), "the places are 1 to 3"),
        (lambda work: move_unit(work, "course/week-03-files", "b"), "write a number such as 4"),
        (lambda work: move_unit(work, "course/week-03-files/3b-wide", "3"), "a letter such as b"),
        (lambda work: rename_unit(work, "course/week-03-files", "Big Files"), "write `big-files`"),
        (lambda work: rename_unit(work, "course/week-03-files", "../up"), "does not fit"),
        (lambda work: add_module(work, "course", Beginning("Sets", "6")), "would be 4"),
        (lambda work: add_module(work, "course", Beginning("???")), "with --name"),
        (lambda work: add_module(work, "course", Beginning(" ")), "1 to 150 characters"),
        (
            lambda work: add_subsection(work, "course/week-03-files/3a-deep", Beginning("x")),
            "only modules have subsections",
        ),
        (lambda work: add_exercise(work, "x", "course/week-03-files", "9"), "no exercise 9"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(
    root: Path, act: Callable[[Restructuring], object], said: str
) -> None:
    before = state_of(root)
    with pytest.raises(Refusal, match=said.replace("?", r"\?")):
        restructure(root, act)
    assert state_of(root) == before


def test_a_folder_that_is_there_is_not_written_over(root: Path) -> None:
    write_files(root, {"course/week-04-sets/notes.txt": "mine"})
    (root / ".gitignore").write_text("course/week-04-sets/\n")
    with pytest.raises(Refusal, match="exists already"):
        restructure(root, lambda work: add_module(work, "course", Beginning("Sets")))


@pytest.mark.parametrize("ignored", ["week-04-*/", "**/week-04-sets/readme.md"])
def test_nothing_is_begun_that_git_would_ignore(root: Path, ignored: str) -> None:
    (root / ".gitignore").write_text(f"{ignored}\n")
    with pytest.raises(Refusal, match="would be ignored by git"):
        restructure(root, lambda work: add_module(work, "course", Beginning("Sets")))


def test_modules_in_the_root_itself_are_moved_and_begun(tmp_path: Path) -> None:
    files = {f"{name}/readme.md": "# T\n\nText.\n" for name in ("1_a", "2_b", "3_c")}
    write_files(tmp_path, files | {"curriculum-lint.toml": 'levels = ["."]\n'})
    restructure(tmp_path, lambda work: move_unit(work, "1_a", "3"))
    restructure(tmp_path, lambda work: add_module(work, ".", Beginning("D", "1")))
    restructure(tmp_path, lambda work: rename_unit(work, "4_a", "e"))
    assert {each.name for each in tmp_path.glob("*_*")} == {"1_d", "2_b", "3_c", "4_e"}


def test_a_broken_link_to_what_comes_back_is_mended(root: Path) -> None:
    notes = "# N\n\n[x](course/week-01-files/readme.md)\n"
    write_files(root, {"notes.md": notes})
    restructure(root, lambda work: move_unit(work, "course/week-03-files", "1"))
    assert (root / "notes.md").read_text() == notes
    assert diagnostics_on(root) == ()


def test_a_broken_link_that_another_unit_would_fill_is_named(tmp_path: Path) -> None:
    files = {
        "curriculum-lint.toml": 'levels = ["c"]\nmodule-pattern = "lesson-{number}.md"\n',
        "c/lesson-1.md": "# Lesson 1: A\n",
        "c/lesson-3.md": "# Lesson 3: B\n\n[x](lesson-2.md)\n",
    }
    write_files(tmp_path, files)
    with pytest.raises(Refusal, match=r"c/lesson-3\.md:3 a broken link, “x” to c/lesson-2\.md"):
        restructure(tmp_path, lambda work: renumber_units(work, None))


def test_suppressions_in_what_is_not_checked_are_not_called_idle(tmp_path: Path) -> None:
    ignores = 'per-path-ignores = { "1_start/**" = ["CL301"] }\nlevels = ["."]\n'
    files = {
        f"{n}_{name}/readme.md": f"# {name}\n\n[x](gone.md)\n"
        for n, name in enumerate(("start", "loops", "files"), 1)
    }
    write_files(tmp_path, {"curriculum-lint.toml": ignores, **files})
    done = invoke("move", "3", "--to", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert "CL002" not in done.stderr
