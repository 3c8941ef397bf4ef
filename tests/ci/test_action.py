"""The action's own scripts, run under bash as the runner runs them, on scratch curricula."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.checkout import copy_checkout
from tests.ci.documents import ACTION, loaded
from tests.ci.runner import Runner, python_value, step_values
from tests.curricula import SECOND, write_broken, write_clean

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")

#: Values that a shell, a log or a file of outputs could take for more than text.
HOSTILE = (
    "a *",
    'it\'s "so"',
    "$(touch pwned) `touch pwned` ; touch pwned",
    "-",
    "--fix",
    "::error::pwned ##[error]pwned",
    "x\nerrors=0\nerrors<<EOF\n0\nEOF\n::error::pwned",
)
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A job after the installation, from a checkout whose path has a blank in it."""
    base = tmp_path_factory.mktemp("runner")
    workspace, temporary = base / "the workspace", base / "_temp"
    temporary.mkdir()
    # What a pull request might bring along to be imported in the place of the real thing.
    for name in ("pip", "venv", "click", "curriculum_lint", "hatchling"):
        (workspace / name).mkdir(parents=True)
        (workspace / name / "__init__.py").write_text("raise SystemExit('pwned')\n")
    action = copy_checkout(base / "_actions" / "the action" / "v1")
    before = sorted(action.rglob("*"))
    runner = Runner(workspace, action, temporary, python_value())
    step = runner.run("install")
    assert step.exit_code == 0, step.log
    assert step.stdout == ""
    assert sorted(action.rglob("*")) == before
    return runner._replace(values=step_values("install", step.outputs))


@pytest.fixture
def job(installed: Runner, tmp_path: Path) -> Runner:
    """A job with a workspace of its own; the curriculum is to be written there."""
    (tmp_path / "repository/.git").mkdir(parents=True)
    return installed._replace(workspace=tmp_path / "repository")


def _git(job: Runner, *arguments: str) -> None:
    who = ("-c", "user.name=A Learner", "-c", "user.email=learner@example.org")
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    subprocess.run(["git", *who, *arguments], cwd=job.workspace, env={**kept, **nobody}, check=True)


def _commit_all(job: Runner) -> None:
    _git(job, "init", "-q", "-b", "main")
    _git(job, "add", "-A")
    _git(job, "commit", "-qm", "as it is")


def _annotations(log: str) -> list[str]:
    return re.findall(r"^::(?:error|warning|notice) .*$", log, re.MULTILINE)


def _tree(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_tool_is_installed_outside_the_workspace(installed: Runner) -> None:
    python = Path(installed.values["steps.install.outputs.python"])
    assert python.is_relative_to(installed.temporary)
    assert python.exists()


def test_a_clean_curriculum_passes(job: Runner) -> None:
    before = _tree(write_clean(job.workspace))
    step = job.run("lint")
    assert step.exit_code == 0, step.log
    report = step.outputs.pop("json-file")
    assert step.outputs == {
        "exit-code": "0",
        "errors": "0",
        "warnings": "0",
        "infos": "0",
        "findings": "0",
    }
    assert json.loads(Path(report).read_text())["diagnostics"] == []
    assert _annotations(step.stdout) == []
    assert "No findings in 5 files" in step.stdout
    assert "no findings" in step.summary
    assert _tree(job.workspace) == before


def test_a_broken_curriculum_fails_with_an_annotation_and_a_summary(job: Runner) -> None:
    write_broken(job.workspace)
    step = job.run("lint")
    assert step.exit_code == 1, step.log
    assert step.outputs["exit-code"] == "1"
    assert step.outputs["errors"] == step.outputs["findings"] == "1"
    [annotation] = _annotations(step.stdout)
    assert f"file={SECOND},line=1," in annotation
    assert "Best practices" in annotation
    assert SECOND in step.summary
    assert "CL104" in step.summary


def test_in_a_folder_of_a_repository_paths_are_from_its_top(job: Runner) -> None:
    write_broken(job.workspace / "the course")
    (job.workspace / "the course/curriculum-lint.toml").write_text("")
    step = job.run("lint", working_directory="the course", sarif_file="out.sarif")
    assert step.exit_code == 1, step.log
    [annotation] = _annotations(step.stdout)
    assert f"file=the course/{SECOND}," in annotation
    assert f"the%20course/{SECOND}" in (job.workspace / "out.sarif").read_text()
    # The JSON report is about the curriculum, wherever that is.
    [diagnostic] = json.loads(Path(step.outputs["json-file"]).read_text())["diagnostics"]
    assert diagnostic["path"] == SECOND


def test_paths_limit_what_is_reported(job: Runner) -> None:
    write_broken(job.workspace)
    elsewhere = job.run("lint", paths="README.md\n\n  first_level/1_start  \n")
    assert elsewhere.exit_code == 0, elsewhere.log
    there = job.run("lint", paths=f"README.md\n{SECOND}")
    assert there.exit_code == 1, there.log


def test_rules_configuration_and_fail_level_are_handed_on(job: Runner) -> None:
    write_broken(job.workspace)
    assert job.run("lint", select="broken-link, CL302").exit_code == 0
    (job.workspace / "lint settings.toml").write_text('severity = { "missing-section" = "info" }')
    assert job.run("lint", config="lint settings.toml").exit_code == 0
    informed = job.run("lint", config="lint settings.toml", fail_level="info")
    assert (informed.exit_code, informed.outputs["infos"]) == (1, "1"), informed.log
    never = job.run("lint", fail_level="never")
    assert (never.exit_code, never.outputs["errors"]) == (0, "1"), never.log


def test_without_annotations_the_log_has_the_report_alone(job: Runner) -> None:
    write_broken(job.workspace)
    step = job.run("lint", annotations="false")
    assert step.exit_code == 1
    assert "CL104 missing-section" in step.stdout
    assert not COMMAND.search(step.stdout)
    assert step.summary == job.run("lint").summary


def test_of_a_pull_request_only_the_change_is_reported_where_that_is_wanted(job: Runner) -> None:
    write_broken(job.workspace)
    _commit_all(job)
    _git(job, "update-ref", "refs/remotes/origin/main", "HEAD")
    of_pull_request = job._replace(variables={"GITHUB_BASE_REF": "main"})
    (job.workspace / "notes.md").write_text("# Notes\n\nSee [the plan](plan.md).\n")
    _commit_all(job)
    changed = of_pull_request.run("lint", changed_only="true", select="CL104,CL301")
    assert changed.exit_code == 1, changed.log
    assert changed.outputs["findings"] == "1"
    assert "broken-link" in changed.stdout
    assert of_pull_request.run("lint", select="CL104,CL301").outputs["findings"] == "2"
    nothing = job.run("lint", changed_only="true", base="HEAD")
    assert nothing.exit_code == 2, nothing.log
    assert "nothing would be compared" in nothing.stderr
    shallow = job._replace(variables={"GITHUB_BASE_REF": "release"})
    missing = shallow.run("lint", changed_only="true")
    assert missing.exit_code == 2
    assert "fetch-depth: 0" in missing.stderr


def test_the_summary_leads_to_lines_and_to_the_pages_of_rules(job: Runner) -> None:
    write_broken(job.workspace / "the course")
    (job.workspace / "the course/curriculum-lint.toml").write_text("")
    files = f"https://github.example/a-school/course/blob/{'5' * 40}/the%20course"
    page = "https://github.example/a-mentor/curriculum-lint/blob/v0.1.0/docs/rules/CL104.md"
    step = job.run("lint", working_directory="the course")
    line, rule = f"[1:3](<{files}/{SECOND}?plain=1#L1>)", f"[CL104 missing-section](<{page}>)"
    assert f"- {line} **error** {rule}: " in step.summary
    assert f"| {rule} | " in step.summary
    # What is checked out need not be what the event is about.
    (job.workspace / ".git/HEAD").write_text("7" * 40 + "\n")
    assert (
        files.replace("5" * 40, "7" * 40) in job.run("lint", working_directory="the course").summary
    )
    # An action of the same repository has no address of its own.
    own = job._replace(values={**job.values, "github.action_repository": ""})
    assert "CL104 missing-section: " in own.run("lint", working_directory="the course").summary


def test_the_summary_shows_what_a_pull_request_changes(job: Runner) -> None:
    write_clean(job.workspace)
    _commit_all(job)
    _git(job, "update-ref", "refs/remotes/origin/main", "HEAD")
    third = job.workspace / "first_level/3_::error::<b>@all"
    shutil.copytree(job.workspace / "first_level/2_files", third)
    _commit_all(job)
    pull = job._replace(variables={"GITHUB_BASE_REF": "main", "GITHUB_EVENT_NAME": "pull_request"})
    step = pull.run("lint", fail_level="never")
    assert step.exit_code == 0, step.log
    assert "### Changes to the curriculum\n\n" in step.summary
    assert step.summary.index(" curriculum-lint: ") < step.summary.index("### Changes")
    assert "<b>" not in step.summary.split("### Changes")[1]
    assert "### Changes" not in pull.run("lint", changes="false").summary
    assert "### Changes" not in job.run("lint").summary
    # Nothing to compare with is no fault of the curriculum, and is not passed over in silence.
    shallow = {"GITHUB_BASE_REF": "release", "GITHUB_EVENT_NAME": "pull_request"}
    missing = job._replace(variables=shallow).run("lint", fail_level="never")
    assert missing.exit_code == 0
    assert "is not shown: the log of the step says why" in missing.summary
    assert "fetch-depth: 0" in missing.stderr


BRANCHES = (
    "$(touch${IFS}pwned)",
    "`touch${IFS}pwned`;touch${IFS}pwned",
    "--fix",
    "'\"||true",
    "::error::x",
)


@pytest.mark.parametrize("branch", BRANCHES)
def test_no_name_of_a_branch_is_obeyed(job: Runner, branch: str) -> None:
    write_clean(job.workspace)
    _commit_all(job)
    first = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=job.workspace, capture_output=True, text=True, check=True
    )
    _git(job, "commit", "--allow-empty", "-qm", "nothing")
    names = {"GITHUB_BASE_REF": branch, "GITHUB_HEAD_REF": branch, "GITHUB_REF_NAME": branch}
    pull = job._replace(variables={**names, "GITHUB_EVENT_NAME": "pull_request"})
    missing = pull.run("lint", changed_only="true")
    assert missing.exit_code == 2
    assert not COMMAND.search(missing.log)
    if not branch.startswith(":"):
        name = f"refs/remotes/origin/{branch}"
        (job.workspace / ".git/packed-refs").write_text(f"{first.stdout.strip()} {name}\n")
        found = pull.run("lint", changed_only="true")
        assert found.exit_code == 0, found.log
        assert "No changes to the curriculum" in found.summary
    assert not list(job.workspace.rglob("pwned"))


def test_a_sarif_report_is_written_where_it_is_wanted(job: Runner) -> None:
    write_broken(job.workspace)
    step = job.run("lint", sarif_file="reports/lint.sarif")
    assert step.outputs["sarif-file"] == str(job.workspace / "reports/lint.sarif")
    report = json.loads((job.workspace / "reports/lint.sarif").read_text())
    assert [result["ruleId"] for result in report["runs"][0]["results"]] == ["CL104"]


def test_what_is_known_is_kept_where_it_is_wanted(job: Runner, tmp_path: Path) -> None:
    write_broken(job.workspace)
    kept = tmp_path / "kept"
    first = job.run("lint", cache_folder=str(kept))
    assert list(kept.rglob("pages-*"))
    for page in job.workspace.rglob("*.md"):
        # A checkout of another job: the same bytes, at another time.
        page.write_bytes(page.read_bytes())
    again = job.run("lint", cache_folder=str(kept))
    assert (again.exit_code, again.outputs["errors"]) == (first.exit_code, "1")
    refused = job.run("lint", cache_folder="relative")
    assert refused.exit_code == 2
    assert "absolute path" in refused.stderr


def test_no_symbolic_link_leads_a_report_out_of_the_workspace(job: Runner, tmp_path: Path) -> None:
    write_clean(job.workspace)
    (tmp_path / "profile").write_text("precious")
    (job.workspace / "lint.sarif").symlink_to(tmp_path / "profile")
    (job.workspace / "reports").symlink_to(tmp_path)
    replaced = job.run("lint", sarif_file="lint.sarif")
    assert replaced.exit_code == 0, replaced.log
    assert (tmp_path / "profile").read_text() == "precious"
    assert not (job.workspace / "lint.sarif").is_symlink()
    for wanted in ("reports/lint.sarif", "../lint.sarif"):
        refused = job.run("lint", sarif_file=wanted)
        assert refused.exit_code == 2
        assert refused.outputs["exit-code"] == "2"
        assert "sarif-file" not in refused.outputs
        assert "is outside the workspace" in refused.stderr
    assert not (tmp_path / "lint.sarif").exists()


def test_no_report_is_written_into_a_git_folder(job: Runner) -> None:
    write_clean(job.workspace)
    (job.workspace / ".git/hooks").mkdir(parents=True)
    for wanted in (".git/hooks/pre-commit", "x/../.GIT/config"):
        refused = job.run("lint", sarif_file=wanted)
        assert refused.exit_code == 2
        assert "is inside a .git folder" in refused.stderr
    assert list((job.workspace / ".git/hooks").iterdir()) == []


def test_no_symbolic_link_leads_the_linter_out_of_the_workspace(
    job: Runner, tmp_path: Path
) -> None:
    write_broken(tmp_path / "secret")
    (job.workspace / "course").symlink_to(tmp_path / "secret")
    for wanted in ("course", "../secret"):
        step = job.run("lint", working_directory=wanted)
        assert (step.exit_code, step.stdout) == (2, "")
        assert "outside the workspace" in step.stderr
    outright = job.run("lint", working_directory=str(tmp_path / "secret"))
    assert outright.exit_code == 2
    assert "outside the workspace" in outright.stderr
    write_broken(job.workspace / "inside")
    (job.workspace / "inside/curriculum-lint.toml").write_text("")
    assert job.run("lint", working_directory=str(job.workspace / "inside")).exit_code == 1


def test_wrong_usage_is_told_and_leaves_an_exit_code(job: Runner) -> None:
    write_clean(job.workspace)
    step = job.run("lint", select="no-such-rule")
    assert step.exit_code == 2
    assert step.outputs == {"exit-code": "2"}
    assert "no-such-rule" in step.stderr
    for inputs in (
        {"annotations": "yes"},
        {"changed_only": "perhaps"},
        {"changes": "sometimes"},
        {"working_directory": "nowhere"},
    ):
        step = job.run("lint", **inputs)
        assert step.exit_code == 2
        assert next(iter(inputs.values())) in step.stderr


@pytest.mark.parametrize(
    "name",
    [
        *("config", "select", "annotations", "fail_level"),
        *("base", "changes", "working_directory"),
    ],
)
def test_no_value_of_an_input_is_obeyed(job: Runner, name: str) -> None:
    write_broken(job.workspace)
    if name == "base":
        _commit_all(job)
    before = _tree(job.workspace)
    for value in HOSTILE:
        more = {"changed_only": "true"} if name == "base" else {}
        step = job.run("lint", **more, **{name: value})
        assert step.exit_code == 2, (value, step.log)
        assert step.outputs.keys() <= {"exit-code"}, value
        assert step.stdout == "", value
        assert not COMMAND.search(step.stderr), (value, step.stderr)
        assert "Traceback" not in step.stderr
    assert _tree(job.workspace) == before


@pytest.mark.parametrize("value", HOSTILE)
def test_no_path_is_obeyed(job: Runner, value: str) -> None:
    write_broken(job.workspace)
    before = _tree(job.workspace)
    step = job.run("lint", paths=value)
    assert step.exit_code == 0, step.log
    assert "does not exist" in step.stderr
    assert not COMMAND.search(step.stderr)
    assert _tree(job.workspace) == before


@pytest.mark.parametrize("value", HOSTILE)
def test_every_name_is_possible_for_folders_and_reports(job: Runner, value: str) -> None:
    # Paths are one a line, so none can have a line ending.
    name = value.replace("\n", "_")
    course = job.workspace / name
    write_broken(course)
    (course / "curriculum-lint.toml").write_text("")
    step = job.run("lint", working_directory=name, sarif_file=f"{value}.sarif")
    assert step.exit_code == 1, step.log
    assert step.outputs["errors"] == "1"
    assert step.outputs["sarif-file"] == str(job.workspace / f"{value}.sarif")
    assert len(_annotations(step.stdout)) == 1
    limited = job.run("lint", paths=f"{name}/{SECOND}", config=f"{name}/curriculum-lint.toml")
    assert limited.exit_code == 1, limited.log
    assert not list(job.workspace.rglob("pwned"))


def test_every_output_is_one_that_the_step_writes() -> None:
    declared = loaded(ACTION.read_text())["outputs"]
    names = ["errors", "warnings", "infos", "findings", "exit-code", "json-file", "sarif-file"]
    assert list(declared) == names
    for name, output in declared.items():
        assert output["value"] == f"${{{{ steps.lint.outputs.{name} }}}}"
