"""Hostile names and texts: no output format passes them on as they are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import FIRST, SECOND
from tests.robustness.outcome import (
    assert_harmless,
    assert_sound,
    check,
    check_in_every_format,
    found_at,
)

LEFT = (SECOND, "CL104")

NAMES = [
    b"new\nline",
    b"::error::x",
    b"##[error]x",
    b"\x1b[31mred\x1b[0m",
    b"\x9b31m",
    "bidi\u202egnp".encode(),
    "zero\u200bwidth".encode(),
    "\u2028::error::".encode(),
    b"invalid-\xff\xfe",
    b"\xed\xa0\x80",
    b"tab\tcr\rname",
    b"%0a::error::",
    b"<script>alert(1)</script>",
    b"](javascript:alert(1))",
    b"|pipe|`code`*star*",
    b"'\"; rm -rf x",
    b"-rf",
    b"--output-file=x",
    b"\x7f\x08\x00".replace(b"\x00", b""),
    "🧪".encode() * 40,
]


def _write(root: Path, path: bytes, text: str) -> None:
    full = os.path.join(os.fsencode(root), path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "wb") as file:
        file.write(text.encode())


#: Where the name stands, and a text that gives findings there.
PLACES = [
    (b"%s.md", "#### x\n\n[a](nowhere.md) [b](#no)\n"),
    (b"%s/notes.md", "#### x\n\n[a](nowhere.md)\n"),
    (b"first_level/%s/readme.md", "# x\n"),
    (b"first_level/3_%s/readme.md", "# x\n"),
    (b"first_level/03 %s/readme.md", "# x\n"),
    (b"first_level/1_start/a_%s/readme.md", "# x\n"),
    (b"first_level/1_start/b_%s/other.md", "# x\n"),
    (b"%s_level/1_start/readme.md", "# x\n"),
    (b"%s_level/other.md", "# x\n"),
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:30])
def test_hostile_name_is_harmless_wherever_it_stands(root: Path, name: bytes) -> None:
    for place, text in PLACES:
        _write(root, place % name, text)
    for done in check_in_every_format(root, "--select", "ALL"):
        assert done.exit_code == 1
    assert LEFT in found_at(root)
    for arguments in (["--statistics"], ["--diff", "--unsafe-fixes"], ["--color", "always"]):
        done = invoke("check", "--root", str(root), *arguments)
        assert done.exit_code in (0, 1, 2)
        if arguments[0] != "--color":
            assert_sound(done)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:30])
def test_hostile_name_on_the_command_line_is_harmless(root: Path, name: bytes) -> None:
    word = os.fsdecode(name)
    for arguments in (
        ["check", "--root", str(root), "--", word],
        ["check", "--root", word],
        ["check", f"--config={word}"],
        ["check", "--root", str(root), f"--select={word}"],
        ["check", "--root", str(root), f"--output-format={word}"],
        ["check", "--root", str(root), f"--output-file={root}/no/{word}"],
        ["check", f"--{word}"],
        ["rule", "--", word],
        ["--", word],
    ):
        done = invoke(*arguments)
        assert_sound(done)
        # PATHS that lead nowhere are said in a note: tools give those of deleted files.
        codes = (0, 1, 2) if "--" in arguments[:-1] and arguments[0] == "check" else (2,)
        assert done.exit_code in codes, (arguments, done)
        assert done.stderr.strip()


TEXTS = [os.fsdecode(name) for name in NAMES if b"\xff" not in name and b"\xed" not in name]


@pytest.mark.parametrize("text", TEXTS, ids=lambda name: ascii(name)[:30])
def test_hostile_text_in_a_readme_is_harmless(root: Path, text: str) -> None:
    line = " ".join(text.split("\n"))
    content = "\n".join(
        [
            f"### {line}",
            f"## 1) {line}",
            f"**Goal: {line}** x",
            f"**Build steps:** [{text}](<{line}>) ![{text}]({line}) [x]: [{text}][{text}]",
            f"1. {text}",
            f"   **Acceptance criteria:** {text}",
            f"```{line}",
            text,
            "```",
            f"<!-- curriculum-lint-disable {line} -- {line} -->",
            f"<a id='{line}'>[{line}](#{line})",
            f"## 3) {text}",
            f"    {text}",
            f"{text}:{text}",
            f"::{text}",
            f"## 3) {text}",
            "```",
        ]
    )
    (root / FIRST).write_bytes(content.encode("utf-8", "surrogateescape"))
    for done in check_in_every_format(root, "--select", "ALL"):
        assert done.exit_code == 1
    assert LEFT in found_at(root)
    done = invoke("check", "--root", str(root), "--diff", "--unsafe-fixes")
    # A tab is shown as it is: it is the one control character that a diff needs.
    assert_sound(done._replace(stdout=done.stdout.replace("\t", " ")))


def test_the_same_hostile_input_gives_the_same_json(root: Path) -> None:
    for name in NAMES:
        _write(root, b"%s/notes.md" % name, "#### x\n\n[a](nowhere.md)\n")
    one, two = (check(root, "--no-cache", output_format="json").stdout for _ in range(2))
    assert one == two
    paths = [each["path"] for each in json.loads(one)["diagnostics"]]
    assert len({path for path in paths if path.endswith("/notes.md")}) == len(NAMES)


def test_hostile_configuration_is_harmless(root: Path) -> None:
    for name in TEXTS:
        quoted = json.dumps(name, ensure_ascii=True).replace("\x7f", "\\u007f")
        for line in (
            f"{quoted} = 1",
            f"levels = [{quoted}, 1]",
            f"readme = {quoted}",
            f"select = [{quoted}]",
            f"[sections]\n{quoted} = [{quoted}]",
            f"[sections]\ngoal = [{quoted}]\nsteps = [{quoted}]",
            f"[schemas]\nmodule = {quoted}",
            f"[per-path-ignores]\n{quoted} = [{quoted}]",
            f"[severity]\n{quoted} = {quoted}",
            name,
        ):
            (root / "curriculum-lint.toml").write_bytes(line.encode("utf-8", "surrogateescape"))
            for arguments in (["check"], ["config"]):
                done = invoke(*arguments, "--root", str(root))
                assert_sound(done)


def test_hostile_schema_is_harmless(root: Path) -> None:
    (root / "curriculum-lint.toml").write_text('[schemas]\nmodule = "schema.json"\n')
    for name in TEXTS[:6]:
        for schema in (
            {"description": name, "not": {}},
            {"required": [name], "properties": {name: {"const": name}}},
            {"properties": {"title": {"const": name, "description": name}}},
            {"type": name},
            {"$ref": name},
            {"$ref": f"#/{name}"},
        ):
            (root / "schema.json").write_text(json.dumps(schema))
            check(root, "--no-cache", output_format="text")


def test_the_color_of_a_report_is_the_only_escape_in_it(root: Path) -> None:
    _write(root, b"\x1b[31m.md", "#### \x1b[31mx\n\n[\x1b[5m](\x1b[31m.md)\n")
    done = invoke("check", "--root", str(root), "--color", "always")
    plain = invoke("check", "--root", str(root), "--color", "never")
    assert done.stdout != plain.stdout
    assert_harmless(plain.stdout)
    assert "\x1b[5m" not in done.stdout


#: A template that takes any name, and everything that is made of names.
ANY_NAME = """\
levels = ["*_level"]
module-pattern = "{number}_{name}"
subsection-pattern = "{letter}_{name}"
[index]
json = "index.json"
html = "index.html"
"""


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:30])
def test_a_hostile_name_of_a_unit_becomes_text_that_can_be_written(root: Path, name: bytes) -> None:
    _write(root, b"curriculum-lint.toml", ANY_NAME)
    for place in (b"first_level/3_%s", b"first_level/1_start/b_%s", b"%s_level", b"%s_level/1_x"):
        os.makedirs(os.path.join(os.fsencode(root), place % name), exist_ok=True)
    _write(root, b"first_level/4_%s/readme.md" % name, "# Four\n")
    for arguments in (["check"], ["check", "--fix", "--unsafe-fixes"], ["index"], ["renumber"]):
        done = invoke(arguments[0], "--root", str(root), *arguments[1:])
        assert_sound(done)
        assert done.exit_code in (0, 1), done
        assert "CL000" not in done.stdout
    if b"/" not in name:
        path = os.path.join(os.fsencode(root), b"first_level/3_%s/readme.md" % name)
        with open(path, "rb") as file:
            assert file.read().decode().startswith("# ")
