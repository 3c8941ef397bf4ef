"""What must be true of every run, whatever it was given."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.command import Result, invoke

FORMATS = ("text", "concise", "json")

#: C0 without the line ending, DEL, C1, bidi and zero-width characters, separators, surrogates.
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


def check(root: Path, *arguments: str, output_format: str = "concise") -> Result:
    """Run ``check`` on ``root``, and prove what holds for every run."""
    done = invoke("check", "--root", str(root), "--output-format", output_format, *arguments)
    assert_sound(done)
    return done


def check_in_every_format(root: Path, *arguments: str) -> list[Result]:
    """The same in each format, without a cache."""
    done = [check(root, "--no-cache", *arguments, output_format=name) for name in FORMATS]
    assert len({each.exit_code for each in done}) == 1
    return done


def diagnostics(root: Path, *arguments: str) -> list[dict[str, Any]]:
    """The diagnostics of a run, from its JSON report."""
    found = json.loads(check(root, *arguments, output_format="json").stdout)["diagnostics"]
    assert isinstance(found, list)
    return found


def found_at(root: Path, *arguments: str) -> list[tuple[str, str]]:
    """Path and code of every diagnostic."""
    return [(each["path"], each["code"]) for each in diagnostics(root, *arguments)]


def assert_sound(done: Result) -> None:
    """The exit code is one of three, and nothing that was written can do harm."""
    assert done.exit_code in (0, 1, 2), done
    for text in (done.stdout, done.stderr):
        assert "Traceback" not in text, text
        assert_harmless(text)


def assert_harmless(text: str) -> None:
    """No control character, nothing that changes the reading order, no workflow command."""
    assert UNSAFE.search(text) is None, repr(text)
    assert COMMAND.search(text) is None, repr(text)
