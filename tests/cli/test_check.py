"""The options of ``check`` do what the documentation says."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.curricula import FIRST, LEVEL, SECOND, THIRD, clean_files, readme
from tests.repository import write_files


def shared(title: str) -> str:
    """Labels that share a paragraph with the goal: CL109, an info with a safe fix."""
    return readme(title).replace("way.\n\n**Build", "way.\n**Build")


def swallowed(title: str) -> str:
    """Labels inside the last step: CL108, an error with a safe fix."""
    return readme(title).replace("2. Run it.\n\n**Acc", "2. Run it.\n**Acc")


SHARED = shared("Files")
SWALLOWED = swallowed("Files")


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    write_files(tmp_path / "clean", clean_files())
    return tmp_path / "clean"


def check(root: Path, *arguments: str) -> Result:
    return invoke("check", "--root", str(root), "--output-format", "concise", *arguments)


def found(root: Path, *arguments: str) -> list[tuple[str, str]]:
    done = invoke("check", "--root", str(root), "--output-format", "json", *arguments)
    return [(each["path"], each["code"]) for each in json.loads(done.stdout)["diagnostics"]]


def codes(root: Path, *arguments: str) -> set[str]:
    return {code for _, code in found(root, *arguments)}


def write(root: Path, path: str, text: str | bytes) -> Path:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return target


# -- exit codes and levels


def test_clean_curriculum_is_exit_0(clean: Path) -> None:
    done = check(clean)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("No findings in 5 files")


@pytest.mark.parametrize(
    ("severity", "arguments", "expected"),
    [
        ("error", ("--fail-level", "error"), 1),
        ("error", ("--fail-level", "info"), 1),
        ("warning", ("--fail-level", "error"), 0),
        ("warning", ("--fail-level", "warning"), 1),
        ("warning", (), 1),
        ("info", (), 0),
        ("info", ("--fail-level", "warning"), 0),
        ("info", ("--fail-level", "info"), 1),
    ],
)
def test_fail_level_decides_the_exit_code(
    root: Path, severity: str, arguments: tuple[str, ...], expected: int
) -> None:
    write(root, "curriculum-lint.toml", f'severity = {{ "CL104" = "{severity}" }}\n')
    done = check(root, *arguments)
    assert done.exit_code == expected
    assert f"Found 1 {severity} in 1 file;" in done.stdout


@pytest.mark.parametrize(
    ("limits", "arguments", "expected"),
    [
        ("diagnostics-per-rule = 2", (), 0),
        ("diagnostics = 2", (), 0),
        ("diagnostics = 2", ("--fail-level", "info"), 1),
        ("diagnostics = 2", ("--exit-zero",), 0),
    ],
)
def test_what_a_limit_cuts_counts_as_the_rest_does(
    clean: Path, limits: str, arguments: tuple[str, ...], expected: int
) -> None:
    write(clean, "curriculum-lint.toml", f'extend-select = ["CL312"]\n[limits]\n{limits}\n')
    write(clean, "a.md", "# A\n" + "\n[here](README.md)\n" * 5)
    done = check(clean, *arguments, "--ignore", "CL311")
    assert done.stdout.count("CL312") == 2
    assert "Found 5 infos in 1 file. 3 of them are not listed" in done.stdout
    assert done.exit_code == expected, done
    assert "3 of them" in check(clean, *arguments, "--quiet", "--ignore", "CL311").stdout
    statistics = check(clean, *arguments, "--statistics", "--ignore", "CL311").stdout
    assert statistics == "5  CL312 vague-link-text (info)\n\nFound 5 infos in 1 file.\n"


def test_limits_come_after_paths_so_that_nothing_else_uses_them_up(clean: Path) -> None:
    write(clean, "curriculum-lint.toml", 'extend-select = ["CL312"]\n[limits]\ndiagnostics = 2\n')
    write(clean, "a.md", "# A\n" + "\n[here](README.md)\n" * 5)
    write(clean, "b.md", "# B\n\n[here](README.md)\n")
    arguments = (str(clean / "b.md"), "--fail-level", "info", "--ignore", "CL311")
    done = check(clean, *arguments)
    assert done == (1, done.stdout, "")
    assert done.stdout.splitlines()[-1] == "Found 1 info in 1 file."
    assert check(clean, str(clean / FIRST), *arguments[1:]).exit_code == 0


def test_exit_zero_reports_and_succeeds(root: Path) -> None:
    done = check(root, "--exit-zero")
    assert done.exit_code == 0
    assert "CL104" in done.stdout


def test_quiet_is_silent_without_findings_only(clean: Path, root: Path) -> None:
    assert check(clean, "--quiet") == (0, "", "")
    assert "CL104" in check(root, "-q").stdout


def test_statistics_count_each_rule(root: Path) -> None:
    write(root, FIRST, readme("Start", practices=""))
    lines = check(root, "--statistics").stdout.splitlines()
    assert lines[0] == "2  CL104 missing-section (error, 2 fixable)"
    assert lines[-1].startswith("Found 2 errors in 2 files;")


# -- where the report goes


def test_report_goes_to_a_file(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old and longer " * 1000)
    expected = invoke("check", "--root", str(root), "--output-format", "json")
    done = invoke(
        *("check", "--root", str(root), "--output-format", "json"), "--output-file", str(target)
    )
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "")
    assert target.read_text() == expected.stdout


def test_report_file_is_written_without_findings_and_without_colors(
    clean: Path, tmp_path: Path
) -> None:
    target = tmp_path / "report.txt"
    assert check(clean, "--quiet", "--color", "always", "--output-file", str(target)).stdout == ""
    assert target.read_text().startswith("No findings")


@pytest.mark.parametrize(
    ("choice", "variables", "expected"),
    [
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
        ("auto", {}, False),
    ],
)
def test_color_is_a_choice(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    variables: dict[str, str],
    expected: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done = invoke("check", "--root", str(root), "--color", choice)
    assert ("\x1b[" in done.stdout) == expected


# -- which rules


def test_select_runs_these_only(root: Path) -> None:
    write(root, FIRST, swallowed("Start") + "\n[a](nowhere.md)\n")
    assert codes(root, "--select", "CL301") == {"CL301"}
    assert codes(root, "--select", "broken-link,CL104") == {"CL301", "CL104"}
    assert codes(root, "--select", "CL3", "--select", "CL108") == {"CL301", "CL108"}
    assert codes(root, "--select", "CL1", "--ignore", "CL104") == {"CL108"}
    assert codes(root, "--select", "CL301", "--extend-select", "CL104") == {"CL301", "CL104"}


def test_the_more_exact_word_wins(root: Path) -> None:
    assert codes(root, "--ignore", "CL1", "--select", "CL104") == {"CL104"}
    assert codes(root, "--ignore", "CL104", "--select", "CL1") == set()


@pytest.mark.parametrize(
    "options",
    [("--ignore", "ALL"), ("--select", "CL3", "--ignore", "CL3"), ("--select", "dead-url")],
)
def test_no_rule_to_run_is_no_green(root: Path, options: tuple[str, ...]) -> None:
    done = check(root, *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "leave no rule to run" in done.stderr


@pytest.mark.parametrize("config", ["", 'exclude = ["**"]\n'])
def test_no_file_to_check_is_no_green(root: Path, tmp_path: Path, config: str) -> None:
    place = root if config else tmp_path / "empty"
    write(place, "curriculum-lint.toml", config)
    done = check(place)
    assert (done.exit_code, done.stdout) == (2, "No files to check.\n")
    assert "Nothing was checked" in done.stderr


def test_command_line_adds_to_the_file(root: Path) -> None:
    write(root, FIRST, swallowed("Start"))
    write(root, "curriculum-lint.toml", 'ignore = ["CL108"]\n')
    assert codes(root) == {"CL104"}
    assert codes(root, "--ignore", "CL104") == set()
    assert codes(root, "--select", "CL108,CL2") == set()


def test_per_path_ignores_hide_a_rule_for_some_files(root: Path) -> None:
    write(root, FIRST, readme("Start", practices=""))
    config = 'per-path-ignores = { "first_level/2_*/**" = ["missing-section"] }\n'
    write(root, "curriculum-lint.toml", config)
    assert found(root) == [(FIRST, "CL104")]


def test_severity_is_the_configured_one_and_the_longer_word_wins(root: Path) -> None:
    write(root, "curriculum-lint.toml", '[severity]\nCL1 = "info"\nmissing-section = "warning"\n')
    done = invoke("check", "--root", str(root), "--output-format", "json")
    (diagnostic,) = json.loads(done.stdout)["diagnostics"]
    assert diagnostic["severity"] == "warning"


# -- paths


def test_paths_limit_what_is_reported_and_not_what_is_known(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, FIRST, readme("Start").replace("Run it", "[Run](../2_files/readme.md#nothing)"))
    assert found(root, str(root / SECOND)) == [(SECOND, "CL104")]
    first = found(root, str(root / LEVEL / "1_start"))
    assert {path for path, _ in first} == {FIRST}
    assert first
    assert len(found(root, str(root))) == len(first) + 1
    assert found(root, str(root / THIRD)) == []
    monkeypatch.chdir(root / LEVEL)
    assert found(root, "2_files", "./1_start/../2_files/readme.md") == [(SECOND, "CL104")]
    assert found(root, "..") == found(root)


def test_path_is_no_prefix_of_a_name(root: Path) -> None:
    write(root, "notes/a.md", "[a](nowhere.md)\n")
    write(root, "notes2/a.md", "[a](nowhere.md)\n")
    assert {path for path, _ in found(root, str(root / "notes"))} == {"notes/a.md"}


def test_explicit_path_obeys_exclude(root: Path) -> None:
    write(root, "curriculum-lint.toml", 'exclude = ["first_level/2_files/readme.md"]\n')
    assert (SECOND, "CL104") not in found(root, str(root / SECOND))


def test_paths_limit_what_is_fixed(clean: Path) -> None:
    write(clean, FIRST, swallowed("Start"))
    write(clean, SECOND, SWALLOWED)
    check(clean, "--fix", str(clean / SECOND))
    assert (clean / FIRST).read_text() == swallowed("Start")
    assert (clean / SECOND).read_text() != SWALLOWED


# -- fixing


def test_fix_repairs_says_so_and_then_has_nothing_to_do(clean: Path) -> None:
    write(clean, FIRST, shared("Start"))
    write(clean, SECOND, SWALLOWED)
    done = check(clean, "--fix")
    assert (done.exit_code, done.stderr) == (0, "Fixed 4 in 2 files.\n")
    after = {path: path.read_bytes() for path in clean.rglob("*.md")}
    again = check(clean, "--fix")
    assert (again.exit_code, again.stderr) == (0, "")
    assert {path: path.read_bytes() for path in clean.rglob("*.md")} == after
    assert check(clean, "--diff").stdout == ""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755])
def test_fix_keeps_line_endings_mark_and_mode(
    clean: Path, mark: bytes, ending: bytes, mode: int
) -> None:
    path = write(clean, SECOND, mark + SWALLOWED.encode().replace(b"\n", ending))
    path.chmod(mode)
    assert check(clean, "--fix").exit_code == 0
    data = path.read_bytes()
    assert data.startswith(mark + b"# Files")
    assert stat.S_IMODE(path.stat().st_mode) == mode
    plain = data.removeprefix(mark).replace(ending, b"\n")
    assert b"\r" not in plain
    assert plain != SWALLOWED.encode()
    assert check(clean, "--fix").stderr == ""


def test_fix_changes_no_other_file(clean: Path) -> None:
    write(clean, SECOND, SWALLOWED)
    others = [path for path in clean.rglob("*") if path.is_file() and path != clean / SECOND]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in others}
    check(clean, "--fix")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in others} == before
    assert {path for path in clean.rglob("*") if path.is_file()} == {*others, clean / SECOND}


def test_diff_shows_what_fix_does_and_changes_nothing(clean: Path) -> None:
    path = write(clean, SECOND, SWALLOWED)
    done = check(clean, "--diff")
    assert done.exit_code == 1
    assert f"--- a/{SECOND}\n+++ b/{SECOND}\n" in done.stdout
    assert path.read_text() == SWALLOWED
    check(clean, "--fix")
    added = [line[1:] for line in done.stdout.splitlines() if line.startswith("+")][1:]
    assert all(line in path.read_text().splitlines() for line in added)


def test_unsafe_fixes_are_applied_only_when_asked_for(clean: Path) -> None:
    # Next to markup, a zero-width space may be what keeps it from being read as such.
    text = readme("Files").replace("Run it", "Run *it*\u200b now")
    path = write(clean, SECOND, text)
    check(clean, "--fix")
    assert path.read_text() == text
    assert check(clean, "--diff").stdout == ""
    assert "\u200b" not in "".join(check(clean, "--diff", "--unsafe-fixes").stdout)
    assert check(clean, "--fix", "--unsafe-fixes").stdout.startswith("No findings")
    assert path.read_text() == text.replace("\u200b", "")


@pytest.mark.parametrize("what", ["file", "folder"])
def test_write_that_is_refused_is_said_and_fails(
    clean: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path = write(clean, SECOND, SWALLOWED)
    write(clean, FIRST, swallowed("Start"))
    if what == "file":
        path.chmod(0o444)
    else:
        # An administrator may write anywhere: the system's answer is put in its mouth.
        monkeypatch.setattr(os, "access", lambda place, _mode: not place.endswith("2_files"))
    done = check(clean, "--fix")
    assert done.exit_code == 2
    assert f"{SECOND} was not written" in done.stderr
    assert path.read_text() == SWALLOWED
    assert (clean / FIRST).read_text() != swallowed("Start")


def test_file_that_changes_meanwhile_is_left_alone(
    clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from curriculum_lint.fix import repair

    path = write(clean, SECOND, SWALLOWED)
    whole = repair.apply_plan

    def late(*arguments: object, **options: object) -> object:
        path.write_text("# Mine\n")
        return whole(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(repair, "apply_plan", late)
    done = check(clean, "--fix")
    assert done.exit_code == 2
    assert "changed since" in done.stderr
    assert path.read_text() == "# Mine\n"


def test_file_that_disappears_during_the_run_hides_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from curriculum_lint.model import unit_memory

    whole = unit_memory.find_units

    def vanishing(*arguments: object) -> object:
        (root / FIRST).unlink(missing_ok=True)
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(unit_memory, "find_units", vanishing)
    assert set(found(root)) >= {(SECOND, "CL104"), (FIRST, "CL001")}


def test_file_that_disappears_before_the_report_is_no_failure(root: Path) -> None:
    from curriculum_lint.report.sources import Sources
    from curriculum_lint.settings.settings import Settings
    from curriculum_lint.workspace.disk import Disk

    disk = Disk(Settings(str(root)))
    assert SECOND in disk.tree.entries
    (root / SECOND).unlink()
    assert Sources(disk).line(SECOND, 1) is None
    assert Sources(disk).position(SECOND, 0) == (1, 1)


def test_a_report_quotes_the_text_that_was_checked(root: Path) -> None:
    from curriculum_lint.report.sources import Sources
    from curriculum_lint.settings.settings import Settings
    from curriculum_lint.workspace.disk import Disk

    disk = Disk(Settings(str(root)))
    disk.read(SECOND)
    was = (root / SECOND).read_text()
    (root / SECOND).write_text("# Saved by an editor meanwhile\n")
    assert Sources(disk).line(SECOND, 1) == was.split("\n")[0]
