"""Limits are for what is listed: neither the cache nor ``--fix`` knows them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.repository import write_files

WRONG, RIGHT = "Un cafÃ© noir.", "Un café noir."
MANY = 3_000
OTHERS = 5_100


def check(root: Path, *options: str) -> Result:
    return invoke("check", "--root", str(root), "--output-format", "json", *options)


def summary(done: Result) -> dict[str, int]:
    return json.loads(done.stdout)["summary"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three thousand characters to mend, in the last file."""
    text = f"# Notes\n\n{f'{WRONG}{chr(10)}' * MANY}"
    write_files(tmp_path / "course", {"README.md": "# Course\n\n[z](z.md)\n", "z.md": text})
    return tmp_path / "course"


def test_three_thousand_characters_of_one_file_are_mended_in_one_run(root: Path) -> None:
    found = summary(check(root))
    assert (found["errors"], found["fixable"], found["shown"]) == (MANY, MANY, 200)
    done = check(root, "--fix")
    assert (done.exit_code, summary(done)["errors"]) == (0, 0)
    assert f"Fixed {MANY} in 1 file.\n" in done.stderr
    assert "please report it" not in done.stderr
    assert (root / "z.md").read_text().count(RIGHT) == MANY
    again = check(root, "--fix")
    assert (again.exit_code, "Fixed" in again.stderr) == (0, False)


def test_five_thousand_other_findings_before_them_keep_none_from_being_mended(root: Path) -> None:
    links = "".join(f"- [x](gone{n}.md)\n" for n in range(OTHERS))
    write_files(root, {"a.md": f"# A\n\n{links}", "README.md": "# C\n\n[a](a.md) [z](z.md)\n"})
    found = summary(check(root))
    assert (found["errors"], found["cut_by_rule"]) == (
        OTHERS + MANY,
        {"CL301": OTHERS - 200, "CL601": MANY - 200},
    )
    done = check(root, "--fix")
    assert summary(done)["errors"] == OTHERS
    assert (root / "z.md").read_text().count(RIGHT) == MANY


def test_with_a_limit_of_one_everything_is_mended_and_seen_by_the_diff(root: Path) -> None:
    limits = "[limits]\ndiagnostics = 1\ndiagnostics-per-rule = 1\n"
    write_files(root, {"curriculum-lint.toml": limits})
    diff = invoke("check", "--root", str(root), "--diff").stdout
    assert diff.count(f"+{RIGHT}") == MANY
    assert check(root, "--fix").exit_code == 0
    assert (root / "z.md").read_text().count(RIGHT) == MANY


def test_the_cache_serves_every_limit(root: Path) -> None:
    whole = [summary(check(root)) for _ in range(2)]
    assert whole[0] == whole[1]
    for most in (7, 100_000):
        limits = f"[limits]\ndiagnostics-per-rule = {most}\n"
        write_files(root, {"curriculum-lint.toml": limits})
        for options in ((), (), ("--no-cache",)):
            found = summary(check(root, *options))
            assert found["errors"] == MANY
            assert found.get("shown", MANY) == min(most, MANY)


def test_a_baseline_records_what_is_not_listed(root: Path) -> None:
    assert check(root, "--update-baseline").exit_code == 0
    done = check(root)
    assert (done.exit_code, summary(done)["baselined"]) == (0, MANY)


def test_paths_choose_before_the_limits(root: Path) -> None:
    links = "".join(f"- [x](gone{n}.md)\n" for n in range(OTHERS))
    write_files(root, {"a.md": f"# A\n\n{links}", "README.md": "# C\n\n[a](a.md) [z](z.md)\n"})
    write_files(root, {"curriculum-lint.toml": "[limits]\ndiagnostics = 50\n"})
    found = json.loads(check(root, str(root / "z.md")).stdout)
    assert {each["path"] for each in found["diagnostics"]} == {"z.md"}
    assert (found["summary"]["errors"], found["summary"]["shown"]) == (MANY, 50)
