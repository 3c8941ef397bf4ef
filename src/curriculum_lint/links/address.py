"""Addresses of the web that lack their scheme, or have it misspelt."""

from __future__ import annotations

import re

_WRONG_SCHEME = re.compile(
    r"(?P<scheme>https?)"
    r"(?:;//|:/(?!/)|:/{3,}|//|:\\\\|\.//|:(?=www\.))[/\\]*",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"[(<\[\"'“‘«]+(?=https?:|https?//|www\.)", re.IGNORECASE)
_CLOSING = {"(": ")", "<": ">", "[": "]", '"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}
_WWW = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?=[/:?#]|\Z)", re.IGNORECASE)
#: Ends of names that are domains to everybody, and hardly ever those of a file.
_SURE = "com|org|net|edu|gov|io|dev"
#: Ends that files have as well (`logo.ai`, `texinfo.info`): a path must follow.
_WITH_PATH = (
    "academy|ai|app|be|blog|ca|ch|cloud|co|cz|de|dk|es|eu|fi|fr|gg|info|it|jp|link|ly|me|nl|no|"
    "page|school|se|site|tech|to|tv|uk|us|wiki|xyz"
)
_DOMAIN = re.compile(
    rf"(?:[a-z0-9][a-z0-9-]*\.)+(?:(?:{_SURE})(?=[/:?#]|\Z)|(?:{_WITH_PATH})(?=/[^/]))",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}")
_PORT = re.compile(r":\d+(?=[/?#]|\Z)")


def corrected_address(text: str) -> str | None:
    """The address that ``http;//x``, ``(https://x)`` or ``example.com:80/x`` was meant to be."""
    if _MAILBOX.fullmatch(text):
        return f"mailto:{text}"
    wrapped = _WRAPPED.match(text)
    bare = _unwrapped(text, wrapped[0]) if wrapped else text
    wrong = _WRONG_SCHEME.match(bare)
    if wrong is not None:
        rest = bare[wrong.end() :]
        return f"{wrong['scheme'].lower()}://{rest}" if rest else None
    if wrapped is None:
        return with_scheme(text) if _has_port(text) else None
    return f"https://{bare}" if bare[:4].lower() == "www." else bare


def with_scheme(text: str) -> str | None:
    """``https://…`` for what begins with the name of a domain, such as ``www.example.org``."""
    is_address = _WWW.match(text) or _DOMAIN.match(text)
    return f"https://{text}" if is_address else None


def _has_port(text: str) -> bool:
    """Whether ``text`` is a domain with a port, which looks like a scheme."""
    domain = _WWW.match(text) or _DOMAIN.match(text)
    return domain is not None and _PORT.match(text, domain.end()) is not None


def _unwrapped(text: str, opening: str) -> str:
    """``text`` without the brackets that it begins with, and without their partners."""
    text = text[len(opening) :]
    for bracket in opening:
        text = text.removesuffix(_CLOSING[bracket])
    return text
