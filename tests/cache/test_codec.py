"""What is stored comes back equal, field by field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.cache.pages import StoredPages
from curriculum_lint.cache.store import Shelf
from curriculum_lint.check.codec import decoder
from curriculum_lint.check.engine import Coded, check_page
from curriculum_lint.check.readmes import PageReader, Role
from curriculum_lint.model.curriculum import Kind, Page
from curriculum_lint.model.outline import Outline
from curriculum_lint.model.template import NameParts
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.document import Document
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.readme_schema.schemas import load_schemas
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.read import FileText
from tests.curricula import exercise, readme

VOCABULARY = Vocabulary(DEFAULT_SECTIONS)
READER = PageReader(VOCABULARY, load_schemas(Settings(root="/")))

#: Pieces that together have every fact that a document can hold.
PIECES = [
    *("# Title\n\n", "## 1) One\n\n", "### Exercise 2: Two\n\n", "<h2 id='x'>Raw</h2>\n\n"),
    *("Setext\n===\n\n", "**Goal:** Print.\n\n", "**Steps:** a\n**Acceptance criteria**\n"),
    *("1. one\n2. two\n   - three\n", "- [ ] task\n- [x] done\n", "a) first\nb) second\n\n"),
    *("[a](b.md#c) ![d](e.png)\n\n", "[f][g] [h][] [i]\n\n", "[g]: j.md 'k'\n\n", "<http://l>\n\n"),
    *(
        "<a name='m' href='n'>o</a>\n\n",
        "`code/` **bold/**\n\n",
        "> quote\n> - item\n\n",
        "[^n]: note\n\n",
    ),
    *(
        "```js\nlet x\n```\n\n",
        "~~~\nopen\n",
        "| a | b |\n|---|---|\n| c | [d](e) |\n\n",
        "---\n\n",
    ),
    *(
        "<!-- curriculum-lint-disable-next-line CL101, missing-title -- why -->\n",
        "> " * 80 + "deep\n",
    ),
    *("<!-- curriculum-lint-disable-file -->\n", "<!-- curriculum-lint-enable CL1 -->\n"),
    *(
        "text\r\n",
        "caf\u00e9 \u2028 \U0001f9ea \ufe0f \x00 \x0b\n",
        "    indented\n",
        "\ttab\n",
        "\\*\n",
    ),
    *(
        "There are 3 exercises.\n",
        "TODO: write this\n",
        "src/\n\n- `lib/`\n",
        "## Best practices\n\n",
    ),
    *("`a/b.md:3`\n\n", "<!-- curriculum-index:start -->\n\n", "<!-- curriculum-index:end -->\n\n"),
]
TEXTS = st.lists(st.sampled_from([*PIECES, exercise(1), readme("X")]) | st.text(max_size=8)).map(
    "".join
)
ROLES = st.builds(
    Role,
    st.sampled_from(list(Kind)),
    st.builds(
        NameParts,
        number=st.none() | st.integers(0, 99),
        letter=st.none() | st.sampled_from("abc"),
        part=st.none() | st.integers(0, 9),
        track=st.sampled_from(["", "core"]),
        slug=st.sampled_from(["", "files"]),
    ),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        return Shelf("codec")


def through(
    shelf: Shelf, page: Page, findings: list[Coded], text: FileText, role: Role
) -> tuple[Page, list[Coded]]:
    first = StoredPages(shelf, "pages")
    first.put(text, role, page, findings)
    first.save()
    found = StoredPages(shelf, "pages").get(page.path, text, role, VOCABULARY)
    assert found is not None
    return found


@given(text=TEXTS, role=ROLES, bom=st.booleans())
def test_page_comes_back_as_it_was(shelf: Shelf, text: str, role: Role, bom: bool) -> None:
    page = READER.read(replace(parse_document("a/é\udcff.md", text), bom=bom), role)
    findings = check_page(page, all_rules())
    stored, again = through(shelf, page, findings, FileText(text, False, "digest"), role)
    for field in fields(Document):
        if field.name != "text":
            expected = getattr(page.document, field.name)
            assert getattr(stored.document, field.name) == expected, field.name
            assert types(getattr(stored.document, field.name)) == types(expected), field.name
    for offset in range(len(text) + 1):
        assert stored.document.position(offset) == page.document.position(offset)
    for field in fields(Outline):
        expected = getattr(page.outline, field.name)
        assert getattr(stored.outline, field.name) == expected, field.name
        assert types(getattr(stored.outline, field.name)) == types(expected), field.name
    assert (stored.kind, stored.unmet, stored.is_reserved) == (
        *(page.kind, page.unmet, page.is_reserved),
    )
    assert types(stored.unmet) == types(page.unmet)
    assert again == findings
    assert types(tuple(again)) == types(tuple(findings))


def types(value: object) -> object:
    """The types inside: a list of the same numbers is equal to no named tuple for a rule."""
    if isinstance(value, tuple):
        return (type(value), [types(each) for each in value])
    if isinstance(value, Sequence) and not isinstance(value, str):
        return types(tuple(value))
    return type(value)


def test_the_pieces_hold_every_fact() -> None:
    document = parse_document("x.md", "".join(piece for piece in PIECES if "~~~" not in piece))
    empty = {f.name for f in fields(Document) if not getattr(document, f.name)}
    assert empty == {"bom"}, "add a piece, so that the round trip is proved for it"


@given(text=TEXTS, role=ROLES, other=ROLES)
def test_page_is_known_by_digest_and_role(shelf: Shelf, text: str, role: Role, other: Role) -> None:
    page = READER.read(parse_document("a.md", text), role)
    through(shelf, page, [], FileText(text, False, "one"), role)
    known = StoredPages(shelf, "pages")
    assert known.get("a.md", FileText(text, False, "two"), role, VOCABULARY) is None
    assert known.get("b.md", FileText(text, False, "one"), role, VOCABULARY) is None
    same = known.get("a.md", FileText(text, False, "one"), other, VOCABULARY)
    assert (same is not None) == (role == other)


class Row(NamedTuple):
    """One of each annotation that is stored."""

    kind: Kind
    maybe: Kind | None
    many: tuple[Kind, ...]
    inner: tuple[NameParts, ...]
    text: str
    number: int | None


@given(
    st.builds(
        Row,
        st.sampled_from(Kind),
        st.none() | st.sampled_from(Kind),
        st.lists(st.sampled_from(Kind)).map(tuple),
        st.lists(st.builds(NameParts, number=st.none() | st.integers())).map(tuple),
        st.text(),
        st.none() | st.integers(),
    )
)
def test_row_comes_back_as_it_was(row: Row) -> None:
    again = decoder(Row)(json.loads(json.dumps(row)))
    assert again == row
    assert types(again) == types(row)


@pytest.mark.parametrize(
    "row", [None, 1, [], ["no kind"], ["root", "no kind", [], [], "", 1], {"kind": 1}]
)
def test_wrong_row_is_an_error_that_the_docstring_names(row: object) -> None:
    with pytest.raises((TypeError, ValueError, LookupError)):
        decoder(Row)(row)


def test_tuple_of_several_types_is_refused() -> None:
    with pytest.raises(TypeError):
        decoder(tuple[int, str])
