"""What the platform that a check runs on says about addresses."""

from __future__ import annotations

import os
import re

from ..report.summary import InRepository
from ..report.web_links import WebLinks
from ..settings.settings import Settings
from ..workspace.entry import on_disk
from ..workspace.open import read_regular

#: The action sets it: where the pages of its own version are.
_RULES = "CURRICULUM_LINT_RULES_URL"
_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_LONGEST = 200


def web_links(settings: Settings, repository: InRepository) -> WebLinks:
    """The addresses for the commit that is checked; none at a desk."""
    depth = repository.folder.count("/") + 1 if repository.folder else 0
    top = os.path.join(settings.root, *[os.pardir] * depth)
    rules = f"{os.environ.get(_RULES, '').rstrip('/')}/"
    return WebLinks(_checked(_files(top)), _checked(rules))


def _checked(address: str) -> str:
    return address if _ADDRESS.fullmatch(address) else ""


def _files(top: str) -> str:
    """The commit's files on GitHub or GitLab."""
    given = os.environ.get
    if given("GITHUB_ACTIONS"):
        commit = _checked_out(top) or given("GITHUB_SHA")
        return f"{given('GITHUB_SERVER_URL')}/{given('GITHUB_REPOSITORY')}/blob/{commit}/"
    if given("GITLAB_CI"):
        return f"{given('CI_PROJECT_URL')}/-/blob/{given('CI_COMMIT_SHA')}/"
    return ""


def _checked_out(top: str) -> str:
    """The commit that HEAD names outright, as it does where a pull request is checked out."""
    try:
        head = read_regular(on_disk(top, ".git/HEAD"), _LONGEST).decode("ascii", "replace").strip()
    except OSError:
        return ""
    return head if _COMMIT.fullmatch(head) else ""
