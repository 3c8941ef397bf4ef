"""Links to files of the curriculum by their address on GitHub follow, and those to others do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changed.history import commit, git, repository
from tests.command import Result, invoke
from tests.repository import write_files

OWN = "https://github.com/Some-School/course/blob/main"
REMOTE = "git@github.com:some-school/course.git"
UNITS = ("1.1 Start", "1.2 Files", "1.3 Loops", "2.1 Maps", "2.2 Quiz")


def address(name: str, base: str = OWN) -> str:
    return f"{base}/{name.replace(' ', '%20')}.md"


def row(number: str, link: str) -> str:
    return f"| **{number}** | Basics | {link} |\n"


def files(notes: str = "") -> dict[str, str]:
    rows = "".join(row(each[:3], f"[{each[4:]}]({address(each)})") for each in UNITS[:-1])
    last = f"| **2.2** | [Quiz]({address('2.2 Quiz')}) | |\n"
    table = f"| No. | Part | Topic |\n|---|---|---|\n{rows}{last}"
    config = 'levels = ["."]\nmodule-pattern = "{number}.{part} {name}.md"\n'
    texts = {f"{each}.md": f"# {each[4:]}\n\nText.\n" for each in UNITS}
    return {
        "curriculum-lint.toml": config,
        "README.md": f"# Course\n\n{table}",
        "notes.md": f"# Notes\n\n{notes}\n",
        **texts,
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = repository(tmp_path / "course", files())
    git(root, "remote", "add", "origin", REMOTE)
    return root


def run(root: Path, *arguments: str) -> Result:
    done = invoke(*arguments, "--root", str(root))
    assert done.exit_code == 0, done
    return done


def test_rows_their_numbers_and_their_addresses_follow(root: Path) -> None:
    run(root, "move", "1.3 Loops.md", "--to", "1.1")
    lines = (root / "README.md").read_text().splitlines()
    assert lines[4:7] == [
        row("1.1", f"[Loops]({address('1.1 Loops')})").rstrip(),
        row("1.2", f"[Start]({address('1.2 Start')})").rstrip(),
        row("1.3", f"[Files]({address('1.3 Files')})").rstrip(),
    ]


def test_a_row_that_has_its_link_in_another_column_follows(root: Path) -> None:
    run(root, "move", "2.2 Quiz.md", "--to", "2.1")
    written = (root / "README.md").read_text()
    assert written.index("| **2.1** | [Quiz]") < written.index("| **2.2** | Basics | [Maps]")


def test_a_new_row_has_number_and_address(root: Path) -> None:
    run(root, "new", "module", "Sets & Bags", "--level", ".", "--at", "1.2")
    new = f"| **1.2** |        | [Sets & Bags]({address('1.2 Sets & Bags')}) |"
    assert new in (root / "README.md").read_text().splitlines()


def test_what_is_removed_takes_its_row_along(root: Path) -> None:
    run(root, "remove", "1.2 Files.md")
    written = (root / "README.md").read_text()
    assert "Files" not in written
    assert row("1.2", f"[Loops]({address('1.2 Loops')})") in written


@pytest.mark.parametrize(
    ("link", "is_told"),
    [
        ("https://github.com/somebody/course/blob/main/1.1%20Start.md", False),
        (f"{OWN.replace('/main', '/v1.0')}/1.1%20Start.md", True),
        ("https://github.com/some-school/course/wiki/Start", False),
    ],
)
def test_other_repositories_and_versions_stay(root: Path, link: str, is_told: bool) -> None:
    write_files(root, {"notes.md": f"# Notes\n\n[it]({link})\n"})
    commit(root)
    done = run(root, "move", "1.1 Start.md", "--to", "1.3")
    assert link in (root / "notes.md").read_text()
    assert ("notes.md:3" in done.stderr) is is_told


def test_indexes_tell_whose_repository_it_is_where_git_does_not(tmp_path: Path) -> None:
    link = "[it](https://github.com/somebody/notes/blob/main/1.1%20Start.md)"
    write_files(tmp_path, files(link))
    run(tmp_path, "move", "1.1 Start.md", "--to", "1.3")
    assert address("1.3 Start") in (tmp_path / "README.md").read_text()
    assert link in (tmp_path / "notes.md").read_text()


def test_what_another_unit_is_called_now_is_not_told(tmp_path: Path) -> None:
    nav = "- local: 1-project/readme\n- local: 2-project/readme\n"
    units = {f"{n}-project/readme.md": f"# Project {n}\n\nText.\n" for n in (1, 2, 3)}
    rows = "".join(f"| {n} | [Project](./{n}-project/readme.md) |\n" for n in (1, 2, 3))
    config = 'levels = ["."]\nmodule-pattern = "{number}-{slug}"\nreadme = "readme.md"\n'
    readme = f"# Course\n\n| No. | Topic |\n|---|---|\n{rows}"
    write_files(
        tmp_path,
        {"curriculum-lint.toml": config, "README.md": readme, "toc.yml": nav, **units},
    )
    done = run(tmp_path, "move", "3-project", "--to", "1")
    assert "Also named here" not in done.stderr


def test_numbers_beside_links_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    """A word that labels call units by counts as one, and other words of a line may change."""
    names = [f"{n:02}_{name}" for n, name in enumerate(("a", "b", "c", "d"), 1)]
    texts = {}
    for at, name in enumerate(names):
        back = f"[<< Day {at}](../{names[at - 1]}/readme.md) | " if at else ""
        texts[f"{name}/readme.md"] = f"# {name[3:]}\n\nText.\n\n{back}[Day {at + 2} >>]()\n"
    config = 'levels = ["."]\nmodule-pattern = "{number:02}_{slug}"\nreadme = "readme.md"\n'
    write_files(tmp_path, {"curriculum-lint.toml": config, **texts})
    done = run(tmp_path, "move", "04_d", "--to", "2")
    assert "Also says “Day 4”: 03_b/readme.md:5" not in done.stderr
    assert "Also says “Day 3”: 03_b/readme.md:5" in done.stderr
    assert "[<< Day 2](../02_d/readme.md)" in (tmp_path / "03_b/readme.md").read_text()
