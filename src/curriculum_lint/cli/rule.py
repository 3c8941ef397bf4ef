"""``curriculum-lint rule``: explain one rule, or list all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import known_rules, load
from .output import write

if TYPE_CHECKING:
    from ..check.rule import Rule


@click.command("rule")
@click.argument("which", metavar="[CODE|NAME]", required=False)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
def rule(which: str | None, output_format: str) -> None:
    """Explain one rule, or list all."""
    chosen = _all() if which is None else (_find(which),)
    if output_format == "json":
        write(_json(chosen, one=which is not None))
    elif which is None:
        write(_list(chosen))
    else:
        from ..report.rule_page import rule_page

        write([rule_page(chosen[0])])


def _all() -> tuple[Rule, ...]:
    """The built-in rules, and those of the plugins that the configuration here names."""
    return known_rules(load(None, None))


def _find(which: str) -> Rule:
    """The rule of that code or name, in any case.

    A built-in one is found whatever state the configuration is in.
    """
    from ..rules.registry import all_rules

    found = _called(which, all_rules()) or _called(which, rules := _all())
    if found is not None:
        return found
    from ..check.selection import suggest_rule

    near = suggest_rule(which, rules)
    advice = f"; did you mean {near}?" if near else "."
    raise click.UsageError(f"There is no rule “{which}”{advice}")


def _called(which: str, rules: Sequence[Rule]) -> Rule | None:
    wanted = which.casefold()
    return next((r for r in rules if wanted in (r.code.casefold(), r.name.casefold())), None)


def _list(rules: Sequence[Rule]) -> Iterator[str]:
    from ..report.rule_page import rule_table

    for line in rule_table(rules):
        yield f"{line}\n"
    yield "\n`curriculum-lint rule CODE` explains a rule.\n"


def _json(rules: Sequence[Rule], *, one: bool) -> Iterator[str]:
    from ..report.rule_page import rule_data

    data = [rule_data(each) for each in rules]
    yield json.dumps(data[0] if one else data, indent=2, ensure_ascii=False) + "\n"
