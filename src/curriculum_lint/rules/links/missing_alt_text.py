"""CL310 missing-alt-text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Link, LinkKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ..wording import also_on

_IMAGES = frozenset({LinkKind.IMAGE, LinkKind.IMAGE_REFERENCE})
_IMAGE_TAG = re.compile(r"<img\b", re.IGNORECASE)
#: An author who writes one of these has thought of readers who do not see the image.
_SPOKEN = late_pattern(
    r"[\s\"':](?:alt|aria-label(?:ledby)?|aria-hidden|role)(?=[\s=/>])", re.IGNORECASE
)


#: The attributes of pandoc, kramdown and their like: ``![](a.png){alt="…"}``.
_ATTRIBUTES = late_pattern(r"\{[^{}\r\n]*\balt\s*=[^{}\r\n]*\}")


class MissingAltText(DocumentRule):
    """Learners who cannot see an image, or whose connection is too slow to load it, get its
    alternative text. Without one a screen reader reads out the file's name, or nothing.
    """

    code = "CL310"
    name = "missing-alt-text"
    summary = "an image without alternative text"
    severity = Severity.WARNING
    limits = (
        '`alt=""` in HTML says on purpose that an image is only for decoration, and `title`, '
        "`role` and `aria-label` are taken for an answer as well, and so is `{alt=…}` behind an "
        "image, which some site generators read. An image that a page holds several times is told "
        "once. How good a text is cannot be judged."
    )
    good = (
        Example(
            '# Notes\n\n![The flow of a request](https://example.org/flow.png)\n\n<img src="'
            'https://example.org/line.png" alt="">\n'
        ),
    )
    bad = (
        Example("# Notes\n\n![](https://example.org/flow.png)\n", finds=("3:1 CL310",)),
        Example(
            '# Notes\n\n<img src="https://example.org/flow.png" width="300">\n',
            finds=("3:1 CL310",),
        ),
        Example("# Notes\n\n[![](https://example.org/a.svg)](/)\n", finds=("3:2 CL310",)),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each image that has no words, and one that is there several times once."""
        silent: dict[tuple[str, str], list[Link]] = {}
        for link in page.document.links:
            if advice := "" if link.text.strip() else _advice(page, link):
                silent.setdefault((link.destination, advice), []).append(link)
        for (_, advice), links in silent.items():
            yield _finding(page, links, advice)


def _advice(page: Page, link: Link) -> str:
    """What to write where an image has no words; empty for what is none, or needs none."""
    if link.kind in _IMAGES and not _ATTRIBUTES.match(page.document.text, link.span.end):
        return "Write between the brackets of `![]` what it shows."
    if link.kind is LinkKind.HTML_SOURCE and _is_silent_image(page, link):
        return 'Add `alt="…"` with what it shows, or `alt=""` if it is only decoration.'
    return ""


def _is_silent_image(page: Page, link: Link) -> bool:
    written = page.document.text[link.span.start : link.span.end]
    return _IMAGE_TAG.match(written) is not None and _SPOKEN.search(written) is None


def _finding(page: Page, links: Sequence[Link], advice: str) -> Finding:
    message = "This image has no alternative text."
    if links[1:]:
        message = f"This image has no alternative text, and is in the page {len(links):,} times."
        advice = f"{advice} {also_on(page.document, [link.span for link in links])}".rstrip()
    return Finding(page.path, links[0].span, message, advice)
