"""What most units of a repository do although a rule says otherwise: its style, not a mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..check.run import run
from ..rules.registry import all_rules
from ..settings.settings import Settings
from ..workspace.disk import Disk

#: Rules about form, which a repository may see otherwise. What a learner meets broken is none.
_FORM = frozenset(
    [
        *("missing-title", "heading-level-skip", "readme-name", "missing-readme", "label-form"),
        *("shared-label", "swallowed-label", "unknown-section", "unit-label-form", "unit-name"),
        *("title-mismatch", "number-mismatch", "module-number-gap", "duplicate-module-number"),
        *("exercise-number", "duplicate-exercise", "list-number", "numbered-subsections"),
        *("unlisted-unit", "unlinked-unit", "vague-criterion", "fence-language", "stated-count"),
        *("empty-section", "orphan-document"),
    ]
)
#: So many of the units make a habit.
_MOST = 0.5
_FEWEST_UNITS = 3


class Habit(NamedTuple):
    """A rule that ``units`` of ``all_units`` modules do not follow; ``example`` is a message."""

    rule: str
    units: int
    all_units: int
    example: str


def find_habits(settings: Settings, readmes: Sequence[str]) -> tuple[Habit, ...]:
    """The rules of form that most of the units at ``readmes`` do not follow."""
    if len(readmes) < _FEWEST_UNITS:
        return ()
    rules = [rule for rule in all_rules() if rule.name in _FORM and not rule.opt_in]
    found = run(Disk(settings), rules).diagnostics
    by_rule: dict[str, list[Diagnostic]] = {}
    for each in found:
        by_rule.setdefault(each.name, []).append(each)
    return tuple(_habits(by_rule, frozenset(readmes)))


def _habits(by_rule: dict[str, list[Diagnostic]], readmes: frozenset[str]) -> Iterator[Habit]:
    for name, findings in sorted(by_rule.items()):
        inside = [each for each in findings if each.place.path in readmes]
        # An index is no unit, and lacks one with each finding.
        units = len({each.place.path for each in inside}) if inside else len(findings)
        if units >= _MOST * len(readmes):
            yield Habit(
                name, min(units, len(readmes)), len(readmes), (inside or findings)[0].message
            )
