"""markdown-it-py's block parser, asking only the rules that a line's first character allows.

The library asks every rule about every line, and reads each paragraph twice. Most lines begin with
a letter: they can only be text, a line of a table, or what an indentation makes of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    list_block,
    reference,
    table,
)

BlockRule = Callable[[StateBlock, int, int, bool], bool]

#: The type of the one token that a paragraph is; the library makes three.
PARAGRAPH = "paragraph"
#: The keys of the environment: lines that block quotes cover, and the quotes given up.
COVERED, UNREAD = "covered", "unread"
#: How many lines block quotes may cover, a line in two quotes counting twice.
_MOST_COVERED = 10_000

_UNDERLINES = {"=": "h1", "-": "h2"}
_DEEPEST_TEXT_INDENT = 3


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The library's tables, where the next line can be the one that separates the head."""
    below = start + 1
    if below >= end:
        return False
    at = state.bMarks[below] + state.tShift[below]
    return state.src.startswith(("|", "-", ":"), at) and table(state, start, end, silent)


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Definitions; ``[^1]: text`` is a footnote of GitHub's, so its text stays a paragraph."""
    at = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", at) and reference(state, start, end, silent)


def _text(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001 - a rule
    """A paragraph, or the heading that an underline makes of it."""
    state.parentType = "paragraph"
    (interrupts,) = state.md.block.ruler.getRules("paragraph")
    line = start + 1
    while line < end and not state.isEmpty(line):
        # A line that is indented further goes on with the text, whatever it looks like.
        if state.sCount[line] - state.blkIndent <= _DEEPEST_TEXT_INDENT:
            if state.sCount[line] >= state.blkIndent and (mark := _underline(state, line)):
                _push_heading(state, start, line, mark)
                return True
            # A line of a quote without its mark has no indentation of its own.
            if state.sCount[line] >= 0 and interrupts(state, line, end, True):
                break
        line += 1
    token = state.push(PARAGRAPH, "p", 0)
    token.content = _joined(state, start, line)
    token.map = [start, line]
    state.line = line
    return True


def _underline(state: StateBlock, line: int) -> str | None:
    """The character that the underline of a heading consists of, if the line is one."""
    at = state.bMarks[line] + state.tShift[line]
    mark = state.src[at]
    if mark not in _UNDERLINES or state.src[at : state.eMarks[line]].rstrip(" \t").strip(mark):
        return None
    return mark


def _push_heading(state: StateBlock, start: int, underline: int, mark: str) -> None:
    state.line = underline + 1
    token = state.push("heading_open", _UNDERLINES[mark], 1)
    token.markup, token.map = mark, [start, state.line]
    token = state.push("inline", "", 0)
    token.content, token.map = _joined(state, start, underline), [start, underline]
    state.push("heading_close", _UNDERLINES[mark], -1)


def _joined(state: StateBlock, start: int, end: int) -> str:
    """The lines of a block of text without what their containers put before them."""
    if end == start + 1:
        line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
        return mdTrim(line)
    return mdTrim(state.getLines(start, end, state.blkIndent, False))


#: The rules in the order in which they are asked, the characters that they begin with (any, where
#: there are none), and the kinds of block that they interrupt.
_RULES: tuple[tuple[str, BlockRule, str, tuple[str, ...]], ...] = (
    ("code", code, "", ()),
    ("fence", fence, "`~", ("paragraph", "reference", "blockquote", "list")),
    ("blockquote", blockquote, ">", ("paragraph", "reference", "blockquote", "list")),
    ("hr", hr, "*-_", ("paragraph", "reference", "blockquote", "list")),
    ("list", list_block, "*-+0123456789", ("paragraph", "reference", "blockquote")),
    ("reference", _reference, "[", ()),
    ("html_block", html_block, "<", ("paragraph", "reference", "blockquote")),
    ("heading", heading, "#", ("paragraph", "reference", "blockquote")),
    # As on GitHub, a table begins only where a paragraph could: not at a list's or quote's marker.
    ("table", _table, "", ("paragraph", "reference")),
    ("text", _text, "", ()),
)


def _first_of(rules: Iterable[tuple[BlockRule, str]]) -> BlockRule:
    """One rule that asks those of ``rules`` that can begin with the line's first character."""
    listed = list(rules)
    anywhere = tuple(rule for rule, begins in listed if not begins)
    by_character = {
        character: tuple(rule for rule, begins in listed if not begins or character in begins)
        for character in "".join(begins for _, begins in listed)
    }

    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        for rule in by_character.get(state.src[at : at + 1], anywhere):
            if rule(state, start, end, silent):
                return True
        return False

    return ask


class _Rules(Ruler[BlockRule]):
    """Rules of which each chain is one: rules of the library ask a chain what interrupts them."""

    def __init__(self) -> None:
        super().__init__()
        for name, rule, _, interrupted in _RULES:
            self.push(name, rule, {"alt": list(interrupted)})
        self._chains = {
            chain: [_first_of((rule, begins) for _, rule, begins, alt in _RULES if chain in alt)]
            for chain in ("paragraph", "reference", "blockquote", "list")
        }

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - the library's
        """The one rule of a chain."""
        return self._chains[chainName]


class Blocks(ParserBlock):
    """The block parser; quotes in quotes are read until they have covered too many lines.

    Each quote looks at all of its lines, so fifty of them around one long paragraph would look
    at each of its lines fifty times.
    """

    def __init__(self) -> None:
        self.ruler = _Rules()
        self._read = _first_of((rule, begins) for _, rule, begins, _ in _RULES if rule is not code)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Read the lines of the file or of one container; the state says where they begin."""
        if state.parentType == "blockquote" and _is_covered_too_often(state, startLine, endLine):
            state.line = endLine
        elif state.level >= state.md.options.maxNesting:
            state.line = _end_of_container(state, startLine, endLine)
        else:
            self._read_blocks(state, startLine, endLine)

    def _read_blocks(self, state: StateBlock, line: int, end: int) -> None:
        """Read block after block; ``state.tight`` tells whether a blank line stood in between."""
        blank = False
        while line < end:
            state.line = line = state.skipEmptyLines(line)
            if line >= end or state.sCount[line] < state.blkIndent:
                return
            read = code if state.is_code_block(line) else self._read
            read(state, line, end, False)
            state.tight = not blank
            line = state.line
            # In nested lists a block may have taken the blank line behind it.
            blank = blank or (line - 1 < end and state.isEmpty(line - 1))
            if line < end and state.isEmpty(line):
                blank = True
                line += 1
                state.line = line


def _is_covered_too_often(state: StateBlock, start: int, end: int) -> bool:
    covered: int = state.env.get(COVERED, 0) + end - start
    state.env[COVERED] = covered
    if covered <= _MOST_COVERED + 2 * len(state.bMarks):
        return False
    state.env.setdefault(UNREAD, []).append((start, end))
    return True


def _end_of_container(state: StateBlock, start: int, end: int) -> int:
    """Behind the lines of a list item or quote that is too deep to be read.

    The library would skip the rest of the file.
    """
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    return line
