"""Which rules run: codes, names and prefixes → rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..settings.settings import Settings
from ..settings.values import is_family
from ..text.suggest import closest
from .rule import Rule

ALL = "ALL"


def select_rules(rules: Sequence[Rule], settings: Settings) -> list[Rule]:
    """The rules that the settings turn on; words that name no rule are passed over.

    The more specific word wins: ``ignore = ["CL3"]`` with ``select = ["CL301"]`` runs CL301.
    """
    return [rule for rule in rules if _is_on(rule, settings)]


def _is_on(rule: Rule, settings: Settings) -> bool:
    on = 0 if settings.select is None and not rule.opt_in else -1
    selected = [*(settings.select or ()), *settings.extend_select]
    on = max([on, *(_specificity(word, rule) for word in selected)])
    off = max([-1, *(_specificity(word, rule) for word in settings.ignore)])
    return on > off


def _specificity(word: str, rule: Rule) -> int:
    """How exactly ``word`` names ``rule``: -1 not at all, the more characters the more."""
    if word in (rule.code, rule.name):
        return len(rule.code)
    if word == ALL:
        return 1
    if is_family(word, rule.code) and not rule.opt_in:
        return len(word)
    return -1


def names_rule(word: str, rule: Rule) -> bool:
    """Whether ``word`` is the rule's code or name, or a prefix of its code."""
    return word in (rule.code, rule.name) or is_family(word, rule.code)


def matching_codes(words: Iterable[str], rules: Sequence[Rule]) -> frozenset[str]:
    """The codes of the rules that ``words`` name."""
    words = tuple(words)
    return frozenset(
        rule.code for rule in rules if any(w == ALL or names_rule(w, rule) for w in words)
    )


def suggest_rule(word: str, rules: Iterable[Rule]) -> str | None:
    """The code or name that ``word`` was probably meant to be."""
    rules = tuple(rules)
    names = [rule.name for rule in rules]
    return closest(word, names) or closest(word, [rule.code for rule in rules])
