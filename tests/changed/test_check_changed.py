"""``check --changed`` reports what a change touches and what it causes, and nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from curriculum_lint.git import calls as git_calls
from tests.changed.checking import check, diagnostics, found
from tests.changed.conftest import NOTES, OLD
from tests.changed.history import commit, git
from tests.command import invoke
from tests.curricula import FIRST, SECOND, readme
from tests.repository import write_files

#: The old finding, and before it a new one that looks the same.
TWICE = OLD.replace("# Old\n", "# Old\n\nFirst see [x](nowhere.md).\n")


def append(root: Path, path: str, text: str) -> None:
    (root / path).write_text((root / path).read_text() + text)


# -- what is reported


def test_without_a_change_nothing_is_reported(root: Path) -> None:
    done = check(root)
    assert done.exit_code == 0
    assert done.stdout.startswith("No findings")
    assert "compared with main" in done.stderr
    assert "1 other finding is not reported" in done.stderr


def test_quiet_says_nothing(root: Path) -> None:
    assert check(root, "--quiet") == (0, "", "")


@pytest.mark.parametrize("is_committed", [True, False])
def test_finding_on_an_added_line_is_reported(root: Path, is_committed: bool) -> None:
    append(root, "notes.md", "\n[y](gone.md)\n")
    if is_committed:
        commit(root)
    assert found(root) == [("notes.md", 7, "CL301", False)]
    assert check(root).exit_code == 1


def test_old_finding_on_a_modified_line_is_reported(root: Path) -> None:
    (root / "old.md").write_text(OLD.replace("[x]", "See [x]"))
    assert found(root) == [("old.md", 3, "CL301", False)]


def test_old_finding_that_only_moves_is_not_reported(root: Path) -> None:
    (root / "old.md").write_text(OLD.replace("# Old\n", "# Old\n\nOne.\n\nTwo.\n"))
    assert found(root) == []


def test_second_finding_like_an_old_one_is_the_one_that_is_reported(root: Path) -> None:
    (root / "old.md").write_text(TWICE)
    assert found(root) == [("old.md", 3, "CL301", False)]


def test_untracked_file_is_new(root: Path) -> None:
    (root / "more.md").write_text(OLD)
    assert ("more.md", 3, "CL301", False) in found(root)


def test_renamed_heading_is_the_cause_of_the_links_it_breaks(root: Path) -> None:
    (root / "notes.md").write_text(NOTES.replace("A heading", "Another"))
    assert found(root) == [("README.md", 5, "CL302", True)]


def test_deleted_file_is_the_cause_of_the_links_it_breaks(root: Path) -> None:
    (root / "notes.md").unlink()
    assert found(root) == [("README.md", 5, "CL301", True)]


def test_deleted_line_is_the_cause_of_what_is_missing(root: Path) -> None:
    (root / FIRST).write_text(readme("Start").partition("## Best practices")[0].rstrip() + "\n")
    assert [(path, code, caused) for path, _, code, caused in found(root)] == [
        (FIRST, "CL104", True)
    ]


def test_renamed_file_keeps_its_old_findings(root: Path) -> None:
    (root / "old.md").rename(root / "older.md")
    append(root, "README.md", "")
    assert found(root) == [("README.md", 5, "CL301", True)]


def test_renamed_and_edited_file_has_findings_on_its_new_lines_only(root: Path) -> None:
    (root / "old.md").rename(root / "older.md")
    append(root, "older.md", "\n[z](gone.md)\n")
    assert [each[:3] for each in found(root) if each[0] == "older.md"] == [("older.md", 9, "CL301")]


def test_renumbered_module_keeps_its_old_findings(root: Path) -> None:
    git(root, "switch", "-q", "main")
    append(root, SECOND, "\n[z](gone.md)\n")
    commit(root)
    git(root, "switch", "-qC", "change")
    (root / "first_level/2_files").rename(root / "first_level/3_files")
    reported = found(root)
    assert ("first_level/readme.md", 4, "CL301", True) in reported
    assert all(code != "CL301" for path, _, code, _ in reported if "3_files" in path)


def test_another_title_of_an_exercise_makes_nothing_new_in_it(root: Path) -> None:
    git(root, "switch", "-q", "main")
    text = readme("Start").replace("2. Run it.", "2. Run it and see [z](gone.md).", 1)
    (root / FIRST).write_text(text)
    commit(root)
    git(root, "switch", "-qC", "change")
    (root / FIRST).write_text(text.replace("## 1) Print Start 1", "## 1) Show Start"))
    assert "CL301" not in [code for _, _, code, _ in found(root)]


def test_other_titles_of_exercises_with_the_same_finding_make_none_of_them_new(root: Path) -> None:
    git(root, "switch", "-q", "main")
    text = readme("Start").replace("2. Run it.", "2. Run it and see [z](gone.md).")
    assert text.count("[z](gone.md)") > 1
    (root / FIRST).write_text(text)
    commit(root)
    git(root, "switch", "-qC", "change")
    (root / FIRST).write_text(text.replace(") Print Start", ") Show Start"))
    assert "CL301" not in [code for _, _, code, _ in found(root)]


def test_file_that_can_no_longer_be_read_is_reported(root: Path) -> None:
    (root / "notes.md").write_bytes(b"# Notes\n\xff\n")
    assert any(path == "notes.md" for path, *_ in found(root))


@pytest.mark.parametrize("option", [(), ("--no-cache",)])
def test_cache_changes_nothing(root: Path, option: tuple[str, ...]) -> None:
    (root / "notes.md").write_text(NOTES.replace("A heading", "Another") + "\n[y](gone.md)\n")
    first = diagnostics(root, *option)
    assert diagnostics(root, *option) == first
    assert len(first) == 2


def test_other_options_still_count(root: Path) -> None:
    append(root, "notes.md", "\n[y](gone.md)\n")
    (root / "more.md").write_text(OLD)
    assert {path for path, *_ in found(root, str(root / "notes.md"))} == {"notes.md"}
    assert found(root, "--ignore", "CL301,CL311") == []
    assert check(root, "--exit-zero").exit_code == 0


def test_limits_count_what_is_shown_only(root: Path) -> None:
    git(root, "switch", "-q", "main")
    write_files(root, {"curriculum-lint.toml": "[limits]\ndiagnostics = 2\n"})
    append(root, "old.md", "".join(f"\n[{n}](a{n}.md)\n" for n in range(5)))
    commit(root)
    git(root, "switch", "-qC", "change")
    append(root, "notes.md", "".join(f"\n[{n}](b{n}.md)\n" for n in range(3)))
    done = check(root, "--output-format", "concise")
    assert done.stdout.count("CL301") == 2
    assert "Found 3 errors in 1 file. 1 of them is not listed" in done.stdout


def test_baseline_hides_the_old_one_of_two_that_are_alike(root: Path) -> None:
    assert invoke("check", "--root", str(root), "--update-baseline").exit_code == 0
    (root / "old.md").write_text(TWICE)
    assert [each[:3] for each in found(root)] == [("old.md", 3, "CL301")]


def test_fix_repairs_what_concerns_the_change_only(root: Path) -> None:
    broken = NOTES.replace("Text.", "[r](READme.md)")
    git(root, "switch", "-q", "main")
    write_files(root, {"a.md": f"{broken}\n", "old.md": f"{OLD}\n[r](READme.md)\n"})
    commit(root)
    git(root, "switch", "-qC", "change")
    append(root, "old.md", "\n[again](README.MD)\n")
    before = (root / "a.md").read_text()
    invoke("check", "--root", str(root), "--changed", "--fix")
    assert (root / "a.md").read_text() == before
    assert "[again](README.md)" in (root / "old.md").read_text()
    assert "[r](READme.md)" in (root / "old.md").read_text()


@pytest.mark.parametrize(
    "arguments", [("--base", "main"), ("--changed", "--update-baseline"), ("--changed", "--base")]
)
def test_contradictions_are_wrong_usage(root: Path, arguments: tuple[str, ...]) -> None:
    assert invoke("check", "--root", str(root), *arguments).exit_code == 2


# -- what it costs


def count_processes(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    started: list[object] = []
    popen = subprocess.Popen.__init__

    def counted(self: object, command: object, *rest: object, **options: object) -> None:
        started.append(command)
        popen(self, command, *rest, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    return started


def test_git_is_not_called_without_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = count_processes(monkeypatch)
    invoke("check", "--root", str(root))
    assert started == []


def test_three_processes_of_git_are_enough(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(root, "notes.md", "\n[y](gone.md)\n")
    commit(root)
    (root / "old.md").rename(root / "older.md")
    started = count_processes(monkeypatch)
    check(root)
    assert len(started) == 3
    assert git_calls.environment()["GIT_ALLOW_PROTOCOL"] == "none"
