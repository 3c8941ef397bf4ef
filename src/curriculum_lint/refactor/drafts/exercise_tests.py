"""Tests of acceptance criteria follow their exercises: names in them, folders, and proofs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from ...criteria.read_proofs import digest_file, digest_text
from ...criteria.test_name import EXERCISE_NUMBER
from ...criteria.tested_exercises import TestedExercise, numbered_exercises, tested_exercises
from ...edits.edit import Edit, Move, Write
from ...edits.moves import Moves, folders_around, is_within, is_within_any
from ...edits.temporary import is_removal, removal_of
from ...model.checked_exercise import CheckedExercise
from ...model.criterion import CriterionTest, normalise_number
from ...model.curriculum import Curriculum, Unit
from ...text.source import Span, position
from ...workspace.draft import Draft
from ...workspace.read import FileText
from ...workspace.workspace import Workspace

_NUMBER = re.compile(rf"(?<![0-9A-Za-z]){EXERCISE_NUMBER}(?![0-9A-Za-z])", re.IGNORECASE)
_STRING = re.compile(rf"([\"'`])(?P<number>{EXERCISE_NUMBER})\1")
_RECORDED = re.compile(rf'(?<="){EXERCISE_NUMBER}(?=/\d{{1,4}}")', re.IGNORECASE)
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
_JOINT = re.compile(r"[._-]")


class _Followed(NamedTuple):
    """An exercise with its tests, and what has become of it: ``None`` where it is gone."""

    tested: TestedExercise
    now: CheckedExercise | None

    @property
    def numbers(self) -> tuple[str, str | None]:
        """The number before, and now."""
        return self.tested.exercise.number, self.now.number if self.now else None


class ExerciseTests:
    """What becomes of tests when their exercises are others ``after`` than ``before``."""

    def __init__(self, before: Curriculum, after: Curriculum, moves: Moves) -> None:
        self._before, self._moves = before, moves
        self._followed = list(_follow(before, after, moves))
        found: dict[CriterionTest, set[str | None]] = {}
        for each in self._followed:
            for test in each.tested.tests:
                found.setdefault(test, set()).add(each.numbers[1])
        #: The new number by test, where it is another one.
        self._numbers = {
            test: new
            for test, (new, *others) in found.items()
            if not others and new != test.exercise
        }
        unsure = [test for test, new in found.items() if len(new) > 1]
        self._unclear = [(test, "may mean another exercise now") for test in unsure]
        self._taken: list[Move] = []

    def renamed(self, entries: Container[str]) -> list[Move]:
        """The moves of files and folders that are called as the exercise of all tests in them.

        Those of an exercise that is gone go too. ``entries`` are the names that there are.
        """
        found: dict[str, Move] = {}
        for place, tests in self._places().items():
            now = Moves(found.values()).new(self._moves.new(place))
            target = None if is_removal(now) else self._target(now, tests)
            if target is not None:
                found[place] = Move(self._moves.new(place), target)
        while taken := _taken(found, entries):
            self._taken.append(found[taken])
            found = {place: move for place, move in found.items() if not is_within(place, taken)}
        gone = [place for place, move in found.items() if is_removal(move.target)]
        for test, number in self._numbers.items():
            if number is None and not is_within_any(test.path, gone):
                self._unclear.append((test, "tests an exercise that is removed"))
        return list(found.values())

    def edits(self) -> Iterator[Edit]:
        """The new numbers in the names of tests, in files as they were called before."""
        for test, number in self._numbers.items():
            if number is not None:
                start, end = test.exercise_span
                written = self._before.tests.texts[test.path][start:end]
                yield Edit(test.path, start, end, _spelled(number, written))

    def told(self, moves: Moves) -> Iterator[str]:
        """What a person has to do, with the paths that ``moves`` lead to."""
        for test, what in self._unclear:
            yield f"{self._place(test.path, test.span.start, moves)} {what}"
        for source, target in self._taken:
            yield f"{source} stays as it is: {target} exists"

    def said(self, moves: Moves) -> Iterator[str]:
        """Strings of test files that are the number of such an exercise, or of something else."""
        new = dict(each.numbers for each in self._followed)
        named = {(test.path, test.exercise_span) for test in self._numbers}
        for path, text in self._before.tests.texts.items():
            for match in _STRING.finditer(text):
                number = normalise_number(match["number"])
                is_name = (path, Span(*match.span("number"))) in named
                if new.get(number, number) != number and not is_name:
                    place = self._place(path, match.start(), moves)
                    yield f"Also says “{match['number']}”: {place}"

    def _place(self, path: str, offset: int, moves: Moves) -> str:
        line = position(self._before.tests.line_starts[path], offset).line
        return f"{moves.new(path)}:{line}"

    def records(self, base: Workspace, now: Draft, moves: Moves) -> Iterator[Write]:
        """The records of proofs with new numbers, and with the digests of what was rewritten.

        What was proved of a text is proved of it under another number too; what was not as the
        record says stays so.
        """
        alike = Counter(each.numbers[0] for each in self._followed)
        for each in self._followed:
            old, new = each.numbers
            record = self._before.tests.proofs.get(old)
            if record is None or new is None or alike[old] > 1:
                continue
            path = moves.new(record.path)
            read = now.read(path)
            if isinstance(read, FileText):
                digests = _digests_of_criteria(each) | _digests_of_files(base, now, moves, path)
                text = _renumbered(_RECORDED, _with_digests(read.text, digests), old, new)
                if text != read.text:
                    yield Write(path, text)

    def _places(self) -> dict[str, list[CriterionTest]]:
        """Files and folders that hold nothing but tests, the outer ones first."""
        units = {around for unit in self._before.units() for around in _up_to(unit)}
        found: dict[str, list[CriterionTest]] = {}
        for test in self._before.tests.tests:
            for place in (*folders_around(test.path), test.path):
                if place not in units:
                    found.setdefault(place, []).append(test)
        return dict(sorted(found.items()))

    def _target(self, place: str, tests: Iterable[CriterionTest]) -> str | None:
        """Where a place goes that is called like the only exercise that is tested in it."""
        numbers = {(test.exercise, self._numbers.get(test, test.exercise)) for test in tests}
        if len(numbers) > 1:
            return None
        ((old, new),) = numbers
        folder, slash, name = place.rpartition("/")
        if old == new or not any(normalise_number(each) == old for each in _NUMBER.findall(name)):
            return None
        return (
            removal_of(place)
            if new is None
            else folder + slash + _renumbered(_NUMBER, name, old, new)
        )


def _up_to(unit: Unit) -> list[str]:
    """The folders around a unit, and its own; its readme where it is a file."""
    return [*folders_around(unit.path), unit.path]


def _follow(before: Curriculum, after: Curriculum, moves: Moves) -> Iterator[_Followed]:
    """Every exercise that has tests or could have some, with what it is now."""
    now: dict[str, list[CheckedExercise]] = {}
    old: dict[str, list[TestedExercise]] = {}
    for tested in tested_exercises(before):
        old.setdefault(tested.path, []).append(tested)
    for each in numbered_exercises(after) if old else ():
        now.setdefault(each.page.path, []).append(each)
    for path, exercises in old.items():
        yield from _pair(exercises, now.get(moves.new(path), []))


def _pair(old: list[TestedExercise], now: list[CheckedExercise]) -> Iterator[_Followed]:
    """By their places; where some have come or gone, by their titles."""
    if len(old) == len(now):
        yield from map(_Followed, old, now)
        return
    titles = [each.exercise.exercise.title for each in old]
    others = [each.exercise.title for each in now]
    blocks = SequenceMatcher(None, titles, others, autojunk=False).get_matching_blocks()
    found = {block.a + at: now[block.b + at] for block in blocks for at in range(block.size)}
    yield from (_Followed(each, found.get(at)) for at, each in enumerate(old))


def _with_digests(text: str, digests: Mapping[str, str]) -> str:
    return _DIGEST.sub(lambda match: digests.get(match[0], match[0]), text)


def _digests_of_criteria(each: _Followed) -> dict[str, str]:
    old, now = each.tested.exercise.criteria, each.now.criteria if each.now else ()
    return {digest_text(a.text): digest_text(b.text) for a, b in zip(old, now, strict=False)}


def _digests_of_files(base: Workspace, now: Draft, moves: Moves, record: str) -> dict[str, str]:
    """Of files beside a record that are rewritten."""
    folder = record.rpartition("/")[0] + "/"
    found: dict[str, str] = {}
    for path in now.texts:
        old = moves.old(path) if path.startswith(folder) and path != record else None
        reads = (base.read(old), now.read(path)) if old else ()
        texts = [digest_file(read) for read in reads if isinstance(read, FileText)]
        found |= dict([texts] if len(texts) == 2 else [])
    return found


def _taken(moves: Mapping[str, Move], entries: Container[str]) -> str | None:
    """A place whose new name something else has that stays there."""
    sources = {move.source for move in moves.values()}
    taken = (
        p for p, move in moves.items() if move.target in entries and move.target not in sources
    )
    return next(taken, None)


def _renumbered(pattern: re.Pattern[str], text: str, old: str, new: str) -> str:
    def spelled(match: re.Match[str]) -> str:
        return _spelled(new, match[0]) if normalise_number(match[0]) == old else match[0]

    return pattern.sub(spelled, text)


def _spelled(number: str, like: str) -> str:
    """A number with the joints, zeros and capitals that another one is written with."""
    joint = _JOINT.search(like)
    parts = number.split(".")
    widths = [
        len(digits) if (digits := _digits(part)).startswith("0") else 0
        for part in _JOINT.split(like)
    ]
    widths += [0] * len(parts)
    written = (
        _digits(part).zfill(width) + part[len(_digits(part)) :]
        for part, width in zip(parts, widths, strict=False)
    )
    spelled = (joint[0] if joint else ".").join(written)
    return spelled.upper() if like != like.lower() else spelled


def _digits(part: str) -> str:
    return part[: len(part) - len(part.lstrip("0123456789"))]
