"""The pre-commit hook and the workflow that run the check of a repository."""

from __future__ import annotations

import json

HOOK_PATH = ".pre-commit-config.yaml"
WORKFLOW_PATH = ".github/workflows/curriculum-lint.yml"

#: A hook of the repository itself: it runs the curriculum-lint that is installed.
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: curriculum-lint
        name: curriculum-lint
        entry: curriculum-lint check
        language: system
        # The whole curriculum is checked: a commit can break a link in a file it does not touch.
        pass_filenames: false
        always_run: true
"""

_WORKFLOW = """\
# Checks the curriculum. Written by `curriculum-lint init`.
name: curriculum-lint

on:
  push:
  pull_request:

permissions: {}

concurrency:
  group: ${{ github.workflow }}-${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    name: Check the curriculum
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read # to check out the repository
    steps:
      - name: Check out
        uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          # In a pull request the second commit is its base: annotations begin with changed lines.
          fetch-depth: 2
          persist-credentials: false
      - name: Set up Python
        uses: actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0
        with:
          python-version: "3.13"
      - name: Install curriculum-lint
        # Outside the checkout, so that nothing in it takes part in the installation.
        working-directory: ${{ runner.temp }}
        env:
          REQUIREMENT: @REQUIREMENT@
        run: python -m pip install "$REQUIREMENT"
      - name: Check
        run: curriculum-lint check --output-format github
"""


def workflow(requirement: str) -> str:
    """The workflow; ``requirement``, printable ASCII, is what pip installs there."""
    return _WORKFLOW.replace("@REQUIREMENT@", quoted(requirement))


def quoted(requirement: str) -> str:
    """A requirement as a string of YAML in which no expression begins."""
    # Such a JSON string is a YAML string too, and "${{" begins an expression in any of them.
    return json.dumps(requirement).replace("${{", "$\\u007b{")
