"""CL304 outside-repository."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import CurriculumRule, Finding
from ...links.destination import DestinationForm, read_destination
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...settings.severity import Severity
from ._link_findings import as_code, destination_span, targets_of


class OutsideRepository(CurriculumRule):
    """What lies outside the repository is on one person's disk only. On GitHub such a link leads
    nowhere, and it may show how somebody's computer is laid out.
    """

    code = "CL304"
    name = "outside-repository"
    summary = "a link that climbs out of the repository, or names a place on somebody's own disk"
    severity = Severity.ERROR
    limits = (
        "Pages that GitHub has two folders above the root (`../../issues`, `../../wiki`, …) are "
        "fine, and so are links into the repository around the linted folder. Where a symbolic "
        "link leads outside is never shown."
    )
    good = (Example("# Notes\n\nSee the [issues](../../issues/12) and [pulls](../../pulls).\n"),)
    bad = (
        Example("# Notes\n\nSee [the plan](../plan.md).\n", finds=("3:16 CL304",)),
        Example("# Notes\n\n![The flow](C:\\Users\\anna\\flow.png)\n", finds=("3:13 CL304",)),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every link that leads out, and how."""
        for path, target in targets_of(curriculum, Outcome.OUTSIDE):
            message, advice = _told(target)
            yield Finding(path, destination_span(target), message, advice)


def _told(target: Target) -> tuple[str, str]:
    """The message and the advice, by the way in which the link leads out."""
    written = target.link.destination
    shown = as_code(written)
    if target.actual is not None:
        message = f"{shown} is written with backslashes, which separate nothing in a link."
        return message, f"Write {as_code(written.replace(chr(92), '/'))}."
    if read_destination(written).form is DestinationForm.LOCAL_DISK:
        message = f"{shown} is a place on somebody's own disk: nobody else can open it."
        return message, "Add the file to the repository and link to it from here."
    if target.path.startswith(".."):
        message = f"{shown} climbs out of the repository."
        return message, "Use fewer `../`, or the full address if it is a page of the web."
    message = f"{shown} leads out of the repository through a symbolic link."
    return message, "Link to a file of the repository, or make the symbolic link a relative one."
