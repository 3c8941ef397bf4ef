"""Code → the same code with its parts marked by short class names."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

#: Longer code is shown without colours: nobody reads it, and some lexers are slow.
_LONGEST = 20_000

#: The first kind that a token belongs to gives it its class. Everything else stays plain.
_CLASSES = (
    *(("Comment.Preproc", "k"), ("Comment", "c"), ("Keyword.Constant", "n"), ("Keyword", "k")),
    *(("Name.Function", "f"), ("Name.Class", "f"), ("Name.Decorator", "f")),
    *(("Name.Tag", "k"), ("Name.Attribute", "f"), ("Literal.String", "s"), ("Literal", "n")),
    *(("Operator.Word", "k"), ("Generic.Deleted", "d"), ("Generic.Inserted", "i")),
    *(("Generic.Heading", "k"), ("Generic.Subheading", "k"), ("Generic.Prompt", "c")),
)


def highlighted(code: str, language: str) -> Iterator[tuple[str, str]]:
    """The pieces of ``code``, each with its class; an empty one for plain text."""
    lexer = _lexer(language) if language and len(code) <= _LONGEST else None
    if lexer is None:
        return iter([("", code)])
    pieces = ((_class(kind), text) for kind, text in lexer.get_tokens(code))
    return (
        (name, "".join(text for _, text in group))
        for name, group in groupby(pieces, key=lambda piece: piece[0])
    )


def highlighted_html(code: str, language: str, attribute: str) -> str:
    """The same as HTML: ``attribute`` is what holds the class of a piece."""
    return "".join(
        f'<span {attribute}="{name}">{escape(text)}</span>' if name else escape(text)
        for name, text in highlighted(code, language)
    )


def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def _class(kind: _TokenType) -> str:
    name = ".".join(kind)
    return next((each for start, each in _CLASSES if f"{name}.".startswith(f"{start}.")), "")
