"""The inline content of a whole file: each block is read as far as its characters ask for."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate

from ..text.source import Span
from .alignment import Alignment
from .document import Label, Limit, Link, UndefinedReference
from .footnotes import Footnotes
from .html_facts import HtmlFacts
from .inline import Inline
from .inline_parser import References, parse_inline
from .labels import Around, read_labels
from .undefined import undefined_references

#: Any character that is more than text.
_MARKUP = re.compile(r"[\\`*_~\[\]<&!@:\n]|www\.")
_LINK_OR_CODE = re.compile(r"[\[<`@]|://|www\.")
#: What can be a link or HTML, or escape a backtick.
_MORE_THAN_CODE = re.compile(r"[\[<@\\]|://|www\.")
#: A line that can begin with strong text: emphasis, blank entities and code of blanks may stand
#: before it.
_STRONG_LINE = re.compile(r"^[^\S\n]*[*_&`]", re.MULTILINE)


class InlineReader:
    """Reads block after block; what they hold is in the attributes.

    Of a block with more than ``most_characters`` nothing is read, and that is noted.
    """

    def __init__(
        self,
        references: References,
        footnotes: Footnotes,
        most_characters: int,
    ) -> None:
        self.html = HtmlFacts()
        self.links: list[Link] = []
        self.labels: list[Label] = []
        self.code: list[Span] = []
        self.undefined: list[UndefinedReference] = []
        self.noted: list[Limit] = []
        self._references, self._footnotes = references, footnotes
        self._most_characters = most_characters

    def paragraph(self, content: str, around: Around) -> None:
        """Read a paragraph; links in it, labels, code, and HTML."""
        if self.html.in_heading:
            needed = _MARKUP.search(content) is not None
            self._paragraph(content, around, needed=needed)
            return
        if _may_begin_strong(content) or not self._read_plainly(content, around.alignment):
            self._paragraph(content, around, needed=True)

    def _paragraph(self, content: str, around: Around, *, needed: bool) -> None:
        read = self._read(content, around.alignment, needed=needed)
        if read is not None:
            self.labels += read_labels(content, read.strong_texts(), around)

    def cell(self, content: str, alignment: Alignment) -> None:
        """Read a cell of a table."""
        if self.html.in_heading:
            self._read(content, alignment, needed=_MARKUP.search(content) is not None)
        elif not self._read_plainly(content, alignment):
            self._read(content, alignment, needed=True)

    def _read_plainly(self, content: str, alignment: Alignment) -> bool:
        """Read a block outside headings if it holds no more than text and code, as most do."""
        if _LINK_OR_CODE.search(content) is None:
            return True
        code = _only_code(content) if self._is_short(content) else None
        if code is None:
            return False
        self.code.extend(alignment.span(start, end) for start, end in code)
        return True

    def heading(self, content: str, alignment: Alignment) -> tuple[str, str]:
        """Read a heading; the result is its text, and what its anchor is made of."""
        read = self._read(content, alignment, needed=_MARKUP.search(content) is not None)
        if read is None:
            text = content.replace("\n", "")
            return text, text
        return read.text, read.numbered_text

    def note(self, message: str, span: Span) -> None:
        """Note that something is not read."""
        self.noted.append(Limit(message, span))

    def _is_short(self, content: str) -> bool:
        return len(content) <= self._most_characters

    def _read(self, content: str, alignment: Alignment, *, needed: bool) -> Inline | None:
        """Read one block's content, if it is needed and not too long."""
        if not needed:
            self.html.add_text(content)
            return None
        if not self._is_short(content):
            message = f"A paragraph of {len(content):,} characters: links in it are not read."
            self.noted.append(Limit(message, alignment.span(0, len(content))))
            return None
        tokens = parse_inline(content, self._references, self._footnotes)
        read = Inline(content, tokens, alignment)
        self.links.extend(read.links)
        self.code.extend(read.code)
        for text, start in read.pieces:
            if start is None:
                self.html.add_text(text)
            else:
                self.html.read(text, _shifted(alignment, start))
        for label, start, end in undefined_references(content, read.tokens):
            self.undefined.append(UndefinedReference(label, alignment.span(start, end)))
        return read


def _may_begin_strong(content: str) -> bool:
    """Whether a line can begin with strong text: most do not, and inline parsing is dear."""
    return ("**" in content or "__" in content) and _STRONG_LINE.search(content) is not None


def _only_code(content: str) -> list[tuple[int, int]] | None:
    """Where code stands in a block of text and code; ``None`` if it may hold anything else."""
    if "``" in content:
        return None
    pieces = content.split("`")
    if len(pieces) % 2 == 0 or _MORE_THAN_CODE.search("`".join(pieces[::2])):
        return None
    ends = list(accumulate(len(piece) + 1 for piece in pieces))
    return [(opening - 1, end) for opening, end in zip(ends[::2], ends[1::2], strict=False)]


def _shifted(alignment: Alignment, by: int) -> Callable[[int, int], Span]:
    return lambda start, end: alignment.span(by + start, by + end)
