"""A link to a unit that leads to another one: to its readme, or to its folder, as it did."""

from __future__ import annotations

from ..links.rewrite import with_path
from ..model.curriculum import Unit
from ..model.target import Target


def leading_to(target: Target, page: str, old: Unit, new: Unit) -> str:
    """The destination of a link on ``page`` to ``old``, written for ``new``."""
    is_readme = target.path == old.readme
    path = new.place if is_readme else new.path
    return with_path(target.link, page, path, target.path, folder=not is_readme)
