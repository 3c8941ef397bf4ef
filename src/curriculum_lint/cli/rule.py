"""``curriculum-lint rule``: explain one rule, or list all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..text.escape import printable
from .closest_words import OneOf
from .completers import complete_rules
from .loading import known_rules, load
from .output import complain, write

if TYPE_CHECKING:
    from ..check.rule import Rule


@click.command("rule")
@click.argument("which", metavar="[CODE|NAME]", required=False, shell_complete=complete_rules)
@click.option("--open", "is_opened", is_flag=True, help="Open its page in the browser.")
@click.option(
    "--output-format",
    type=OneOf(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
def rule(*, which: str | None, is_opened: bool, output_format: str) -> None:
    """Explain one rule, or list all."""
    if is_opened and which is None:
        raise click.UsageError("--open needs a rule: `curriculum-lint rule CL301 --open`.")
    chosen = _all() if which is None else (_find(which),)
    if is_opened:
        _open(chosen[0])
    elif output_format == "json":
        write(_json(chosen, one=which is not None))
    elif which is None:
        write(_list(chosen))
    else:
        from ..report.rule_page import rule_page

        write([rule_page(chosen[0])])


def _open(rule: Rule) -> None:
    """Show the page of ``rule`` in a browser: as it is published, or else as a file."""
    from ..report.rule_address import rules_address
    from ..report.web_links import WebLinks

    address = WebLinks(rules=rules_address()).rule_page(rule.code) or _page_file(rule)
    if click.launch(address) != 0:
        complain("No browser could be opened. The page of the rule is here:")
    write([f"{printable(address)}\n"])


def _page_file(rule: Rule) -> str:
    """The page as a file for this reader, which the system clears away in time."""
    import tempfile

    from ..render.rule_html import rule_html

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix=f"{rule.code}-", suffix=".html", delete=False
    ) as file:
        file.write(rule_html(rule))
    return Path(file.name).as_uri()


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
