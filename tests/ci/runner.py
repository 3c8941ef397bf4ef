"""A stand-in for the runner: it executes the scripts of a composite action under bash."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tests.ci.documents import ACTION, loaded

_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
_OUTPUT = re.compile(r"([\w-]+)<<(\w+)\n(.*?)\n\2\n", re.DOTALL)

#: What the machine of the tests needs to install packages and to find bash.
_KEPT = ("PATH", "HOME", "LANG", "TMPDIR")

#: Where the action and the workspace come from.
_GITHUB = {"github.action_repository": "a-mentor/curriculum-lint", "github.action_ref": "v0.1.0"}
_VARIABLES = {
    "CI": "true",
    "GITHUB_ACTIONS": "true",
    "GITHUB_EVENT_NAME": "push",
    "GITHUB_REPOSITORY": "a-school/course",
    "GITHUB_SERVER_URL": "https://github.example",
    "GITHUB_SHA": "5" * 40,
    "RUNNER_OS": "Linux",
}


class Step(NamedTuple):
    """What a step did: its exit code, its log, and what it wrote to the files of the runner."""

    exit_code: int
    stdout: str
    stderr: str
    outputs: dict[str, str]
    summary: str

    @property
    def log(self) -> str:
        """Both streams, for the message of a failed test."""
        return f"{self.stdout}\n{self.stderr}"


class Runner(NamedTuple):
    """One job: its folders, the values that expressions of the action have, and more variables."""

    workspace: Path
    action: Path
    temporary: Path
    values: dict[str, str]
    variables: Mapping[str, str] = MappingProxyType({})

    def run(self, step_id: str, **inputs: str) -> Step:
        """Run the step ``step_id``; ``inputs`` have ``_`` for ``-``, others their defaults."""
        step = _step(step_id)
        given = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        values = {**_defaults(), **_GITHUB, **self.values, **given}
        script = self.temporary / f"{step_id}.sh"
        script.write_text(step["run"])
        output, summary = (self._empty_file(step_id, name) for name in ("output", "summary"))
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env=self._environment(step, values, output, summary),
            capture_output=True,
            text=True,
            check=False,
        )
        return Step(
            done.returncode,
            done.stdout,
            done.stderr,
            read_outputs(output.read_text()),
            summary.read_text(),
        )

    def _empty_file(self, step_id: str, name: str) -> Path:
        file = self.temporary / "_runner_file_commands" / f"{step_id}-{name}"
        file.parent.mkdir(exist_ok=True)
        file.write_text("")
        return file

    def _environment(
        self, step: dict[str, Any], values: Mapping[str, str], output: Path, summary: Path
    ) -> dict[str, str]:
        kept = {
            key: value for key, value in os.environ.items() if key in _KEPT or key[:4] == "PIP_"
        }
        return {
            **kept,
            **_VARIABLES,
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
            **self.variables,
            **{key: _substituted(value, values) for key, value in step["env"].items()},
        }


def read_outputs(text: str) -> dict[str, str]:
    """What the runner makes of a file ``GITHUB_OUTPUT``; nothing else may be in it."""
    assert _OUTPUT.sub("", text) == ""
    return {match[1]: match[3] for match in _OUTPUT.finditer(text)}


def step_values(step_id: str, outputs: Mapping[str, str]) -> dict[str, str]:
    """The expressions by which later steps name ``outputs``."""
    return {f"steps.{step_id}.outputs.{name}": value for name, value in outputs.items()}


def python_value() -> dict[str, str]:
    """What the step that sets Python up leaves behind."""
    return step_values("python", {"python-path": sys.executable})


def _step(step_id: str) -> dict[str, Any]:
    [step] = [s for s in loaded(ACTION.read_text())["runs"]["steps"] if s["id"] == step_id]
    assert step["shell"] == "bash"
    assert isinstance(step, dict)
    return step


def _defaults() -> dict[str, str]:
    inputs = loaded(ACTION.read_text())["inputs"]
    return {f"inputs.{name}": declared["default"] for name, declared in inputs.items()}


def _substituted(value: str, values: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: values[match[1]], value)
