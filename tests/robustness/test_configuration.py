"""Every wrong configuration is said in its own words: exit 2, no traceback, nothing checked."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.curricula import SECOND
from tests.robustness.outcome import assert_sound, check, found_at
from tests.robustness.test_promises import NO_NETWORK, run

LEFT = (SECOND, "CL104")
FILE = "curriculum-lint.toml"


def refused(root: Path, *arguments: str) -> Result:
    """A run that must be refused."""
    done = invoke("check", "--root", str(root), *arguments)
    assert_sound(done)
    assert (done.exit_code, done.stdout) == (2, ""), done
    assert done.stderr.strip()
    assert "nternal error" not in done.stderr, done.stderr
    return done


WRONG = {
    "syntax": ("levels = [", "not valid TOML"),
    "no quotes": ("readme = readme.md", "not valid TOML"),
    "twice": ("readme = 'a'\nreadme = 'b'", "not valid TOML"),
    "a list for a text": ("readme = ['a']", "readme"),
    "a text for a list": ("levels = 'a'", "levels must be a list"),
    "a number for a table": ("sections = 1", "sections"),
    "a table for a number": ("limits = { nesting = {} }", "nesting"),
    "a date": ("readme = 2020-01-01", "readme"),
    "not a number": ("limits = { nesting = nan }", "nesting"),
    "true": ("limits = { nesting = true }", "nesting"),
    "too small": ("limits = { nesting = 1 }", "nesting"),
    "too large": ("limits = { file-bytes = 99999999999999 }", "file-bytes"),
    "a long number": ("limits = { nesting = " + "9" * 5000 + " }", "too long"),
    "deep": ("levels = " + "[" * 5000 + "]" * 5000, "nested too deep"),
    "many dots": (".".join("a" * 500) + " = 1", "dots"),
    "large": ("#" * 70_000, "64 kB"),
    "a NUL": ("levels = ['\x00']", "not valid TOML"),
    "unknown key": ("selct = []", 'did you mean "select"'),
    "unknown table": ("[link]\nignore = []", 'did you mean "links"'),
    "unknown rule": ("select = ['broken-lnk']", 'did you mean "broken-link"'),
    "unknown code": ("ignore = ['CL999']", "CL999"),
    "unknown rule in severity": ("severity = { 'broken-lnk' = 'info' }", "broken-link"),
    "unknown rule for a path": ("per-path-ignores = { 'a/**' = ['broken-lnk'] }", "broken-link"),
    "unknown severity": ("severity = { 'broken-link' = 'warn' }", "warning"),
    "unknown kind": ("schemas = { modul = 'a.json' }", 'did you mean "module"'),
    "out of the root": ("levels = ['../other']", "climbs"),
    "absolute": ("exclude = ['/etc']", "absolute"),
    "pattern without a number": ("module-pattern = 'week'", "{number}"),
    "pattern with a wrong placeholder": ("module-pattern = '{num}'", "{num}"),
    "pattern with a folder": ("module-pattern = 'a/{number}'", "one name"),
    "schema out of the root": ("schemas = { module = '../a.json' }", "climbs"),
    "schema that is missing": ("schemas = { module = 'a.json' }", "a.json"),
    "index in .git": ("index = { json = '.git/config' }", ".git"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_configuration_is_said(root: Path, name: str) -> None:
    text, expected = WRONG[name]
    (root / FILE).write_text(text)
    for _ in range(2):
        assert expected in refused(root).stderr


def test_everything_that_is_wrong_is_said_at_once(root: Path) -> None:
    (root / FILE).write_text("selct = []\nlevels = 1\n[limits]\nnesting = 1\n")
    lines = refused(root).stderr.splitlines()
    assert [line.split(":")[1] for line in lines] == ["1", "2", "4"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("levels = []\n".encode("utf-16"), "UTF-16"),
        (b"levels = ['\xff']\n", "not UTF-8"),
        (b"\xef\xbb\xbf\xef\xbb\xbflevels = []\n", "not valid TOML"),
    ],
)
def test_configuration_in_another_encoding_is_said(root: Path, data: bytes, expected: str) -> None:
    (root / FILE).write_bytes(data)
    assert expected in refused(root).stderr


def test_configuration_with_a_mark_or_windows_lines_is_read(root: Path) -> None:
    (root / FILE).write_bytes(b'\xef\xbb\xbfignore = [\r\n"CL104"]\r\n')
    assert LEFT not in found_at(root)


def test_something_else_where_the_configuration_should_be_is_said(root: Path) -> None:
    path = root / FILE
    for make, expected in (
        (path.mkdir, "folder"),
        (lambda: os.mkfifo(path), "regular file"),
        (lambda: path.symlink_to("/proc/self/environ"), "symbolic link"),
        (lambda: path.symlink_to("nowhere"), "symbolic link"),
        (lambda: path.symlink_to(FILE), "symbolic link"),
    ):
        make()
        assert expected in refused(root).stderr
        path.rmdir() if path.is_dir() else path.unlink()


def test_wrong_option_values_are_said(root: Path, tmp_path: Path) -> None:
    assert "no such" in refused(root, "--config", "missing.toml").stderr
    assert "did you mean" in refused(root, "--select", "broken-lnk").stderr
    assert "broken-lnk" in refused(root, "--ignore", "broken-lnk").stderr
    assert "not a rule" in refused(root, "--extend-select", "Cl 1").stderr
    for arguments in (
        ["--output-format", "yaml"],
        ["--fail-level", "none"],
        ["--color", "blue"],
        ["--nonsense"],
        ["--output-file", str(tmp_path)],
        ["--output-file", "/dev/full"],
        ["--output-file", str(tmp_path / "no" / "x")],
    ):
        refused(root, *arguments)


def test_root_that_is_no_folder_is_said(root: Path) -> None:
    for other in (root / SECOND, root / "nowhere", Path("/dev/null")):
        done = invoke("check", "--root", str(other))
        assert (done.exit_code, done.stdout) == (2, "")
        assert "not a folder" in done.stderr


def test_path_through_a_link_out_of_the_root_is_outside(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/x.md").write_text("x")
    (root / "out").symlink_to(tmp_path / "outside")
    done = invoke("check", "--no-cache", "--root", str(root), str(root / "out/x.md"))
    assert done.exit_code == 0
    assert "not in the curriculum" in done.stderr


# -- schemas


def schema(root: Path, text: str | bytes | object) -> None:
    (root / FILE).write_text('[schemas]\nmodule = "schema.json"\n')
    data = text if isinstance(text, str | bytes) else json.dumps(text)
    (root / "schema.json").write_bytes(data.encode() if isinstance(data, str) else data)


BAD_SCHEMAS = {
    "no JSON": "{",
    "nothing": "",
    "a list": "[]",
    "a text": '"x"',
    "latin-1": b'{"title": "\xe9"}',
    "no schema": {"type": "nonsense"},
    "wrong keyword": {"required": "x"},
    "wrong properties": {"properties": 1},
    "a list of properties": {"properties": []},
    "wrong required": {"required": 5},
    "wrong exercises": {"properties": {"exercises": {"items": {"properties": 3}}}},
    "wrong required of exercises": {"properties": {"exercises": {"items": {"required": 3}}}},
    "a wrong property": {"properties": {"exercises": 7}},
    "references that multiply": {
        "$defs": {
            str(n): {"allOf": [{"$ref": f"#/$defs/{n + 1}"}] * 10} if n < 20 else {}
            for n in range(21)
        },
        "$ref": "#/$defs/0",
    },
    "branches that multiply": {
        "$defs": {"wide": {"anyOf": [{"required": ["nothing"]}] * 5000}},
        "allOf": [{"$ref": "#/$defs/wide"}] * 200,
    },
    "deep": '{"not":' * 5000 + "{}" + "}" * 5000,
    "deep lists": "[" * 200_000,
    "a pattern": {"properties": {"title": {"pattern": "(a+)+$"}}},
    "a pattern in a definition": {"$defs": {"x": {"pattern": "(a+)+$"}}},
    "a pattern in a list": {"anyOf": [{"properties": {"title": {"pattern": "(a+)+$"}}}]},
    "pattern properties": {"patternProperties": {"(a+)+$": {}}},
    "remote": {"$ref": "https://example.com/schema.json"},
    "remote inside": {"properties": {"title": {"$ref": "http://127.0.0.1:9/x"}}},
    "a file": {"$ref": "file:///etc/passwd"},
    "another file": {"$ref": "other.json"},
    "nowhere": {"$ref": "#/$defs/nothing"},
    "a circle": {"$ref": "#"},
    "a circle of two": {
        "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}},
        "$ref": "#/$defs/a",
    },
    "another dialect": {"$schema": "https://example.com/dialect"},
    "a dynamic reference": {"$dynamicRef": "https://example.com/x"},
    "an unknown anchor": {"$ref": "#nothing"},
    "a wrong pointer": {"$ref": "#/properties/%zz/~9"},
    "a reference that is no text": {"$ref": 1},
    "an identifier that is no address": {"$id": "::", "$ref": "x"},
}


@pytest.mark.parametrize("name", BAD_SCHEMAS)
def test_schema_that_cannot_be_used_is_said(root: Path, name: str) -> None:
    schema(root, BAD_SCHEMAS[name])
    done = invoke("check", "--root", str(root), "--no-cache")
    assert_sound(done)
    assert "nternal error" not in done.stderr, done.stderr
    assert "CL000" not in done.stdout, done.stdout
    if name != "another dialect":
        assert (done.exit_code, done.stdout) == (2, ""), done
        assert "schema.json" in done.stderr


ODD_SCHEMAS = {
    "nothing required": {},
    "false": {"not": {}},
    "a required text": {"required": ["nonsense", "title"]},
    "properties of another type": {"properties": {"exercises": {"type": "string"}}},
    "exercises without items": {"properties": {"exercises": {"minItems": 99}}},
    "exercises as texts": {"properties": {"exercises": {"items": {"type": "string"}}}},
    "exercises by place": {"properties": {"exercises": {"prefixItems": [{"required": ["x"]}]}}},
    "no more properties": {"additionalProperties": False},
    "any of": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
    "if": {"if": {"required": ["title"]}, "then": {"required": ["hints"]}},
    "dependent": {"dependentRequired": {"title": ["hints"]}},
    "unique": {"properties": {"exercises": {"uniqueItems": True, "maxItems": 1}}},
    "contains": {"properties": {"exercises": {"contains": {"required": ["x"]}, "minContains": 3}}},
    "names": {"propertyNames": {"maxLength": 2}},
    "a property called pattern": {"properties": {"pattern": {"type": "object"}}},
    "items of a goal": {
        "properties": {
            "exercises": {
                "items": {
                    "properties": {
                        "goal": {
                            "properties": {"texts": {"minItems": 3, "items": {"maxLength": 1}}}
                        }
                    }
                }
            }
        }
    },
    "a large number": {"properties": {"number": {"multipleOf": 1e-308}}},
    "a title of a boolean": {"properties": {"title": False, "exercises": True}},
    "required that is empty": {"required": []},
    "a reference to itself below": {"properties": {"exercises": {"items": {"$ref": "#"}}}},
}


@pytest.mark.parametrize("name", ODD_SCHEMAS)
def test_odd_schema_is_applied(root: Path, name: str) -> None:
    schema(root, ODD_SCHEMAS[name])
    for output_format in ("text", "concise", "json"):
        done = check(root, "--no-cache", output_format=output_format)
        assert done.exit_code in (0, 1), done
        assert "CL000" not in done.stdout


def test_schema_of_another_address_is_never_fetched(root: Path) -> None:
    address = "http://127.0.0.1:9/x"
    for text in ({"$ref": address}, {"$schema": address}, {"$id": address, "$ref": "y"}):
        schema(root, text)
        status, _, err = run(root, "check", "--no-cache", code=NO_NETWORK)
        assert status in (0, 1, 2)
        assert b"network" not in err
        assert b"socket was made" not in err


def test_schema_behind_a_link_out_of_the_root_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text('{"hunter2": ')
    schema(root, {})
    (root / "schema.json").unlink()
    (root / "schema.json").symlink_to(tmp_path / "secret.json")
    assert "hunter2" not in refused(root).stderr


# -- ignore files


IGNORE_FILES = {
    "everything": b"*\n",
    "nothing back": b"!*\n**\n!**\n",
    "stars": b"*" * 5000 + b"a\n",
    "many stars": b"/".join([b"**"] * 500) + b"/x\n",
    "a*a*a*": b"a*" * 2000 + b"b\n",
    "many lines": b"x*y\n" * 20_000,
    "large": b"#" * 100_000,
    "invalid": b"\xff\xfe\x00\n[\n[z-a]\n\\\n[[:x:]]\n[!]\n",
    "brackets": b"[" * 5000,
    "backslashes": b"\\" * 5001,
    "a long class": b"[" + b"a-" * 2000 + b"]\n",
    "a NUL": b"\x00\n",
}


@pytest.mark.parametrize("name", IGNORE_FILES)
@pytest.mark.parametrize("folder", [".", "first_level/2_files"])
def test_hostile_ignore_file_neither_stalls_nor_fails(root: Path, name: str, folder: str) -> None:
    (root / folder / ".gitignore").write_bytes(IGNORE_FILES[name])
    (root / folder / ("a" * 200)).write_text("x")
    done = check(root)
    # Where everything is ignored, nothing was checked.
    is_empty = "Nothing was checked" in done.stderr
    assert done.exit_code in ((2,) if is_empty else (0, 1)), done
    assert "CL000" not in done.stdout
