"""Restructures a curriculum in memory, step by step, into one plan for the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..check.engine import check_curriculum
from ..check.pages_in_memory import PagesInMemory
from ..check.result import Counts, Result
from ..check.rule import Rule
from ..edits.edit import Edit, Fix, Safety
from ..fix.repair import Repair, repair
from ..model.curriculum import Unit
from ..workspace.workspace import Workspace
from .drafted_curriculum import DraftedCurriculum
from .drafts.exercise_tests import ExerciseTests
from .headings.new_headings import CannotRewriteError
from .lists.entry_fixes import fix_entries
from .lists.rising_values import Fallen, fallen_values
from .menus.navigation import Navigation
from .metadata.category_files import category_edits
from .metadata.metadata_order import addresses_said, orders_said
from .paths.mirrors import mirrors
from .paths.named_elsewhere import NamedElsewhere, find_named_elsewhere, left_behind
from .paths.redirects import Redirects, relocated
from .proofs.new_findings import new_findings
from .proofs.proof import LeftBehind, Meant, faults
from .units.editions import read_edition
from .units.notes import Notes
from .words.labelled_titles import labelled_titles_said
from .words.old_names import old_names_said
from .words.said_neighbours import SaidNeighbour, SaidNeighbours
from .words.said_places import place_fixes
from .words.stated_totals import totals_said
from .words.unit_words import Mention, UnitWords

#: A command, without the program's name.
Words = tuple[str, ...]


class Restructured(NamedTuple):
    """What restructuring changes; ``rewritten`` counts the places in texts that are not new.

    ``cautions`` are what a person should look at, ``found`` what a check finds that it does not
    find today, ``left`` what still names a path that is no longer there, ``notes`` what is left
    to do by hand, ``faults`` what a comparison of both curricula shows to be wrong, and
    ``said`` where words still name units by their old numbers. ``redirects`` old addresses lead on,
    and ``cleared`` are what only led on from where units come now.
    """

    repair: Repair
    rewritten: int
    cautions: tuple[str, ...]
    found: tuple[Diagnostic, ...]
    left: tuple[NamedElsewhere, ...]
    notes: tuple[str, ...] = ()
    faults: tuple[LeftBehind, ...] = ()
    said: tuple[str, ...] = ()
    redirects: int = 0
    cleared: frozenset[str] = frozenset()


class Restructuring(DraftedCurriculum):
    """A curriculum that is being restructured; ``before`` is what it was.

    One that ``is_bold`` also rewrites words that only likely name a unit; with ``redirects``, old
    addresses lead on. ``known`` are pages that were read without a check.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        is_bold: bool = False,
        redirects: bool = False,
        known: PagesInMemory | None = None,
        earlier: Restructuring | None = None,
    ) -> None:
        super().__init__(workspace, known, earlier)
        self._notes, self._is_tried = Notes(), earlier is not None
        self._said: list[Mention] = []
        self._old_names: list[str] = []
        self._said_in_tests: list[str] = []
        self.is_bold, self._redirects = is_bold, redirects
        #: What takes the last step back, and then those before it, if anything does.
        self.ways_back: list[Words] = []
        self._meant = Meant()
        #: The unit that comes to another place, past others, as it was.
        self._moved = ""

    def leave_apart(self, path: str, parent: str) -> None:
        """Let translations be as they are that have the unit at ``path``, but not ``parent``."""
        for edition in self.apart():
            own = self.seen(edition)
            unit = edition.like(own, self.curriculum, path)
            if unit is not None and edition.like(own, self.curriculum, parent) is None:
                self.note((f"{unit.path} translates {path}, and stays where it is",))
                self.editions.remove(edition)

    def lose(self, unit: Unit) -> None:
        """A unit of a translation is removed with the one that it translates."""
        self._removed |= {unit.path, *(child.path for child in unit.children)}

    def undo_by(self, *words: str) -> None:
        """The command of those words likely takes back what was done since the last one."""
        self.ways_back.insert(0, words)

    def again(self) -> Restructuring:
        """Another one, of what this one has made; it goes on from there without a file."""
        return Restructuring(self._base, is_bold=self.is_bold, earlier=self)

    def rename_from(self, name: str) -> None:
        """Remember the old name of something, to be told where prose still has it."""
        self._old_names.append(name)

    def move_past(self, path: str) -> None:
        """Remember which unit comes to another place, for lists of several parts."""
        self._moved = self.moves.old(path) or ""

    def mean(self, meant: Meant) -> None:
        """Say what is changed on purpose besides the order."""
        self._meant = meant

    def follow_words(self, words: UnitWords, make: Callable[[Sequence[Edit]], Fix]) -> Fix:
        """The fix that ``make`` makes with edits of words that name the units it renumbers.

        Words that only likely name them are rewritten where that is wanted; what is not is
        remembered, to be told.
        """
        fix = make(())
        found = list(words.mentions(fix.edits))
        wanted = [each for each in found if each.edits and (self.is_bold or each.is_sure)]
        if wanted:
            try:
                fix = make([edit for each in wanted for edit in each.edits])
            except CannotRewriteError:
                wanted = []
        self._said += [each.after(fix.edits) for each in found if each not in wanted]
        return fix

    @property
    def cautions(self) -> tuple[str, ...]:
        """What a person should look at, of all that was done so far."""
        return tuple(dict.fromkeys(fix.caution for fix in self._done if fix.caution))

    def note(self, places: Iterable[str]) -> None:
        """Remember what a person has to do, sentence by sentence; nobody reads what is tried."""
        if not self._is_tried:
            self._notes.add(places, self.curriculum.pages)

    def end(
        self, rules: Sequence[Rule], index: Sequence[Rule], counts: Sequence[Rule] = ()
    ) -> Restructured:
        """Generate the index anew, and check the result with ``rules``.

        ``index`` are the rules whose fixes generate it, ``counts`` those whose fixes write how
        much there is; they see no document.
        """
        named, left, done = self.follow(index, counts)
        return Restructured(
            done,
            sum(edit.start < edit.end for fix in self._done for edit in fix.edits),
            self.cautions,
            self._new_findings(rules) if done.plan.texts or done.plan.moves else (),
            tuple(left_behind(named, self.before, self._draft, self.moves)),
            tuple(dict.fromkeys([*self._notes.told(self.curriculum.pages), *self._mirrors()])),
            tuple(dict.fromkeys(self._faults())),
            tuple(_with_lines_together(self._still_told())),
            left,
            frozenset(self._cleared),
        )

    def _new_findings(self, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
        origin = self._draft.tree.origin
        return tuple(new_findings(self.before, self.curriculum, rules, origin))

    def follow(
        self, index: Sequence[Rule], counts: Sequence[Rule]
    ) -> tuple[list[NamedElsewhere], int, Repair]:
        """Write what follows from all the steps: what names paths, redirects that are left."""
        self._follow_counts(counts)
        for fixes in fix_entries(self.before, lambda: self.curriculum, self.moves):
            self.make(fixes)
        self.make(place_fixes(self.before, self.curriculum, self.moves, self.holds(None)))
        if self.is_bold:
            self._follow_likely()
        named = self._follow_elsewhere_and_in_tests()
        self.prove_order()
        return named, self._leave_redirects() if self._redirects else 0, self._generate(index)

    def _follow_likely(self) -> None:
        """Write what likely follows: words about neighbours, and dates that belong to places."""
        edits = tuple(sorted({each.edit for each in self._said_neighbours() if each.edit}))
        self.make([Fix("Name units by their numbers", Safety.UNSAFE, edits)] if edits else [])
        dates = tuple(sorted({edit for each in self._fallen_values() for edit in each.edits}))
        self.make([Fix("Leave values with places", Safety.UNSAFE, dates)] if dates else [])

    def _leave_redirects(self) -> int:
        """Let the old addresses of units lead on: for how many of them that was done."""
        readmes = [unit.readme for unit in self.before.units() if unit.readme]
        for _, before in self._before:
            readmes += [unit.readme for unit in before.units() if unit.readme]
        redirects = Redirects(self._draft)
        found = list(relocated(dict.fromkeys(readmes), self.curriculum, self.moves))
        self.make(redirects.fixes(found))
        self.note(redirects.told)
        return len(found) - len(redirects.told)

    def _generate(self, index: Sequence[Rule]) -> Repair:
        """Write anew what is generated; nothing is read again where all of it is right."""
        states = chain([self.curriculum], iter(self._read, None))

        def check(_: Workspace) -> Result:
            self.curriculum = next(states)
            found = check_curriculum(self.curriculum, (), index)
            return Result(found, Counts(0, 0, 0, 0), failed=False, has_levels=True)

        return repair(self._draft, lambda each: each.fix is not None, check)

    def _faults(self) -> Iterator[LeftBehind]:
        """What does not hold any more, in the curriculum and in its translations."""
        holds, now = self.holds(None), self.curriculum
        own = self._meant._replace(removed=self._meant.removed | self._removed)
        yield from faults(self.before, now, self.moves, own, holds)
        lost = own._replace(begun=frozenset(), renamed={}, lost="")
        for edition, before in self._before:
            meant = self._meant if edition.is_beside else lost
            if edition in self.editions:
                after = read_edition(self.curriculum, edition, self._draft)
                yield from faults(before, after, self.moves, meant, edition.holds)

    def _follow_counts(self, counts: Sequence[Rule]) -> None:
        """Write what was counted rightly, and is not any more."""
        if not counts:
            return
        found = [each for each in check_curriculum(self.curriculum, (), counts) if each.fix]
        if not found:
            return
        wrong = {each.place.path for each in check_curriculum(self.before, (), counts)}
        old = self.moves.old
        self.make(each.fix for each in found if each.fix and old(each.place.path) not in wrong)

    def _still_told(self) -> Iterator[str]:
        """What words say that was true, and is not any more."""
        yield from self._still_said()
        yield from self._said_in_tests
        yield from (each.told() for each in self._said_neighbours())
        yield from (each.told() for each in self._fallen_values())
        yield from totals_said(self.before, self.curriculum)
        now = self.curriculum, self.moves, self._draft
        yield from labelled_titles_said(self.before, *now)
        for name in self._old_names:
            yield from old_names_said(self.curriculum, name)
        yield from orders_said(self.before, self.curriculum, self.moves)
        yield from addresses_said(self.before, self.curriculum, self.moves)

    def _mirrors(self) -> Iterator[str]:
        """Folders elsewhere that are called as what moves was, and are no units."""
        units = {unit.path for unit in self.before.units()}
        return mirrors(self._base.tree, self.moves, units)

    def _fallen_values(self) -> Iterator[Fallen]:
        for edition, before in [(None, self.before), *self._before]:
            if edition in (None, *self.editions):
                now = self.seen(edition)
                yield from fallen_values(before, now, self.moves, self.holds(edition))

    def _said_neighbours(self) -> Iterator[SaidNeighbour]:
        """Words about neighbours that are others now, in the curriculum and its translations."""
        for edition, before in [(None, self.before), *self._before]:
            if edition in (None, *self.editions):
                found = SaidNeighbours(before, self.seen(edition), self.moves)
                yield from found.find(self.holds(edition))

    def _still_said(self) -> Iterator[str]:
        """Where words still name a unit by the number that it had."""
        moves = self.moves
        for mention in self._said:
            page = self.curriculum.pages.get(moves.new(mention.path))
            at = mention.line_in(page.document.text) if page else 0
            if page and at:
                yield f"Also says “{mention.words}”: {page.path}:{at}"

    def _follow_elsewhere_and_in_tests(self) -> list[NamedElsewhere]:
        tests = ExerciseTests(self.before, self.curriculum, self.moves)
        renamed = tuple(tests.renamed(self._draft.tree.entries))
        self.make([Fix("Name tests as exercises", Safety.SAFE, moves=renamed)] if renamed else [])
        named = self._follow_elsewhere(tests.edits())
        records = tuple(tests.records(self._base, self._draft, self.moves))
        self.make([Fix("Keep proofs", Safety.SAFE, writes=records)] if records else [])
        self.note(tests.told(self.moves))
        self._said_in_tests = list(tests.said(self.moves))
        return named

    def _follow_elsewhere(self, tests: Iterable[Edit]) -> list[NamedElsewhere]:
        """Rewrite what surely names a path in files of other kinds; the result is what does.

        ``tests`` are edits of what names exercises in such files.
        """
        named, moves = list(find_named_elsewhere(self._base, self.moves)), self.moves
        curricula = [(self.before, self.curriculum)]
        curricula += [(before, self.seen(each)) for each, before in self._before]
        navigation = Navigation(self._base, curricula, moves, self._moved)
        own: dict[str, list[Edit]] = {}
        for edit in (*tests, *(each.edit for each in named if each.edit is not None)):
            own.setdefault(edit.path, []).append(edit)
        anew = {edit.path: edit for edit in navigation.edits(own)}
        self.note(navigation.told)
        others = (e for path, edits in own.items() if moves.new(path) not in anew for e in edits)
        now = (*anew.values(), *(edit._replace(path=moves.new(edit.path)) for edit in others))
        now += tuple(category_edits(self._draft, self.before, self.curriculum, moves))
        if now:
            self.do(lambda _: [Fix("Write the new path", Safety.SAFE, now)])
        done = navigation.rewritten
        return [each for each in named if (each.source, each.at) not in done]


def _with_lines_together(told: Iterable[str]) -> Iterator[str]:
    """What is told with the place behind it: what says the same of one file in one line."""
    found: dict[str, dict[str, None]] = {}
    for each in told:
        words, _, line = each.rpartition(":")
        found.setdefault(words, {})[line] = None
    for words, lines in found.items():
        yield f"{words}:{', '.join(lines)}"
