"""CL103 missing-title."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding, Note
from ...model.curriculum import Kind, Page
from ...parse.document import BlockKind, LinkKind
from ...parse.front_matter import front_matter_title
from ...settings.severity import Severity
from ...text.phrases import named
from ...text.source import Span

_SECOND = (
    "# Start\n\n## 1) Say hello\n\n**Goal:** Print a greeting.\n\n**Build steps:**\n\n"
    "1. Write it.\n\n**Acceptance criteria:**\n\n- It prints `hello`.\n\n"
)


class MissingTitle(DocumentRule):
    """The level-1 heading is the unit's name: in the index, in the browser's tab, for a screen
    reader. Without one, or with two, each of them shows something else.
    """

    code = "CL103"
    name = "missing-title"
    summary = "a page with no title, or a unit's readme with an empty one or more than one"
    severity = Severity.ERROR
    limits = (
        "A raw HTML `<h1>` is a title, and so are a heading that holds only an image, and "
        "`title:` in front matter. On other pages than readmes of units a missing title is for "
        "information, and only where they begin with another heading; a second one is not "
        "reported there."
    )
    good = (
        Example("-- first_level/readme.md --\n# First level\n\nReserved.\n", frame=Frame.FILES),
    )
    bad = (
        Example(
            "-- first_level/readme.md --\n## First level\n\nReserved.\n",
            finds=("first_level/readme.md:1:1 CL103",),
            frame=Frame.FILES,
        ),
        Example(
            _SECOND + "# Best practices\n\n- Test it.\n",
            finds=("15:1 CL103",),
            frame=Frame.MODULE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for exactly one level-1 heading with content."""
        titles = [h for h in page.document.headings if h.level == 1 and not h.nested]
        is_unit = page.kind.is_readme and page.kind is not Kind.ROOT
        if not titles:
            if _needs_title(page, is_unit=is_unit):
                yield _without_title(page, is_unit=is_unit)
            return
        if not is_unit:
            return
        if not titles[0].text and not _holds_image(page, titles[0].span):
            yield Finding(
                page.path, titles[0].span, "The title is empty.", "Write it behind the `#`."
            )
        for second in titles[1:]:
            yield Finding(
                page.path,
                second.span,
                f"A second level-1 heading, {named(second.text, 'an empty one')}: "
                "a readme has one title.",
                "Make it a section with `##`.",
                related=(Note(page.path, titles[0].span, "The title is here."),),
            )


def _needs_title(page: Page, *, is_unit: bool) -> bool:
    """Whether a page without a level-1 heading lacks one: metadata can state a title as well.

    A page that is no unit's readme and does not begin with a heading may be a part of another.
    """
    if front_matter_title(page.document.text):
        return False
    if is_unit or page.path.startswith(".github/"):
        return is_unit
    return _begins_with_heading(page)


def _begins_with_heading(page: Page) -> bool:
    shown = (b for b in page.document.blocks if b.kind not in (BlockKind.COMMENT, BlockKind.HTML))
    first = next(shown, None)
    is_heading = first is not None and first.kind is BlockKind.HEADING
    return is_heading and not page.document.headings[0].nested


def _without_title(page: Page, *, is_unit: bool) -> Finding:
    what = page.kind if is_unit else "page"
    message, advice = f"This {what} has no title.", "Begin it with a line `# Title`."
    place = _first_text(page)
    if _begins_with_heading(page):
        level, place = page.document.headings[0].level, page.document.headings[0].span
        message = f"This {what} has no title: it begins with a heading of level {level}."
        advice = f"Write it with one `#` instead of {level}, or a line `# Title` above it."
    severity = None if is_unit else Severity.INFO
    return Finding(page.path, place, message, advice, severity=severity)


def _first_text(page: Page) -> Span:
    blocks = page.document.blocks
    return blocks[0].span if blocks else Span(0, 0)


def _holds_image(page: Page, span: Span) -> bool:
    images = (LinkKind.IMAGE, LinkKind.IMAGE_REFERENCE, LinkKind.HTML_SOURCE)
    return any(link.kind in images and span.holds(link.span.start) for link in page.document.links)
