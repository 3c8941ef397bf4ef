"""CL301 broken-link."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Safety
from ...links.destination import split_destination
from ...links.fragments import Fragments
from ...links.nearest import NearestPaths
from ...links.rewrite import with_path
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...parse.document import Link, LinkKind
from ...settings.severity import Severity
from ...text.phrases import counted
from ...workspace.beyond import in_repository
from ...workspace.entry import ROOT, EntryKind
from ...workspace.lookup import Status
from ..structure.missing_readme import units_without_readme
from ._link_findings import as_code, destination_span, rewriting, targets_of
from ._routes import Broken, SiteRoute, may_be_route, route_of, told_once

_ROUTES = (
    "If they are routes of a website, add {} to `links.ignore`, or set "
    '`links.absolute = "ignore"`; on GitHub they are broken.'
)
#: What a path or an address has.
_PATH = re.compile(r"[/.#:@]")
_ADDED = 'If it is a website that adds the ending, set `links.endings = "ignore"`.'
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
        '`links.ignore` names and, with `links.absolute = "ignore"`, those that begin with `/` '
        "are not looked at. A link to a file that git ignores, or that is excluded, is fine. A "
        "link to the readme of a unit that has none is `missing-readme`'s. Of more than ten links "
        "that leave out the ending of a page, or of more than two that begin with one folder that "
        "the root does not have, only the first is told, with their number: a website may be "
        "their cause. Of HTML, `href`, `src`, `srcset`, `poster`, the `data` of an object, and "
        "`url()` in a `style` are read; what GitHub shows nobody is not (`cite`, `background`, "
        "`xlink:href`, `formaction`, `<style>`)."
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
        missing = list(targets_of(curriculum, Outcome.MISSING))
        # That a unit has no readme is said once, at the unit; `[name]: text` is no link at all.
        missing = [each for each in missing if each[1].path.casefold() not in told]
        missing = [each for each in missing if not _is_text(each[1].link)]
        yield from map(search.finding, told_once(search.broken(*each) for each in missing))
        for path, target in targets_of(curriculum, Outcome.FOUND):
            if _is_file_with_slash(curriculum, target):
                yield _with_slash(path, target)


def _is_text(link: Link) -> bool:
    """Whether a definition leads to a word, rather than to a path: unused-definition tells that."""
    return link.kind is LinkKind.DEFINITION and not _PATH.search(link.destination)


class _Search:
    """Looks for what links mean, in one curriculum."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._tree = curriculum.tree
        self._nearest = NearestPaths(curriculum.tree.entries)
        readme = curriculum.settings.readme
        self._fragments = Fragments(curriculum.pages, curriculum.tree, readme)

    def broken(self, path: str, target: Target) -> Broken:
        """What can be known of a link that leads to nothing."""
        route = route_of(self._tree, path, target)
        nearest = None if route.page else self._nearest.find(target.path)
        folder = "" if route != SiteRoute() or nearest else self._missing_folder(target.path)
        return Broken(path, target, route, nearest, folder)

    def finding(self, broken: Broken) -> Finding:
        """The finding about a link that leads to nothing, and about others of its cause."""
        path, target, route, nearest, _, others = broken
        if route.page:
            return self._without_ending(broken)
        absence = f"{as_code(target.link.destination)} does not exist: {self._absence(target.path)}"
        span = destination_span(target)
        if others:
            more = counted(others, "more link")
            if not route.prefix:
                return Finding(path, span, f"{absence}, and {more} of this page lead into it.")
            message = f"{absence}, and {more} of the curriculum begin with `{route.prefix}/`."
            return Finding(path, span, message, _ROUTES.format(as_code(f"{route.prefix}/*")))
        if nearest is None:
            return Finding(path, span, f"{absence}.")
        folder = self._tree.entries[nearest.name].kind is EntryKind.FOLDER
        text = with_path(target.link, path, nearest.name, target.path, folder=folder)
        sure = nearest.sure and not route.prefix and self._leads_somewhere(nearest.name, target)
        fix = rewriting(path, target, text) if sure else None
        if fix and may_be_route(target, nearest):
            fix = fix._replace(safety=Safety.UNSAFE)
        return Finding(path, span, f"{absence}.", f"Did you mean {as_code(text)}?", fix)

    def _without_ending(self, broken: Broken) -> Finding:
        """The finding about a link to a page whose ending is left out, as websites do."""
        path, target, page, others = broken.path, broken.target, broken.route.page, broken.others
        text = with_path(target.link, path, page, target.path, folder=False)
        written, span = as_code(target.link.destination), destination_span(target)
        message = f"{written} does not exist: the file is {as_code(posixpath.basename(page))}"
        if others:
            message += f", and {counted(others, 'more link')} of the curriculum leave out an ending"
            return Finding(path, span, f"{message}.", f"Write {as_code(text)}. {_ADDED}")
        fix = None
        if self._leads_somewhere(page, target):
            fix = rewriting(path, target, text)._replace(safety=Safety.UNSAFE)
        return Finding(path, span, f"{message}.", f"Write {as_code(text)}.", fix)

    def _leads_somewhere(self, path: str, target: Target) -> bool:
        """Whether a link to ``path`` would be a right one, its fragment included."""
        found = self._tree.lookup(path)
        if found.status is not Status.FOUND:
            return False
        return self._fragments.follow(found, target.fragment).outcome is Outcome.FOUND

    def _missing_folder(self, missing: str) -> str:
        """The first folder of a path that is not there; empty where only the last name is not."""
        names = missing.split("/")
        folders = ["/".join(names[:at]) for at in range(1, len(names))]
        if names[0] == "..":
            return ""
        return next((f for f in folders if self._tree.lookup(f).status is not Status.FOUND), "")

    def _absence(self, missing: str) -> str:
        """The first part of the path that is not there, in words."""
        if missing.partition("/")[0] == "..":
            beyond = in_repository(self._tree.root, missing)
            if beyond is not None:
                return f"there is nothing at {as_code(beyond.path)} in the repository"
            return "counted from here, it climbs out of the repository"
        what = "no folder" if (folder := self._missing_folder(missing)) else "nothing called"
        parent, name = posixpath.split(folder or missing)
        return f"there is {what} {as_code(name)} in {_place(parent or ROOT)}"


def _is_file_with_slash(curriculum: Curriculum, target: Target) -> bool:
    if not split_destination(target.link.destination).path.endswith("/"):
        return False
    entry = curriculum.tree.lookup(target.path).entry
    return entry is not None and entry.kind is EntryKind.FILE


def _with_slash(path: str, target: Target) -> Finding:
    written = as_code(split_destination(target.link.destination).path)
    text = with_path(target.link, path, target.path, target.path, folder=False)
    message = f"{written} is a file, and ends with a slash: only GitHub opens it all the same."
    fix, span = rewriting(path, target, text), destination_span(target)
    advice = f"Write {as_code(text)}."
    return Finding(path, span, message, advice, fix, severity=Severity.INFO)


def _place(folder: str) -> str:
    return "the root of the repository" if folder == ROOT else as_code(folder)
