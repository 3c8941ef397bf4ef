"""Links that leave the root and stay in the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changed.history import commit, git, repository
from tests.command import invoke
from tests.curricula import FIRST, clean_files


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """Two curricula in one repository."""
    files = {f"{one}/{path}": text for one in "ab" for path, text in clean_files().items()}
    roots = {"a/curriculum-lint.toml": "", "b/curriculum-lint.toml": ""}
    return repository(tmp_path / "top", {**files, **roots})


def found(top: Path, destination: str, *options: str) -> str:
    with (top / "b" / FIRST).open("a") as file:
        file.write(f"\n[x]({destination})\n")
    done = invoke(
        *("check", "--root", str(top / "b"), "--output-format", "concise", "--select", "CL3"),
        *("--fail-level", "info", *options),
    )
    assert done.exit_code in (0, 1), done
    return done.stdout if done.exit_code else ""


@pytest.mark.parametrize(
    "destination",
    [
        "../../../a/",
        f"../../../a/{FIRST}#best-practices",
        "../../../a/first_level/1_start/#best-practices",
        f"/a/{FIRST}#best-practices",
        "../../../a/#a-course",
        "/a-route/of-a-website",
    ],
)
def test_what_is_there_is_found(top: Path, destination: str) -> None:
    assert found(top, destination) == ""


def test_what_is_not_there_is_told_by_its_path_in_the_repository(top: Path) -> None:
    said = found(top, "../../../a/gone.md")
    assert "CL301" in said
    assert "there is nothing at `a/gone.md` in the repository" in said


def test_a_cached_answer_is_asked_for_again(top: Path) -> None:
    assert "CL301" in found(top, "../../../a/later.md")
    (top / "a/later.md").write_text("# Later\n")
    assert found(top, "../../../a/later.md") == ""


def test_what_may_only_be_left_out_here_is_not_told(top: Path, tmp_path: Path) -> None:
    commit(top)
    git(tmp_path, "clone", "-q", "--no-checkout", f"file://{top}", "sparse")
    git(tmp_path / "sparse", "sparse-checkout", "set", "--cone", "b")
    git(tmp_path / "sparse", "checkout", "-q", "change")
    assert found(tmp_path / "sparse", f"../../../a/{FIRST}") == ""


@pytest.mark.parametrize(
    ("destination", "code", "right"),
    [
        (f"../../../a/{FIRST}#practices", "CL302", ""),
        ("../../../a/first_level/1_start/#best-practises", "CL302", "#best-practices"),
        ("../../../A/First_level/readme.md", "CL303", "../../../a/first_level/readme.md"),
        (f"../../../a/{FIRST}#Best-Practices", "CL314", f"../../../a/{FIRST}#best-practices"),
        (f"/a/{FIRST}#practices", "CL302", ""),
        ("/a/first_level/3_gone/readme.md", "CL301", ""),
    ],
)
def test_case_and_anchors_are_minded(top: Path, destination: str, code: str, right: str) -> None:
    said = found(top, destination)
    assert code in said
    fixed = invoke(
        "check", "--root", str(top / "b"), "--fix", "--select", "CL3", "--fail-level=info"
    )
    assert fixed.exit_code == (0 if right else 1), fixed
    assert right in (top / "b" / FIRST).read_text()
    assert git(top, "status", "--porcelain", "a") == ""


def test_an_anchor_that_goes_elsewhere_is_found_in_spite_of_the_cache(top: Path) -> None:
    destination = f"../../../a/{FIRST}#best-practices"
    assert found(top, destination) == ""
    practice = top / "a" / FIRST
    practice.write_text(practice.read_text().replace("Best practices", "Good habits"))
    assert "CL302" in found(top, destination)


@pytest.mark.parametrize("options", [(), ("--changed", "--base", "main")])
def test_what_a_change_breaks_from_beyond_is_told(top: Path, options: tuple[str, ...]) -> None:
    assert found(top, f"../../../a/{FIRST}#best-practices") == ""
    commit(top)
    git(top, "branch", "-f", "main")
    (top / "a" / FIRST).unlink()
    commit(top)
    done = invoke("check", "--root", str(top / "b"), "--select", "CL3", *options)
    assert "CL301" in done.stdout
