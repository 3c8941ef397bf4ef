"""CL401: the regions, the files, and what stays silent in them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.command import invoke
from tests.index.sample import END, START, write_sample
from tests.repository import diagnostics_on, places, write_files

EMPTY = f"{START}\n{END}\n"
GRAPH = "<!-- curriculum-graph:start -->\n<!-- curriculum-graph:end -->\n"
JSON = '[index]\njson = "out.json"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample with an index that is up to date."""
    write_sample(tmp_path)
    assert invoke("index", "--root", str(tmp_path), "--insert-after", "Structure").exit_code == 0
    return tmp_path


def found(root: Path) -> list[str]:
    return [place for place in places(diagnostics_on(root)) if place.endswith("CL401")]


def message(root: Path) -> str:
    [diagnostic] = [each for each in diagnostics_on(root) if each.code == "CL401"]
    return diagnostic.message


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def test_a_fresh_index_is_silent(root: Path) -> None:
    assert found(root) == []


def test_the_first_line_that_differs_is_told(root: Path) -> None:
    edit(root, "first_level/2_files/readme.md", "# Files", "# Streams")
    assert found(root) == ["README.md:7:1 CL401"]
    assert message(root) == (
        "The generated index is out of date: "
        "line 12 says `- 2\\. [Files](first_level/2_files/readme.md): Read them.` and should be "
        "`- 2\\. [Streams](first_level/2_files/readme.md): Read them.`."
    )


def test_line_endings_do_not_matter(root: Path) -> None:
    text = (root / "README.md").read_bytes()
    (root / "README.md").write_bytes(text.replace(b"\n", b"\r\n"))
    assert found(root) == []


def test_one_cause_has_one_finding(root: Path) -> None:
    # The links of the generated list are broken, and the list is about a unit that is gone.
    edit(root, "README.md", "By hand.", "[Files](first_level/2_files/readme.md)")
    (root / "first_level/2_files").rename(root / "first_level/2_folders")
    codes = [each.code for each in diagnostics_on(root) if each.place.path == "README.md"]
    assert codes == ["CL401", "CL301"]


def test_a_new_unit_that_nothing_else_links_is_no_orphan(root: Path) -> None:
    write_files(root, {"first_level/11_new/readme.md": "# New\n"})
    codes = {each.code for each in diagnostics_on(root)}
    assert "CL401" in codes
    assert "CL311" not in codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{START}\n", "The generated index begins here and has no end."),
        (f"{END}\n", "The generated index ends here and has no beginning."),
    ],
)
def test_half_a_region_is_told(root: Path, text: str, told: str) -> None:
    write_files(root, {"notes.md": f"# Notes\n\n{text}"})
    assert message(root) == told


def test_a_file_that_is_missing_or_differs_is_told(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": JSON})
    assert message(root) == "This generated file does not exist."
    invoke("index", "--root", str(root))
    assert found(root) == []
    edit(root, "out.json", '"A course"', '"A curse"')
    assert message(root) == (
        "This generated file is out of date: "
        'line 3 says `"title": "A curse",` and should be `"title": "A course",`.'
    )


@pytest.mark.parametrize(
    ("files", "also"),
    [
        ({}, ""),
        ({"notes.md": f"# N\n\n{EMPTY}"}, " So is `notes.md`."),
        ({"README.md": f"{EMPTY}{GRAPH}"}, " So is the graph."),
        ({"README.md": f"{EMPTY}\n{EMPTY}"}, " So is the index."),
        (
            {"README.md": f"{EMPTY}{GRAPH}", "notes.md": GRAPH},
            " So are the graph and `notes.md`.",
        ),
        (
            {"notes.md": f"{EMPTY}{GRAPH}", "more.md": f"{EMPTY}"},
            " So are `more.md` and `notes.md`.",
        ),
    ],
)
def test_what_else_is_out_of_date_is_named(root: Path, files: dict[str, str], also: str) -> None:
    write_files(root, {"README.md": f"# C\n\n{EMPTY}", **files})
    first, _, rest = message(root).rpartition(" So ")
    told = f" So {rest}" if first else ""
    assert told == also


def test_what_was_not_generated_is_told_and_not_fixed(root: Path) -> None:
    text = '{"name": "a package"}\n'
    write_files(root, {"curriculum-lint.toml": JSON, "out.json": text})
    assert message(root) == "The index is to be written here, and what is here was not generated."
    fixed = invoke("check", "--root", str(root), "--select", "CL401", "--fix")
    assert fixed.exit_code == 1
    assert (root / "out.json").read_text() == text


def test_a_file_that_has_lost_its_index_is_told(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": '[index]\nreadme = ["README.md", "README.md"]\n'})
    assert found(root) == []
    (root / "README.md").write_text("# A course\n")
    assert found(root) == ["README.md:1:1 CL401"]
    assert message(root) == "`index.readme` names this file, and it holds no generated index."


def test_what_git_ignores_is_not_looked_at(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": JSON, ".gitignore": "out.json\n"})
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    assert found(root) == []


def test_check_fixes_every_target_at_once(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": JSON})
    edit(root, "first_level/2_files/readme.md", "# Files", "# Streams")
    fixed = invoke("check", "--root", str(root), "--select", "CL401", "--fix")
    assert fixed.exit_code == 0, fixed.stdout
    assert invoke("index", "--root", str(root), "--check").exit_code == 0


def test_an_edit_of_the_file_alone_is_seen_by_the_cached_check(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    # An excluded file is in no tree, and yet it is generated.
    write_files(root, {"curriculum-lint.toml": f'exclude = ["out.json"]\n{JSON}'})
    invoke("index", "--root", str(root))
    arguments = ("check", "--root", str(root), "--select", "CL401")
    assert invoke(*arguments).exit_code == 0
    assert invoke(*arguments).exit_code == 0
    edit(root, "out.json", '"A course"', '"A curse"')
    assert invoke(*arguments).exit_code == 1
    # From stored pages the index is the same as from files that were parsed.
    write_files(root, {"notes.md": "# Notes\n"})
    invoke("index", "--root", str(root))
    assert invoke(*arguments).exit_code == 0
