"""Text in percent-encoding, and what it stands for."""

from __future__ import annotations


def decode_percent(text: str, errors: str = "replace") -> str:
    """``text`` with its ``%20`` decoded; most has none, and needs no library."""
    if "%" not in text:
        return text
    from urllib.parse import unquote

    return unquote(text, errors=errors)


def encode_percent(text: str) -> str:
    """``text`` as it stands in an address: all but slashes, letters and digits is encoded."""
    from urllib.parse import quote

    return quote(text)
