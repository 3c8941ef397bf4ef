"""CL208 title-mismatch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...check.example import Example, Frame
from ...check.rule import CurriculumRule, Finding, Note
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Kind, Page, Unit, UnmetKind
from ...model.overviews import overviews
from ...model.target import Outcome, Target
from ...parse.document import Heading, LinkKind
from ...settings.severity import Severity
from ...text.source import Span
from ...text.titles import is_foreign, is_name, is_shared_by, say_the_same
from ..sample import ANY_README, curriculum_of

_LINKS = (LinkKind.INLINE, LinkKind.HTML_LINK)
_LEVEL = f"{ANY_README}-- first_level/readme.md --\n# First level\n\n"
_TWO = (
    "- [Loops](1_loops/readme.md)\n- [{}](2_persistence/readme.md)\n"
    "-- first_level/1_loops/readme.md --\n# Loops\n"
    "-- first_level/2_persistence/readme.md --\n# {}\n"
)


class _Titled(NamedTuple):
    unit: Unit
    page: Page
    title: Heading


class TitleMismatch(CurriculumRule):
    """A learner who follows “Persistence” and lands on “Authentication” thinks the link is
    wrong. Mostly a folder was renamed, or a readme copied, and one name was forgotten.
    """

    code = "CL208"
    name = "title-mismatch"
    summary = "folder, title and index entry of a unit name different things"
    severity = Severity.WARNING
    limits = (
        "Case, punctuation, “and”, plural s and abbreviations do not matter, and half of the "
        "words are enough. Entries such as “Module 3”, titles in another script, and curricula "
        "whose titles mostly differ from their folders, or are often in another language than "
        "English, are not compared with them."
    )
    good = (
        curriculum_of("1_start", "2_for-loops"),
        Example(
            _LEVEL + _TWO.format("Persistence", "Persistence (SQLite/PostgreSQL, Knex/Sequelize)"),
            frame=Frame.FILES,
        ),
    )
    bad = (
        Example(
            _LEVEL + _TWO.format("Persistence", "Authentication"),
            finds=("first_level/2_persistence/readme.md:1:1 CL208",),
            frame=Frame.FILES,
        ),
        Example(
            _LEVEL + _TWO.format("Observability", "Persistence"),
            finds=("first_level/readme.md:4:3 CL208",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare each title with its folder, then each index entry with its title."""
        titled = list(_titled(curriculum))
        other = [each for each in titled if not is_shared_by(each.unit.name.slug, each.title.text)]
        if _are_incomparable(titled, other):
            other = []
        for unit, page, title in other:
            message = f"The {unit.form} `{unit.basename}` is titled “{title.text}”."
            advice = (
                f"Rename the {unit.form}, or change the title, so that both name the same thing."
            )
            yield Finding(page.path, title.span, message, advice)
        reported = {each.unit.path for each in other}
        yield from _entries(curriculum, titled, reported)
        yield from _unlinked_entries(curriculum, titled)


def _are_incomparable(titled: list[_Titled], other: list[_Titled]) -> bool:
    """Whether most titles differ from their folders, or many are in another language."""
    foreign = sum(is_foreign(each.title.text) for each in titled)
    return (len(other) > 2 and 2 * len(other) > len(titled)) or 4 * foreign > len(titled)


def _titled(curriculum: Curriculum) -> Iterator[_Titled]:
    """Modules and subsections whose title is a name."""
    for unit in curriculum.units():
        page = curriculum.page(unit)
        title = page.outline.title if page else None
        is_titled = page and title and not _is_misused(page, title)
        is_titled = is_titled and not _is_entrance(unit)
        if page and title and is_titled and unit.kind is not Kind.LEVEL and is_name(title.text):
            yield _Titled(unit, page, title)


#: Files whose names say what they are for, and nothing of the curriculum that they begin.
_ENTRANCES = frozenset(
    ["intro", "introduction", "index", "home", "welcome", "overview", "about", "preface"]
)


def _is_entrance(unit: Unit) -> bool:
    """Whether a page without a number only begins the curriculum: its title names that."""
    return unit.name.number is None and unit.name.slug.casefold() in _ENTRANCES


def _is_misused(page: Page, title: Heading) -> bool:
    """Whether the title is the heading of a section that is missing: CL104 says so."""
    return any(each.kind is UnmetKind.MISSING and each.found == title.text for each in page.unmet)


def _entries(
    curriculum: Curriculum, titled: list[_Titled], reported: set[str]
) -> Iterator[Finding]:
    by_path = {path: each for each in titled for path in (each.unit.path, each.page.path)}
    for page, _ in overviews(curriculum):
        for target in _what_entries_are_about(page, curriculum.targets):
            each = by_path.get(target.path)
            if target.outcome is Outcome.FOUND and each and not target.fragment:
                yield from _entry(page, target, each, is_reported=each.unit.path in reported)


def _unlinked_entries(curriculum: Curriculum, titled: list[_Titled]) -> Iterator[Finding]:
    """Entries without a link, with the number of a module that nothing lists, and another name."""
    reader = reader_of(curriculum)
    by_path = {each.unit.path: each for each in titled}
    for page, _ in overviews(curriculum):
        for index in reader.on(page):
            for entry in index.entries:
                if entry.place is None and not entry.has_link and entry.name is not None:
                    place = index.claimed(entry, reader.order)
                    each = by_path.get(place.unit.path) if place else None
                    if each is not None and _is_other(entry.name.text, each):
                        yield _unlinked(page, entry.name.text, entry.name.span, each)


def _is_other(text: str, each: _Titled) -> bool:
    """Whether an entry names something else than the unit and its folder."""
    return (
        is_name(text)
        and not say_the_same(text, each.title.text)
        and not is_shared_by(each.unit.name.slug, text)
    )


def _unlinked(page: Page, text: str, span: Span, each: _Titled) -> Finding:
    message = f"The entry “{text}” has the number of {each.unit.label}, titled “{each.title.text}”."
    note = Note(each.page.path, each.title.span, "The title.")
    return Finding(page.path, span, message, f"Write “{each.title.text}”.", related=(note,))


def _what_entries_are_about(
    page: Page, targets: Mapping[str, tuple[Target, ...]]
) -> Iterator[Target]:
    """The first link of each list item, but of the heads of groups.

    They often lead to the first page of the group, which the next item is about.
    """
    found = list(_first_links(page, targets))
    for at, (target, end) in enumerate(found):
        below = found[at + 1][0] if at + 1 < len(found) else None
        if not (below and below.link.span.start < end and below.path == target.path):
            yield target


def _first_links(
    page: Page, targets: Mapping[str, tuple[Target, ...]]
) -> Iterator[tuple[Target, int]]:
    """The first link of each list item, and where the item ends."""
    starts = sorted(item.span.start for each in page.document.lists for item in each.items)
    ends = {item.span.start: item.span.end for each in page.document.lists for item in each.items}
    links = iter([t for t in targets.get(page.path, ()) if t.link.kind in _LINKS])
    target = next(links, None)
    for at, start in enumerate(starts):
        end = min(ends[start], starts[at + 1] if at + 1 < len(starts) else ends[start])
        while target is not None and target.link.span.start < start:
            target = next(links, None)
        if target is not None and target.link.span.start < end:
            yield target, ends[start]


def _entry(page: Page, target: Target, each: _Titled, *, is_reported: bool) -> Iterator[Finding]:
    text, title = target.link.text, each.title.text
    if not is_name(text) or text == each.unit.basename or say_the_same(text, title):
        return
    if is_reported and is_shared_by(each.unit.name.slug, text):
        return
    message = f"The entry “{text}” leads to {each.unit.label}, which is titled “{title}”."
    note = Note(each.page.path, each.title.span, "The title.")
    yield Finding(page.path, target.link.span, message, f"Write “{title}”.", related=(note,))
