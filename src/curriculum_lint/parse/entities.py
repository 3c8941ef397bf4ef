"""Entities in Markdown: ``&amp;``, ``&#38;``, ``&#x26;``, each with its semicolon."""

from __future__ import annotations

from ..text.late_pattern import late_pattern

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ENTITY = late_pattern(ENTITY)
_NO_CHARACTER = "\ufffd"


def match_entity(text: str, at: int) -> tuple[str, int] | None:
    """The characters of the entity that begins at ``at``, and where it ends."""
    match = _ENTITY.match(text, at)
    decoded = decode_entity(match[0]) if match else None
    return (decoded, match.end()) if match and decoded is not None else None


def decode_entity(written: str) -> str | None:
    """What one entity stands for; ``None`` if there is none of that name."""
    if written[1] != "#":
        # Most texts have no entities, and this is a long table.
        from html.entities import html5

        return html5.get(written[1:])
    digits = written[2:-1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    is_character = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_character else _NO_CHARACTER
