"""What looks wrong and is not: no default rule may say anything about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from tests.repository import diagnostics_on, write_files

TRAPS = Path(__file__).parent


def _files(name: str) -> dict[str, str]:
    root = TRAPS / name
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _told(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{d.place.path}:{d.place.start.line} {d.code} {d.message}" for d in found]


@pytest.mark.parametrize("name", ["repository", "tracks"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_default_rules_say_nothing(tmp_path: Path, name: str, end: str) -> None:
    files = _files(name)
    assert len(files) > 5
    write_files(tmp_path, {path: text.replace("\n", end) for path, text in files.items()})
    assert _told(diagnostics_on(tmp_path)) == []
