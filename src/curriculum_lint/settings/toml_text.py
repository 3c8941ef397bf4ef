"""Values and keys written the way TOML writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ..text.late_pattern import late_pattern

_BARE_KEY = late_pattern(r"[A-Za-z0-9_-]+")
#: Control characters that JSON leaves alone, and blanks that look like another blank.
_LOOKS_LIKE_NOTHING = late_pattern(
    "[\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]"
)
_SHORT = 60


def toml_value(value: object) -> str:
    """``value`` as TOML on one line; control characters are escapes."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        entries = ", ".join(f"{toml_key([str(k)])} = {toml_value(v)}" for k, v in value.items())
        return f"{{ {entries} }}" if entries else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(toml_value(item) for item in value)}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def toml_key(parts: Sequence[str]) -> str:
    """A dotted key: ``["links", "a b"]`` is ``links."a b"``."""
    return ".".join(part if _BARE_KEY.fullmatch(part) else _quoted(part) for part in parts)


def shown(value: object) -> str:
    """What a person wrote, for a message: like `toml_value`, and cut where it is long."""
    if isinstance(value, str):
        return _quoted(shorten(value))
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, Sequence):
        return "a list" if value else "an empty list"
    return shorten(str(value).lower() if isinstance(value, bool) else _number(value))


def _number(value: object) -> str:
    # Python refuses to write an integer of more than 4300 digits.
    return "a very long number" if isinstance(value, int) and abs(value) > 1 << 64 else str(value)


def shorten(text: str) -> str:
    """At most 60 characters of ``text``."""
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _quoted(text: str) -> str:
    # What a terminal or a workflow must not see is escaped here, in a way that is still TOML.
    escaped = json.dumps(text, ensure_ascii=False).replace("##[", "#\\u0023[")
    return _LOOKS_LIKE_NOTHING.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)
