"""Where a character can be replaced, and nothing around it becomes markup."""

from __future__ import annotations

import pytest

from curriculum_lint.parse.parser import parse_document
from curriculum_lint.rules.text._proven import Proof
from curriculum_lint.text.source import Span


def _proof(text: str) -> tuple[Proof, Span]:
    """``^`` is what is replaced."""
    return Proof(parse_document("a.md", text)), Span(text.index("^"), text.rindex("^") + 1)


@pytest.mark.parametrize(
    ("text", "proven"),
    [
        ("one^two\n", True),
        ("one^^two\n", True),
        ("one^ two\n", True),
        ("one ^two\n", True),
        ("^one\n", True),
        ("o^ne\n", True),
        ("it's^so\n", True),
        ("well-kn^own\n", True),
        ("é^è\n", True),
        ("1^2\n", False),
        ("a 1^2\n", True),
        ("one, (^two\n", False),
        ("one, (t^wo)\n", True),
        ("say “x^y”\n", True),
        ("one_^two\n", False),
        ("one^/two\n", False),
        ("a*^b\n", False),
        ("x@y^z\n", False),
        ("a ^, b\n", False),
        ("a ^ b\n", False),
        ("[a^b] c\n", False),
        ("[a] b^c\n", False),
        ("d [a] b^c\n", True),
        ("d [a b^c\n", False),
        ("d `[` b^c\n", True),
        ("d [a\n\nb^c\n", True),
        ("`a^b`\n", False),
        ("# a^b\n", True),
        ("| a^b |\n|---|\n", True),
        ("x " + "y" * 199 + "^z\n", True),
        ("x _" + "y" * 200 + "^z\n", False),
        ("x _" + "y" * 201 + "^z\n", True),
        ("x y^" + "z" * 300 + "_\n", False),
    ],
)
def test_a_character_of_a_word(text: str, proven: bool) -> None:
    proof, span = _proof(text)
    assert proof.holds_in_text(span) is proven


@pytest.mark.parametrize(
    ("text", "proven"),
    [("a ^ b\n", True), ("a ^, b\n", True), ("a ^* b\n", False), ("a (^ b\n", False)],
)
def test_what_stays_visible_may_stand_alone(text: str, proven: bool) -> None:
    proof, span = _proof(text)
    assert proof.holds_in_text(span, may_be_alone=True) is proven


@pytest.mark.parametrize(
    ("text", "proven"),
    [
        ("```js\na^b\n```\n", True),
        ("```js\n^\n```\n", False),
        ("```js\n  ^\n```\n", False),
        ("```js\nx\n^b\n```\n", True),
        ("```js\na`^b\n```\n", False),
        ("```js\na^`b\n```\n", False),
        ("```js\na^~b\n```\n", False),
        ("```js\na ~~ b^c\n```\n", True),
        ("````js\na ``` b^c\n````\n", False),
        ("```js\na^b\n", False),
        ("> ```js\n> a^b\n> ```\n", True),
        ("> ```js\n> ^\n> ```\n", False),
        ("x `a^b` c\n", True),
        ("x `a\nb^c` d\n", False),
        ("x `a` b^c\n", False),
        ("a^b\n\n```js\nx\n```\n", False),
        ("```js\nx\n```\n\na^b\n", False),
    ],
)
def test_a_character_of_code(text: str, proven: bool) -> None:
    proof, span = _proof(text)
    assert proof.holds_in_code(span) is proven
