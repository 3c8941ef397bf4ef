"""Texts as editors have them: line ends, marks, encodings, no file, no folder, odd addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.curricula import FIRST, SECOND, clean_files, write_clean
from tests.repository import write_files
from tests.server.editor import Editor

from lsprotocol import types  # isort: skip
from pytest_lsp import client_capabilities  # isort: skip
from curriculum_lint.server.lines import EditorLines
from curriculum_lint.server.uris import path_of, uri_of
from curriculum_lint.text.source import Span

BROKEN = "# Notes\n\n\U0001f600\U0001f600 and é: see [what is gone](gone.md) here.\n"


def only(editor: Editor, uri: str, code: str) -> types.Diagnostic:
    editor.wait_until(lambda: f"3:{code}" in editor.codes(uri))
    return next(d for d in editor.client.diagnostics[uri] if d.code == code)


@pytest.mark.parametrize(
    ("encoding", "start"),
    [
        (types.PositionEncodingKind.Utf8, 8 + len(" and é: see [what is gone](".encode())),
        (types.PositionEncodingKind.Utf16, 4 + len(" and é: see [what is gone](")),
        (types.PositionEncodingKind.Utf32, 2 + len(" and é: see [what is gone](")),
    ],
)
def test_columns_are_counted_as_the_client_counts(
    tmp_path: Path, encoding: types.PositionEncodingKind, start: int
) -> None:
    write_files(write_clean(tmp_path), {"notes.md": "# Notes\n"})
    capabilities = client_capabilities("visual_studio_code")
    capabilities.general = types.GeneralClientCapabilities(position_encodings=[encoding])
    with Editor(tmp_path, capabilities=capabilities) as editor:
        assert editor.result.capabilities.position_encoding == encoding
        uri = editor.open("notes.md", BROKEN)
        found = only(editor, uri, "CL301")
        assert found.range.start.character == start
        # A change within the line: what stands behind the emoji is counted in the same way.
        end = found.range.end
        editor.change(
            uri,
            types.TextDocumentContentChangePartial(
                types.Range(found.range.start, end), "README.md"
            ),
        )
        editor.wait_for(uri, [])


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_are_those_of_the_protocol(tmp_path: Path, ends: str) -> None:
    write_clean(tmp_path)
    text = "# A\n\nOne\u2028two\x0cthree\n\n[gone](gone.md)\n".replace("\n", ends)
    with Editor(tmp_path) as editor:
        uri = editor.open("notes.md", text)
        editor.wait_until(lambda: "5:CL301" in editor.codes(uri))


@pytest.mark.parametrize("keeps_mark", [True, False])
def test_a_byte_order_mark_moves_nothing(tmp_path: Path, keeps_mark: bool) -> None:
    write_files(write_clean(tmp_path), {"notes.md": "\ufeff[gone](gone.md)\n"})
    with Editor(tmp_path) as editor:
        uri = editor.open("notes.md", "\ufeff" * keeps_mark + "[gone](gone.md)\n")
        editor.wait_until(lambda: "1:CL301" in editor.codes(uri))
        (found,) = (d for d in editor.client.diagnostics[uri] if d.code == "CL301")
        assert found.range.start.character == len("[gone](") + keeps_mark


def test_a_document_without_a_file_is_checked_for_itself(tmp_path: Path) -> None:
    write_clean(tmp_path)
    with Editor(tmp_path) as editor:
        for uri in (
            "untitled:Untitled-1",
            "vscode-vfs://github/a/b/readme.md",
            "file:///c%3A/a.md",
        ):
            editor.open_uri(uri, "# A\n\n```\nnever closed\n\n[gone](gone.md)")
            editor.wait_until(lambda uri=uri: bool(editor.codes(uri)))
            assert not any("CL301" in each for each in editor.codes(uri))
            params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            (symbol,) = editor.ask(editor.client.text_document_document_symbol_async, params)
            assert symbol.name == "A"


def test_without_a_folder_the_repository_around_a_file_counts(tmp_path: Path) -> None:
    write_files(write_clean(tmp_path / "inside"), {"curriculum-lint.toml": ""})
    text = clean_files()[SECOND] + "\n[gone](gone.md)\n"
    with Editor() as editor:
        uri = editor.open_uri(uri_of(str(tmp_path / "inside" / SECOND)), text)
        editor.wait_until(lambda: any("CL301" in each for each in editor.codes(uri)))


def test_several_roots_are_several_curricula(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_files(tmp_path / name, {**clean_files(), "curriculum-lint.toml": ""})
    with Editor(tmp_path / "one", tmp_path / "two") as editor:
        uris = [uri_of(str(tmp_path / name / "notes.md")) for name in ("one", "two")]
        for uri in uris:
            editor.open_uri(uri, "# N\n\n[first](first_level/1_start/readme.md) [gone](no.md)\n")
        for uri in uris:
            editor.wait_for(uri, ["3:CL301"])


def test_a_root_that_is_a_symbolic_link_keeps_its_name(tmp_path: Path) -> None:
    write_clean(tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with Editor(tmp_path / "link") as editor:
        first = editor.open(FIRST)
        editor.change(first, "# Start")
        editor.wait_until(lambda: bool(editor.codes(first)))
        assert all("/link/" in uri for uri in editor.client.diagnostics)


def test_what_the_configuration_leaves_out_is_not_checked(tmp_path: Path) -> None:
    write_files(write_clean(tmp_path), {"curriculum-lint.toml": 'exclude = ["drafts/**"]\n'})
    with Editor(tmp_path) as editor:
        draft = editor.open("drafts/a.md", "[gone](gone.md)\n")
        notes = editor.open("notes.md", "[gone](gone.md)\n")
        editor.wait_until(lambda: "1:CL301" in editor.codes(notes))
        assert editor.codes(draft) == []


def test_a_broken_configuration_is_shown_in_its_file_while_it_is_typed(tmp_path: Path) -> None:
    write_files(write_clean(tmp_path), {"curriculum-lint.toml": "levles = []\n"})
    with Editor(tmp_path) as editor:
        editor.open(FIRST)
        uri = editor.uri("curriculum-lint.toml")
        editor.wait_for(uri, ["1:configuration"])
        (found,) = editor.client.diagnostics[uri]
        assert "levels" in found.message
        editor.open("curriculum-lint.toml", language="toml")
        (tmp_path / "curriculum-lint.toml").write_text('levels = ["*_level"]\n')
        editor.change(uri, 'levels = ["*_level"]\n')
        editor.save(uri)
        editor.wait_for(uri, [])


def test_a_file_that_is_made_elsewhere_mends_a_link(tmp_path: Path) -> None:
    write_clean(tmp_path)
    with Editor(tmp_path) as editor:
        uri = editor.open("notes.md", "# N\n\n[later](later.md)\n")
        editor.wait_for(uri, ["3:CL301"])
        (tmp_path / "later.md").write_text("# Later\n")
        event = types.FileEvent(editor.uri("later.md"), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        editor.wait_for(uri, [])


def test_addresses_and_paths_are_two_ways_to_write_one() -> None:
    for path in ("/a/b c.md", "/ü#?%.md", "/a:b/[x].md"):
        assert path_of(uri_of(path)) == path
    assert path_of("file:///a%2Fb/%C3%BC%20c.md") == "/a/b/ü c.md"
    assert path_of("file://localhost/a.md") == "/a.md"
    for uri in ("untitled:a", "file:///c%3A/a.md", "file:///C:/a.md", "file://[", "file:///%00"):
        assert path_of(uri) is None


def test_positions_lead_there_and_back() -> None:
    text = "a\U0001f600é\r\nb\rc\n"
    for encoding in types.PositionEncodingKind:
        lines = EditorLines(text, encoding)
        for offset in range(len(text) + 1):
            if text[offset - 1 : offset + 1] != "\r\n":
                assert lines.offset(lines.position(offset)) == offset
    beyond = types.Range(types.Position(9, 9), types.Position(0, 99))
    assert EditorLines(text).span(beyond) == Span(3, len(text))
