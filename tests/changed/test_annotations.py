"""In a pull request, GitHub's annotations go to changed lines first, with ``--changed`` or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changed.history import commit, git
from tests.command import Result, invoke
from tests.report.runner import Command, commands
from tests.repository import write_files

BROKEN = "".join(f"\n[{n}](gone{n}.md)\n" for n in range(30))
ADDED = "\n[new](new.md)\n"


@pytest.fixture
def pull_request(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """30 old findings in each of two files, and one new one at the end of the second."""
    git(root, "switch", "-q", "main")
    write_files(root, {"old.md": f"# Old\n{BROKEN}", "older.md": f"# Older\n{BROKEN}"})
    commit(root)
    git(root, "switch", "-qC", "change")
    (root / "older.md").write_text(f"# Older\n{BROKEN}{ADDED}")
    commit(root)
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return root


def check(root: Path, *arguments: str) -> Result:
    options = ("--root", str(root), "--select", "CL301", "--output-format", "github")
    return invoke("check", *options, *arguments)


def annotations(root: Path, *arguments: str) -> list[Command]:
    done = check(root, *arguments)
    assert done.exit_code == 1, done
    return commands(done.stdout)


def first_place(written: list[Command]) -> tuple[str, str]:
    return written[0].properties["file"], written[0].properties["line"]


@pytest.mark.parametrize("option", [(), ("--no-cache",)])
def test_changed_line_comes_first_without_changed(
    pull_request: Path, option: tuple[str, ...]
) -> None:
    written = annotations(pull_request, *option)
    assert len(written) == 10
    assert first_place(written) == ("older.md", "63")
    assert "51 more errors are not shown here: " in written[-1].data


def test_what_is_caused_comes_after_what_is_touched(pull_request: Path) -> None:
    (pull_request / "old.md").write_text(f"# Old\n{BROKEN}{BROKEN.replace('gone', 'away')}")
    (pull_request / "notes.md").unlink()
    written = annotations(pull_request, "--changed")
    places = [each.properties["file"] for each in written]
    assert places[0] == "old.md"
    assert "README.md" not in places
    assert "1 in `README.md`" in written[-1].data
    assert "22 more errors are not shown here, 21 of them at changed lines" in written[-1].data


def test_without_a_pull_request_the_order_is_that_of_the_report(
    pull_request: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_BASE_REF")
    assert first_place(annotations(pull_request)) == ("old.md", "3")


def test_without_the_base_nothing_is_said(
    pull_request: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_BASE_REF", "elsewhere")
    done = check(pull_request)
    assert (done.exit_code, done.stderr) == (1, "")
    assert first_place(commands(done.stdout)) == ("old.md", "3")


def test_without_git_nothing_is_said(pull_request: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    done = check(pull_request)
    assert (done.exit_code, done.stderr) == (1, "")
    assert first_place(commands(done.stdout)) == ("old.md", "3")


def test_other_formats_ask_no_git(pull_request: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("git was asked")

    monkeypatch.setattr("subprocess.Popen", refuse)
    done = invoke("check", "--root", str(pull_request), "--output-format", "text")
    assert done.exit_code == 1


def test_where_all_can_be_shown_no_git_is_asked(
    pull_request: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("git was asked")

    (pull_request / "old.md").unlink()
    (pull_request / "older.md").write_text(f"# Older\n{ADDED}")
    monkeypatch.setattr("subprocess.Popen", refuse)
    assert len(annotations(pull_request)) == 2


@pytest.fixture
def checkout(
    pull_request: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, str]:
    """What actions/checkout makes of a pull request: its merge, detached, in a shallow clone."""
    git(pull_request, "switch", "-qc", "merged", "main")
    write_files(pull_request, {"later.md": "# Later\n"})
    commit(pull_request)
    git(pull_request, "branch", "-f", "main")
    git(pull_request, "merge", "-q", "--no-ff", "--no-edit", "change")
    merged = git(pull_request, "rev-parse", "HEAD")
    monkeypatch.setenv("GITHUB_REF", "refs/pull/7/merge")
    monkeypatch.setenv("GITHUB_SHA", merged)
    return tmp_path / "checkout", f"file://{pull_request}"


def shallow(at: tuple[Path, str], depth: int) -> Path:
    folder, source = at
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "fetch", "-q", f"--depth={depth}", source, "merged")
    git(folder, "checkout", "-q", "--detach", "FETCH_HEAD")
    return folder


def test_clone_of_depth_2_knows_the_base_of_a_merged_pull_request(
    checkout: tuple[Path, str],
) -> None:
    folder = shallow(checkout, 2)
    assert first_place(annotations(folder)) == ("older.md", "63")
    done = check(folder, "--changed")
    assert "compared with origin/main" in done.stderr
    assert [each.properties["line"] for each in commands(done.stdout)] == ["63"]


def test_clone_of_depth_1_does_not_know_the_base(checkout: tuple[Path, str]) -> None:
    folder = shallow(checkout, 1)
    assert first_place(annotations(folder)) == ("old.md", "3")
    assert check(folder, "--changed").exit_code == 2


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GITHUB_REF", "refs/heads/main"),
        ("GITHUB_REF", "refs/pull/7/head"),
        ("GITHUB_SHA", "0" * 40),
    ],
)
def test_any_other_commit_is_not_taken_for_that_merge(
    checkout: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    folder = shallow(checkout, 2)
    monkeypatch.setenv(variable, value)
    assert check(folder, "--changed").exit_code == 2
