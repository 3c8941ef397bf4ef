"""CL311 orphan-document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum, Page, Unit
from ...settings.severity import Severity
from ...text.translation import without_language
from ...workspace.entry import ROOT, EntryKind
from ..index._generated_lists import generated_listings
from ..index._missed_units import missed_units, unlinked_units
from ..sample import curriculum_of
from ._known_documents import is_customary
from ._linked_paths import linked_paths

_MOST_LONELY = 20
_NOTES = "-- first_level/1_start/{}.md --\n# Tools\n"


class OrphanDocument(CurriculumRule):
    """A learner gets from page to page by links. What no page links to is found only by people
    who look through the folders, and grows old unseen.
    """

    code = "CL311"
    name = "orphan-document"
    summary = "a unit, or a document in the folder of a level, that no document links to"
    severity = Severity.INFO
    limits = (
        "Documents outside the folders of levels, and repositories without levels, are left "
        "alone; so are change logs, licences and the like, templates for people to copy, and "
        "translations, nor anything where more than half of all documents, and more than twenty, "
        "are not linked: a site leads to them. A unit is reported only where another unit beside "
        "it is linked, and not if CL402 or CL406 reports it. A link to the folder of a readme, to "
        "the page as HTML, or by its full address on GitHub counts. The readme of a folder that "
        "holds code or data is left alone: it comes with the folder."
    )
    good = (curriculum_of("1_start", "2_loops", also=_NOTES.format("CHANGELOG")),)
    bad = (
        curriculum_of(
            "1_start", finds=("1_start/tools.md:1:1 CL311",), also=_NOTES.format("tools")
        ),
        curriculum_of(
            "1_start",
            "2_loops",
            "3_files",
            index="- [Start](1_start/readme.md)\n",
            finds=("2_loops/readme.md:1:1 CL311", "3_files/readme.md:1:1 CL311"),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report what no link of another document leads to."""
        # What a sparse checkout leaves out may well link to anything.
        if not curriculum.levels or curriculum.tree.absent or _hides_links(curriculum):
            return
        linked = linked_paths(curriculum)
        for unit in _unlinked_units(curriculum, linked):
            message = f"No document links to {unit.label}."
            advice = f"Link to `{unit.path}` where the units beside it are listed."
            yield Finding(unit.place, WHOLE, message, advice)
        strays = {stray.readme for unit in curriculum.units() for stray in unit.strays}
        pages = [
            page
            for page in curriculum.pages.values()
            if not page.kind.is_readme
            and _is_taught(curriculum, page.path)
            and not (page.path in strays and page.outline.exercises)
        ]
        lonely = [page for page in pages if _is_lonely(curriculum, page, linked)]
        # Where hardly a page is linked, readers do not come by links: a site leads them.
        if len(lonely) > _MOST_LONELY and 2 * len(lonely) > len(pages):
            return
        for page in lonely:
            message = "No document links to this one."
            advice = "Link to it from the readme beside it, or delete it."
            yield Finding(page.path, WHOLE, message, advice)


def _unlinked_units(curriculum: Curriculum, linked: frozenset[str]) -> Iterator[Unit]:
    """Modules and subsections that are left out where others are linked.

    What an index in a list misses, or names without a link, is said there, and so is that a
    generated one is out of date.
    """
    parents = [parent for parent in curriculum.units() if parent.children]
    listed = _listed(curriculum, parents)
    left_out = [
        unit
        for at, parent in enumerate(parents)
        if at in listed
        for unit in parent.children
        if unit.readme and not _is_linked(unit, linked)
    ]
    if left_out:
        told = {each.unit.path for each in missed_units(curriculum)}
        told |= {each.unit.path for each in unlinked_units(curriculum)}
        told |= generated_listings(curriculum)
        yield from (unit for unit in left_out if unit.path not in told)


def _hides_links(curriculum: Curriculum) -> bool:
    """Whether a page holds links that cannot be read: an open fence makes code of all of them."""
    documents = [page.document for page in curriculum.pages.values()]
    return any(each.limits or any(not f.closed for f in each.fences) for each in documents)


def _listed(curriculum: Curriculum, parents: list[Unit]) -> set[int]:
    """The indexes of the units whose parts a page lists.

    That is the unit's own readme, or a page that leads to most of its parts.
    """
    parts: dict[str | None, list[tuple[int, str]]] = {}
    for at, parent in enumerate(parents):
        for path, unit in {p: u.path for u in parent.children for p in (u.path, u.readme)}.items():
            parts.setdefault(path, []).append((at, unit))
    listed: set[int] = set()
    for source, targets in curriculum.targets.items():
        found: dict[int, set[str]] = {}
        for target in targets:
            for at, unit in parts.get(target.path, ()):
                found.setdefault(at, set()).add(unit)
        for at, units in found.items():
            is_own = source in (parents[at].readme, parents[at].place)
            if is_own or 2 * len(units) >= len(parents[at].children):
                listed.add(at)
    return listed


def _is_linked(unit: Unit, linked: frozenset[str]) -> bool:
    return unit.path in linked or unit.readme in linked


def _is_lonely(curriculum: Curriculum, page: Page, linked: frozenset[str]) -> bool:
    if page.path in linked or is_customary(page.path):
        return False
    folder, _, name = page.path.rpartition("/")
    stem = posixpath.splitext(name)[0]
    if stem.casefold() in ("readme", "index") and (folder or ROOT) in linked:
        return False
    if stem.casefold() == "readme" and _holds_more(curriculum, folder):
        return False
    original = without_language(page.path)
    if original != page.path and original in curriculum.tree.entries:
        return False
    return "template" not in stem.casefold()


def _holds_more(curriculum: Curriculum, folder: str) -> bool:
    """Whether a folder holds code or data: who opens it there is shown its readme."""
    entries = curriculum.tree.children(folder or ROOT)
    return any(e.kind is EntryKind.FILE and e.path not in curriculum.pages for e in entries)


def _is_taught(curriculum: Curriculum, path: str) -> bool:
    """Whether a document lies in a level; where the root is one, in a unit."""
    for level in curriculum.levels:
        folders = [level.path] if level.path != ROOT else [unit.path for unit in level.children]
        if any(path.startswith(f"{folder}/") for folder in folders):
            return True
    return False
