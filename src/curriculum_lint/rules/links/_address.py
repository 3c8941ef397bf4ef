"""What in parentheses or brackets is evidently meant as a destination."""

from __future__ import annotations

import re

from ...edits.edit import Safety
from ...parse.document import Document
from .._plain_text import safety_at

#: An address with a scheme, a fragment, or a path with a folder or an extension; without blanks.
ADDRESS = (
    r"(?:https?://|mailto:|www\.)[^\s()<>\[\]\0]+(?:\([^\s()<>\0]*\)[^\s()<>\0]*)*"
    r"|#[\w-][^\s()<>\[\]\0]*"
    r"|(?:\.{0,2}/)?(?:[\w.%~-]+/)*[\w%-][\w.%-]*\.(?:md|markdown|html?|pdf|png|jpe?g|gif|svg|ipynb|"
    r"js|ts|py|json|ya?ml|toml|txt|css|zip|docx?|pptx?|mp4)(?:#[^\s()\0]*)?"
    r"|\.{1,2}/[\w.%~/-]*[\w%/-]|(?:[\w.%~-]+/){2,}[\w.%~-]*"
)

#: Before a link stands no letter of a script with blanks between words: `f[i](x)` is code.
APART = r"(?<![A-Za-z0-9_\])])"
_ENTITY = re.compile(r"&#?\w+;")


def safety_of(document: Document, start: int, end: int) -> Safety:
    """Of making a link of what stands there; what an entity was meant to say is not certain."""
    if _ENTITY.search(document.text, start, end):
        return Safety.UNSAFE
    return safety_at(document, start)
