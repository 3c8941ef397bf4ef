"""Ends a command with click's errors, for files that are loaded where click is not needed."""

from __future__ import annotations

from typing import NoReturn


def refuse(message: str) -> NoReturn:
    """Say that the command line cannot be used as it is: raises ``UsageError``."""
    from click import UsageError

    raise UsageError(message) from None


def give_up(message: str) -> NoReturn:
    """Say why the command cannot do its work: raises ``ClickException``."""
    from click import ClickException

    raise ClickException(message) from None
