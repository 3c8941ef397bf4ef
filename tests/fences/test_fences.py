"""The fence checker, from the outside: Markdown in, report and exit code out."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

GOOD = [
    ("json", '{"a": [1, null]}'),
    ("json fragment", '"a": 1, "b": 2'),
    ("yaml", "a: [1, 2]\n---\nb: 1"),
    ("toml", 'a = "b"'),
    ("xml", '<?xml version="1.0"?>\n<a><b/></a>'),
    ("xml fragment", "<a/><b/>"),
    ("csv", 'id,name\n1,"a, b"'),
    ("ini", "# port\nPORT=0\n[part]\nPORT=1\nNAME='a b'"),
    ("http", 'GET /tools HTTP/1.1\nHost: localhost\n\nHTTP/1.1 204 No Content\nETag: W/"1"'),
    ("http", "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}"),
    ("http fragment", "Link: <http://localhost/tools?page=2>; rel=next"),
    ("dockerfile", 'ARG V=24\nFROM node:24 AS build\n# c\nRUN a && \\\n  b\nCMD ["node", "a.js"]'),
    ("dockerfile fragment", "RUN <<EOF\nnonsense\nEOF\nUSER node"),
    (
        "sql",
        "CREATE TABLE t (a INTEGER);\nINSERT INTO t VALUES (';');\nSELECT a FROM t WHERE a = ?;",
    ),
    ("sql fragment", "SELECT missing FROM nowhere;"),
    ("sql dialect=postgres", "SELECT id FROM jobs FOR UPDATE SKIP LOCKED; EXPLAIN SELECT 1;"),
    ("sh", "npm install express && echo done"),
    ("text", "anything at all ("),
    ("mermaid", "graph TD"),
]

BAD = [
    ("json", '{"a": 1,}', "Expecting property name"),
    ("json", '{"a": 1, "a": 2}', "stands twice"),
    ("json", '{"a": NaN}', "NaN is not JSON"),
    ("yaml", "a: [1", "while parsing"),
    ("toml", "a = ", "Invalid value"),
    ("xml", "<a><b></a>", "mismatched tag"),
    ("csv", "id,name\n1", "row 2 has 1 fields"),
    ("ini", "PORT", "not KEY=VALUE"),
    ("ini", "A=1\nA=2", "sets A again"),
    ("ini", 'A="1', "open quote"),
    ("http", "GET /tools", "neither a request line"),
    ("http", "GET /tools HTTP/1.1", "needs a Host header"),
    ("http", "HTTP/1.1 200 OK\nContent Type: a", "not a header line"),
    ("http", "HTTP/1.1 200 OK\nContent-Length: 9\n\n{}", "the body has 2 bytes"),
    ("http", "HTTP/1.1 422 No\nContent-Type: application/problem+json\n\n{a}", "not JSON"),
    ("http", "HTTP/1.1 204 No Content\n\nbody", "has no body"),
    ("dockerfile", "FROM node:24\nRAN a", "unknown instruction"),
    ("dockerfile", "RUN a", "has to be FROM"),
    ("dockerfile", "FROM node:24\nRUN a \\", "continuation"),
    ("dockerfile", "FROM node:24\nCMD ['a']", "exec form"),
    ("sql", "SELECT * FROM nowhere;", "no such table"),
    ("sql fragment", "SELEC a FROM b;", "syntax error"),
    ("sql dialect=postgres", "CREATE TABEL a (b int)", "not understood"),
    ("sql dialect=oracle", "SELECT 1", "unknown dialect"),
    ("sh", "if true; then", "syntax error"),
    ("cobol", "STOP RUN.", "unknown language"),
    ("", "no language", "names no language"),
    ("json fragmnet", "{}", "unknown word"),
    ("json run", "{}", "run has no meaning"),
    ("json file=../up.json", "{}", "does not stay inside"),
    ("text output", "nothing ran", "was not executed"),
]


def fence(info: str, text: str) -> str:
    return f"```{info}\n{text}\n```\n"


def check(
    folder: Path, markdown: str, *options: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    readme = folder / "readme.md"
    readme.write_text(markdown, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "tools.fences", *options, str(readme)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("info", "text"), GOOD)
def test_a_right_fence_passes(tmp_path, info, text):
    result = check(tmp_path, fence(info, text))
    assert (result.returncode, result.stderr) == (0, ""), result.stdout


@pytest.mark.parametrize(("info", "text", "message"), BAD)
def test_a_wrong_fence_fails_at_its_line(tmp_path, info, text, message):
    result = check(tmp_path, f"# Title\n\n{fence(info, text)}")
    assert result.returncode == 1
    assert result.stdout.startswith(f"{tmp_path}/readme.md:3: ")
    assert message in result.stdout


def test_an_open_fence_fails(tmp_path):
    assert "never closed" in check(tmp_path, "```json\n{}\n").stdout


def test_every_failure_of_a_file_is_reported_and_counted(tmp_path):
    result = check(tmp_path, fence("json", "{") + fence("text", "") + fence("json", "["))
    assert ":1: " in result.stdout
    assert ":7: " in result.stdout
    assert result.stdout.splitlines()[-5:] == [
        "executed     0",
        "parsed       2  2 json",
        "compared     0",
        "skipped      1  1 text: nothing to check",
        "failed       2",
    ]


def test_a_missing_file_is_a_wrong_usage(tmp_path):
    result = check(tmp_path, "", str(tmp_path / "absent.md"))
    assert (result.returncode, result.stdout) == (2, "")
    assert "absent.md" in result.stderr


def test_without_npm_the_check_cannot_be_done(tmp_path):
    result = check(tmp_path, fence("js", ""), PATH=str(tmp_path), FENCES_CACHE=str(tmp_path / "c"))
    assert (result.returncode, result.stdout) == (2, "")
    assert "npm is not on the PATH" in result.stderr


def test_sections_do_not_share_a_database(tmp_path):
    create, read = fence("sql", "CREATE TABLE t (a);"), fence("sql", "SELECT a FROM t;")
    assert check(tmp_path, f"## A\n{create}{read}").returncode == 0
    assert "no such table" in check(tmp_path, f"## A\n{create}## B\n{read}").stdout


# From here on, Node.js is needed; the checker gets it through npm.


def test_modules_files_and_commands_share_a_project(tmp_path):
    markdown = (
        "## A\n"
        + fence("js file=src/greet.js", "export const greet = (name) => `Hello ${name}`;")
        + fence("js", "import { greet } from './src/greet.js';\nconsole.log(greet('Ada'));")
        + fence("text output", "Hello Ada")
        + fence("js file=src/main.js", "console.log('out'); console.error('err'); process.exit(3);")
        + fence("sh run", "node src/main.js; echo $?")
        + fence("text output", "out\nerr\n3")
    )
    result = check(tmp_path, markdown)
    assert result.returncode == 0, result.stdout
    assert "executed     2  1 js, 1 sh" in result.stdout
    assert "parsed       2  2 js" in result.stdout


@pytest.mark.parametrize(
    ("info", "text", "message"),
    [
        ("js", "process.exitCode = 2;", "exit code 2, expected 0"),
        ("js", "throw new Error('bang');", "bang"),
        ("js file=a.js", "const a = ;", "SyntaxError"),
        ("js fragment", "const a = ;", "SyntaxError"),
        ("sh run", "false\ntrue", "exit code 1"),
    ],
)
def test_wrong_programs_fail(tmp_path, info, text, message):
    result = check(tmp_path, fence(info, text))
    assert result.returncode == 1
    assert message in result.stdout


def test_an_output_that_differs_is_shown_as_a_diff(tmp_path):
    result = check(tmp_path, fence("js", "console.log('b');") + fence("text output", "a"))
    assert result.returncode == 1
    assert "readme.md:4: the output differs" in result.stdout
    assert "    -a\n    +b\n" in result.stdout


@pytest.mark.parametrize(
    "text",
    ["export const a = 1;", "return await 1;", "#a = 1; b() { this.#a; }", "a: 1, b"],
)
def test_fragments_are_parsed_as_parts_of_many_things(tmp_path, text):
    assert check(tmp_path, fence("js fragment", text)).returncode == 0


def test_programs_inherit_nothing_and_a_stated_exit_code_is_obeyed(tmp_path):
    text = "process.exitCode = process.env.SECRET ? 1 : 4;"
    assert check(tmp_path, fence("js exit=4", text), SECRET="x").returncode == 0


def test_an_older_release_skips_what_it_cannot_run(tmp_path):
    version = fence("js", "console.log(process.version.split('.')[0]);")
    newer = fence("js node=24", "console.log(24);") + fence("text output", "24")
    result = check(tmp_path, version + fence("text output", "v22") + newer, "--node", "22")
    assert result.returncode == 0, result.stdout
    assert "2 needs Node.js 24" in result.stdout


def test_what_a_fence_leaves_running_is_stopped(tmp_path):
    started, late = tmp_path / "started", tmp_path / "late"
    text = f"(sleep 1; touch {late}) &\ntouch {started}"
    assert check(tmp_path, fence("sh run", text)).returncode == 0
    time.sleep(1.2)
    assert (started.exists(), late.exists()) == (True, False)


def test_code_that_readers_are_given_has_to_run(tmp_path):
    tool = fence("js file=tools/add.js", "export const add = (a, b) => a + b;")
    rest = fence("js", "import './tools/add.js';")
    through = fence("js file=src/sum.js", "export * from '../tools/add.js';")
    lonely = "nothing under this heading runs tools/add.js"
    assert (
        lonely
        in check(tmp_path, f"## A\n{tool}## B\n{rest.replace('./tools/add.js', 'fs')}").stdout
    )
    assert lonely in check(tmp_path, f"## A\n{tool}{through}").stdout
    assert check(tmp_path, f"## A\n{tool}{rest}").returncode == 0
    assert (
        check(tmp_path, f"## A\n{tool}{through}{fence('sh run', 'node src/sum.js')}").returncode
        == 0
    )


def test_a_glob_names_the_files_that_it_runs(tmp_path):
    tested = fence("js file=test/a.test.js", "import 'node:test';")
    glob = fence("sh run", 'node --test "test/**/*.test.js" > log')
    assert check(tmp_path, f"## A\n{tested}{glob}").returncode == 0
    assert (
        "nothing under" in check(tmp_path, f"## A\n{tested}{glob.replace('test/', 'src/')}").stdout
    )


def test_compared_outputs_are_counted_apart_from_what_nobody_looks_at(tmp_path):
    markdown = fence("js", "console.log(1);") + fence("text output", "1") + fence("text", "?")
    rows = check(tmp_path, markdown).stdout.splitlines()
    assert rows[-3:-1] == ["compared     1  1 text", "skipped      1  1 text: nothing to check"]
