"""markdown-it-py's inline parser, asking only the rules that a character can begin.

Its rules are wrapped: after one has matched, its tokens carry in `Token.meta` the offsets, in the
block's content, between which it matched. Everything else is the library's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
)

if TYPE_CHECKING:
    from .footnotes import Footnotes

InlineRule = Callable[[StateInline, bool], bool]

#: The keys of `Token.meta` that the wrappers write.
START, END, LABEL_END = "start", "end", "label_end"
#: The key of the environment under which the footnotes of the file are.
FOOTNOTES = "footnotes"
#: The type of the token that a reference to a footnote is: its content is the number.
FOOTNOTE = "footnote"

_NOTE = re.compile(r"\[\^([^\[\]\\`<\s]+)\]")


def _located(rule: InlineRule, *types: str) -> InlineRule:
    """``rule``, marking the tokens of ``types`` that it pushes with where it matched."""

    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            for token in state.tokens[count : count + 2]:
                if token.type in types:
                    token.meta[START], token.meta[END] = start, state.pos
        return True

    return run


def _emphasis(state: StateInline, silent: bool) -> bool:
    """One text token per marker character: which become strong is decided at the end."""
    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    length = state.pos - start
    for index, token in enumerate(state.tokens[-length:]):
        token.meta[START] = start + index
    return True


def _bracketed(rule: InlineRule, opener: str, bracket: int) -> InlineRule:
    """Link or image, with where its text ends."""

    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next(t for t in state.tokens[count : count + 2] if t.type == opener)
            end = state.md.helpers.parseLinkLabel(state, start + bracket, False)
            token.meta.update({START: start, END: state.pos, LABEL_END: end})
        return True

    return run


def _footnote(state: StateInline, silent: bool) -> bool:
    """A reference to a footnote, where there is one of that label."""
    match = _NOTE.match(state.src, state.pos, state.posMax)
    footnotes: Footnotes = state.env[FOOTNOTES]
    if match is None or not footnotes.has(match[1]):
        return False
    if not silent:
        token = state.push(FOOTNOTE, "", 0)
        token.content = str(footnotes.refer(match[1]))
        token.meta = {START: state.pos, END: match.end()}
    state.pos = match.end()
    return True


_RULES: dict[str, tuple[InlineRule, ...]] = {
    "\n": (_located(newline, "softbreak", "hardbreak"),),
    "\\": (_located(escape, "hardbreak"),),
    "`": (_located(backtick, "code_inline"),),
    "*": (_emphasis,),
    "_": (_emphasis,),
    "[": (_bracketed(link, "link_open", 0), _footnote),
    "!": (_bracketed(image, "image", 1),),
    "<": (_located(autolink, "link_open"), _located(html_inline, "html_inline")),
    "&": (entity,),
}
#: Where text ends: at what a rule can begin with, and at what closes a link's text.
_TEXT_END = re.compile(r"[\n\\`*_\[!<&\]]")


class Inlines(ParserInline):
    """The inline parser."""

    def tokenize(self, state: StateInline) -> None:
        """Read from ``state.pos`` to ``state.posMax``."""
        source, end = state.src, state.posMax
        is_deep = state.level >= state.md.options["maxNesting"]
        while state.pos < end:
            at = state.pos
            found = _TEXT_END.search(source, at)
            stop = found.start() if found else end
            if stop == at and (is_deep or not _matches(state, silent=False)):
                stop = at + 1
            if stop > at:
                state.append_pending(source[at:stop])
                state.pos = stop
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the library's
        """Move ``state.pos`` behind the next token, without making it."""
        at = state.pos
        behind = state.cache.get(at)
        if behind is None:
            behind = state.cache[at] = _behind_token(state, at)
        state.pos = behind


def _matches(state: StateInline, *, silent: bool) -> bool:
    """Whether a rule takes what stands at ``state.pos``, which then is behind it."""
    return any(rule(state, silent) for rule in _RULES.get(state.src[state.pos], ()))


def _behind_token(state: StateInline, at: int) -> int:
    if state.level >= state.md.options["maxNesting"]:
        # As in the library: what is nested deeper is text up to the end.
        return state.posMax + 1
    found = _TEXT_END.search(state.src, at)
    stop = found.start() if found else state.posMax
    if stop > at:
        return stop
    state.level += 1
    matched = _matches(state, silent=True)
    state.level -= 1
    return state.pos if matched else state.pos + 1
