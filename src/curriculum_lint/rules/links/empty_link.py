"""CL309 empty-link."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...model.overviews import lists_chapters
from ...parse.document import Link, LinkKind
from ...settings.severity import Severity

_WITH_TEXT = frozenset({LinkKind.INLINE, LinkKind.REFERENCE})
_WITHOUT_DESTINATION = frozenset({LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE, LinkKind.FORMULA})
_PICTURES = frozenset({LinkKind.IMAGE, LinkKind.HTML_SOURCE})


class EmptyLink(DocumentRule):
    """A link without a destination leads back to the page it is on; one without a text cannot be
    seen, clicked or read aloud.
    """

    code = "CL309"
    name = "empty-link"
    summary = "a link without a destination, or without a text"
    severity = Severity.WARNING
    limits = (
        "`#` alone is a destination. What stands inside an HTML `<a>` is not looked at, nor is a "
        "text made of HTML; an image without words is missing-alt-text's business. A definition "
        "that nothing uses may be empty: `[note]: <>` is a comment. In a `SUMMARY.md`, a link "
        "without a destination is a chapter that is still to be written."
    )
    good = (
        Example(
            "-- readme.md --\n# Course\n\n-- SUMMARY.md --\n# Summary\n\n- [Files]()\n",
            frame=Frame.FILES,
        ),
        Example("# Notes\n\nBack to the [top](#).\n\n[//]: # (A note to ourselves.)\n[note]: <>\n"),
    )
    bad = (
        Example("# Notes\n\nSee [the plan]().\n", finds=("3:5 CL309",)),
        Example("# Notes\n\nSee [](https://example.org).\n", finds=("3:5 CL309",)),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at the destination and the text of each link."""
        document = page.document
        used = {link.label for link in document.links if link.kind in _WITHOUT_DESTINATION}
        for link in document.links:
            if _lacks_destination(link, used) and not _is_draft_chapter(page.path, link):
                yield Finding(page.path, link.span, _without_destination(link))
            elif link.kind in _WITH_TEXT and not link.text.strip():
                written = document.text[link.span.start : link.span.end]
                # A link around an image without words is that image's fault.
                if "![" not in written and "<" not in written.partition("](")[0]:
                    advice = "Write between the brackets where it leads, or delete it."
                    yield Finding(page.path, link.span, "This link has no text.", advice)


def _is_draft_chapter(path: str, link: Link) -> bool:
    """Whether a link without a destination is a chapter of a book that is not written yet."""
    return lists_chapters(path) and link.kind is LinkKind.INLINE and bool(link.text.strip())


def _lacks_destination(link: Link, used: set[str | None]) -> bool:
    if link.kind in _WITHOUT_DESTINATION or link.destination.strip():
        return False
    return link.kind is not LinkKind.DEFINITION or link.label in used


def _without_destination(link: Link) -> str:
    if link.kind is LinkKind.DEFINITION:
        return f"The definition of “{link.text}” has no destination."
    thing = "image" if link.kind in _PICTURES else "link"
    named = f" “{link.text.strip()}”" if link.text.strip() else ""
    return f"The {thing}{named} has no destination."
