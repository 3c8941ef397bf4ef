"""Whether a rule of a plugin has what every rule has, and nothing that another rule has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..check.example import Example
from ..check.rule import CurriculumRule, DocumentRule, Rule
from ..settings.severity import Severity
from ..settings.toml_text import shown
from .error import PluginError

_CODE = re.compile(r"(?!CL|ALL)[A-Z]{2,5}[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_TEXTS = ("code", "name", "summary", "limits")


def refuse_malformed(rule: object, package: str) -> None:
    """Raise `PluginError` for what is no rule, or lacks a part of one."""
    where = f"{shown(package)}: {type(rule).__name__}"
    if not isinstance(rule, (DocumentRule, CurriculumRule)):
        raise PluginError(f"{where} is neither a DocumentRule nor a CurriculumRule")
    for key in _TEXTS:
        if not isinstance(getattr(rule, key, None), str):
            raise PluginError(f"{where} has no text `{key}`")
    if not _CODE.fullmatch(rule.code):
        raise PluginError(
            f"{where} has the code {shown(rule.code)}; write two to five capitals other than CL "
            "and three digits, such as TONE101"
        )
    if not _NAME.fullmatch(rule.name):
        raise PluginError(
            f"{where} has the name {shown(rule.name)}; write two or more words in small letters, "
            "joined by hyphens"
        )
    if not isinstance(getattr(rule, "severity", None), Severity):
        raise PluginError(f"{where} has no `severity` of the type Severity")
    for key in ("good", "bad"):
        if not _are_examples(getattr(rule, key, None)):
            raise PluginError(f"{where} has no tuple of examples `{key}`")


def refuse_collisions(rules: Iterable[Rule], others: Iterable[Rule], package: str) -> None:
    """Raise `PluginError` where two rules would have one code or one name."""
    owners = {word: rule for rule in others for word in (rule.code, rule.name)}
    for rule in rules:
        for word in (rule.code, rule.name):
            if word in owners:
                owner = type(owners[word])
                taken = f"{owner.__module__}.{owner.__qualname__}"
                raise PluginError(f"{shown(package)}: {shown(word)} is already taken by {taken}")
            owners[word] = rule


def _are_examples(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, Example) for each in value)
