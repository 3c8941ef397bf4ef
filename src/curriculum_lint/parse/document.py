"""What parsing one Markdown file yields: plain facts, each with its exact span.

Every `span` is a range of the file's own text: `text[span.start:span.end]` is the thing as written.
Nothing here depends on configuration, so equal bytes give equal documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ..text.source import Position, Span, position


class Heading(NamedTuple):
    """A Markdown or raw HTML heading. ``content`` is what stands between its markers."""

    level: int
    text: str
    anchor: str
    span: Span
    content: Span
    nested: bool
    html: bool = False


class Placement(StrEnum):
    """How a label's line begins."""

    OWN_BLOCK = "own block"
    SOFT_BREAK = "soft break"
    HARD_BREAK = "hard break"


class Label(NamedTuple):
    """Strong text at the start of a line of a paragraph: a section's name, if it is one.

    ``text`` is without colon and markers, ``span`` holds both; ``block`` is the paragraph around
    it. ``tail`` is true where text follows on the line. ``item`` is the offset at which the
    innermost list item around it begins, or -1 outside lists; ``leads_item`` is true for a label
    that is the first thing in its item.
    """

    text: str
    span: Span
    block: Span
    placement: Placement
    item: int
    leads_item: bool
    colon: bool
    tail: bool


class ListItem(NamedTuple):
    """One item. ``number`` is the ordered list's number as written, ``marker`` its span."""

    span: Span
    marker: Span
    number: int | None
    task: bool
    text: str


class List(NamedTuple):
    """A list; ``depth`` counts the list items around it."""

    ordered: bool
    depth: int
    span: Span
    items: tuple[ListItem, ...]


class BlockKind(StrEnum):
    """The kinds of leaf block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CODE = "code"
    TABLE = "table"
    HTML = "html"
    COMMENT = "comment"
    RULE = "rule"


class Block(NamedTuple):
    """A leaf block; ``depth`` counts the list items around it."""

    kind: BlockKind
    span: Span
    depth: int


class LinkKind(StrEnum):
    """How a link is written."""

    INLINE = "inline"
    REFERENCE = "reference"
    AUTOLINK = "autolink"
    BARE = "bare address"
    IMAGE = "image"
    IMAGE_REFERENCE = "image reference"
    HTML_LINK = "html link"
    HTML_SOURCE = "html source"
    HTML_SRCSET = "html srcset"
    HTML_STYLE = "html style"
    DEFINITION = "definition"
    #: Part of a formula, which GitHub takes for a link: `f[i](x)` between dollar signs.
    FORMULA = "formula"


#: The kinds that stand in an attribute, where entities have a rule of their own.
HTML_KINDS = frozenset(
    {LinkKind.HTML_LINK, LinkKind.HTML_SOURCE, LinkKind.HTML_SRCSET, LinkKind.HTML_STYLE}
)


class Link(NamedTuple):
    """A link, image, reference, definition, or an address in an attribute of HTML.

    ``destination`` is decoded (backslashes and entities), its percent escapes are kept;
    ``target`` is where it stands. A reference has neither: its definition has, under ``label``.
    """

    kind: LinkKind
    destination: str
    span: Span
    target: Span | None
    text: str
    label: str | None = None


class UndefinedReference(NamedTuple):
    """``[text][label]`` or ``[label][]`` without a definition: GitHub shows the brackets."""

    label: str
    span: Span


class Anchor(NamedTuple):
    """A place a fragment can point at: a heading's slug, or an HTML ``id``/``name``."""

    name: str
    span: Span


class FragmentNames(NamedTuple):
    """The ``names`` that a fragment can ask for; an open fence or a limit may hide some."""

    names: tuple[str, ...] = ()
    uncertain: bool = False


NO_FRAGMENTS = FragmentNames()


class Footnote(NamedTuple):
    """The text of a footnote. ``number`` is the one GitHub shows: 0 where it shows no such note."""

    label: str
    span: Span
    number: int


class Fence(NamedTuple):
    """A fenced code block. ``content`` is its lines, ``closed`` whether it has an end.

    ``glued`` is the line inside that looks like the fence's end with text behind it.
    """

    info: str
    span: Span
    content: Span
    closed: bool
    glued: Span | None


class LetteredItem(NamedTuple):
    """A line such as ``a) …`` inside a paragraph: a list to people, text to CommonMark.

    ``leads`` is true where it is the first line of its paragraph.
    """

    letter: str
    span: Span
    marker: Span
    item: int
    leads: bool


class NamedFolder(NamedTuple):
    """A folder named in code, in bold or in a list; ``name`` is without the slash at its end."""

    name: str
    span: Span


class NamedPath(NamedTuple):
    """A code span that holds a path with a slash in it; ``path`` is without a line's number."""

    path: str
    span: Span


class StatedCount(NamedTuple):
    """A number that the text states, such as 20 in "**20** exercises"; ``noun`` is case-folded.

    A number before several words is stated of each of them. ``plain`` is true for digits right
    before what they count.
    """

    number: int
    noun: str
    span: Span
    plain: bool = True


class SuppressionKind(StrEnum):
    """The five forms of suppression comment."""

    NEXT_LINE = "disable-next-line"
    LINE = "disable-line"
    FILE = "disable-file"
    DISABLE = "disable"
    ENABLE = "enable"


class SuppressionTarget(NamedTuple):
    """One rule as a suppression names it, by code or name."""

    text: str
    span: Span


class Suppression(NamedTuple):
    """A ``<!-- curriculum-lint-… -->`` comment; no targets means every rule.

    ``following`` is the next line that has text: Markdown often needs a blank line in between.
    ``removable`` says that the page is known to stay as it is without the comment.
    """

    kind: SuppressionKind
    targets: tuple[SuppressionTarget, ...]
    reason: str | None
    span: Span
    following: int = 0
    removable: bool = False


class Limit(NamedTuple):
    """A part of the file that was too deep or too long to be read."""

    message: str
    span: Span


class RegionKind(StrEnum):
    """What a generated region holds."""

    INDEX = "index"
    GRAPH = "graph"


class RegionState(StrEnum):
    """Whether a generated region has both of its marks."""

    WHOLE = "whole"
    NOT_ENDED = "not ended"
    NOT_STARTED = "not started"


class GeneratedRegion(NamedTuple):
    """A part of the file that is generated. ``span`` holds its marks, ``content`` does not."""

    kind: RegionKind
    state: RegionState
    span: Span
    content: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file. ``path`` is relative to the root, with ``/``.

    ``bom`` is true for a file that begins with a byte-order mark, which is no part of ``text``.
    ``generated`` holds the regions between comments such as ``<!-- curriculum-index:start -->``.
    """

    path: str
    text: str
    line_starts: tuple[int, ...]
    headings: tuple[Heading, ...] = ()
    labels: tuple[Label, ...] = ()
    lists: tuple[List, ...] = ()
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    undefined: tuple[UndefinedReference, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    fences: tuple[Fence, ...] = ()
    code_spans: tuple[Span, ...] = ()
    lettered: tuple[LetteredItem, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    limits: tuple[Limit, ...] = ()
    folders: tuple[NamedFolder, ...] = ()
    counts: tuple[StatedCount, ...] = ()
    paths: tuple[NamedPath, ...] = ()
    bom: bool = False
    generated: tuple[GeneratedRegion, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    fragments: FragmentNames = NO_FRAGMENTS

    def position(self, offset: int) -> Position:
        """The line and column of ``offset``."""
        return position(self.line_starts, offset)

    def line(self, offset: int) -> int:
        """The line of ``offset``."""
        return position(self.line_starts, offset).line
