"""A destination as it is written → its parts, and what kind of place it names."""

from __future__ import annotations

from enum import StrEnum, auto
from functools import lru_cache
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.percent import decode_percent
from .address import corrected_address, with_scheme

_SCHEME = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DRIVE = late_pattern(r"[A-Za-z]:(?:[\\/]|\Z)")
#: What browsers take off both ends. A no-break space belongs to the destination.
_BLANKS = " \t\n\r\f"
#: Where a site generator or a template fills something in: Liquid, Hugo, Jinja, EJS, JavaScript.
_TEMPLATES = ("{{", "{%", "<%", "${", "%7b%7b", "%7b%25")
#: Names that bundlers of websites give to folders: `@site/static/a.png`, `~/assets/a.png`.
_ALIAS = late_pattern(r"(?:@[\w-]*|~)/")


class DestinationForm(StrEnum):
    """What kind of place a destination names, before anything is looked up."""

    EMPTY = auto()
    EXTERNAL = auto()
    TEMPLATE = auto()
    LOCAL_DISK = auto()
    SCHEMELESS = auto()
    RELATIVE = auto()
    ABSOLUTE = auto()


class Parts(NamedTuple):
    """A destination cut before its ``?`` and its ``#``; the three together are the whole."""

    path: str
    query: str
    fragment: str


class Destination(NamedTuple):
    """Of what leads to the repository, ``path`` and ``fragment`` are percent-decoded; ``fragment``
    is ``None`` without a ``#``.

    ``corrected`` is the right address where the form is ``SCHEMELESS``; where it is ``RELATIVE``,
    it is the address that was meant if no such path exists.
    """

    form: DestinationForm
    path: str = ""
    fragment: str | None = None
    corrected: str | None = None


#: One destination is read by several rules, and many stand on several pages.
_MOST_KNOWN = 10_000


def split_destination(text: str) -> Parts:
    """Cut a destination of the repository into its parts, as they are written."""
    before, mark, fragment = text.strip(_BLANKS).partition("#")
    path, question, query = before.partition("?")
    return Parts(path, question + query, mark + fragment)


@lru_cache(maxsize=_MOST_KNOWN)
def read_destination(text: str) -> Destination:
    """Take a destination apart. ``text`` has no backslash escapes or entities left."""
    text = text.strip(_BLANKS)
    if not text:
        return Destination(DestinationForm.EMPTY)
    corrected = corrected_address(text)
    if corrected is not None:
        return Destination(DestinationForm.SCHEMELESS, corrected=corrected)
    if text[:5].lower() == "file:" or _DRIVE.match(text) or text.startswith("\\\\"):
        return Destination(DestinationForm.LOCAL_DISK)
    if text.startswith("//") or _SCHEME.match(text):
        return Destination(DestinationForm.EXTERNAL)
    return Destination(DestinationForm.TEMPLATE) if _is_template(text) else _local(text)


def _is_template(text: str) -> bool:
    """Whether something else than a person writes the destination in the end."""
    lowered = text.lower()
    # Markdown takes the brackets of `<%= link %>` for those around a destination.
    is_bare = text.startswith("%") and text.endswith("%") and len(text) > 2
    return is_bare or _ALIAS.match(text) is not None or any(mark in lowered for mark in _TEMPLATES)


def _local(text: str) -> Destination:
    parts = split_destination(text)
    path = decode_percent(parts.path, "surrogateescape")
    fragment = decode_percent(parts.fragment[1:]) if parts.fragment else None
    if path.startswith("/"):
        return Destination(DestinationForm.ABSOLUTE, path, fragment)
    return Destination(DestinationForm.RELATIVE, path, fragment, with_scheme(text))
