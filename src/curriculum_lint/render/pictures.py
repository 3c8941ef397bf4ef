"""Pictures in a page that loads nothing: those of the repository are in it, others are links."""

from __future__ import annotations

import base64
import posixpath
import re
from html import escape, unescape

_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
}
#: In what the sanitiser writes, attributes are quoted and no quote is inside.
_PIECE = re.compile(r"<(?P<tag>/?a\b|img\b)(?P<attributes>(?: [a-z-]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def is_picture(path: str) -> bool:
    """Whether the file can be part of a page."""
    return _kind(path) is not None


def data_address(path: str, data: bytes) -> str:
    """The picture itself as an address."""
    return f"data:{_kind(path)};base64,{base64.b64encode(data).decode('ascii')}"


def with_pictures(safe: str) -> str:
    """``safe`` with words in the places of pictures that are elsewhere, and links to them."""
    is_linked = False

    def written(match: re.Match[str]) -> str:
        nonlocal is_linked
        if match["tag"] != "img":
            is_linked = match["tag"] == "a"
            return match[0]
        return _picture(dict(_ATTRIBUTE.findall(match["attributes"])), is_linked=is_linked)

    return _PIECE.sub(written, safe)


def _picture(attributes: dict[str, str], *, is_linked: bool) -> str:
    source = attributes.get("src", "")
    if source.startswith("data:"):
        attributes.setdefault("alt", "")
        written = "".join(f' {name}="{value}"' for name, value in attributes.items())
        return f'<img loading="lazy"{written}>'
    words = attributes.get("alt") or escape(posixpath.basename(unescape(source)))
    if not words:
        return ""
    if is_linked or not source:
        return f'<span class="picture">{words}</span>'
    return f'<a class="picture" href="{source}">{words}</a>'


def _kind(path: str) -> str | None:
    return _KINDS.get(posixpath.splitext(path)[1].lower())
