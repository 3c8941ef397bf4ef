"""What can be written at the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import write_files
from tests.server.course import SECOND, files
from tests.server.editor import Editor
from tests.server.test_changes import changed

from lsprotocol import types  # isort: skip


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    root: Path = tmp_path_factory.mktemp("course")
    write_files(root, files())
    with Editor(root) as started:
        started.open(SECOND)
        yield started


def complete(editor: Editor, written: str, path: str = SECOND) -> dict[str, str]:
    """What can be written at the end of a new line: label → the line that it becomes."""
    uri = editor.uri(path)
    text = f"{files()[path]}\n{written}"
    editor.change(uri, text)
    where = types.Position(text.count("\n"), len(written))
    params = types.CompletionParams(types.TextDocumentIdentifier(uri), where)
    found = editor.ask(editor.client.text_document_completion_async, params)
    assert isinstance(found, list | tuple) or found is None
    done = {}
    for item in found or ():
        assert isinstance(item.text_edit, types.TextEdit)
        done[item.label] = changed(text, [item.text_edit]).rpartition("\n")[2]
    return done


def test_paths(editor: Editor) -> None:
    found = complete(editor, "[a](")
    assert found["readme.md"] == "[a](readme.md"
    assert found["my notes.md"] == "[a](my%20notes.md"
    assert found["a_streams/"] == "[a](a_streams/"
    assert complete(editor, "[a](../1_")["1_start/"] == "[a](../1_start/"
    assert complete(editor, "[a](<my")["my notes.md"] == "[a](<my notes.md"
    assert complete(editor, "[a]: ../")["2_files/"] == "[a]: ../2_files/"
    assert complete(editor, "[a](/first")["first_level/"] == "[a](/first_level/"
    assert complete(editor, '<img src="pic')["picture.png"] == '<img src="picture.png'


def test_anchors(editor: Editor) -> None:
    assert complete(editor, "[a](../1_start/readme.md#ev")["event-loop"].endswith("#event-loop")
    assert complete(editor, "[a](../1_start/#")["event-loop"] == "[a](../1_start/#event-loop"
    assert "2-print-files-2" in complete(editor, "[a](#")


def test_concepts_become_links(editor: Editor) -> None:
    found = complete(editor, "- [Ev")
    assert found["Event loop"] == "- [Event loop](../1_start/readme.md#event-loop)"
    assert found["Start"] == "- [Start](../1_start/readme.md)"


def test_sections_and_exercises(editor: Editor) -> None:
    assert complete(editor, "**Hi")["Hints"] == "**Hints:**"
    assert complete(editor, "## Con")["Concepts"] == "## Concepts"
    found = complete(editor, "See exercise ")
    assert found["2"] == "See exercise 2"
    assert found["1.2"] == "See exercise 1.2"
    assert complete(editor, "There are 3 ") == {}


def test_rules_in_suppressions(editor: Editor) -> None:
    found = complete(editor, "<!-- curriculum-lint-disable-next-line CL3")
    assert found["CL301"].endswith("next-line CL301")
    assert "broken-link" in found
    assert "curriculum-lint-disable-line" in complete(editor, "<!-- curr")


def test_nothing_in_code(editor: Editor) -> None:
    assert complete(editor, "```js\nf(a[") == {}


def test_keys_and_values_of_the_configuration(editor: Editor) -> None:
    def at_end(path: str, text: str) -> list[str]:
        uri = editor.open(path, text, language="toml")
        where = types.Position(text.count("\n"), len(text) - text.rfind("\n") - 1)
        params = types.CompletionParams(types.TextDocumentIdentifier(uri), where)
        found = editor.ask(editor.client.text_document_completion_async, params)
        editor.close(uri)
        return [item.label for item in found or ()]

    assert {"levels", "exclude"} <= set(at_end("curriculum-lint.toml", "lev"))
    assert "endings" in at_end("curriculum-lint.toml", "[links]\n")
    assert "levels" not in at_end("curriculum-lint.toml", "[links]\n")
    assert "broken-link" in at_end("curriculum-lint.toml", 'ignore = ["CL101", "')
    assert at_end("curriculum-lint.toml", '[links]\nabsolute = "') == ["repository", "ignore"]
    assert "levels" in at_end("pyproject.toml", "[tool.curriculum-lint]\n")
    assert at_end("pyproject.toml", "[project]\n") == []
    assert "links" in at_end("curriculum-lint.toml", "[li")
