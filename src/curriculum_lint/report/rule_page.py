"""A rule as a page: on the terminal, and in ``docs/rules/``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from inspect import cleandoc
from typing import Any
from unicodedata import category

from ..check.example import Example, Frame
from ..check.rule import CurriculumRule, Rule
from ..edits.edit import Safety

#: Control and format characters, and spaces that are no plain space.
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_HELP = "    help: "
_FENCE = re.compile(r"^ *(`{3,})", re.MULTILINE)
_FRAMES = {
    Frame.DOCUMENT: "In any Markdown file:",
    Frame.MODULE: "The readme of a module:",
    Frame.EXERCISE: "An exercise in the readme of a module:",
    Frame.FILES: "Several files; a line such as `-- path --` names the file below it:",
}


def rule_page(rule: Rule, told: Sequence[Sequence[str]] = ()) -> str:
    """The page of ``rule`` in Markdown; ``told`` holds the findings in each bad example."""
    parts = [
        f"# {rule.code} {rule.name}",
        f"Reports {rule.summary}.",
        f"**Severity:** {rule.severity} · **On by default:** {'no' if rule.opt_in else 'yes'} · "
        f"**Looks at:** {_scope(rule)} · **Fix:** {_fix(rule) or 'none'}",
        "## Why",
        cleandoc(rule.__doc__ or ""),
        "## Examples",
    ]
    for index, example in enumerate(rule.bad):
        parts += _bad(example, told[index] if index < len(told) else ())
    parts.append("Nothing is reported in:")
    parts += [_fenced(example.text) for example in rule.good]
    parts += ["## How to fix it", *_remedy(rule, told)]
    if rule.limits:
        parts += ["## What it does not report", rule.limits]
    if rule.fix_changes is not None:
        parts += ["## What its fix changes", f"Of the page, {rule.fix_changes}."]
    parts += ["## Suppress it", *_suppress(rule)]
    return "\n\n".join(parts) + "\n"


def _remedy(rule: Rule, told: Sequence[Sequence[str]]) -> Iterator[str]:
    """What the findings advise, and what the program does by itself."""
    advice = list(dict.fromkeys(each for lines in told for each in _advice(rule, lines)))
    if advice:
        yield "What the findings in the examples advise:"
        yield _fenced("".join(f"{each}\n" for each in advice), "text")
    command = f"curriculum-lint check --fix --select {rule.code}"
    match _fix(rule):
        case Safety.SAFE:
            yield f"`{command}` repairs what can be repaired safely."
        case Safety.UNSAFE:
            yield f"`{command} --unsafe-fixes` makes a proposal: look at the result."
        case None:
            yield "There is no fix: only somebody who knows the text can say what belongs there."


def _advice(rule: Rule, lines: Sequence[str]) -> Iterator[str]:
    """The help of those of the findings that are the rule's own."""
    is_own = False
    for line in lines:
        if not line.startswith(" "):
            is_own = line.split(" ", 2)[1] == rule.code
        elif is_own and line.startswith(_HELP):
            yield line.removeprefix(_HELP)


def rule_data(rule: Rule) -> dict[str, Any]:
    """The rule as JSON-like data."""
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "severity": str(rule.severity),
        "opt_in": rule.opt_in,
        "scope": _scope(rule),
        "fixable": _fix(rule) is not None,
        "fix": _fix(rule),
        "explanation": cleandoc(rule.__doc__ or ""),
        "limits": rule.limits,
        "fix_changes": rule.fix_changes and str(rule.fix_changes),
    }


def rule_table(rules: Iterable[Rule]) -> Iterator[str]:
    """One line of a table in text for each rule."""
    rules = list(rules)
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        state = f"{rule.severity}{', off by default' if rule.opt_in else ''}"
        yield f"{rule.code}  {rule.name:<{width}}  {state:<8}  {rule.summary}"


def _scope(rule: Rule) -> str:
    return "the whole curriculum" if isinstance(rule, CurriculumRule) else "one file at a time"


def _fix(rule: Rule) -> Safety | None:
    """The safety of the rule's fixes: safe as soon as one of them is."""
    fixed = [example for example in rule.bad if example.fixed is not None]
    if fixed and all(example.unsafe for example in fixed):
        return Safety.UNSAFE
    return Safety.SAFE if fixed else None


def _bad(example: Example, told: Sequence[str]) -> Iterator[str]:
    yield _FRAMES[example.frame]
    yield _fenced(example.text)
    places = told or [
        f"{each.rpartition(' ')[2]} at {each.rpartition(' ')[0]}" for each in example.finds
    ]
    yield "Reported:"
    yield _fenced("".join(f"{place}\n" for place in places), "text")
    if example.fixed is not None:
        yield f"After `check --fix{' --unsafe-fixes' * example.unsafe}`:"
        yield _fenced(example.fixed)


def _seen(text: str) -> str:
    """``text`` with characters that cannot be seen shown by their code point: ``[U+00A0]``."""
    return "".join(
        f"[U+{ord(char):04X}]" if char not in "\n\t " and category(char) in _UNSEEN else char
        for char in text
    )


def _fenced(text: str, language: str = "markdown") -> str:
    """``text`` in a fence longer than any inside it."""
    text = _seen(text)
    longest = max((len(match[1]) for match in _FENCE.finditer(text)), default=2)
    fence = "`" * (longest + 1)
    ending = "" if text.endswith("\n") else "\n"
    return f"{fence}{language}\n{text}{ending}{fence}"


def _suppress(rule: Rule) -> Iterator[str]:
    yield ("For one line, with a comment on the line before it, which says why after two hyphens:")
    comment = f"<!-- curriculum-lint-disable-next-line {rule.code} -- why it is right here -->\n"
    yield _fenced(comment)
    yield f'Everywhere, in `curriculum-lint.toml`: `ignore = ["{rule.code}"]`.'
