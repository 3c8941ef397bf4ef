"""What a program has printed, as far as that can be told."""

from __future__ import annotations

import pytest

from curriculum_lint.parse.parser import parse_document
from curriculum_lint.rules.text._program_output import output_spans


def _fence(language: str, content: str = "x\n") -> str:
    return f"```{language}\n{content}```\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_fence("text"), ["x\n"]),
        (_fence("Output {.a}"), ["x\n"]),
        (_fence("stderr"), ["x\n"]),
        (_fence("js"), []),
        (_fence(""), []),
        (_fence("sh"), []),
        (_fence("js") + _fence(""), ["x\n"]),
        (_fence("js") + "\n" + _fence("sh"), ["x\n"]),
        (_fence("js") + "\nso:\n\n" + _fence(""), []),
        (_fence("js") + "\n" + _fence("py"), []),
        (_fence("js") + _fence("") + _fence(""), ["x\n"]),
        (_fence("sh") + _fence(""), []),
        (_fence("text") + _fence(""), ["x\n"]),
        (_fence("console") + _fence(""), ["x"]),
        (_fence("console", "$ a\nb\n\n  > c\nd\n"), ["b", "d"]),
        (_fence("terminal", "a\n# b\n% c\nd\n"), ["a", "d"]),
        *(
            (_fence(language, "$ a\nb\n"), ["b"])
            for language in (
                *("shell-session", "shellsession", "sh-session", "bash-session", "CONSOLE"),
            )
        ),
        ("    ├── a\n", ["├── a"]),
        ("    a---+---b\n", ["a---+---b"]),
        ("    a\n", []),
    ],
)
def test_output(text: str, expected: list[str]) -> None:
    spans = output_spans(parse_document("a.md", text))
    assert [text[span.start : span.end].strip(" ") for span in spans] == expected
