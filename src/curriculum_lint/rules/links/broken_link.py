"""CL301 broken-link."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...links.alike import Nearest
from ...links.fragments import Fragments
from ...links.nearest import NearestPaths
from ...links.rewrite import with_path
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...settings.severity import Severity
from ...workspace.beyond import in_repository
from ...workspace.entry import ROOT, EntryKind, join
from ...workspace.lookup import Status
from ..structure.missing_readme import units_without_readme
from ._link_findings import as_code, destination_span, rewriting, targets_of
from ._routes import split_routes

_TWO = "-- notes.md --\n# Notes\n\nSee [the setup]({}).\n-- setup/tools.md --\n# Tools\n"


class BrokenLink(CurriculumRule):
    """A learner who follows a broken link is lost, and does not know that it is not their fault.
    Folders get renumbered and renamed; the links to them stay behind.
    """

    code = "CL301"
    name = "broken-link"
    summary = (
        "a link, image, definition or HTML `href`/`src` to a file or folder that does not exist"
    )
    severity = Severity.ERROR
    fix_changes = PageChange.ADDRESSES
    limits = (
        "Links that a template fills in (`{{…}}`, `{%…%}`, `<%…%>`), destinations that "
        '`links.ignore` names and, with `links.absolute = "ignore"`, those that begin with `/` are '
        "not looked at. A link to a file that git ignores, or that is excluded, is fine. A link to "
        "the readme of a unit that has none is `missing-readme`'s. Ten or more links that begin "
        "with `/` where hardly any leads to a file, and twenty or more that only lack the `.md` of "
        "a page, are evidently routes of a website: they are told once, as a warning."
    )
    good = (
        Example(_TWO.format("setup/tools.md?plain=1#L1"), frame=Frame.FILES),
        Example(_TWO.format("/setup/"), frame=Frame.FILES),
        Example("# Notes\n\nWrite `[text](no-such-file.md)`, or see the [issues](../../issues).\n"),
    )
    bad = (
        Example(
            _TWO.format("setup/toools.md#tools"),
            finds=("notes.md:3:17 CL301",),
            fixed=_TWO.format("setup/tools.md#tools"),
            frame=Frame.FILES,
        ),
        Example("# Notes\n\n![The flow](flow.png)\n", finds=("3:13 CL301",)),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every link that leads nowhere, with what it probably means."""
        search = _Search(curriculum)
        readme = curriculum.settings.readme
        told = {f"{u.path}/{readme}".casefold() for u in units_without_readme(curriculum)}
        missing = [
            each
            for each in targets_of(curriculum, Outcome.MISSING)
            # That a unit has no readme is said once, at the unit.
            if each[1].path.casefold() not in told
        ]
        routes = split_routes(curriculum, missing)
        yield from routes.findings
        for path, target in routes.others:
            if target.actual is None:
                yield search.finding(path, target)
            else:
                yield _with_slash(path, target, target.actual)


class _Search:
    """Looks for what links mean, in one curriculum."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._tree = curriculum.tree
        self._nearest = NearestPaths(curriculum.tree.entries)
        readme = curriculum.settings.readme
        self._fragments = Fragments(curriculum.pages, curriculum.tree, readme)

    def finding(self, path: str, target: Target) -> Finding:
        """The finding about a link that leads to nothing."""
        nearest = self._nearest.find(target.path)
        message = (
            f"{as_code(target.link.destination)} does not exist: {self._absence(target.path)}."
        )
        span = destination_span(target)
        if nearest is None:
            return Finding(path, span, message)
        folder = self._tree.entries[nearest.name].kind is EntryKind.FOLDER
        text = with_path(target.link, path, nearest.name, target.path, folder=folder)
        sure = nearest.sure and self._leads_somewhere(nearest, target)
        fix = rewriting(path, target, text) if sure else None
        return Finding(path, span, message, f"Did you mean {as_code(text)}?", fix)

    def _leads_somewhere(self, nearest: Nearest, target: Target) -> bool:
        """Whether the new link would be a right one, its fragment included."""
        found = self._tree.lookup(nearest.name)
        if found.status is not Status.FOUND:
            return False
        return self._fragments.follow(found, target.fragment).outcome is Outcome.FOUND

    def _absence(self, missing: str) -> str:
        """The first part of the path that is not there, in words."""
        folder = ROOT
        names = missing.split("/")
        if names[0] == "..":
            beyond = in_repository(self._tree.root, missing)
            if beyond is not None:
                return f"there is nothing at {as_code(beyond.path)} in the repository"
            return "counted from here, it climbs out of the repository"
        for name in names[:-1]:
            inner = join(folder, name)
            if self._tree.lookup(inner).status is not Status.FOUND:
                return f"there is no folder {as_code(name)} in {_place(folder)}"
            folder = inner
        return f"there is nothing called {as_code(names[-1])} in {_place(folder)}"


def _with_slash(path: str, target: Target, actual: str) -> Finding:
    written = target.link.destination
    text = with_path(target.link, path, actual, target.path, folder=False)
    message = f"{as_code(written)} ends with a slash, but {as_code(actual)} is a file."
    return Finding(path, destination_span(target), message, f"Write {as_code(text)}.")


def _place(folder: str) -> str:
    return "the root of the repository" if folder == ROOT else as_code(folder)
