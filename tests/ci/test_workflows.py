"""The action and the workflows: valid, and safe where strangers send pull requests."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from tests.checkout import ROOT
from tests.ci.documents import (
    ACTION,
    WORKFLOWS,
    complaints,
    loaded,
    schema_complaints,
    zizmor_complaints,
)

FILES = [ACTION, *WORKFLOWS]
DEPENDABOT = ROOT / ".github/dependabot.yml"
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

#: What a job may write.
RIGHTS = (
    set(),
    {"security-events"},
    {"pages", "id-token"},
    {"id-token", "attestations"},
    {"contents"},
)

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def _jobs(path: Path) -> Iterator[dict[str, Any]]:
    yield from loaded(path.read_text())["jobs"].values()


def _steps(path: Path) -> Iterator[dict[str, Any]]:
    if path == ACTION:
        yield from loaded(path.read_text())["runs"]["steps"]
    else:
        yield from (step for job in _jobs(path) for step in job["steps"])


def test_the_action_is_what_its_schema_asks_for() -> None:
    assert not schema_complaints("vendor.github-actions", ACTION)


def test_the_workflows_are_what_their_schema_asks_for() -> None:
    assert not schema_complaints("vendor.github-workflows", *WORKFLOWS)
    assert not schema_complaints("custom.github-workflows-require-timeout", *WORKFLOWS)


def test_an_auditor_finds_nothing() -> None:
    assert not zizmor_complaints(*FILES, DEPENDABOT)


def test_what_else_github_reads_is_what_its_schemas_ask_for() -> None:
    assert not schema_complaints("vendor.dependabot", DEPENDABOT)
    forms = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
    assert len(forms) >= 3
    assert not schema_complaints("vendor.github-issue-forms", *forms)
    config = ROOT / ".github/ISSUE_TEMPLATE/config.yml"
    assert not schema_complaints("vendor.github-issue-config", config)
    hooks = str(ROOT / ".pre-commit-config.yaml")
    assert not complaints("pre-commit", "validate-config", hooks)


def test_every_hook_of_others_is_frozen() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text()
    revisions = re.findall(r"rev: (.+)", text)
    assert revisions
    for revision in revisions:
        assert re.fullmatch(r"[0-9a-f]{40} # frozen: v?\d+\.\d+\.\d+", revision), revision


def test_the_action_installs_only_what_a_hash_names() -> None:
    text = (ROOT / "tools/action.txt").read_text()
    pinned = re.findall(
        r"^([\w-]+)==([\w.]+) \\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.MULTILINE
    )
    assert "".join(f"{n}=={v} \\\n{h}" for n, v, h in pinned) == text
    versions = {name: version for name, version, _ in pinned}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    given = (ROOT / "tools/action.in").read_text().splitlines()
    assert sorted(asked) == sorted(line for line in given if not line.startswith("#"))
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(versions[requirement.name.lower()]), requirement


def test_the_auditor_finds_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    text = (ROOT / ".github/workflows/tests.yml").read_text()
    bad = folder / "tests.yml"
    bad.write_text(text.replace("persist-credentials: false", "persist-credentials: true"))
    assert "artipacked" in zizmor_complaints(bad)


@each_file
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    uses = re.findall(r"uses: (.+)", path.read_text())
    assert uses
    for use in uses:
        assert use == "$/" or PINNED.fullmatch(use), use


@each_file
def test_no_expression_is_written_into_a_script(path: Path) -> None:
    for step in _steps(path):
        assert "${{" not in step.get("run", "")


@each_file
def test_no_step_changes_the_environment_of_later_ones(path: Path) -> None:
    assert "GITHUB_ENV" not in path.read_text()
    assert "GITHUB_PATH" not in path.read_text()


@each_workflow
def test_a_workflow_has_no_rights_but_those_that_a_job_names(path: Path) -> None:
    workflow = loaded(path.read_text())
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    assert "pull_request_target" not in path.read_text()
    for job in _jobs(path):
        assert job["timeout-minutes"] <= 60
        writes = {key for key, value in job["permissions"].items() if value == "write"}
        assert writes in RIGHTS, job["name"]


def test_what_may_write_runs_no_code_of_a_pull_request() -> None:
    jobs = [
        (loaded(path.read_text()), job)
        for path in WORKFLOWS
        for job in _jobs(path)
        if "write" in job["permissions"].values()
    ]
    assert len(jobs) == 4
    for workflow, job in jobs:
        is_kept_out = "head.repo.full_name == github.repository" in job.get("if", "")
        assert is_kept_out or "pull_request" not in workflow[True]
        for step in job["steps"]:
            commands = {line.split()[0] for line in step.get("run", "").splitlines()}
            assert commands <= {"gh", "mkdir", "major=${GITHUB_REF_NAME%%.*}"}
            assert commands or step["uses"].split("@")[0] in {
                "actions/attest-build-provenance",
                "actions/deploy-pages",
                "actions/download-artifact",
                "github/codeql-action/upload-sarif",
                "pypa/gh-action-pypi-publish",
            }


def test_only_a_tag_of_a_version_releases() -> None:
    workflow = loaded((ROOT / ".github/workflows/release.yml").read_text())
    assert workflow[True] == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}}
    jobs = workflow["jobs"]
    assert jobs["publish"]["environment"] == "release"
    assert set(jobs["publish"]["needs"]) == {"build", "try"}
    assert jobs["announce"]["needs"] == "publish"
    build = " ".join(step.get("run", "") for step in jobs["build"]["steps"])
    assert 'tools.release check "$GITHUB_REF_NAME"' in build


def test_the_tests_run_everywhere_with_the_command_of_the_readme() -> None:
    workflow = loaded((ROOT / ".github/workflows/tests.yml").read_text())
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert {system.split("-")[0] for system in matrix["system"]} == {"ubuntu", "macos", "windows"}
    readme = (ROOT / "README.md").read_text().splitlines()
    [command] = [line for line in readme if line.startswith("python3 -m venv") and "pytest" in line]
    runs = [step.get("run", "") for step in workflow["jobs"]["tests"]["steps"]]
    assert f"{command}\n" in runs
