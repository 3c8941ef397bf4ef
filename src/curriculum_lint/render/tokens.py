"""The parser's tokens, prepared for a page: names, directions of writing, code with colours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from markdown_it.token import Token

from ..diagram.as_json import diagram_json
from ..diagram.read import read_diagram
from ..diagram.say import said
from ..text.language import is_from_left
from .highlight import highlighted_html
from .sanitise import AdditionNames

_DIRECTED = frozenset(
    f"{name}_open"
    for name in (
        "paragraph",
        "heading",
        "bullet_list",
        "ordered_list",
        "table",
        "blockquote",
        "alert",
    )
)
#: Those whose words are the next token.
_WORDED = frozenset({"paragraph_open", "heading_open"})
_ALIGNED = re.compile(r"text-align:(left|right|center)")
#: What is written behind the language to give the name of the file that the code is.
_FILE = re.compile(r"""(?:^|\s)(?:file|filename|title)=(?:"([^"]*)"|'([^']*)'|(\S+))""")
_LANGUAGE = re.compile(r"[^\s{,:]+")
#: The language of diagrams.
DIAGRAMS = "mermaid"
#: What holds a diagram as data, and in words.
DIAGRAM, WORDS = "data-diagram", "data-words"
#: Languages in which readers see what to look at by themselves.
_UNNAMED = frozenset({"", "text", "txt", "plain", "plaintext"})


def prepared(
    tokens: Sequence[Token], anchors: Mapping[int, str], mark: AdditionNames, direction: str
) -> Iterator[Token]:
    """The block tokens; ``anchors`` are the names of headings by their lines.

    In a text from the right only what holds no letter of its own script is from the left: a word
    of another script often begins a sentence.
    """
    for place, each in enumerate(tokens):
        token = _code(each, mark) if each.type in ("fence", "code_block") else each
        if token.type in _DIRECTED and not token.hidden:
            if direction == "ltr":
                token.attrSet("dir", "auto")
            elif token.type in _WORDED and is_from_left(plain(tokens[place + 1])):
                token.attrSet("dir", "ltr")
        if token.type == "heading_open" and token.map and token.map[0] in anchors:
            token.attrSet("id", anchors[token.map[0]])
        _with_own_classes(token, mark)
        for child in token.children or ():
            _with_own_classes(child, mark)
        yield token


def plain(token: Token) -> str:
    """What a reader sees of a token, as text."""
    if token.children is not None:
        return "".join(map(_shown, token.children))
    diagram = read_diagram(token.content) if _language(token) == DIAGRAMS else None
    if diagram:
        return said(diagram)
    return token.content if token.type in ("fence", "code_block") else ""


def _shown(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type in ("text", "code_inline", "image"):
        return token.content
    return ""


def _with_own_classes(token: Token, mark: AdditionNames) -> None:
    """What the library adds passes as an addition; alignment is said without a style."""
    style, name = token.attrGet("style"), token.attrGet("class")
    token.attrs = {
        key: value for key, value in token.attrs.items() if key not in ("style", "class")
    }
    if style and (aligned := _ALIGNED.search(str(style))):
        token.attrSet("align", aligned[1])
    if name:
        token.attrSet(mark.attribute("class"), str(name))


def _code(token: Token, mark: AdditionNames) -> Token:
    """A block of code: its language and file above it, its parts in colours."""
    language = _language(token)
    file = _FILE.search(token.info)
    caption = next(filter(None, file.groups()), "") if file else ""
    caption = caption or ("" if language in _UNNAMED else language)
    holder = mark.attribute("class")
    html = highlighted_html(token.content.removesuffix("\n"), language, holder)
    head = f'<figcaption dir="ltr">{escape(caption)}</figcaption>' if caption else ""
    written = Token("html_block", "", 0)
    written.map, written.level = token.map, token.level
    drawn = _drawn(token, mark) if language == DIAGRAMS else ""
    text = f'<pre dir="ltr"><code>{html}\n</code></pre>'
    written.content = f'<figure {holder}="code"{drawn}>{head}{text}</figure>\n'
    return written


def _language(token: Token) -> str:
    named = _LANGUAGE.match(token.info.strip())
    return named[0].lower() if named else ""


def _drawn(token: Token, mark: AdditionNames) -> str:
    """What the script of the page draws it from, and the same in words."""
    diagram = read_diagram(token.content)
    if diagram is None:
        return ""
    parts = {DIAGRAM: diagram_json(diagram), WORDS: said(diagram)}
    return "".join(f' {mark.attribute(name)}="{escape(text)}"' for name, text in parts.items())
