"""A destination as it is written → its parts, and what kind of place it names."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DRIVE = re.compile(r"[A-Za-z]:(?:[\\/]|$)")
_BAD_SCHEME = re.compile(
    r"(?P<lead>[(<\[]*)(?P<scheme>https?)(?:;//|:/(?!/)|://?/{2,}|//|:\\\\|\.//|:(?=www\.))",
    re.IGNORECASE,
)
_WWW = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
#: Domains people link to without a scheme. A file name could end in any other.
_DOMAIN = re.compile(
    r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|edu|gov|info|ai|co|app|academy|school)(?=[/:?#]|$)",
    re.IGNORECASE,
)
_LINES = re.compile(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?\Z")


class Form(StrEnum):
    """What kind of place a destination names, before anything is looked up."""

    EMPTY = "empty"
    EXTERNAL = "external"
    LOCAL_DISK = "local disk"
    SCHEMELESS = "schemeless"
    RELATIVE = "relative"
    ABSOLUTE = "absolute"


class Destination(NamedTuple):
    """``path`` and ``fragment`` are percent-decoded; ``fragment`` is ``None`` without a ``#``."""

    form: Form
    path: str = ""
    fragment: str | None = None
    corrected: str | None = None


def read_destination(text: str) -> Destination:
    """Take a destination apart. ``text`` has no backslash escapes or entities left."""
    text = text.strip()
    if not text:
        return Destination(Form.EMPTY)
    wrong = _corrected_scheme(text)
    if wrong is not None:
        return Destination(Form.SCHEMELESS, text, None, wrong)
    if text.lower().startswith("file:") or _DRIVE.match(text) or text.startswith("\\\\"):
        return Destination(Form.LOCAL_DISK, text)
    if _SCHEME.match(text) or text.startswith("//"):
        return Destination(Form.EXTERNAL, text)
    if _WWW.match(text):
        return Destination(Form.SCHEMELESS, text, None, f"https://{text}")
    return _local(text)


def _local(text: str) -> Destination:
    before, mark, fragment = text.partition("#")
    path = unquote(before.partition("?")[0], errors="surrogateescape")
    decoded = unquote(fragment, errors="replace") if mark else None
    form = Form.ABSOLUTE if path.startswith("/") else Form.RELATIVE
    return Destination(form, path, decoded)


def _corrected_scheme(text: str) -> str | None:
    """The address that ``http;//x``, ``https:/x`` or ``(https://x`` was meant to be."""
    match = _BAD_SCHEME.match(text)
    if match is not None:
        rest = text[match.end() :].lstrip("/\\").rstrip(")>]" if match["lead"] else "")
        return f"{match['scheme'].lower()}://{rest}"
    if text[0] in "(<[" and re.match(r"[(<\[]+https?://", text, re.IGNORECASE):
        return text.lstrip("(<[").rstrip(")>]")
    return None


def looks_like_domain(path: str) -> bool:
    """Whether a relative path that leads nowhere is an address without its scheme."""
    return _DOMAIN.match(path) is not None


def is_line_fragment(fragment: str) -> bool:
    """``L10`` and ``L10-L20``: lines in GitHub's view of a file."""
    return _LINES.match(fragment) is not None
