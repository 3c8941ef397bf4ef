"""Code of this package by its name, as a stored run writes it down."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_OURS = f"{__name__.partition('.')[0]}."


def name_of(code: Any) -> str:
    """The name of a function or class."""
    return f"{code.__module__}:{code.__qualname__}"


def find_own(name: str) -> object:
    """What has this name in this package; ``None`` for everything else.

    Whoever wrote the cache: no code of theirs is loaded.
    """
    module, _, attribute = name.partition(":")
    if not module.startswith(_OURS):
        return None
    try:
        return getattr(import_module(module), attribute, None)
    except ImportError:
        return None
