"""Commands and choices that answer a wrong word with the right one."""

from __future__ import annotations

import os
from typing import Any

import click

from ..text.suggest import closest

#: What other tools call our commands.
_CALLED_ELSEWHERE = {
    "lint": "check",
    "fix": "check --fix",
    "format": "check --fix",
    "diff": "check --diff",
    "watch": "check --watch",
    "explain": "rule",
    "rules": "rule",
    "settings": "config",
    "delete": "remove",
    "add": "new",
    "generate": "index",
    "build": "page",
    "statistics": "stats",
}


class Commands(click.Group):
    """A group that says which command was probably meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first of ``args`` names. Raises ``UsageError``."""
        word = args[0]
        if word.startswith("-") or ctx.resilient_parsing or self.get_command(ctx, word):
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"There is no command “{word}”{self._advice(ctx, word)}", ctx)

    def _advice(self, ctx: click.Context, word: str) -> str:
        names = self.list_commands(ctx)
        near = closest(word, names)
        if "check" in names:
            near = _CALLED_ELSEWHERE.get(word.casefold()) or near
            if os.path.exists(word):
                near = f"check {word}"
        return f"; did you mean `{ctx.command_path} {near}`?" if near else "."


class OneOf(click.Choice[str]):
    """One of some words, the closest of which is named where it is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as it is meant. Raises ``BadParameter``."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            near = closest(str(value), self.choices)
            advice = f" Did you mean {near}?" if near else ""
            self.fail(f"{error.message}{advice}", param, ctx)


def unknown_option(error: click.NoSuchOption) -> str:
    """What is said about an option that a command does not have."""
    command = error.ctx.command if error.ctx else None
    names = [name for each in (command.params if command else ()) for name in each.opts]
    near = closest(error.option_name, [name for name in names if name.startswith("-")])
    advice = f"; did you mean {near}?" if near else "."
    return f"There is no option “{error.option_name}”{advice}"
