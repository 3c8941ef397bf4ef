"""The rules of an earlier run, as data: those that need not run again are not loaded again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..model.own_code import find_own, name_of
from ..settings.severity import Severity
from .rule import CurriculumRule, Rule

#: A rule: code, name, severity, whether it covers, and the class to load (none if it need not run).
Row = tuple[str, str, str, bool, str]


def rule_rows(rules: Iterable[Rule]) -> Iterator[Row]:
    """Rules as data."""
    for rule in rules:
        runs = not isinstance(rule, CurriculumRule) or rule.after_suppression
        written = name_of(type(rule)) if runs else ""
        yield rule.code, rule.name, str(rule.severity), rule.covers, written


def rules_again(rows: Iterable[Row]) -> list[Rule] | None:
    """The rules of documents and those that run after suppression; others are only named.

    ``None`` where one that has to run is not ours.
    """
    found = [_loaded(row[4]) if row[4] else _named(*row[:4]) for row in rows]
    rules = [rule for rule in found if rule is not None]
    return rules if len(rules) == len(found) else None


def _loaded(written: str) -> Rule | None:
    found = find_own(written)
    return found() if isinstance(found, type) and issubclass(found, Rule) else None


def _named(code: str, name: str, severity: str, covers: bool) -> Rule:
    known: dict[str, Any] = {"code": code, "name": name, "covers": covers}
    made: Rule = type("NamedRule", (_NamedRule,), known | {"severity": Severity(severity)})()
    return made


class _NamedRule(CurriculumRule):
    """A rule of which all that counts is what it is called: what it finds is known."""
