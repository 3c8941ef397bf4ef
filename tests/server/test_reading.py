"""What an editor asks to read: hover, definition, references, symbols, folding, links."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.repository import write_files
from tests.server.course import FIRST, LEVEL, ROOT, SECOND, STREAMS, files
from tests.server.editor import Editor

from lsprotocol import types  # isort: skip


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    root = tmp_path_factory.mktemp("course")
    write_files(root, files())
    with Editor(root) as started:
        for path in (FIRST, SECOND):
            started.open(path)
        yield started


def position(text: str, words: str, *, into: int = 1, nth: int = 0) -> types.Position:
    """A place in ``words`` where ``text`` has them; all of it is ASCII."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    at += into
    return types.Position(text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1))


def at(editor: Editor, path: str, words: str, *, into: int = 1, nth: int = 0) -> dict[str, object]:
    return {
        "text_document": types.TextDocumentIdentifier(editor.uri(path)),
        "position": position(files()[path], words, into=into, nth=nth),
    }


def hover(editor: Editor, path: str, words: str, **more: int) -> str:
    params = types.HoverParams(**at(editor, path, words, **more))
    found = editor.ask(editor.client.text_document_hover_async, params)
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def place(found: types.Location) -> str:
    """The end of the path, and the line."""
    return f"{found.uri.rpartition('/first_level/')[2]}:{found.range.start.line + 1}"


def definition(editor: Editor, path: str, words: str, **more: int) -> str:
    params = types.DefinitionParams(**at(editor, path, words, **more))
    found = editor.ask(editor.client.text_document_definition_async, params)
    assert found is None or isinstance(found, types.Location)
    return place(found) if found else ""


def references(editor: Editor, path: str, words: str, *, own: bool = False) -> list[str]:
    context = types.ReferenceContext(include_declaration=own)
    params = types.ReferenceParams(**at(editor, path, words), context=context)
    found = editor.ask(editor.client.text_document_references_async, params)
    return sorted(map(place, found or ()))


def test_hover_tells_the_title_and_first_sentence_of_a_page(editor: Editor) -> None:
    told = hover(editor, SECOND, "[that module]")
    assert "**Start**" in told
    assert "In this module you start programs." in told
    assert "Then you stop" not in told


def test_hover_tells_who_teaches_a_concept_and_who_needs_it(editor: Editor) -> None:
    for told in (
        hover(editor, FIRST, "### Event loop", into=5),
        hover(editor, SECOND, "The event"),
    ):
        assert "The event loop runs callbacks." in told
        assert "Taught by module 1: Start" in told
        assert "- module 2: Files" in told


def test_hover_tells_the_goal_of_an_exercise(editor: Editor) -> None:
    for told in (
        hover(editor, SECOND, "[start]"),
        hover(editor, FIRST, "1) Print"),
    ):
        assert "Exercise 1: Print Start 1" in told
        assert "Print Start in the 1. way." in told
    assert "Print Files 2" in hover(editor, SECOND, "exercise 2", into=9)


def test_hover_explains_the_rule_of_a_suppression(editor: Editor) -> None:
    uri = editor.open("new.md", "<!-- curriculum-lint-disable-next-line CL301 -->\n\n[a](b.md)\n")
    where = types.Position(0, 40)
    params = types.HoverParams(types.TextDocumentIdentifier(uri), where)
    found = editor.ask(editor.client.text_document_hover_async, params)
    editor.close(uri)
    assert found is not None
    assert "CL301 broken-link" in str(found.contents)


def test_definition_follows_every_form_of_link(editor: Editor) -> None:
    assert definition(editor, SECOND, "The event") == "1_start/readme.md:7"
    assert definition(editor, SECOND, "[start]") == "1_start/readme.md:11"
    assert definition(editor, SECOND, "[start]:") == "1_start/readme.md:11"
    assert definition(editor, SECOND, "the notes") == "2_files/my%20notes.md:3"
    assert definition(editor, SECOND, "A picture") == "2_files/picture.png:1"
    assert definition(editor, SECOND, "exercise 2", into=9).startswith("2_files/readme.md:")
    assert definition(editor, SECOND, "web](", into=1) == ""


def test_references_are_links_and_numbers(editor: Editor) -> None:
    assert references(editor, FIRST, "### Event") == ["2_files/readme.md:7"]
    line = files()[SECOND][: files()[SECOND].index("See [start]")].count("\n") + 1
    last = files()[SECOND].count("\n")
    found = references(editor, FIRST, "1) Print")
    assert found == sorted([f"2_files/readme.md:{line}", f"2_files/readme.md:{last}"])
    assert references(editor, SECOND, "2) Print") == [f"2_files/readme.md:{line}"]
    everything = references(editor, FIRST, "# Start", own=True)
    assert "readme.md:3" in everything
    assert "1_start/readme.md:1" in everything


def test_symbols_of_a_document_are_headings_with_labels_in_them(editor: Editor) -> None:
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri(FIRST)))
    (top,) = editor.ask(editor.client.text_document_document_symbol_async, params)
    assert top.name == "Start"
    names = [child.name for child in top.children]
    assert names == ["Concepts", "1) Print Start 1", "2) Print Start 2", "Best practices"]
    assert next(each.name for each in top.children[1].children) == "Goal"
    _nested(top)


def _nested(symbol: types.DocumentSymbol) -> None:
    for child in symbol.children or ():
        assert _in(child.range, symbol.range), child.name
        assert _in(child.selection_range, child.range), child.name
        _nested(child)


def _in(inner: types.Range, outer: types.Range) -> bool:
    key = lambda p: (p.line, p.character)  # noqa: E731
    return key(outer.start) <= key(inner.start) and key(inner.end) <= key(outer.end)


def test_symbols_of_the_workspace_are_units_and_exercises(editor: Editor) -> None:
    params = types.WorkspaceSymbolParams("streams 1")
    found = editor.ask(editor.client.workspace_symbol_async, params)
    assert [each.name for each in found] == ["1 Print Streams 1"]
    everything = editor.ask(editor.client.workspace_symbol_async, types.WorkspaceSymbolParams(""))
    assert len(everything) == 3 + 5


def test_what_is_below_a_heading_can_be_folded(editor: Editor) -> None:
    params = types.FoldingRangeParams(types.TextDocumentIdentifier(editor.uri(FIRST)))
    found = editor.ask(editor.client.text_document_folding_range_async, params)
    assert (4, 8) in [(each.start_line, each.end_line) for each in found]
    assert all(each.end_line > each.start_line for each in found)


def test_links_lead_to_files_and_to_the_web(editor: Editor) -> None:
    params = types.DocumentLinkParams(types.TextDocumentIdentifier(editor.uri(SECOND)))
    found = editor.ask(editor.client.text_document_document_link_async, params)
    targets = [each.target.rpartition("/first_level/")[2] for each in found]
    assert "1_start/readme.md#7" in targets
    assert "2_files/picture.png" in targets
    assert "2_files/my%20notes.md#3" in targets
    assert "https://example.org/" in [each.target for each in found]


def test_documents_that_are_not_open_are_answered_too(editor: Editor) -> None:
    for path in (LEVEL, ROOT, STREAMS):
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri(path)))
        assert editor.ask(editor.client.text_document_document_symbol_async, params)
