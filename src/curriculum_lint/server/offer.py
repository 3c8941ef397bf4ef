"""One thing that can be written at the cursor."""

from __future__ import annotations

from typing import NamedTuple

from lsprotocol.types import CompletionItemKind

#: What makes an editor ask, besides the letters of words.
TRIGGERS = ["(", "/", "#", "[", "*", "<", '"', ".", "-", " "]


class Offer(NamedTuple):
    """``text`` is written, ``label`` is shown, ``filter_text`` is typed for it."""

    label: str
    kind: CompletionItemKind
    text: str
    detail: str = ""
    filter_text: str = ""
