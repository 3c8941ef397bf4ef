"""How destinations of links are read, as keys of the configuration."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .key import ValueType, key


class AbsoluteLinks(StrEnum):
    """What a destination that begins with ``/`` means."""

    REPOSITORY = "repository"
    IGNORE = "ignore"


class LinkSuffix(StrEnum):
    """Whether a link to a page must name its file to the end."""

    REQUIRED = "required"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How destinations are read."""

    absolute: AbsoluteLinks = key(
        AbsoluteLinks.REPOSITORY,
        ValueType.CHOICE,
        "What a destination that begins with `/` means: the root of the repository, as on GitHub, "
        "or with `ignore` a route of a website, which is not checked.",
        "ignore",
        choices=AbsoluteLinks,
    )
    ignore: tuple[str, ...] = key(
        (),
        ValueType.TEXT,
        "Globs of destinations, as written, that are never checked. Here `*` matches `/` too.",
        ["{{*", "quiz-url"],
        is_list=True,
    )
    suffix: LinkSuffix = key(
        LinkSuffix.REQUIRED,
        ValueType.CHOICE,
        "Whether a link to a Markdown page must end in its `.md`, as on GitHub, or with `optional` "
        "may leave it out, as on many websites.",
        "optional",
        choices=LinkSuffix,
    )
