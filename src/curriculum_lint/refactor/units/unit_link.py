"""A link to a unit that leads to another one: to its readme, or to its folder, as it did."""

from __future__ import annotations

from ...links.rewrite import with_hosted_path, with_path
from ...model.curriculum import Unit
from ...model.target import Outcome, Target
from ...text.hosted import read_hosted


def leading_to(target: Target, page: str, old: Unit, new: Unit) -> str:
    """The destination of a link on ``page`` to ``old``, written for ``new``."""
    is_readme = target.path == old.readme
    path = new.place if is_readme else new.path
    shows = read_hosted(target.link.destination) if target.outcome is Outcome.EXTERNAL else None
    if shows is not None:
        return with_hosted_path(target.link, shows, path)
    return with_path(target.link, page, path, target.path, folder=not is_readme)
