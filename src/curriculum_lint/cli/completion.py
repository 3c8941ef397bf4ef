"""``curriculum-lint completion``: what makes a shell complete commands, rules and units."""

from __future__ import annotations

import click

from .closest_words import OneOf
from .output import write

#: Click looks into this variable when a shell asks it what may follow.
_VARIABLE = "_CURRICULUM_LINT_COMPLETE"
#: Click's script for fish ends a value at its first comma; ours are lists.
_FISH_SPLITS = ('string split ","', 'string split --max 1 ","')


@click.command("completion")
@click.argument("shell", type=OneOf(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a shell: bash, zsh or fish."""
    from click.shell_completion import get_completion_class

    root = click.get_current_context().find_root()
    script = get_completion_class(shell)
    assert script is not None
    source = script(root.command, {}, "curriculum-lint", _VARIABLE).source()
    write([f"{source.replace(*_FISH_SPLITS)}\n"])
