"""The rules of an earlier run, as data: those that need not run again are not loaded again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from ..settings.severity import Severity
from .rule import CurriculumRule, Rule

#: A rule: code, name, severity, whether it covers, and the class to load (none if it need not run).
Row = tuple[str, str, str, bool, str]


def rule_rows(rules: Iterable[Rule]) -> Iterator[Row]:
    """Rules as data."""
    for rule in rules:
        runs = not isinstance(rule, CurriculumRule) or rule.after_suppression
        written = f"{type(rule).__module__}:{type(rule).__qualname__}" if runs else ""
        yield rule.code, rule.name, str(rule.severity), rule.covers, written


def rules_again(rows: Iterable[Row]) -> list[Rule]:
    """The rules of documents and those that run after suppression; others are only named."""
    return [_loaded(row[4]) if row[4] else _named(*row[:4]) for row in rows]


def _loaded(written: str) -> Rule:
    module, _, name = written.partition(":")
    rule = getattr(import_module(module), name)()
    assert isinstance(rule, Rule)
    return rule


def _named(code: str, name: str, severity: str, covers: bool) -> Rule:
    known: dict[str, Any] = {"code": code, "name": name, "covers": covers}
    made: Rule = type("NamedRule", (_NamedRule,), known | {"severity": Severity(severity)})()
    return made


class _NamedRule(CurriculumRule):
    """A rule of which all that counts is what it is called: what it finds is known."""
