"""What the platform that a check runs on says about addresses."""

from __future__ import annotations

import os

from ..report.rule_address import rules_address, web_address
from ..report.summary import InRepository
from ..report.web_links import WebLinks
from ..settings.settings import Settings
from ..text.late_pattern import late_pattern
from ..workspace.entry import on_disk
from ..workspace.open import read_regular

_COMMIT = late_pattern(r"[0-9a-f]{40,64}")
_LONGEST = 200


def web_links(settings: Settings, repository: InRepository, *, wanted: bool) -> WebLinks:
    """The addresses of the files of the commit that is checked, and of the pages of rules.

    There are none of files at a desk, and none at all where no report has any.
    """
    if not wanted:
        return WebLinks()
    depth = repository.folder.count("/") + 1 if repository.folder else 0
    top = os.path.join(settings.root, *[os.pardir] * depth)
    return WebLinks(web_address(_files(top)), rules_address())


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
