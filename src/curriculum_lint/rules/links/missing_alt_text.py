"""CL310 missing-alt-text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Link, LinkKind
from ...settings.severity import Severity

_IMAGES = frozenset({LinkKind.IMAGE, LinkKind.IMAGE_REFERENCE})
_IMAGE_TAG = re.compile(r"<img\b", re.IGNORECASE)
#: An author who writes one of these has thought of readers who do not see the image.
_SPOKEN = re.compile(
    r"[\s\"':](?:alt|aria-label(?:ledby)?|aria-hidden|role)(?=[\s=/>])", re.IGNORECASE
)


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
        "`role` and `aria-label` are taken for an answer as well. How good a text is cannot be "
        "judged."
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
        """Report each image that has no words."""
        for link in page.document.links:
            if link.text.strip():
                continue
            if link.kind in _IMAGES:
                yield _finding(page, link, "Write between the brackets of `![]` what it shows.")
            elif link.kind is LinkKind.HTML_SOURCE and _is_silent_image(page, link):
                advice = 'Add `alt="…"` with what it shows, or `alt=""` if it is only decoration.'
                yield _finding(page, link, advice)


def _is_silent_image(page: Page, link: Link) -> bool:
    written = page.document.text[link.span.start : link.span.end]
    return _IMAGE_TAG.match(written) is not None and _SPOKEN.search(written) is None


def _finding(page: Page, link: Link, advice: str) -> Finding:
    return Finding(page.path, link.span, "This image has no alternative text.", advice)
