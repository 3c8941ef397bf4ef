"""The command: what it needs, how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.server.editor import COMMAND, Editor


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    hide = (
        "import sys; sys.modules['pygls'] = None; from curriculum_lint.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", hide, "server"], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 2
    assert "curriculum-lint[lsp]" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_ends_with_0_after_shutdown_and_exit(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        process = editor.process
    assert process.returncode == 0


def test_it_ends_with_1_when_nobody_has_shut_it_down(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "--stdio"], input=b"", capture_output=True, cwd=tmp_path, timeout=60
    )
    assert done.returncode == 1
    assert done.stdout == b""


def test_nothing_of_the_linter_is_loaded_before_a_document_is_open() -> None:
    ask = (
        "import sys; import curriculum_lint.server.start;"
        "print(*(name for name in sys.modules"
        " if name.startswith(('pydantic', 'jsonschema', 'curriculum_lint.rules.links',"
        " 'curriculum_lint.parse.parser', 'curriculum_lint.refactor'))))"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
