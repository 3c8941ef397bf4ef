"""``curriculum-lint index`` as it is used."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from curriculum_lint.generate.generation import generate, write
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.command import Result, invoke
from tests.index.sample import END, FILES, START, write_sample
from tests.repository import write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_sample(tmp_path)


def run(root: Path, *arguments: str) -> Result:
    return invoke("index", "--root", str(root), *arguments)


def mark(root: Path, path: str = "README.md", inside: str = "", end: str = "\n") -> bytes:
    """Add a region to a file; the text before it."""
    before = (root / path).read_bytes()
    region = f"\n{START}\n{inside}{END}\n\nBelow.\n".replace("\n", end)
    (root / path).write_bytes(before + region.encode())
    return before


def test_a_region_is_filled_and_nothing_else_is_touched(root: Path) -> None:
    before = mark(root)
    assert run(root) == Result(0, "Wrote README.md.\n", "")
    after = (root / "README.md").read_bytes()
    assert after.startswith(before + f"\n{START}\n\n- [First level]".encode())
    assert after.endswith(f"\n\n{END}\n\nBelow.\n".encode())
    assert run(root) == Result(0, "The index is up to date (1 file).\n", "")
    assert (root / "README.md").read_bytes() == after


def test_line_endings_and_byte_order_marks_stay(root: Path) -> None:
    text = b"\xef\xbb\xbf# A course\r\n"
    (root / "README.md").write_bytes(text)
    mark(root, end="\r\n")
    assert run(root).exit_code == 0
    after = (root / "README.md").read_bytes()
    assert after.startswith(text)
    assert after.count(b"\n") == after.count(b"\r\n") > 6
    assert run(root).stdout == "The index is up to date (1 file).\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_region_is_kept_whatever_ends_the_lines(root: Path, end: str) -> None:
    (root / "README.md").write_bytes(f"# A course\n\n{START}\n{END}\n".replace("\n", end).encode())
    assert run(root) == Result(0, "Wrote README.md.\n", "")
    after = (root / "README.md").read_bytes().decode()
    assert set(re.findall("\r\n|\r|\n", after)) == {end}
    assert run(root, "--check").exit_code == 0


def test_what_somebody_writes_meanwhile_is_not_overwritten(root: Path) -> None:
    mark(root)
    generation = generate(Disk(load_settings(str(root), root=str(root)).settings))
    edited = "Above, and written while the index was made.\n\n" + (root / "README.md").read_text()
    (root / "README.md").write_text(edited)
    written, [refused] = write(generation)
    assert written == []
    assert refused.message.startswith("README.md was not written: it has changed")
    assert (root / "README.md").read_text() == edited


@pytest.mark.parametrize(
    "text", ['{"name": "a package"}\n', "# Notes\n", '{"version": 1, "x": []}']
)
def test_what_was_not_generated_is_not_overwritten(root: Path, text: str) -> None:
    mark(root)
    before = (root / "README.md").read_bytes()
    config = '[index]\njson = "a.json"\nhtml = "a.html"\n'
    write_files(root, {"curriculum-lint.toml": config, "a.json": text, "a.html": text})
    for arguments in ((), ("--check",)):
        found = run(root, *arguments)
        assert (found.exit_code, found.stdout) == (2, "")
        assert found.stderr.startswith(
            "a.json was not written: what is there now was not generated"
        )
        assert "\na.html was not written" in found.stderr
    assert (root / "a.json").read_text() == (root / "a.html").read_text() == text
    assert (root / "README.md").read_bytes() == before


def test_a_readme_behind_a_link_is_not_overwritten(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": '[index]\njson = "out.json"\n'})
    os.symlink("README.md", root / "out.json")
    assert run(root).exit_code == 2
    assert (root / "README.md").read_text() == FILES["README.md"]


def test_conflicts_of_a_merge_are_generated_away(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": '[index]\njson = "a.json"\nhtml = "a.html"\n'})
    run(root)
    for name in ("a.json", "a.html"):
        lines = (root / name).read_text().split("\n")
        lines[2:3] = ["<<<<<<< one", lines[2], "=======", "x", ">>>>>>> other"]
        (root / name).write_text("\n".join(lines))
    assert run(root) == Result(0, "Wrote a.json and a.html.\n", "")
    assert run(root, "--check").exit_code == 0


def test_several_files_are_kept(root: Path) -> None:
    mark(root)
    mark(root, "first_level/readme.md")
    assert run(root).stdout == "Wrote README.md and first_level/readme.md.\n"
    assert "[Start](1_start/readme.md)" in (root / "first_level/readme.md").read_text()


def test_check_writes_nothing_and_shows_the_difference(root: Path) -> None:
    mark(root)
    run(root)
    path = root / "first_level/2_files/readme.md"
    path.write_text(path.read_text().replace("# Files", "# Streams"))
    before = (root / "README.md").read_bytes()
    found = run(root, "--check")
    assert found.exit_code == 1
    assert "\n-  - 2\\. [Files]" in found.stdout
    assert "\n+  - 2\\. [Streams]" in found.stdout
    assert found.stderr == "Out of date: README.md. Run `curriculum-lint index`.\n"
    assert (root / "README.md").read_bytes() == before
    run(root)
    assert run(root, "--check").exit_code == 0


def test_json_is_written_and_checked(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": '[index]\njson = "out.json"\n'})
    assert "+++ b/out.json" in run(root, "--check").stdout
    assert run(root).stdout == "Wrote out.json.\n"
    assert json.loads((root / "out.json").read_text())["title"] == "A course"
    (root / "out.json").write_text("{}\n")
    assert run(root, "--check").exit_code == 1
    assert run(root).stdout == "Wrote out.json.\n"
    assert run(root, "--check").exit_code == 0


@pytest.mark.parametrize("heading", ["Structure", "## Structure", "structure", " Structure "])
def test_a_region_is_inserted_after_a_heading(root: Path, heading: str) -> None:
    assert run(root, "--insert-after", heading).stdout == "Wrote README.md.\n"
    text = (root / "README.md").read_text()
    before, _, after = text.partition(f"\n\n{START}\n")
    assert before.endswith("## Structure")
    assert after.endswith(f"{END}\n\nBy hand.\n")
    again = run(root, "--insert-after", heading)
    assert (again.exit_code, again.stderr) == (2, "README.md has a generated index already.\n")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Two\nlines\n-----\n", "twolines"),
        ("## #include\n", "#include"),
        ("## #include\n", "## #include"),
        ("## A\u00a0B\n", "A B"),
        ("## \u00dcber\n", "U\u0308ber"),
        ("# S\n\n## S\n", "s-1"),
        ("> ## S\n\n## S\n", "S"),
    ],
)
def test_a_heading_is_found_as_people_write_it(root: Path, text: str, heading: str) -> None:
    (root / "README.md").write_text(f"{text}\nBelow.\n")
    done = run(root, "--insert-after", heading)
    assert done == Result(0, "Wrote README.md.\n", "")
    assert (root / "README.md").read_text().startswith(f"{text}\n{START}\n")


def test_the_readme_behind_a_link_gets_the_region(root: Path) -> None:
    write_files(root, {"docs/all.md": FILES["README.md"]})
    (root / "README.md").unlink()
    os.symlink("docs/all.md", root / "README.md")
    assert run(root, "--insert-after", "Structure").stdout == "Wrote docs/all.md.\n"
    assert (root / "README.md").is_symlink()


def test_a_heading_has_to_be_named(root: Path) -> None:
    assert "needs the text of a heading" in run(root, "--insert-after", " ").stderr


def test_a_heading_at_the_end_of_a_file_without_a_line_ending_will_do(root: Path) -> None:
    (root / "README.md").write_text("# A course")
    assert run(root, "--insert-after", "A course").exit_code == 0
    assert (root / "README.md").read_text().startswith(f"# A course\n\n{START}\n\n- [First")


def test_an_unknown_heading_is_named_with_the_nearest(root: Path) -> None:
    found = run(root, "--insert-after", "Strukture")
    assert found.exit_code == 2
    assert found.stderr == "README.md has no heading “Strukture”. Did you mean “Structure”?\n"
    assert (root / "README.md").read_text() == FILES["README.md"]


def test_nothing_to_write_is_explained(root: Path) -> None:
    found = run(root)
    assert (found.exit_code, found.stdout) == (2, "")
    assert "No file holds a generated index" in found.stderr
    assert "--insert-after HEADING" in found.stderr


def test_a_named_readme_without_a_region_is_an_error(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": '[index]\nreadme = ["README.md"]\n'})
    assert run(root).stderr == "index.readme: README.md holds no generated index.\n"
    write_files(root, {"curriculum-lint.toml": '[index]\nreadme = ["none.md"]\n'})
    assert run(root).stderr == "index.readme: none.md is no Markdown file of the curriculum.\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{START}\n\nMine.\n", "README.md:1:1: This generated index has no end.\n"),
        (f"Mine.\n\n{END}\n", "README.md:3:1: This generated index has no beginning.\n"),
        (
            f"{START}\n\nMine.\n\n{START}\n{END}\n",
            "README.md:1:1: This generated index has no end.\n",
        ),
    ],
)
def test_half_a_region_stops_everything(root: Path, text: str, said: str) -> None:
    (root / "README.md").write_text(text)
    assert run(root) == Result(2, "", said)
    assert (root / "README.md").read_text() == text


@pytest.mark.parametrize(
    "text",
    [
        f"```markdown\n{START}\n{END}\n```\n",
        f"`{START}`\n",
        f"    {START}\n    {END}\n",
        f"- x\n\n  {START}\n  {END}\n",
    ],
    ids=["fence", "code span", "indented code", "list item"],
)
def test_marks_that_are_shown_or_nested_are_no_region(root: Path, text: str) -> None:
    (root / "README.md").write_text(f"# A course\n\n{text}")
    assert "No file holds a generated index" in run(root).stderr


def test_a_folder_that_is_not_there_is_made(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": '[index]\njson = "new/deep/out.json"\n'})
    assert run(root).stdout == "Wrote new/deep/out.json.\n"
    assert run(root, "--check").exit_code == 0


def test_a_folder_in_the_place_of_a_file_is_an_error(root: Path) -> None:
    write_files(root, {"curriculum-lint.toml": '[index]\njson = "out.json"\n'})
    (root / "out.json").mkdir()
    found = run(root)
    assert found.exit_code == 2
    assert found.stderr.startswith("out.json was not written")


def test_a_link_out_of_the_root_is_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "victim.json"
    outside.write_text("precious")
    write_files(root, {"curriculum-lint.toml": '[index]\njson = "out.json"\n'})
    os.symlink(outside, root / "out.json")
    assert run(root).exit_code == 2
    assert outside.read_text() == "precious"


def test_check_and_insert_do_not_go_together(root: Path) -> None:
    assert run(root, "--check", "--insert-after", "x").exit_code == 2


def test_a_list_that_is_there_is_noticed_and_gives_way_only_when_asked(tmp_path: Path) -> None:
    text = (
        "# A course\n\n## Units\n\nWork in this order.\n\n"
        "1. [Start](1_start/readme.md)\n2. [Files](2_files/readme.md)\n\n## More\n\n- [x](https://a.b)\n"
    )
    files = {"README.md": text, "curriculum-lint.toml": 'levels = ["."]\n'}
    units = {f"{name}/readme.md": f"# {name}\n" for name in ("1_start", "2_files")}
    write_files(tmp_path, files | units)
    refused = run(tmp_path, "--insert-after", "Units")
    assert refused.exit_code == 2
    assert "README.md:7:1" in refused.stderr
    assert "--replace" in refused.stderr
    assert (tmp_path / "README.md").read_text() == text
    assert run(tmp_path, "--insert-after", "Units", "--replace").exit_code == 0
    written = (tmp_path / "README.md").read_text()
    assert written.count("](1_start/readme.md)") == 1
    assert "Work in this order.\n\n<!-- curriculum-index:start -->" in written
    assert written.endswith("<!-- curriculum-index:end -->\n\n## More\n\n- [x](https://a.b)\n")
    assert run(tmp_path, "--insert-after", "More").exit_code == 2


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_was_written_is_up_to_date(tmp_path: Path, end: str) -> None:
    """Files are made from texts whose regions are written with them."""
    region = "<!-- curriculum-index:start -->\n<!-- curriculum-index:end -->\n"
    files = {
        "curriculum-lint.toml": '[index]\nhtml = "page.html"\njson = "index.json"\n',
        "README.md": f"# Course\n\n{region}".replace("\n", end),
        "a_level/readme.md": "# A\n\n- [Start](1_start/readme.md)\n",
        "a_level/1_start/readme.md": f"# Start\n\n{region}\n## 1) Go\n\nGo.\n".replace("\n", end),
    }
    write_files(tmp_path, files)
    assert invoke("index", "--root", str(tmp_path)).exit_code == 0
    assert invoke("index", "--check", "--root", str(tmp_path)).exit_code == 0
