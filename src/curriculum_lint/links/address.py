"""Addresses of the web that lack their scheme, or have it misspelt."""

from __future__ import annotations

import re
from posixpath import commonprefix

from ..text.late_pattern import late_pattern

#: The scheme of the web with other signs around its colon, or in a word that may be it misspelt.
_HEAD = late_pattern(
    r"(?P<scheme>[a-z]{2,7})(?P<joint>[:;,.]*[/\\]+[:;]*[/\\]*|[:;](?=[a-z0-9-]+\.[a-z]))",
    re.IGNORECASE,
)
_WEB = ("https", "http")
_SCHEMED = late_pattern(r"https?://[^/]", re.IGNORECASE)
_TWICE = late_pattern(r"https?[:;]?//+(?=https?(?::/|;//|//))", re.IGNORECASE)
_MANY_WS = late_pattern(r"w{4,5}\.(?=[\w-]+\.)", re.IGNORECASE)
_WRAPPED = late_pattern(r"[(<\[\"'“‘«]+(?=https?:|https?//|www\.)", re.IGNORECASE)
_CLOSING = {"(": ")", "<": ">", "[": "]", '"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}
_WWW = late_pattern(r"www\.[\w-]+(?:\.[\w-]+)+(?=[/:?#]|\Z)", re.IGNORECASE)
#: Ends of names that are domains to everybody, and hardly ever those of a file.
_SURE = "com|org|net|edu|gov|io|dev"
#: Ends that files have as well (`logo.ai`, `texinfo.info`): a path must follow.
_WITH_PATH = (
    "academy|ai|app|be|blog|ca|ch|cloud|co|cz|de|dk|es|eu|fi|fr|gg|info|it|jp|link|ly|me|nl|no|"
    "page|school|se|site|tech|to|tv|uk|us|wiki|xyz"
)
_DOMAIN = late_pattern(
    rf"(?:[a-z0-9][a-z0-9-]*\.)+(?:(?:{_SURE})(?=[/:?#]|\Z)|(?:{_WITH_PATH})(?=/[^/]))",
    re.IGNORECASE,
)
_MAILBOX = late_pattern(r"[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}")
_MAIL = late_pattern(
    rf"(?P<scheme>[a-z-]{{4,7}})\s*:?(?://)?\s*(?P<box>{_MAILBOX.pattern})", re.IGNORECASE
)
_MAIL_WORDS = frozenset({"mail", "email", "e-mail"})
_PORT = late_pattern(r":\d+(?=[/?#]|\Z)")


def corrected_address(text: str) -> str | None:
    """The address that ``http;//x``, ``htps://x``, ``(https://x)`` or ``example.com:80/x`` was
    meant to be.
    """
    if "@" in text and (box := _mailbox(text)) is not None:
        return None if box == text else box
    wrapped = _WRAPPED.match(text)
    bare = _unwrapped(text, wrapped[0]) if wrapped else text
    twice = _TWICE.match(bare)
    bare = bare[twice.end() :] if twice else bare
    corrected = _with_right_scheme(bare)
    if corrected is not None:
        return corrected or None
    if wrapped is None and twice is None:
        return with_scheme(text) if _has_port(text) else None
    return f"https://{bare}" if bare[:4].lower() == "www." else bare


def _mailbox(text: str) -> str | None:
    """``mailto:`` and the mailbox that ``text`` is, with any misspelling of that word or none."""
    if _MAILBOX.fullmatch(text):
        return f"mailto:{text}"
    match = _MAIL.fullmatch(text)
    scheme = match["scheme"].lower() if match else ""
    if match is None or not (scheme in _MAIL_WORDS or is_one_slip(scheme, "mailto")):
        return None
    return text if text.lower() == f"mailto:{match['box'].lower()}" else f"mailto:{match['box']}"


def _with_right_scheme(text: str) -> str | None:
    """``text`` with the scheme it was meant to have; empty where nothing follows it."""
    head = None if _SCHEMED.match(text) else _HEAD.match(text)
    if head is None:
        return None
    written, joint, rest = head["scheme"].lower(), head["joint"], text[head.end() :]
    is_exact = written in _WEB
    near = (web for web in _WEB if is_one_slip(written, web))
    scheme = written if is_exact else next(near, None)
    if scheme is None or not _is_joint(joint, rest, is_exact=is_exact):
        return None
    return f"{scheme}://{rest}" if rest else ""


def _is_joint(joint: str, rest: str, *, is_exact: bool) -> bool:
    """Whether what follows a scheme is the ``://`` that it should have, right or wrong."""
    if "/" not in joint and "\\" not in joint:
        return is_exact and with_scheme(rest) is not None
    has_colon = ":" in joint or ";" in joint
    return has_colon or (is_exact and "//" in joint)


def is_one_slip(word: str, other: str) -> bool:
    """Whether the words are equal but for a letter more, less, changed, or two exchanged."""
    start = len(commonprefix([word, other]))
    left, right = word[start:], other[start:]
    if left[1:] in (right, right[1:]) or left == right[1:]:
        return True
    return left[:2] == right[1::-1] and left[2:] == right[2:]


def with_scheme(text: str) -> str | None:
    """``https://…`` for what begins with the name of a domain, such as ``www.example.org``."""
    many = _MANY_WS.match(text)
    text = f"www.{text[many.end() :]}" if many else text
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
