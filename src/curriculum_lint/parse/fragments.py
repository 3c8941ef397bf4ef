"""The names that fragments of links can ask for in a document: all its anchors, and a few more."""

from __future__ import annotations

import re

from ..text.late_pattern import late_pattern
from .document import Document, FragmentNames

#: The name that a site generator takes for a heading's anchor: ``## Title {#name}``, or with more
#: in the braces, ``{: .wide #name }``. Its author knows that the link works on the site only.
GIVEN_NAME = late_pattern(r"\{:?(?:[^{}#]*[ \t])?#([^\s{}]+)[^{}]*\}[ \t]*\Z")
#: The same behind a text in brackets, above a block, or at its begin: ``[term]{#name}``.
_GIVEN_ELSEWHERE = late_pattern(
    r"(?:\]|^:{3,}[^\n{]*|^[ \t]*)\{:?[^{}\n#]*#([^\s{}]+)[^{}\n]*\}", re.MULTILINE
)
#: What there is of that in any case: it begins with a brace, and is found at once.
_GIVEN = re.compile(r"\{:?[^{}\n#]*#[^\s{}]+[^{}\n]*\}")


def read_fragments(document: Document) -> FragmentNames:
    """What fragments can lead to, from the document's other facts."""
    names = [anchor.name for anchor in document.anchors]
    braced = (each.text for each in document.headings if "}" in each.text)
    names += [match[1] for text in braced if (match := GIVEN_NAME.search(text))]
    if _GIVEN.search(document.text):
        names += [match[1] for match in _GIVEN_ELSEWHERE.finditer(document.text)]
    is_cut = bool(document.limits) or any(not fence.closed for fence in document.fences)
    return FragmentNames(tuple(names), is_cut)
