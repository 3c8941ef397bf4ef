"""CL306 untracked-target."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...model.target import Outcome
from ...settings.severity import Severity
from ...workspace.entry import ROOT
from ._link_findings import as_code, destination_span, targets_of

_FILES = "-- .gitignore --\n{}\n-- slides.txt --\nSlides\n-- notes.md --\n# Notes\n\n[Slides]({})\n"


class UntrackedTarget(CurriculumRule):
    """The link works on the disk of its author, and nowhere else: git ignores the file, so it
    never reaches GitHub.
    """

    code = "CL306"
    name = "untracked-target"
    summary = "a link to a file or folder that exists on this disk, but that git ignores"
    severity = Severity.WARNING
    limits = (
        "A file that was added in spite of the ignore files (`git add --force`) is fine. What the "
        "configuration excludes, folders such as `node_modules`, and destinations that "
        "`links.ignore` names are not looked at."
    )
    good = (Example(_FILES.format("*.log", "slides.txt"), frame=Frame.FILES),)
    bad = (
        Example(
            _FILES.format("*.txt", "slides.txt"),
            finds=("notes.md:3:10 CL306",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report links that are found, but only outside of what git knows."""
        tree = curriculum.tree
        for path, target in targets_of(curriculum, Outcome.FOUND):
            if target.path in tree.entries or target.path == ROOT:
                continue
            entry = tree.lookup(target.path).entry
            if entry is not None and tree.is_ignored(entry.path):
                message = f"{as_code(target.link.destination)} is on this disk, but git ignores it."
                advice = "Take it out of the ignore file, or link to something that is published."
                yield Finding(path, destination_span(target), message, advice)
