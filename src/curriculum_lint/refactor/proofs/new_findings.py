"""What a check finds after a restructuring, and would not have found before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from ...check.diagnostic import Diagnostic
from ...check.engine import check_curriculum, check_page
from ...check.rule import CurriculumRule, Rule
from ...model.curriculum import Curriculum


def new_findings(
    before: Curriculum, after: Curriculum, rules: Sequence[Rule], origin: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """What ``rules`` find now, and did not find: only those that find something look at both.

    ``origin`` gives the path that a file had before.
    """
    found = _checked(after, before, rules)
    earlier = _checked(before, after, _about_these(found, rules))
    known = Counter((each.code, each.place.path) for each in earlier)
    same = {_about(each, str) for each in earlier}
    # One of its kind in a file is like another, but for those that are about the same.
    for each in sorted(found, key=lambda each: _about(each, origin) not in same):
        identity = (each.code, origin(each.place.path))
        if known[identity] > 0:
            known[identity] -= 1
        else:
            yield each


def _about_these(found: Iterable[Diagnostic], rules: Sequence[Rule]) -> Sequence[Rule]:
    """The rules whose findings tell whether ``found`` are new."""
    codes = {each.code for each in found}
    own = [rule for rule in rules if rule.code in codes]
    # What suppresses nothing depends on everything that might be suppressed.
    is_late = any(isinstance(rule, CurriculumRule) and rule.after_suppression for rule in own)
    return rules if is_late else own


def _about(each: Diagnostic, origin: Callable[[str], str]) -> tuple[str, ...]:
    """What tells a finding from others of its kind, by paths as they were."""
    related = [origin(note.place.path) for note in each.related]
    return (each.code, origin(each.place.path), *(related or [each.message]))


def _checked(
    curriculum: Curriculum, other: Curriculum, rules: Sequence[Rule]
) -> tuple[Diagnostic, ...]:
    """What a check finds, but in documents that are the same in another curriculum."""
    if not rules:
        return ()
    changed = (page for path, page in curriculum.pages.items() if other.pages.get(path) is not page)
    found = [coded for page in changed for coded in check_page(page, rules)]
    # What suppressions hide is known only where every document is checked.
    early = [r for r in rules if not (isinstance(r, CurriculumRule) and r.after_suppression)]
    return check_curriculum(curriculum, found, early)
