"""A destination written anew: other path or fragment, the rest as its author has it."""

from __future__ import annotations

import posixpath
import re

from ..parse.attributes import encode_attribute
from ..parse.document import HTML_KINDS, Link, LinkKind
from ..text.hosted import HostedAddress
from ..text.late_pattern import late_pattern
from ..text.percent import decode_percent
from .destination import Parts, split_destination

#: What would end a destination somewhere: in Markdown, in a table, in an attribute.
_UNSAFE = late_pattern(r"[\x00-\x20\x7f\"'<>\\`|^{}\[\]]|[^\x00-\x7f]")
#: What parts a path from what stands around it, and an escape from the rest.
_PARTING = late_pattern(r"[%?#]")
_ESCAPE = late_pattern(r"%[0-9A-Fa-f]{2}")
_OUTER_BLANKS = late_pattern(r"\A +| +\Z")
_OUTER_COMMAS = late_pattern(r"\A,+|,+\Z")
_ENTITY = late_pattern(r"&(?=#?\w+;)")


def with_path(link: Link, source: str, path: str, looked_for: str, *, folder: bool) -> str:
    """The link's destination, leading to ``path`` where it leads to ``looked_for`` now.

    Both are relative to the root, and so is ``source``, the document that holds the link.
    ``folder`` says whether a slash may follow ``path``.
    """
    parts = split_destination(link.destination)
    written = decode_percent(parts.path, "surrogateescape")
    if written.startswith("/"):
        new = f"/{_prefix(written, looked_for)}{'' if path == '.' else path}"
    else:
        new = _relative(source, path, written)
    if folder and written.endswith("/") and not new.endswith("/"):
        new += "/"
    return _assembled(link, parts._replace(path=_encoded(new, parts.path)))


def with_hosted_path(link: Link, shows: HostedAddress, path: str) -> str:
    """The address of the link, of a file on GitHub or GitLab, showing ``path`` there instead."""
    if path == shows.path:
        return link.destination
    start, end = shows.written
    old = link.destination[start:end]
    new = _encoded(path + "/" * old.endswith("/"), old)
    return _guarded(link.destination[:start] + new + link.destination[end:], link)


def respelt(link: Link, actual: str) -> str:
    """The link's destination with its names spelt as in ``actual``, the path that it leads to."""
    parts = split_destination(link.destination)
    names = decode_percent(parts.path, "surrogateescape").split("/")
    spelt = [] if actual == "." else actual.split("/")
    for at in range(len(names) - 1, -1, -1):
        if names[at] == ".." or not spelt:
            break
        if names[at] not in ("", "."):
            names[at] = spelt.pop()
    return _assembled(link, parts._replace(path=_encoded("/".join(names), parts.path)))


def with_fragment(link: Link, anchor: str) -> str:
    """The link's destination, leading to ``anchor`` instead of what its fragment names now."""
    parts = split_destination(link.destination)
    prefix = "user-content-" if parts.fragment.startswith("#user-content-") else ""
    fragment = "#" + prefix + _encoded(anchor, parts.fragment)
    return _assembled(link, parts._replace(fragment=fragment))


def as_written(link: Link, address: str) -> str:
    """``address`` in a form that can stand where the link's destination stands."""
    return _guarded(address, link)


def written_path(path: str, *, enclosed: bool) -> str:
    """``path`` as a new destination; blanks and parentheses may stand in angle brackets."""
    text = _escaped(_PARTING.sub(_quoted, path), blanks=enclosed)
    return text if enclosed else text.replace("(", "%28").replace(")", "%29")


def _relative(source: str, path: str, written: str) -> str:
    folder = posixpath.dirname(source)
    # `relpath` asks for the working folder, unless both paths are absolute.
    new = posixpath.relpath(f"/{path}", f"/{folder}")
    if new == ".":
        return "./"
    needs_dot = written.startswith("./") or ":" in new.split("/")[0]
    return f"./{new}" if needs_dot and not new.startswith("../") else new


def _prefix(written: str, looked_for: str) -> str:
    """The folder of the root in the repository around it, as an absolute destination shows it."""
    whole = posixpath.normpath(written.lstrip("/") or ".")
    if looked_for == ".":
        return "" if whole == "." else f"{whole}/"
    return whole.removesuffix(looked_for)


def _encoded(text: str, before: str) -> str:
    """``text`` percent-encoded as far as it must be, and as ``before`` is."""
    text = _PARTING.sub(_quoted, text)
    return _UNSAFE.sub(_quoted, text) if _ESCAPE.search(before) else _escaped(text, blanks=True)


def _quoted(match: re.Match[str]) -> str:
    from urllib.parse import quote

    return quote(match[0], errors="surrogateescape")


def _escaped(text: str, *, blanks: bool) -> str:
    """``text`` without unsafe characters; with ``blanks``, these are safe."""
    return _UNSAFE.sub(lambda match: _character(match, blanks=blanks), text)


def _character(match: re.Match[str], *, blanks: bool) -> str:
    char = match[0]
    # A variation selector, which stays in an anchor where its emoji does not, cannot be seen.
    is_seen = char.isprintable() and not "\ufe00" <= char <= "\ufe0f"
    is_plain = char > "\x7f" and is_seen
    return char if is_plain or (blanks and char == " ") else _quoted(match)


def _assembled(link: Link, parts: Parts) -> str:
    return _guarded("".join(parts), link)


def _guarded(text: str, link: Link) -> str:
    """``text`` without anything that would end the destination or change its meaning."""
    # Only angle brackets and quotes let a destination hold blanks.
    is_enclosed = " " in link.destination.strip()
    text = _escaped(text, blanks=is_enclosed)
    is_styled = link.kind is LinkKind.HTML_STYLE
    if is_styled or (not is_enclosed and not _is_balanced(text)):
        text = text.replace("(", "%28").replace(")", "%29")
    text = _OUTER_BLANKS.sub(lambda match: "%20" * len(match[0]), text)
    if link.kind is LinkKind.HTML_SRCSET:
        text = _OUTER_COMMAS.sub(lambda match: "%2C" * len(match[0]), text)
    if link.kind in HTML_KINDS:
        return encode_attribute(text)
    return _ENTITY.sub("&amp;", text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0
