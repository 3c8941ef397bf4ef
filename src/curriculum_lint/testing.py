"""The examples of rules as tests, for the built-in rules and for those of plugins.

With pytest::

    @pytest.mark.parametrize("case", cases([MyRule()]), ids=str)
    def test_example(case, tmp_path):
        check_example(case, tmp_path)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .check.diagnostic import Diagnostic
from .check.example import Example, files_of, finds_of
from .check.rule import Rule
from .check.run import run
from .check.selection import select_rules
from .edits.apply import apply_plan
from .edits.compose import select_fixes
from .rules.registry import all_rules
from .settings.load import Overrides, load_settings
from .settings.settings import Settings
from .workspace.disk import Disk
from .workspace.draft import Draft

__all__ = ["Case", "cases", "check_example", "check_rules"]


class Case(NamedTuple):
    """One example of a rule. ``others`` run too, besides the built-in rules."""

    rule: Rule
    example: Example
    is_good: bool
    number: int
    others: tuple[Rule, ...]

    def __str__(self) -> str:
        return f"{self.rule.code}-{'good' if self.is_good else 'bad'}{self.number}"


def cases(rules: Iterable[Rule]) -> list[Case]:
    """Every example of ``rules``: first the good ones of a rule, then the bad ones."""
    rules = tuple(rules)
    return [
        Case(rule, example, is_good, number, rules)
        for rule in rules
        for is_good, examples in ((True, rule.good), (False, rule.bad))
        for number, example in enumerate(examples)
    ]


def check_rules(rules: Iterable[Rule]) -> None:
    """Raise ``AssertionError`` for a rule without examples or words, or two of the same name."""
    rules = tuple(rules)
    for key in ("code", "name"):
        found = [getattr(rule, key) for rule in rules]
        _claim(len(set(found)) == len(found), f"two rules have one {key}: {sorted(found)}")
    for rule in rules:
        _claim(bool(rule.good and rule.bad), f"{rule.code} needs good and bad examples")
        _claim(bool(rule.__doc__), f"{rule.code} has no docstring that says why it exists")
        _claim(not rule.summary.endswith("."), f"the summary of {rule.code} ends with a full stop")


def check_example(case: Case, folder: Path) -> None:
    """Raise ``AssertionError`` where the example, written to the empty ``folder``, is not true.

    A good one gives no finding from any rule. A bad one gives exactly those it states, and all
    fixes together give what it states as ``fixed``, in which the rule finds nothing and no fix
    is left. A bad one of a rule that ``needs_network`` is only shown on the rule's page: nobody is
    asked here, so tests of its own must give it `Curriculum.replies`. So is one with names that
    this disk cannot hold.
    """
    if case.rule.needs_network and not case.is_good:
        return
    if not _write(folder, files_of(case.example)):
        return
    found = _found(case, folder)
    if case.is_good:
        _claim(not found, f"{case}: found {_told(found)} in a good example")
        return
    stated = sorted(finds_of(case.example))
    told = f"{case} states {stated}, found {_told(found)}"
    _claim(sorted(map(_place, found)) == stated, told)
    _claim(case.rule.code in {each.code for each in found}, f"{case} shows no {case.rule.code}")
    _check_fix(case, folder, found)


def _check_fix(case: Case, folder: Path, found: tuple[Diagnostic, ...]) -> None:
    has_fix = any(each.fix is not None for each in found)
    if case.example.fixed is None:
        _claim(not has_fix, f"{case}: a fix is offered, but the example has no `fixed`")
        return
    _claim(has_fix, f"{case}: the example has `fixed`, but no fix is offered")
    _fix(case, folder, found)
    wanted = files_of(case.example, case.example.fixed)
    became = _files(folder)
    _claim(became == wanted, f"{case}: the fixes give {became}, not {wanted}")
    again = _found(case, folder)
    _claim(not [each for each in again if each.fix], f"{case}: fixes are left: {_told(again)}")
    _claim(
        case.rule.code not in {each.code for each in again},
        f"{case}: {case.rule.code} is still found after the fix: {_told(again)}",
    )


def _found(case: Case, folder: Path) -> tuple[Diagnostic, ...]:
    """What the default rules and the case's own find."""
    known = {rule.code: rule for rule in (*all_rules(), *case.others)}
    settings = _settings(case, folder)
    return run(Disk(settings), select_rules(list(known.values()), settings)).diagnostics


def _settings(case: Case, folder: Path) -> Settings:
    overrides = Overrides(extend_select=(case.rule.code,))
    return load_settings(str(folder), root=str(folder), overrides=overrides).settings


def _files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in found}


def _write(folder: Path, files: dict[str, str]) -> bool:
    """Write the files; false where the disk has taken some name for another, or for none."""
    for path, text in files.items():
        target = folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        except OSError:
            return False
    return _files(folder) == files


def _fix(case: Case, folder: Path, found: tuple[Diagnostic, ...]) -> None:
    """Apply every fix once: first those of texts, then those that rename."""
    settings = _settings(case, folder)
    draft = Draft(Disk(settings))
    fixes = [each.fix for each in found if each.fix is not None]
    selection = select_fixes(draft.possible(fixes))
    _claim(draft.apply(selection.chosen), f"{case}: a fix cannot be applied")
    refused = apply_plan(settings.root, draft.plan())
    _claim(not refused, f"{case}: {[each.message for each in refused]}")
    if any(fix.moves for fix in selection.postponed):
        _fix(case, folder, _found(case, folder))


def _place(diagnostic: Diagnostic) -> str:
    path, start, _ = diagnostic.place
    return f"{path}:{start.line}:{start.column} {diagnostic.code}"


def _told(found: Iterable[Diagnostic]) -> list[str]:
    return [f"{_place(each)} {each.message}" for each in found]


def _claim(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)
