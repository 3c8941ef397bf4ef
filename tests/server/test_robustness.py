"""Any order of messages, any text, any address: every request is answered, and nothing ends."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.repository import write_files
from tests.server.course import FIRST, SECOND, files
from tests.server.editor import COMMAND

# One folder for all examples: its address is in the strategies below.
_ROOT = Path(tempfile.mkdtemp(prefix="curriculum-lint-messages-"))
atexit.register(shutil.rmtree, _ROOT, ignore_errors=True)
_URIS = [
    (_ROOT / FIRST).as_uri(),
    (_ROOT / SECOND).as_uri(),
    (_ROOT / "new note.md").as_uri(),
    (_ROOT / "curriculum-lint.toml").as_uri(),
    (_ROOT / "first_level/2_files/picture.png").as_uri(),
    *("untitled:Untitled-1", "file:///c%3A/Users/me/readme.md", "file://server/share/a.md"),
    *("vscode-notebook-cell:/a.ipynb#W0", "file:///nowhere/at/all.md", "git:/a.md?ref", ""),
    *("file://[", "file:///a%00b.md", "file:///%FF.md"),
]
_TEXTS = [
    "",
    "# Title\r\n\r\n[a](b.md#c) \U0001f600 [d](<e f.md>)\r\n",
    "\ufeff# Mark\n\n<!-- curriculum-lint-disable-next-line CL301 -->\n\n[x](y.md)\n",
    "\u2028\u0085\x0c\x00[[[((\n- a\n  - **Goal:** b\rc\r\n| a |\n|---|\n",
    "```\nopen fence\n# no heading",
    "levels = [\nexclude = 3",
    "\ud800 half of a pair",
    files()[FIRST],
    files()[SECOND],
]
_numbers = st.sampled_from([0, 1, 2, 3, 5, 9, 40, 2**31 - 1])
_position = st.fixed_dictionaries({"line": _numbers, "character": _numbers})
_range = st.fixed_dictionaries({"start": _position, "end": _position})
_uri = st.sampled_from(_URIS)
_document = st.fixed_dictionaries({"uri": _uri})
_text = st.sampled_from(_TEXTS) | st.text(max_size=40)
_at = {"textDocument": _document, "position": _position}
_rename = st.fixed_dictionaries({"oldUri": _uri, "newUri": _uri})

_NOTIFICATIONS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "textDocument/didOpen": {
        "textDocument": st.fixed_dictionaries(
            {"uri": _uri, "languageId": st.just("markdown"), "version": _numbers, "text": _text}
        )
    },
    "textDocument/didChange": {
        "textDocument": st.fixed_dictionaries({"uri": _uri, "version": _numbers}),
        "contentChanges": st.lists(
            st.fixed_dictionaries({"text": _text})
            | st.fixed_dictionaries({"text": _text, "range": _range}),
            max_size=3,
        ),
    },
    "textDocument/didClose": {"textDocument": _document},
    "textDocument/didSave": {"textDocument": _document},
    "workspace/didChangeConfiguration": {"settings": st.none()},
    "workspace/didChangeWatchedFiles": {
        "changes": st.lists(
            st.fixed_dictionaries({"uri": _uri, "type": st.sampled_from([1, 2, 3])}), max_size=2
        )
    },
    "workspace/didRenameFiles": {"files": st.lists(_rename, max_size=2)},
    "workspace/didChangeWorkspaceFolders": {
        "event": st.fixed_dictionaries(
            {
                "added": st.just([{"uri": _ROOT.as_uri(), "name": "a"}]),
                "removed": st.just([{"uri": "untitled:x", "name": "b"}]),
            }
        )
    },
    "no/such/thing": {},
    "$/cancelRequest": {"id": _numbers},
}
_REQUESTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "textDocument/hover": _at,
    "textDocument/definition": _at,
    "textDocument/completion": _at,
    "textDocument/prepareRename": _at,
    "textDocument/references": {
        **_at,
        "context": st.fixed_dictionaries({"includeDeclaration": st.booleans()}),
    },
    "textDocument/rename": {**_at, "newName": _text},
    "textDocument/documentSymbol": {"textDocument": _document},
    "textDocument/foldingRange": {"textDocument": _document},
    "textDocument/documentLink": {"textDocument": _document},
    "textDocument/codeAction": {
        "textDocument": _document,
        "range": _range,
        "context": st.fixed_dictionaries(
            {"diagnostics": st.just([]), "only": st.none() | st.just(["source.fixAll"])}
        ),
    },
    "workspace/symbol": {"query": _text},
    "workspace/willRenameFiles": {"files": st.lists(_rename, max_size=2)},
    "workspace/executeCommand": {
        "command": st.sampled_from(["curriculum-lint.fixFile", "curriculum-lint.fixAll", "x"]),
        "arguments": st.lists(_uri | st.booleans(), max_size=3),
    },
    "initialize": {"processId": st.none(), "capabilities": st.just({}), "rootUri": st.none()},
    "no/such/request": {},
    # What does not fit its form is refused, not passed over.
    "textDocument/declaration": {"position": st.just("nowhere")},
}


def _messages(kinds: dict[str, dict[str, st.SearchStrategy[Any]]]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.fixed_dictionaries({"method": st.just(name), "params": st.fixed_dictionaries(params)})
        for name, params in kinds.items()
    )


_told = _messages(_NOTIFICATIONS)
_asked = _messages(_REQUESTS)


@settings(
    max_examples=int(os.environ.get("CURRICULUM_LINT_SOAK", "6")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(_told | _asked, min_size=5, max_size=60), st.booleans(), st.booleans())
def test_every_request_is_answered_whatever_came_before(
    messages: list[dict[str, Any]], begins: bool, with_root: bool
) -> None:
    write_files(_ROOT, {**files(), "curriculum-lint.toml": 'ignore = ["CL607"]\n'})
    root = _ROOT.as_uri() if with_root else None
    first = {"processId": None, "capabilities": {}, "rootUri": root}
    start = [{"method": "initialize", "params": first}, {"method": "initialized", "params": {}}]
    sent = [*(start if begins else []), *messages]
    numbered = [
        {"jsonrpc": "2.0", **each, **({"id": n} if _is_request(each) else {})}
        for n, each in enumerate(sent)
    ]
    end = [
        {"jsonrpc": "2.0", "id": "end", "method": "shutdown"},
        {"jsonrpc": "2.0", "id": "late", "method": "textDocument/hover", "params": {}},
        {"jsonrpc": "2.0", "method": "exit"},
    ]
    answers, code, said = _talk([*numbered, *end])
    wanted = {each["id"] for each in numbered if "id" in each} | {"end", "late"}
    assert {each["id"] for each in answers if "method" not in each} >= wanted
    assert "Traceback" not in said, said
    assert code == (0 if begins or "initialize" in str(messages) else 1)
    for each in answers:
        error = each.get("error")
        assert error is None or error["code"] != -32603, error


def _is_request(message: dict[str, Any]) -> bool:
    return message["method"] in _REQUESTS or message["method"] == "initialize"


def _talk(messages: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], int, str]:
    """What a server answers, its exit code, and what it says on standard error."""
    data = b"".join(_framed(each) for each in messages[:-3])
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, cwd=_ROOT
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        # A request that is never answered must fail the test, not stop the suite.
        watch = threading.Timer(120, process.kill)
        watch.start()
        waiting = {each["id"] for each in messages[:-3] if "id" in each}
        process.stdin.write(data)
        process.stdin.flush()
        answers: list[dict[str, Any]] = []
        reader = _read(process.stdout)
        while waiting:
            answer = next(reader, None)
            assert answer is not None, f"no answer for {waiting}"
            answers.append(answer)
            if "method" not in answers[-1]:
                waiting.discard(answers[-1]["id"])
        process.stdin.write(b"".join(map(_framed, messages[-3:])))
        process.stdin.close()
        answers += reader
        code = process.wait(60)
        watch.cancel()
        errors.seek(0)
        return answers, code, errors.read().decode()


def _framed(message: dict[str, Any]) -> bytes:
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def _read(stream: Any) -> Iterator[dict[str, Any]]:
    while header := stream.readline():
        if header.lower().startswith(b"content-length:"):
            size = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            yield json.loads(stream.read(size))
