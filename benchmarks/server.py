"""Times the language server: how long an author waits after a key for what it means.

    python -m benchmarks.server [--files 20 1000] [--keys 15]

A client opens one readme of the generator's corpus and types a broken link into it, and takes it
out again. What is timed is from the message to the server to the diagnostics that answer it, with
the pause that the server waits for; beside it stands the CPU time that the server took.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from .corpora import SIZES
from .make_corpus import main as make_corpus

#: The labels that the generator plants on purpose, and what follows from them.
_IGNORED = 'ignore = ["CL108", "CL109", "CL113", "CL118", "CL127", "CL319"]\n'
_BROKEN = "\nSee [what is gone](gone.md).\n"


class _Waiting(LanguageClient):
    """A client that knows when a document's diagnostics have come."""

    def __init__(self) -> None:
        super().__init__("benchmark", "1")
        self.came = asyncio.Event()

        def show(params: types.PublishDiagnosticsParams) -> None:
            self.found = params
            self.came.set()

        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(show)

    async def until(self, uri: str, *, broken: bool) -> None:
        """Wait until the link is reported, or is not any more."""
        while True:
            await self.came.wait()
            self.came.clear()
            codes = {each.code for each in self.found.diagnostics}
            if self.found.uri == uri and ("CL301" in codes) == broken:
                return


async def _time(root: Path, keys: int) -> None:
    client = _Waiting()
    await client.start_io(sys.executable, "-m", "curriculum_lint", "server")
    await client.initialize_async(
        types.InitializeParams(types.ClientCapabilities(), root_uri=root.as_uri())
    )
    client.initialized(types.InitializedParams())
    path = sorted(root.glob("*/*/readme.md"))[1]
    uri, text = path.as_uri(), path.read_text()
    started = time.perf_counter()
    item = types.TextDocumentItem(uri, "markdown", 0, text + _BROKEN)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await client.until(uri, broken=True)
    opened = time.perf_counter() - started
    await asyncio.sleep(max(2.0, opened / 4))
    waited, used = [], []
    for number in range(1, keys + 1):
        before, begun = _cpu(client), time.perf_counter()
        _type(client, uri, number, text + _BROKEN * (number % 2 == 0))
        await client.until(uri, broken=number % 2 == 0)
        waited.append(time.perf_counter() - begun)
        used.append(_cpu(client) - before)
        await asyncio.sleep(0.1)
    files = sum(1 for _ in root.rglob("*.md"))
    print(
        f"{files:6} files: opened after {opened:6.2f} s; after a key median "
        f"{statistics.median(waited) * 1000:5.0f} ms, longest {max(waited) * 1000:5.0f} ms, "
        f"CPU median {statistics.median(used) * 1000:5.0f} ms"
    )
    await client.shutdown_async(None)
    client.exit(None)
    stopped: Any = client.stop()  # type: ignore[no-untyped-call]
    await stopped


def _type(client: LanguageClient, uri: str, number: int, text: str) -> None:
    document = types.VersionedTextDocumentIdentifier(number, uri)
    change: Any = types.TextDocumentContentChangeWholeDocument(text)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))


def _cpu(client: _Waiting) -> float:
    """The CPU seconds that the server has used."""
    server = client._server
    assert server is not None
    fields = Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Make the corpora, and time each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, nargs="*", default=[20, 1000], choices=list(SIZES))
    parser.add_argument("--keys", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.files:
            root = Path(folder, f"corpus{size}")
            levels, modules, sections = map(str, SIZES[size])
            options = ["--levels", levels, "--modules", modules, "--sections", sections]
            with redirect_stdout(StringIO()):
                make_corpus([str(root), "--truth", f"{root}.json", "--defects", "0", *options])
            (root / "curriculum-lint.toml").write_text(_IGNORED)
            asyncio.run(_time(root, arguments.keys))


if __name__ == "__main__":
    main()
