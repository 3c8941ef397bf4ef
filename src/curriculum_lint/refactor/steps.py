"""The ways to restructure a curriculum: what the commands ``move``, ``renumber`` and ``new`` do.

All of them raise `Refusal` for what cannot be done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..edits.edit import Edit, Fix, Move
from ..model.curriculum import Kind, Unit
from ..parse.document import Heading
from .drafts.exercise_removal import ExerciseRemoval
from .drafts.new_exercise import exercise_at, exercise_fix, new_exercise
from .drafts.new_unit import checked_title, first_readme, new_unit, slug_of, written_name
from .list_indents import mend_indents
from .listed_order import begin_in_list, move_in_list
from .lists.new_entry import NewEntries
from .lists.removal import LedThere, UnitRemoval, lines_of
from .metadata.category_files import lacking_files
from .order_steps import (
    beside_of,
    children_of,
    give_names,
    leave_neighbours,
    merged,
    neighbours_kept,
    unit_at,
)
from .paths.rename import Renaming
from .proofs.proof import Meant
from .restructuring import Restructuring
from .titles.heading_renaming import HeadingRenaming, find_heading
from .titles.title_renaming import TitleRenaming
from .units.editions import Edition
from .units.new_order import (
    Names,
    closed,
    moved,
    next_number,
    with_room,
    without_gap,
)
from .units.refusal import Refusal, readable_page
from .units.siblings import siblings_of, template_of
from .words.unit_words import UnitWords


class Begun(NamedTuple):
    """What there is to be written now, in words, and in which readme."""

    what: str
    readme: str


class Beginning(NamedTuple):
    """A unit to begin: its title, and its place and the slug of its name where they are chosen."""

    title: str
    at: str | None = None
    name: str | None = None


def move_unit(work: Restructuring, path: str, to: str) -> None:
    """Give the unit at ``path`` the number or letter ``to``; those in between make room."""
    unit = unit_at(work.curriculum, path)
    siblings = siblings_of(work.curriculum, unit)
    was, place = siblings.number(unit), siblings.read(to)
    if was != place:
        mend_indents(work, siblings.parent.path)
    with neighbours_kept(work):
        if siblings.are_listed:
            move_in_list(work, siblings, unit, place)
        else:
            give_names(work, moved(siblings, unit, place), path)
    if was != place:
        work.undo_by("move", work.moves.new(path), "--to", siblings.shown(was))


def rename_unit(work: Restructuring, path: str, slug: str) -> None:
    """Give the unit at ``path``, which may have been moved, a name with another ``slug``."""
    path = work.moves.new(path)
    unit = unit_at(work.curriculum, path)
    template = template_of(work.curriculum.skeleton, unit.kind)
    if not template.fields & {"slug", "name"}:
        raise Refusal(f"Names by the pattern `{template.text}` are numbers only.")
    name = written_name(template, unit.name._replace(slug=slug))
    target = "/".join([*path.split("/")[:-1], name])
    if target == path:
        return
    work.undo_by("move", target, "--name", unit.name.slug)
    found = [each.like(work.seen(each), work.curriculum, path) for each in work.apart()]
    alike = [each for each in found if each is not None and each.name.slug == unit.name.slug]
    _rename(work, Move(path, target))
    for each in alike:
        _rename(work, Move(each.path, f"{each.path[: -len(each.basename)]}{name}"))


def _rename(work: Restructuring, move: Move) -> None:
    work.do(lambda curriculum: [Renaming(curriculum).certain_fix(move, "Rename")])


def remove_unit(work: Restructuring, path: str, *, keep_gap: bool = False) -> None:
    """Take the unit at ``path`` out, with its entries; links to it become plain words.

    What follows goes down by one, unless ``keep_gap``.
    """
    unit = unit_at(work.curriculum, path)
    names = {} if keep_gap else _closing_gap_of(work, unit)
    apart = [(e, e.like(work.seen(e), work.curriculum, path)) for e in work.apart()]
    gone = frozenset({path, *(child.path for child in unit.children)})
    work.mean(Meant(removed=gone))
    mend_indents(work, *(each.path for each in work.curriculum.units() if unit in each.children))
    told = [_take_out(work, work.beside(), unit)]
    for edition, same in apart:
        if same is not None:
            told.append(_take_out(work, [edition], same))
            work.lose(same)
    give_names(work, names)
    for each in told:
        work.note(each.lines(work))


def _closing_gap_of(work: Restructuring, unit: Unit) -> Names:
    """The names of those that follow a unit, without it; none where names have no numbers."""
    if {unit.name.number, unit.name.letter} == {None}:
        return {}
    siblings = siblings_of(work.curriculum, unit)
    return without_gap(work.curriculum.skeleton, siblings, siblings.number(unit))


class _TakenOut(NamedTuple):
    """What is told about a unit that is removed: as it is known then, for the places later."""

    left: Sequence[str]
    unlinked: Sequence[LedThere]
    edits: Sequence[Edit]

    def lines(self, work: Restructuring) -> Iterator[str]:
        """Sentences with the places as they are now."""
        moves = work.moves
        found = [each._replace(path=moves.new(each.path)) for each in self.unlinked]
        edits = [edit._replace(path=moves.new(edit.path)) for edit in self.edits]
        yield from self.left
        yield from lines_of(found, edits, work.curriculum)


def _take_out(work: Restructuring, editions: Sequence[Edition | None], unit: Unit) -> _TakenOut:
    """Remove a unit from editions that share its folder."""
    gone = frozenset({unit.path, *(child.path for child in unit.children)})
    left: list[str] = []
    for edition in editions:
        left += leave_neighbours(work, edition, gone)
    unlinked: list[LedThere] = []
    fix = merged([_removal(work, edition, unit, unlinked) for edition in editions])
    work.make([fix])
    return _TakenOut(left, unlinked, fix.edits)


def _removal(
    work: Restructuring, edition: Edition | None, unit: Unit, unlinked: list[LedThere]
) -> Fix:
    """The fix that removes a unit from an edition; what led there is added to ``unlinked``."""
    curriculum, holds = work.seen(edition), work.holds(edition)
    removal = UnitRemoval(curriculum, unit_at(curriculum, unit.path))
    fix = removal.fix()
    if len(work.editions) > 0 and edition in work.beside():
        fix = fix._replace(edits=tuple(each for each in fix.edits if holds(each.path)))
    unlinked += [each for each in removal.unlinked if holds(each.path)]
    gone = dict.fromkeys([unit.path, *(child.path for child in unit.children)])
    return work.follow_words(UnitWords(curriculum, gone, holds), lambda _: fix)


def remove_exercise(work: Restructuring, path: str, at: str, *, keep_gap: bool = False) -> None:
    """Take an exercise of the unit at ``path`` out; links to it become plain words."""
    removal = ExerciseRemoval(work.curriculum, unit_at(work.curriculum, path), at)
    work.mean(Meant(lost=removal.page.path))
    work.do(lambda _: [removal.fix(keep_gap=keep_gap)])
    work.note(lines_of(removal.unlinked, removal.edits, work.curriculum))


def rename_title(work: Restructuring, path: str, title: str) -> None:
    """Give the unit at ``path`` another title; what has the old one as its text follows."""
    title, unit = checked_title(title), unit_at(work.curriculum, path)
    renaming = TitleRenaming(work.curriculum, unit, title, work.holds(None))
    if renaming.old:
        work.undo_by("rename", path, "--title", renaming.old)
    work.note(renaming.other_names())
    work.mean(Meant(renamed=renaming.renamed))
    work.do(lambda _: [renaming.fix()])
    work.rename_from(renaming.old)


def rename_heading(work: Restructuring, path: str, old: str, new: str) -> None:
    """Give a heading of the readme of the unit at ``path`` other words."""
    page = readable_page(work.curriculum, unit_at(work.curriculum, path))
    heading = find_heading(page, old)
    work.undo_by("rename", path, "--heading", checked_title(new), "--to", heading.text)
    rename_heading_in(work, page.path, heading, new)


def rename_exercise(work: Restructuring, path: str, at: str, title: str) -> None:
    """Give an exercise of the unit at ``path`` another title; its number stays."""
    unit = unit_at(work.curriculum, path)
    page = readable_page(work.curriculum, unit)
    exercise = exercise_at(page, unit, at)
    work.undo_by("rename", path, "--exercise", at, "--to", exercise.title)
    lead = exercise.heading.text.removesuffix(exercise.title)
    names = exercise.title, checked_title(title)
    rename_heading_in(work, page.path, exercise.heading, f"{lead}{names[1]}", names)
    work.rename_from(exercise.title)


def rename_heading_in(
    work: Restructuring,
    page: str,
    heading: Heading,
    new: str,
    names: tuple[str, str] | None = None,
) -> None:
    """Give a heading of the document at ``page`` other words, and an exercise other ``names``."""
    document = work.curriculum.pages[page]
    renaming = HeadingRenaming(work.curriculum, document, heading, checked_title(new), names)
    work.mean(Meant(renamed=renaming.renamed))
    work.do(lambda _: [renaming.fix()])


def rename_folder(work: Restructuring, path: str, title: str) -> None:
    """Give the folder of the unit at ``path`` a name made of ``title``."""
    unit = unit_at(work.curriculum, work.moves.new(path))
    template, beside = template_of(work.curriculum.skeleton, unit.kind), beside_of(work, unit)
    if not template.fields & {"slug", "name"}:
        work.note((f"{unit.path} keeps its name: names by `{template.text}` are numbers only",))
        return
    rename_unit(work, path, slug_of(template, title, beside))


def renumber_units(work: Restructuring, path: str | None) -> None:
    """Close the gaps in the numbers of a level, the letters of a module, or everywhere."""
    scope = None if path is None else unit_at(work.curriculum, path)
    with neighbours_kept(work):
        give_names(work, closed(work.curriculum, scope))


def add_module(work: Restructuring, level: str, new: Beginning) -> Begun:
    """Begin a module in the level at that path."""
    with neighbours_kept(work) as begin:
        return _add(work, level, new, begin)


def add_subsection(work: Restructuring, module: str, new: Beginning) -> Begun:
    """Begin a subsection of the module at that path."""
    if unit_at(work.curriculum, module).kind is not Kind.MODULE:
        raise Refusal(f"{module} is no module: only modules have subsections.")
    with neighbours_kept(work) as begin:
        return _add(work, module, new, begin)


def add_exercise(work: Restructuring, title: str, path: str, at: str | None) -> Begun:
    """Begin an exercise of the unit at that path."""
    title, unit = checked_title(title), unit_at(work.curriculum, path)
    new = new_exercise(work.curriculum, unit, at)
    work.do(lambda curriculum: [exercise_fix(curriculum, unit, new, title)])
    if new.number:
        work.undo_by("remove", path, "--exercise", new.number)
    return Begun(f"exercise {new.number or title}", new.page.path)


def _add(work: Restructuring, parent: str, new: Beginning, begin: Callable[[str], None]) -> Begun:
    title, siblings = checked_title(new.title), children_of(work.curriculum, parent, new.at)
    number = next_number(siblings) if new.at is None else siblings.read(new.at)
    names = with_room(work.curriculum.skeleton, siblings, number)
    mend_indents(work, parent)
    give_names(work, names)
    siblings = children_of(work.curriculum, parent, new.at)
    closed_again = without_gap(work.curriculum.skeleton, siblings, number)
    template = template_of(work.curriculum.skeleton, siblings.kind)
    slug = slug_of(template, title, siblings.units) if new.name is None else new.name
    unit = new_unit(work.curriculum, siblings, number, slug)
    work.refuse_left_out(unit.readme or unit.path)
    readme = first_readme(work.curriculum, siblings, unit, title)
    work.make([readme.fix])
    work.mean(Meant(begun=frozenset({unit.path})))
    if siblings.are_listed:
        begin_in_list(work, siblings, unit, number)
    is_closed = len(closed_again) == len(names)
    work.undo_by("remove", unit.path, *([] if is_closed else ["--keep-gap"]))
    begin(unit.readme or unit.path)
    if readme.frame.lacks_navigation:
        work.note((f"{unit.readme} has no links to the units before and behind it",))
    work.note(lacking_files(work.curriculum, siblings.units, unit))
    where = unit.readme or unit.path
    work.note(f"{where} has no `{key}`: choose one" for key in readme.frame.front.lacks)
    _list(work, unit, title)
    work.note(f"the translation in {each.place} lacks {unit.path}" for each in work.editions)
    return Begun(f"{unit.kind} {siblings.shown(number)}", unit.readme or unit.path)


def _list(work: Restructuring, unit: Unit, title: str) -> None:
    """Write a new unit into the indexes around it."""
    entries = NewEntries(work.curriculum, unit_at(work.curriculum, unit.path), title)
    work.note(f"{path}:{line} lists no {unit.label}: add it" for path, line in entries.not_listed())
    work.make(entries.fixes())
