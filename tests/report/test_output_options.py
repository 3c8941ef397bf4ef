"""Several reports in one run, and the summary of a workflow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml

from curriculum_lint.report.formats import OutputFormat
from curriculum_lint.report.markdown import LIMIT
from tests.command import Result, invoke
from tests.curricula import write_broken, write_clean

from . import test_gitlab, test_markdown, test_sarif
from .runner import commands


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_broken(tmp_path / "repository")


def check(root: Path, *arguments: str) -> Result:
    return invoke("check", "--root", str(root), *arguments)


def of_format(root: Path, *values: str) -> Result:
    return check(root, *(word for value in values for word in ("--output-format", value)))


@pytest.mark.parametrize("output_format", OutputFormat)
def test_every_format_has_the_exit_code_of_the_findings(root: Path, output_format: str) -> None:
    done = of_format(root, output_format)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "CL104" in done.stdout


@pytest.mark.parametrize("output_format", OutputFormat)
def test_every_format_is_glad_of_a_clean_curriculum(tmp_path: Path, output_format: str) -> None:
    done = of_format(write_clean(tmp_path / "clean"), output_format)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize("joined", [True, False])
def test_one_report_goes_to_standard_output_and_the_others_to_files(
    root: Path, tmp_path: Path, joined: bool
) -> None:
    sarif, junit = tmp_path / "a.sarif", tmp_path / "b.xml"
    values = [f"sarif:{sarif}", "concise", f"junit:{junit}"]
    done = of_format(root, ",".join(values)) if joined else of_format(root, *values)
    assert done.exit_code == 1
    assert done.stdout == of_format(root, "concise").stdout
    assert json.loads(sarif.read_text())["version"] == "2.1.0"
    assert junit.read_text().startswith("<?xml")


def test_with_files_only_nothing_is_printed(root: Path, tmp_path: Path) -> None:
    done = of_format(root, f"json:{tmp_path}/a.json,gitlab:{tmp_path}/b.json")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "")
    assert len(json.loads((tmp_path / "b.json").read_text())) == 1


def test_a_colon_may_be_in_the_name_of_a_file(root: Path, tmp_path: Path) -> None:
    assert of_format(root, f"json:{tmp_path}/a:b.json").exit_code == 1
    assert (tmp_path / "a:b.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output-format", "yaml"], "There is no output format “yaml”; there are text, concise"),
        (["--output-format", "sariff"], "did you mean sarif?"),
        (["--output-format", "Sarif:x"], "did you mean sarif?"),
        (["--output-format", ""], "There is no output format “”"),
        (["--output-format", "json,"], "There is no output format “”"),
        (["--output-format", "sarif:"], "“sarif:” names no file: write sarif:FILE"),
        (["--output-format", "text,json"], "text and json would both go to standard output"),
        (["--output-format", "json,json"], "json and json would both go to standard output"),
        (["--output-format", "json:x,sarif:./x"], "json and sarif would both go to ./x."),
        (["--output-format", "text,json:x", "--output-file", "y"], "is for a single format"),
        (["--output-format", "json:x", "--output-file", "y"], "is for a single format"),
    ],
)
def test_contradictions_are_wrong_usage(
    root: Path, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    done = check(root, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (root / "x").exists()


def test_a_file_that_cannot_be_written_keeps_none_of_the_others(root: Path, tmp_path: Path) -> None:
    done = of_format(root, f"json:{tmp_path}/no/x.json,sarif:{tmp_path}/a.sarif,concise")
    assert done.exit_code == 2
    assert "CL104" in done.stdout
    assert "x.json cannot be written" in done.stderr
    assert (tmp_path / "a.sarif").exists()


def test_statistics_take_the_place_of_the_report_without_a_file(root: Path, tmp_path: Path) -> None:
    plain = check(root, "--statistics").stdout
    assert "1  CL104" in plain
    done = check(root, "--statistics", "--output-format", f"json:{tmp_path}/a.json")
    assert done.stdout == plain
    assert "diagnostics" in json.loads((tmp_path / "a.json").read_text())
    check(root, "--statistics", "--output-file", str(tmp_path / "s.txt"))
    assert (tmp_path / "s.txt").read_text() == plain


def test_quiet_prints_nothing_for_a_clean_curriculum_and_still_writes_files(tmp_path: Path) -> None:
    root = write_clean(tmp_path / "clean")
    done = check(root, "-q", "--output-format", f"github,json:{tmp_path}/a.json")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "a.json").exists()


def test_the_report_in_a_file_has_no_colours(root: Path, tmp_path: Path) -> None:
    done = check(root, "--color", "always", "--output-format", f"concise,text:{tmp_path}/a.txt")
    assert done.exit_code == 1
    assert "\x1b" not in (tmp_path / "a.txt").read_text()


# -- GitHub


def test_annotations_name_files_from_the_top_of_the_repository(root: Path) -> None:
    (root.parent / ".git").mkdir()
    done = of_format(root, "github")
    assert [each.properties["file"] for each in commands(done.stdout)] == [
        "repository/first_level/2_files/readme.md"
    ]


def test_the_summary_of_the_step_is_written_with_annotations(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    of_format(root, "concise")
    assert summary.read_text() == "# Before\n"
    of_format(root, "github")
    assert summary.read_text() == "# Before\n" + of_format(root, "markdown").stdout


@pytest.mark.parametrize("kind", ["folder", "missing", "device"])
def test_trouble_with_the_summary_is_a_note(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    paths = {"folder": tmp_path, "missing": tmp_path / "no" / "x", "device": "/dev/full"}
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(paths[kind]))
    done = of_format(root, "github")
    assert done.exit_code == 1
    assert done.stderr.startswith("Note: the job summary was not written: ")
    assert len(commands(done.stdout)) == 1


def test_the_summary_leaves_room_for_what_is_there(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    summary.write_text("x" * (LIMIT - 300))
    of_format(root, "github")
    assert LIMIT - 300 < summary.stat().st_size <= LIMIT
    summary.write_text("x" * LIMIT)
    assert "the file is full" in of_format(root, "github").stderr
    assert summary.stat().st_size == LIMIT


# -- strangers


@pytest.mark.parametrize(
    "name",
    ["::error::x", "##[error]x", "new\nline", "<b>&'\"", "]]>", "@you", "a|b", "c:d", "\udcff"],
)
def test_a_hostile_name_is_harmless_on_every_platform(
    root: Path, tmp_path: Path, name: str
) -> None:
    (root / f"{name}.md").write_text("# Title\n\n[a](nowhere.md)\n")
    files = {each: tmp_path / each for each in ("sarif", "junit", "gitlab", "markdown")}
    # That some disks cannot hold such a name is another finding.
    outputs = ["github", *(f"{each}:{path}" for each, path in files.items())]
    done = check(root, "--ignore", "CL331", "--output-format", ",".join(outputs))
    assert (done.exit_code, done.stderr) == (1, "")
    assert [each.name for each in commands(done.stdout)] == ["error", "error"]
    test_sarif.VALIDATOR.validate(json.loads(files["sarif"].read_text()))
    test_gitlab.VALIDATOR.validate(json.loads(files["gitlab"].read_text()))
    assert len(list(JUnitXml.fromfile(str(files["junit"])))) == 2
    test_markdown.assert_inert(files["markdown"].read_text())
