"""The tutorial is run from its first command to its last.

``UPDATE_GOLDEN=1`` writes the answers anew.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.checkout import ROOT
from tests.ci.documents import snippets
from tests.documents.transcript import Session, file_before, replayed, without_seconds

PAGE = ROOT / "docs/tutorial.md"


def test_the_tutorial_says_what_happens(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    session = Session(folder)
    text = PAGE.read_text()
    written = text
    consoles = 0
    for snippet in snippets(PAGE):
        if snippet.language == "markdown":
            session.write(file_before(text, snippet), snippet.text)
        elif snippet.language == "console":
            now = replayed(snippet.text, session)
            written = written.replace(f"```console\n{snippet.text}```", f"```console\n{now}```", 1)
            consoles += 1
    assert consoles >= 8
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(written)
    assert without_seconds(written) == without_seconds(text)
