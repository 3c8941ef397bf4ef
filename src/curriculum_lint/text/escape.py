"""Strangers' text made harmless: nothing invisible, and nothing a CI runner would obey.

Two steps, because a line is built from several texts: `visible` shows what cannot be seen, and
`guarded` looks at whole lines. `printable` is both. Each may be applied again without harm.
"""

from __future__ import annotations

import re

#: Written out and not asked of `unicodedata`, whose answer changes with the Python version.
_INVISIBLE = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # soft hyphen, joiners, fillers
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero-width, bidi
    "\u2028\u2029"  # line and paragraph separator
    "\ud800-\udfff\ufffe\uffff"  # not characters
    "\U000e0000-\U000e0fff"  # tags and variation selectors: they hide whole sentences
    "]"
)

_LEADING_COLONS = re.compile(r"\A(\s*):(?=:)")


def visible(text: str) -> str:
    r"""``text`` with every character that cannot be seen written as ``\xNN`` or ``\uNNNN``."""
    return _INVISIBLE.sub(lambda match: _escaped(match[0]), text)


def guarded(line: str) -> str:
    """``line`` without anything that a workflow takes for a command.

    That is ``::command::`` at the start, after any blanks, and ``##[command]`` anywhere.
    """
    return _LEADING_COLONS.sub(r"\1\\x3a", line.replace("##[", r"#\x23["))


def printable(text: str) -> str:
    r"""``text`` as one harmless line: a line ending is shown as ``\x0a``, a tab as ``\x09``."""
    return guarded(visible(text))


def _escaped(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
