"""What most units of a repository do although a rule says otherwise: its style, not a mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..check.engine import check_curriculum
from ..check.run import read_checked
from ..model.curriculum import Curriculum
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


class CheckedForm(NamedTuple):
    """A curriculum, and what the rules of form find in it."""

    curriculum: Curriculum
    diagnostics: tuple[Diagnostic, ...]


def check_form(settings: Settings) -> CheckedForm:
    """Read every page once, and check its form."""
    rules = [rule for rule in all_rules() if rule.name in _FORM and not rule.opt_in]
    curriculum, found = read_checked(Disk(settings), rules, None)
    return CheckedForm(curriculum, check_curriculum(curriculum, found, rules))


def find_habits(checked: CheckedForm, readmes: Sequence[str]) -> tuple[Habit, ...]:
    """The rules of form that most of the units at ``readmes`` do not follow."""
    if len(readmes) < _FEWEST_UNITS:
        return ()
    by_rule: dict[str, list[Diagnostic]] = {}
    for each in checked.diagnostics:
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
