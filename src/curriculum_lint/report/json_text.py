"""Values as JSON that every parser reads and no log obeys."""

from __future__ import annotations

import json
import re
from typing import Any

#: Valid JSON for Python, and an error or a loss for most other parsers.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    r"""``text`` with every lone surrogate written as the six characters ``\udc80``."""
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def dumped(value: dict[str, Any]) -> str:
    """``value`` as JSON in one line of ASCII; its texts must be `encodable`."""
    # Both occur in JSON strings only, where an escape means the same: printed in a workflow, the
    # first would be a command; the second is the one control character that `json` leaves as is.
    return json.dumps(value).replace("##[", "#\\u0023[").replace("\x7f", "\\u007f")
