"""What docs/integrations.md shows: files that their platforms accept, and that do their work."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.checkout import ROOT
from tests.ci.documents import Snippet, complaints, loaded, schema_complaints, snippets
from tests.curricula import write_broken, write_clean

PAGE = ROOT / "docs/integrations.md"
BIN = Path(sys.executable).parent
INSTALL = re.compile(r"^.*\bpip\"? install .*$", re.MULTILINE)
VENV = re.compile(r"^.*-m venv .*$", re.MULTILINE)


def section(title: str) -> list[Snippet]:
    """The fences below a heading."""
    text = PAGE.read_text()
    part = text.split(f"\n## {title}\n")[1].split("\n## ")[0]
    return [each for each in snippets(PAGE) if each.text in part]


def shown(title: str) -> str:
    return section(title)[0].text


def run(script: str, root: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a platform does, where curriculum-lint is installed already."""
    script = VENV.sub("true", INSTALL.sub("true", script))
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    environment = {**kept, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **more}
    command = ["bash", "-ec", script]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    root = write_broken(tmp_path / "course")
    git(root, "init", "--quiet")
    return root


@pytest.fixture
def tools(tmp_path: Path) -> str:
    """A temporary folder of a platform, with the tool where the script has installed it."""
    (tmp_path / "temporary/curriculum-lint").mkdir(parents=True)
    (tmp_path / "temporary/curriculum-lint/bin").symlink_to(BIN)
    return str(tmp_path / "temporary")


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    identity = ("-c", "user.name=A mentor", "-c", "user.email=a@example.org")
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["git", *identity, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip


def failures(report: Path) -> int:
    return int(ElementTree.parse(report).getroot().get("failures", "0"))


def test_every_section_is_tested() -> None:
    titles = re.findall(r"^## (.+)$", PAGE.read_text(), re.MULTILINE)
    tested = ["pre-commit.ci", "lefthook", "husky", "reviewdog", "Azure Pipelines"]
    assert titles == [*tested, "Bitbucket Pipelines", "Jenkins", "A container"]


def test_pre_commit_ci_accepts_its_file(tmp_path: Path) -> None:
    file = tmp_path / ".pre-commit-config.yaml"
    file.write_text(shown("pre-commit.ci"))
    assert not complaints("pre-commit", "validate-config", str(file))
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text()
    hooks = set(re.findall(r"^- id: (\S+)", manifest, re.MULTILINE))
    used = {hook["id"] for repo in loaded(file.read_text())["repos"] for hook in repo["hooks"]}
    assert used <= hooks


def test_lefthook_refuses_a_commit_that_breaks_something(broken: Path) -> None:
    lefthook = BIN / "lefthook"
    if not lefthook.exists():
        pytest.skip("lefthook is not installed")
    (broken / "lefthook.yml").write_text(shown("lefthook"))
    assert run("lefthook validate && lefthook install", broken).returncode == 0
    git(broken, "add", ".")
    refused = git(broken, "commit", "-m", "Broken")
    assert refused.returncode != 0
    assert "CL104" in refused.stdout + refused.stderr
    write_clean(broken)
    git(broken, "add", ".")
    assert git(broken, "commit", "-m", "Right").returncode == 0


def test_husky_refuses_a_commit_that_breaks_something(broken: Path) -> None:
    (broken / ".husky").mkdir()
    (broken / ".husky/pre-commit").write_text(shown("husky"))
    # What husky itself installs: a folder of hooks, each of which runs the file with sh.
    hooks = broken / ".husky/_"
    hooks.mkdir()
    (hooks / "pre-commit").write_text('#!/bin/sh\nexec sh -e "$(dirname "$0")/../pre-commit"\n')
    (hooks / "pre-commit").chmod(0o755)
    git(broken, "config", "core.hooksPath", ".husky/_")
    git(broken, "add", ".")
    assert git(broken, "commit", "-m", "Broken").returncode != 0
    write_clean(broken)
    git(broken, "add", ".")
    assert git(broken, "commit", "-m", "Right").returncode == 0


def test_reviewdog_is_given_what_it_reads(broken: Path) -> None:
    git(broken, "commit", "--allow-empty", "-m", "Begin")
    (broken / "bin").mkdir()
    (broken / "bin/reviewdog").write_text('#!/bin/sh\necho "$@" > told\ncat > read.json\n')
    (broken / "bin/reviewdog").chmod(0o755)
    done = run(f"PATH={broken}/bin:$PATH\n{shown('reviewdog')}", broken)
    assert done.returncode == 0, done.stderr
    assert "-f=rdjson" in (broken / "told").read_text()
    assert json.loads((broken / "read.json").read_text())["diagnostics"]


def test_azure_accepts_its_file_and_gets_its_report(
    broken: Path, tools: str, tmp_path: Path
) -> None:
    file = tmp_path / "azure-pipelines.yml"
    file.write_text(shown("Azure Pipelines"))
    # Microsoft's patterns are of an older kind.
    schema = ("--builtin-schema", "vendor.azure-pipelines", "--regex-variant", "nonunicode")
    assert not complaints("check-jsonschema", *schema, str(file))
    steps = loaded(file.read_text())["steps"]
    [script] = [step["script"] for step in steps if "script" in step]
    assert run(script, broken, AGENT_TEMPDIRECTORY=tools).returncode == 1
    [results] = [step["inputs"] for step in steps if step.get("task") == "PublishTestResults@2"]
    assert failures(broken / results["testResultsFiles"]) == 1


def test_bitbucket_accepts_its_file_and_gets_its_report(broken: Path, tmp_path: Path) -> None:
    file = tmp_path / "bitbucket-pipelines.yml"
    file.write_text(shown("Bitbucket Pipelines"))
    assert not schema_complaints("vendor.bitbucket-pipelines", file)
    data = loaded(file.read_text())
    [step] = [each["step"] for each in data["definitions"]["steps"]]
    assert data["pipelines"]["branches"]["main"] == [{"step": step}]
    assert run("\n".join(step["script"]), broken).returncode == 1
    assert failures(broken / "test-results/curriculum-lint.xml") == 1


def test_jenkins_gets_its_report(broken: Path, tools: str) -> None:
    text = shown("Jenkins")
    [script] = re.findall(r"sh '''\n(.*?)'''", text, re.DOTALL)
    assert run(script, broken, WORKSPACE_TMP=tools).returncode == 1
    [report] = re.findall(r"junit '(.+?)'", text)
    assert failures(broken / report) == 1
    assert text.count("{") == text.count("}")


def test_the_container_is_what_is_said_of_it() -> None:
    text = (ROOT / "Containerfile").read_text()
    stages = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert all(each.startswith("debian:") for each in stages)
    last = text.rpartition("\nFROM ")[2]
    assert "\nUSER nobody\n" in last
    assert last.index("USER nobody") < last.index("ENTRYPOINT")
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    for name in " ".join(copied).split():
        assert (ROOT / name).exists(), name
