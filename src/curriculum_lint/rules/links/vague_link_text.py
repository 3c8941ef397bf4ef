"""CL312 vague-link-text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...links.destination import split_destination
from ...model.curriculum import Page
from ...parse.document import Link, LinkKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern

_LINKS = frozenset({LinkKind.INLINE, LinkKind.REFERENCE})
_VAGUE = frozenset(
    ("here", "this", "link", "this link", "click here", "click", "read more", "more", "learn more")
)
_HOST = late_pattern(r"[a-z]+://([^/?#:]+)")
_NOT_WORDS = re.compile(r"[\W_]+")


class VagueLinkText(DocumentRule):
    """Screen readers can list the links of a page, and people skim for what is underlined: a list
    of “here”, “here” and “link” tells nobody where to go.
    """

    code = "CL312"
    name = "vague-link-text"
    summary = "a link whose whole text is “here”, “this”, “link”, “click here” or “more”"
    severity = Severity.INFO
    limits = (
        "Images, texts in code such as `` [`this`](…) ``, and links to a page, a section "
        "or a site of that very name, such as `[Click](#click)`, are fine. What stands inside an "
        "HTML `<a>` is not looked at."
    )
    good = (
        Example(
            "# Notes\n\nSee [the setup guide](https://example.org/setup) and "
            "[`this`](https://example.org/operators/this).\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\nFor the setup guide [click here](https://example.org/setup).\n",
            finds=("3:21 CL312",),
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Compare each link's text with words that say nothing."""
        for link in page.document.links:
            if link.kind in _LINKS and _is_vague(page, link):
                message = f"The text “{link.text.strip()}” does not say where the link leads."
                advice = "Link the words that name the place, as in `[the setup guide](…)`."
                yield Finding(page.path, link.span, message, advice)


def _is_vague(page: Page, link: Link) -> bool:
    words = _NOT_WORDS.sub(" ", link.text.casefold()).strip()
    if words not in _VAGUE or _is_name(words, link):
        return False
    written = page.document.text[link.span.start : link.span.end]
    return "`" not in written and "![" not in written


def _is_name(words: str, link: Link) -> bool:
    """Whether the link leads to something that is called so."""
    parts = split_destination(link.destination)
    name = posixpath.basename(parts.path.rstrip("/")).casefold().partition(".")[0]
    host = _HOST.match(link.destination.casefold())
    labels = host[1].split(".") if host else []
    return words.replace(" ", "-") in (name, parts.fragment.lstrip("#").casefold(), *labels)
