"""``check`` with a baseline: only what is new counts, and the file only shrinks by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curriculum_lint.cli import baseline_in_use
from curriculum_lint.edits.not_written import NotWritten, Reason
from tests.command import invoke
from tests.curricula import SECOND, clean_files, write_broken
from tests.repository import write_files
from tests.test_start_up import HEAVY, loaded

NAME = "curriculum-lint-baseline.json"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A curriculum with one finding, which is known; the working folder."""
    root = write_broken(tmp_path / "repository")
    monkeypatch.chdir(root)
    done = invoke("check", "--update-baseline")
    assert (done.exit_code, done.stderr) == (0, f"{NAME}: 1 finding known (1 added, 0 removed).\n")
    return root


def add_links(root: Path, *targets: str) -> None:
    links = "".join(f"[x]({target})\n\n" for target in targets)
    write_files(root, {"notes.md": f"# Notes\n\n{links}"})


def counts(root: Path) -> int:
    return sum(entry["count"] for entry in json.loads((root / NAME).read_text())["entries"])


def test_known_findings_are_not_reported_and_do_not_fail(root: Path) -> None:
    done = invoke("check")
    assert done.exit_code == 0
    assert "CL104" not in done.stdout
    assert done.stdout.startswith("No new findings in 5 files: ")
    assert done.stdout.endswith(" s. 1 known finding is hidden by the baseline.\n")
    assert done.stderr == ""


def test_a_new_finding_is_reported_alone(root: Path) -> None:
    add_links(root, "gone.md")
    done = invoke("check", "--output-format", "concise")
    assert done.exit_code == 1
    first, closing = done.stdout.splitlines()
    assert first.startswith("notes.md:3:5: CL301 ")
    assert closing == "Found 1 error in 1 file. 1 known finding is hidden by the baseline."


def test_one_more_of_a_known_kind_is_new(root: Path) -> None:
    add_links(root, "gone.md")
    assert invoke("check", "--update-baseline", "--accept-new").exit_code == 0
    add_links(root, "gone.md", "gone.md")
    done = invoke("check", "--output-format", "concise")
    assert done.stdout.startswith("notes.md:5:5: CL301 ")
    assert counts(root) == 2


def test_known_findings_are_marked_in_json(root: Path) -> None:
    add_links(root, "gone.md")
    data = json.loads(invoke("check", "--output-format", "json").stdout)
    marked = [(each["code"], each.get("baselined")) for each in data["diagnostics"]]
    assert marked == [("CL104", True), ("CL301", None)]
    assert (data["summary"]["errors"], data["summary"]["baselined"]) == (1, 1)


def test_without_a_baseline_the_json_report_does_not_mention_any(root: Path) -> None:
    assert "baselined" not in invoke("check", "--no-baseline", "--output-format", "json").stdout


def test_no_baseline_reports_everything(root: Path) -> None:
    done = invoke("check", "--no-baseline")
    assert done.exit_code == 1
    assert "baseline" not in done.stdout


def test_an_update_refuses_to_grow_but_removes_what_is_gone(root: Path) -> None:
    write_files(root, {SECOND: clean_files()[SECOND]})
    add_links(root, "gone.md", "lost.md")
    done = invoke("check", "--update-baseline")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        f"{NAME}: 0 findings known (0 added, 1 removed).",
        "2 new findings were not added; --accept-new records them.",
    ]
    assert counts(root) == 0
    done = invoke("check", "--update-baseline", "--accept-new")
    assert (done.exit_code, counts(root)) == (0, 2)
    assert done.stdout.startswith("No new findings")


def test_what_is_gone_is_noted_and_removed_by_an_update(root: Path) -> None:
    add_links(root, "gone.md", "gone.md")
    invoke("check", "--update-baseline", "--accept-new")
    add_links(root)
    done = invoke("check")
    assert (done.exit_code, done.stderr) == (
        0,
        f"Note: 2 findings of {NAME} are gone; "
        "`curriculum-lint check --update-baseline` removes them.\n",
    )
    assert invoke("check", "--quiet").stderr == ""
    assert invoke("check", "--update-baseline").exit_code == 0
    assert invoke("check").stderr == ""


def test_entries_of_rules_that_did_not_run_are_kept(root: Path) -> None:
    done = invoke("check", "--select", "CL301")
    assert (done.exit_code, done.stderr) == (0, "")
    invoke("check", "--select", "CL301", "--update-baseline")
    assert counts(root) == 1


def test_paths_limit_what_is_counted_too(root: Path) -> None:
    done = invoke("check", "README.md")
    assert "hidden by the baseline" not in done.stdout
    assert done.stderr == ""


def test_the_same_findings_give_the_same_bytes_and_no_second_write(root: Path) -> None:
    before = (root / NAME).stat()
    invoke("check", "--update-baseline")
    after = (root / NAME).stat()
    # That it was read may show in its time of access.
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_limits_of_a_run_count_new_findings_only(root: Path) -> None:
    add_links(root, *(f"{word}.md" for word in "abcdefgh"))
    write_files(root, {"curriculum-lint.toml": "[limits]\ndiagnostics = 2\n"})
    assert invoke("check", "--update-baseline", "--accept-new").exit_code == 0
    assert counts(root) == 9
    done = invoke("check")
    assert (done.exit_code, "9 known findings" in done.stdout) == (0, True)
    add_links(root, *(f"{word}.md" for word in "abcdefghijk"))
    done = invoke("check", "--output-format", "concise")
    assert len(done.stdout.splitlines()) == 3
    assert "Found 3 errors in 1 file. 1 of them is not listed" in done.stdout


def test_another_file_can_be_configured_or_named(root: Path) -> None:
    (root / NAME).unlink()
    write_files(root, {"curriculum-lint.toml": 'baseline = "known.json"\n'})
    assert invoke("check", "--update-baseline").exit_code == 0
    assert (root / "known.json").is_file()
    assert invoke("check").exit_code == 0
    done = invoke("check", "--update-baseline", "--baseline", "first_level/known.json")
    assert (done.exit_code, (root / "first_level/known.json").is_file()) == (0, True)


def test_a_fix_repairs_known_findings_too(root: Path) -> None:
    write_files(root, {"notes.md": "# Notes\n\n## \u200bHidden\n"})
    invoke("check", "--update-baseline", "--accept-new")
    known = counts(root)
    invoke("check", "--fix", "--update-baseline")
    assert counts(root) <= known


def test_a_failed_check_leaves_the_baseline_alone(root: Path, monkeypatch) -> None:
    from curriculum_lint.rules.links.broken_link import BrokenLink

    def breaks(self, curriculum):
        raise ZeroDivisionError

    monkeypatch.setattr(BrokenLink, "check", breaks)
    add_links(root)
    done = invoke("check", "--update-baseline", "--accept-new", "--no-cache")
    assert done.exit_code == 2
    assert done.stderr == f"{NAME} was not written, because the check failed.\n"
    assert counts(root) == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--accept-new"], "--accept-new needs --update-baseline."),
        (["--no-baseline", "--update-baseline"], "--no-baseline excludes the other options"),
        (["--no-baseline", "--baseline", NAME], "--no-baseline excludes the other options"),
        (["--update-baseline", "README.md"], "--update-baseline records the whole curriculum"),
        (["--update-baseline", "--diff"], "--update-baseline records the whole curriculum"),
        (["--baseline", "absent.json"], "There is no absent.json; --update-baseline writes it."),
        (["--baseline", "../x.json"], "../x.json is no file in the curriculum"),
        (["--baseline", "", "--update-baseline"], " is no file in the curriculum"),
    ],
)
def test_wrong_usage_is_said_in_one_line(root: Path, options: list[str], message: str) -> None:
    done = invoke("check", *options)
    assert done.exit_code == 2
    assert message in done.stderr.splitlines()[0]
    assert counts(root) == 1


def test_a_baseline_in_version_control_is_refused(root: Path) -> None:
    (root / ".git").mkdir()
    done = invoke("check", "--update-baseline", "--baseline", ".git/x.json")
    assert done.exit_code == 2
    assert not (root / ".git/x.json").exists()


def test_a_broken_file_is_one_line(root: Path) -> None:
    (root / NAME).write_text("{")
    done = invoke("check")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert done.stderr.startswith(f"{NAME}: this is no baseline: ")


def test_a_cached_check_with_a_baseline_imports_none_of_the_heavy_packages(
    root: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "fresh"
    assert "curriculum_lint.parse.parser" in loaded(root, cache, "check")
    modules = loaded(root, cache, "check")
    assert not (HEAVY | {"curriculum_lint.check.run", "curriculum_lint.check.engine"}) & modules


def test_what_could_not_be_recorded_is_reported(root: Path) -> None:
    add_links(root, "gone.md", "lost.md")
    refused = NotWritten(NAME, Reason.READ_ONLY_FOLDER)
    with pytest.MonkeyPatch.context() as context:
        context.setattr(baseline_in_use, "write_baseline", lambda *_: refused)
        done = invoke("check", "--update-baseline", "--accept-new")
    assert done.exit_code == 2
    assert done.stderr == f"{refused.message}\n"
    assert "Found 2 errors" in done.stdout
