"""CL302 broken-anchor."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...links.nearest_anchor import NearestAnchors
from ...links.rewrite import with_fragment
from ...model.curriculum import Curriculum, Page
from ...model.target import Outcome, Target
from ...model.watch import stored_query, taken
from ...parse.anchors import anchor_name
from ...parse.document import LinkKind
from ...settings.severity import Severity
from ...text.source import Span
from ._link_findings import as_code, destination_span, rewriting, targets_of

_TOOLS = (
    "-- notes.md --\n# Notes\n\nSee [the tools](tools.md#{}).\n"
    "-- tools.md --\n# Tools\n\n## 4) Node & npm\n"
)

_CONTRIBUTORS, _CONTRIBUTORS_END = "ALL-CONTRIBUTORS-LIST:START", "ALL-CONTRIBUTORS-LIST:END"


class BrokenAnchor(CurriculumRule):
    """A link to a heading that was reworded or renumbered opens the page at its top, and leaves
    the reader searching. GitHub says nothing about it.
    """

    code = "CL302"
    name = "broken-anchor"
    summary = "a fragment (`#…`) that no heading or id of the document has"
    severity = Severity.ERROR
    fix_changes = PageChange.ADDRESSES
    limits = (
        "Only Markdown documents are looked into. Fragments that are GitHub's own (`#L10`, "
        "`#top`, `#readme` of a folder, `#:~:text=`) are fine. Nothing is said about a document "
        "that could not be read, or only in part, nor about `[](#name)`: empty-link reports it. "
        "A name that a heading gives to a site generator, as in `## Title {#name}`, counts. What "
        "else a generator adds to a page is not seen, as GitHub does not see it."
    )
    good = (
        Example(_TOOLS.format("4-node--npm"), frame=Frame.FILES),
        Example(
            '# Notes\n\n<a id="here"></a>Back to [this place](#here), or to the [top](#top).\n'
        ),
    )
    bad = (
        Example(
            _TOOLS.format("3-node--npm"),
            finds=("notes.md:3:17 CL302",),
            fixed=_TOOLS.format("4-node--npm"),
            frame=Frame.FILES,
        ),
        Example("# Notes\n\nSee [the setup](#setup).\n", finds=("3:17 CL302",)),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every fragment that leads nowhere, with the anchor it probably means."""
        nearest = NearestAnchors({**curriculum.pages, **curriculum.neighbours})
        for path, target in targets_of(curriculum, Outcome.ANCHOR_MISSING):
            if _is_mark(target) or _is_badge(curriculum.pages.get(path), target):
                continue
            if target.page is None:
                yield _in_folder(path, target)
            else:
                yield _in_page(path, target, target.page, nearest)


def _is_mark(target: Target) -> bool:
    """Whether it is ``[](#name)``, which marks a place in old readmes and cannot be followed."""
    link = target.link
    is_empty = link.kind is LinkKind.INLINE and not link.text
    return is_empty and link.destination.startswith("#")


def _is_badge(page: Page | None, target: Target) -> bool:
    """Whether the all-contributors bot wrote it: what its badges lead to is not meant to exist."""
    written = _badges(taken(page, _badges)) if page is not None else ()
    return any(each.start < target.link.span.start < each.end for each in written)


@stored_query
def _badges(page: Page) -> list[Span]:
    """Where the bot writes."""
    text = page.document.text
    start, end = text.find(_CONTRIBUTORS), text.find(_CONTRIBUTORS_END)
    return [Span(start, end)] if 0 <= start < end else []


def _in_folder(path: str, target: Target) -> Finding:
    name = as_code(f"#{anchor_name(target.fragment or '')}")
    message = f"{as_code(target.path)} is a folder without a readme: there is no {name} in it."
    return Finding(path, destination_span(target), message)


def _in_page(path: str, target: Target, page: str, nearest: NearestAnchors) -> Finding:
    name = anchor_name(target.fragment or "")
    where = "this document" if page == path else as_code(page)
    message = f"No heading or id in {where} has the anchor {as_code('#' + name)}."
    near = nearest.find(page, name)
    span = destination_span(target)
    if near is None:
        return Finding(path, span, message)
    text = with_fragment(target.link, near.name)
    fix = rewriting(path, target, text) if near.sure else None
    return Finding(path, span, message, _advice(name, near.name, text), fix)


def _advice(name: str, nearest: str, text: str) -> str:
    if normalize("NFC", name) == normalize("NFC", nearest):
        return f"Write {as_code(text)}: it looks the same, but its accents are composed otherwise."
    return f"Did you mean {as_code(text)}?"
