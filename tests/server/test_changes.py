"""What an editor asks to change: fixes, renames, and files that get other names."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.curricula import SECOND as PLAIN_SECOND
from tests.curricula import write_broken
from tests.repository import diagnostics_on, write_files
from tests.server.course import FIRST, LEVEL, SECOND, files
from tests.server.editor import Editor
from tests.server.test_reading import position

from lsprotocol import types  # isort: skip
from pygls.exceptions import JsonRpcException  # isort: skip
from curriculum_lint.server.lines import EditorLines
from curriculum_lint.server.uris import path_of
from curriculum_lint.text.source import Span


def apply(root: Path, edit: types.WorkspaceEdit) -> None:
    """Make a change on disk as an editor does: in its order."""
    assert edit.changes is None, "every editor here takes changes of documents"
    for change in edit.document_changes or ():
        if isinstance(change, types.RenameFile):
            new = Path(path_of(change.new_uri) or "")
            new.parent.mkdir(parents=True, exist_ok=True)
            assert not new.exists()
            Path(path_of(change.old_uri) or "").rename(new)
        else:
            assert isinstance(change, types.TextDocumentEdit)
            path = Path(path_of(change.text_document.uri) or "")
            path.write_bytes(changed(path.read_bytes().decode(), change.edits).encode())


def changed(text: str, edits: object) -> str:
    lines = EditorLines(text)
    spans: list[tuple[Span, str]] = sorted((lines.span(e.range), e.new_text) for e in edits)
    for one, other in zip(spans, spans[1:], strict=False):
        assert one[0].end <= other[0].start, "edits overlap"
    for span, new in reversed(spans):
        text = text[: span.start] + new + text[span.end :]
    return text


def course(root: Path, more: Mapping[str, str] = {}) -> Path:
    write_files(root, {**files(), **more})
    return root


def rename(editor: Editor, path: str, words: str, name: str, **more: int) -> types.WorkspaceEdit:
    where = position((editor.roots[0] / path).read_text(), words, **more)
    document = types.TextDocumentIdentifier(editor.uri(path))
    found = editor.ask(
        editor.client.text_document_rename_async, types.RenameParams(document, where, name)
    )
    assert found is not None
    return found


def prepared(editor: Editor, path: str, words: str, **more: int) -> str | None:
    where = position((editor.roots[0] / path).read_text(), words, **more)
    document = types.TextDocumentIdentifier(editor.uri(path))
    found = editor.ask(
        editor.client.text_document_prepare_rename_async, types.PrepareRenameParams(document, where)
    )
    return found.placeholder if isinstance(found, types.PrepareRenamePlaceholder) else None


def text(root: Path, path: str) -> str:
    return (root / path).read_text()


def test_a_heading_is_renamed_with_every_link_to_it(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        editor.open(FIRST)
        assert prepared(editor, FIRST, "### Event loop", into=6) == "Event loop"
        apply(tmp_path, rename(editor, FIRST, "### Event loop", "The queue", into=6))
    assert "### The queue" in text(tmp_path, FIRST)
    assert "../1_start/readme.md#the-queue" in text(tmp_path, SECOND)
    assert not diagnostics_on(tmp_path)


def test_on_the_fragment_of_a_link_the_heading_is_renamed(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        editor.open(SECOND)
        assert prepared(editor, SECOND, "#event-loop", into=3) == "Event loop"
        assert prepared(editor, SECOND, "The event") == "Event loop"
        apply(tmp_path, rename(editor, SECOND, "#event-loop", "The queue", into=3))
    assert "### The queue" in text(tmp_path, FIRST)
    assert "../1_start/readme.md#the-queue" in text(tmp_path, SECOND)
    assert not diagnostics_on(tmp_path)


def test_on_the_path_of_a_link_the_unit_is_renamed_with_its_folder(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        editor.open(SECOND)
        assert prepared(editor, SECOND, "../1_start", into=4) == "Start"
        apply(tmp_path, rename(editor, SECOND, "../1_start", "First steps", into=4))
    renamed = FIRST.replace("1_start", "1_first_steps")
    assert text(tmp_path, renamed).startswith("# First steps\n")
    assert "(../1_first_steps/readme.md#event-loop)" in text(tmp_path, SECOND)
    assert "[start]: ../1_first_steps/readme.md#1-print-start-1" in text(tmp_path, SECOND)
    assert "[First steps](1_first_steps/readme.md)" in text(tmp_path, LEVEL)
    assert not diagnostics_on(tmp_path)


def test_an_exercise_keeps_its_number(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        editor.open(SECOND)
        assert prepared(editor, SECOND, "[start]") == "Print Start 1"
        apply(tmp_path, rename(editor, FIRST, "1) Print", "Write a line", into=4))
    assert "## 1) Write a line\n" in text(tmp_path, FIRST)
    assert "readme.md#1-write-a-line" in text(tmp_path, SECOND)
    assert not diagnostics_on(tmp_path)


def test_a_file_gets_a_name_in_the_way_of_its_old_one(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        editor.open(SECOND)
        assert prepared(editor, SECOND, "my notes.md") == "my notes"
        apply(tmp_path, rename(editor, SECOND, "my notes.md", "Other things"))
    assert (tmp_path / "first_level/2_files/Other things.md").exists()
    assert "(<Other things.md#a-note>)" in text(tmp_path, SECOND)
    assert not diagnostics_on(tmp_path)


def test_what_cannot_be_renamed_is_refused_in_words(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        editor.open(SECOND)
        assert prepared(editor, SECOND, "In this module") is None
        with pytest.raises(JsonRpcException, match="nothing here"):
            rename(editor, SECOND, "In this module", "Anything")
        with pytest.raises(JsonRpcException, match="1 to"):
            rename(editor, FIRST, "### Event loop", "  ", into=6)


def test_renaming_sees_text_that_is_not_saved(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        uri = editor.open(SECOND)
        new = files()[SECOND] + "\nA [link](../1_start/readme.md#event-loop).\n"
        editor.change(uri, new)
        edit = rename(editor, FIRST, "### Event loop", "The queue", into=6)
        (here,) = (
            each
            for each in edit.document_changes or ()
            if isinstance(each, types.TextDocumentEdit) and each.text_document.uri == uri
        )
        assert here.text_document.version == 2
        assert changed(new, here.edits).endswith("A [link](../1_start/readme.md#the-queue).\n")


FORMS = """# Notes

- [inline](../1_start/pic one.txt)
- [angle](<../1_start/pic one.txt#here> "title")
- [escaped](../1_start/pic%20one.txt?raw=true#L1)
- ![image](../1_start/pic%20one.txt)
- <a href="../1_start/pic%20one.txt#top">attribute</a>
- <img src='../1_start/pic one.txt' alt="x">
- [reference][it] and [module](../1_start/readme.md#event-loop)

[it]: <../1_start/pic one.txt> 'A title'
"""


def test_a_folder_that_is_renamed_takes_links_of_every_form_along(tmp_path: Path) -> None:
    inside = "first_level/2_files/notes.md"
    back = "# Inside\n\n[out](../2_files/notes.md) [beside](readme.md#event-loop)\n"
    course(
        tmp_path,
        {inside: FORMS, "first_level/1_start/pic one.txt": "x", "first_level/1_start/in.md": back},
    )
    before = [d for d in diagnostics_on(tmp_path) if d.code.startswith("CL3")]
    with Editor(tmp_path) as editor:
        editor.open(inside)
        old, new = (editor.uri(f"first_level/{name}") for name in ("1_start", "1_go (now)"))
        params = types.RenameFilesParams([types.FileRename(old, new)])
        edit = editor.ask(editor.client.workspace_will_rename_files_async, params)
        assert edit is not None
        apply(tmp_path, edit)
        (tmp_path / "first_level/1_start").rename(tmp_path / "first_level/1_go (now)")
        editor.client.workspace_did_rename_files(params)
    found = text(tmp_path, inside)
    assert '(<../1_go (now)/pic one.txt#here> "title")' in found
    assert "(../1_go%20(now)/pic%20one.txt?raw=true#L1)" in found
    assert unquote(found).count("../1_go (now)/") == FORMS.count("../1_start/") - 1
    assert "[it]: <../1_go (now)/pic one.txt> 'A title'" in found
    assert "[inline](../1_start/pic one.txt)" in found, "this is no link, because of the blank"
    assert text(tmp_path, "first_level/1_go (now)/in.md") == back
    after = [d for d in diagnostics_on(tmp_path) if d.code.startswith("CL3")]
    assert [d.code for d in after] == [d.code for d in before]


def test_links_inside_a_file_that_goes_elsewhere_still_lead_where_they_led(tmp_path: Path) -> None:
    course(tmp_path)
    with Editor(tmp_path) as editor:
        editor.open(SECOND)
        old = editor.uri("first_level/2_files/my notes.md")
        (tmp_path / "first_level/2_files/my notes.md").write_text(
            "# N\n\n[s](readme.md) [p](picture.png)\n"
        )
        editor.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(old, types.FileChangeType.Changed)])
        )
        new = editor.uri("docs/notes.md")
        params = types.RenameFilesParams([types.FileRename(old, new)])
        edit = editor.ask(editor.client.workspace_will_rename_files_async, params)
        assert edit is not None
        apply(tmp_path, edit)
    moved = text(tmp_path, "first_level/2_files/my notes.md")
    assert "[s](../first_level/2_files/readme.md)" in moved
    assert "[p](../first_level/2_files/picture.png)" in moved
    assert "[the notes](<../../docs/notes.md#a-note>)" in text(tmp_path, SECOND)


def actions(
    editor: Editor, uri: str, line: int, only: list[types.CodeActionKind | str] | None = None
) -> dict[str, types.CodeAction]:
    where = types.Range(types.Position(line, 0), types.Position(line, 0))
    context = types.CodeActionContext(editor.client.diagnostics.get(uri, ()), only=only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), where, context)
    found = editor.ask(editor.client.text_document_code_action_async, params)
    return {each.title: each for each in map(_action, found or ())}


def _action(each: types.CodeAction | types.Command) -> types.CodeAction:
    """What the client's library takes for a command is an action that has one."""
    if isinstance(each, types.CodeAction):
        return each
    written = ast.literal_eval(each.command)
    command = types.Command(written["title"], written["command"], arguments=written["arguments"])
    return types.CodeAction(each.title, command=command)


BAD = (
    "# Files\n\n[Start](../1_Start/readme.md)\n\nNo end of line, and [start](../1_Start/readme.md)"
)


def test_a_fix_is_offered_for_one_finding_for_the_file_and_for_all(tmp_path: Path) -> None:
    course(
        tmp_path,
        {"notes/a.md": BAD.replace("../", "../first_level/"), "notes/b.md": "# B\n\nNo end"},
    )
    with Editor(tmp_path) as editor:
        uri = editor.open("notes/a.md")
        editor.wait_until(lambda: len(editor.codes(uri)) >= 3)
        found = actions(editor, uri, 2)
        one = next(each for each in found.values() if each.kind == types.CodeActionKind.QuickFix)
        assert one.edit is not None
        assert one.is_preferred
        assert set(found) - {one.title} >= {
            "Fix everything in this file",
            "Fix everything in the curriculum",
        }
        asked = actions(editor, uri, 0, ["source.fixAll"])
        (whole,) = asked.values()
        assert whole.edit is not None
        command = found["Fix everything in the curriculum"].command
        assert command is not None
        editor.ask(
            editor.client.workspace_execute_command_async,
            types.ExecuteCommandParams(command.command, command.arguments),
        )
        editor.wait_until(lambda: bool(editor.edits))
        apply(tmp_path, editor.edits[0].edit)
    assert text(tmp_path, "notes/a.md").count("../first_level/1_start/readme.md") == 2
    assert text(tmp_path, "notes/b.md").endswith("No end\n")


def test_fixes_are_not_offered_for_text_that_is_not_there_any_more(tmp_path: Path) -> None:
    write_broken(tmp_path)
    with Editor(tmp_path) as editor:
        uri = editor.open(PLAIN_SECOND, "# Files")
        editor.wait_until(lambda: uri in editor.client.diagnostics)
        editor.change(uri, "# Files\n")
        assert "Add a line break at the end" not in str(actions(editor, uri, 0))
