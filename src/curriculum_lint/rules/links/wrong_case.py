"""CL303 wrong-case."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Fix
from ...links.fragments import Fragments
from ...links.rewrite import respelt
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...settings.severity import Severity
from ._link_findings import as_code, destination_span, rewriting, targets_of

_SETUP = "-- notes.md --\n# Notes\n\nSee [the setup]({}).\n-- docs/Setup.md --\n# Setup\n"


class WrongCase(CurriculumRule):
    """macOS and Windows find `Readme.md` when asked for `readme.md`; GitHub and Linux do not. Such
    a link works for its author and for nobody else.
    """

    code = "CL303"
    name = "wrong-case"
    summary = "a path that exists only in other upper and lower case"
    severity = Severity.ERROR
    fix_changes = PageChange.ADDRESSES
    limits = (
        "Case in the fragment is anchor-case's business, and in addresses of the web it is free."
    )
    good = (Example(_SETUP.format("docs/Setup.md"), frame=Frame.FILES),)
    bad = (
        Example(
            _SETUP.format("Docs/setup.md#setup"),
            finds=("notes.md:3:17 CL303",),
            fixed=_SETUP.format("docs/Setup.md#setup"),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every path in wrong case, with the right one."""
        fragments = Fragments(curriculum.pages, curriculum.tree, curriculum.settings.readme)
        for path, target in targets_of(curriculum, Outcome.WRONG_CASE):
            actual = target.actual or target.path
            text = respelt(target.link, actual)
            message = _message(target, text)
            fix = _fix(path, target, text, fragments, curriculum)
            yield Finding(path, destination_span(target), message, f"Write {as_code(text)}.", fix)


def _message(target: Target, text: str) -> str:
    written = target.link.destination
    if normalize("NFC", target.path) == normalize("NFC", target.actual or ""):
        return (
            f"{as_code(written)} exists only with its accents composed otherwise: it looks the "
            "same, but GitHub will not find it."
        )
    return f"{as_code(written)} is spelt {as_code(text)} on disk: GitHub will not find it."


def _fix(
    path: str, target: Target, text: str, fragments: Fragments, curriculum: Curriculum
) -> Fix | None:
    """The fix, unless it would uncover that the fragment is broken as well."""
    found = curriculum.tree.lookup(target.path)
    follows = fragments.follow(found, target.fragment).outcome is Outcome.FOUND
    return rewriting(path, target, text) if follows else None
