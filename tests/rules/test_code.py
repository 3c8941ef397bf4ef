"""CL603, CL604, CL605: what stands in code."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.run import run
from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.edits.edit import Safety
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import Settings
from curriculum_lint.text.data_code import find_json_fault, find_toml_fault, find_yaml_fault
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

RULES = [rule for rule in all_rules() if rule.code in ("CL603", "CL604", "CL605")]


def found(root: Path, text: str) -> tuple[Diagnostic, ...]:
    write_files(root, {"readme.md": f"# T\n\n{text}\n"})
    return run(Disk(Settings(str(root))), RULES).diagnostics


def fixed(root: Path, text: str) -> str:
    edits = [edit for d in found(root, text) if d.fix for edit in d.fix.edits]
    return apply_edits(f"# T\n\n{text}\n", edits)[5:-1]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("`npm i –D jest`", "`npm i -D jest`"),
        ("`npm i —save-dev jest`", "`npm i --save-dev jest`"),
        ("`—help`", "`--help`"),
        ("`echo “hi”`", '`echo "hi"`'),
        ("`git commit -m “a message”`", '`git commit -m "a message"`'),
        ("`name = ‘x’`", "`name = 'x'`"),
        ("`content\u2011type`", "`content-type`"),
        ("```js\nconst a = “b”;\n```", '```js\nconst a = "b";\n```'),
        ("```js\ncall(‘a’, “b”)\n```", "```js\ncall('a', \"b\")\n```"),
        ("```json\n{“a”: “b”}\n```", '```json\n{"a": "b"}\n```'),
        ("```py\nreturn “b”\nx − 1\n```", '```py\nreturn "b"\nx - 1\n```'),
        ("```sh\ncurl –X POST “$URL”\n```", '```sh\ncurl -X POST "$URL"\n```'),
        ("```console\n$ echo “a”\na “b”\n```", '```console\n$ echo "a"\na “b”\n```'),
        ("```sql\nWHERE a = ‘b’ -- “c”\n```", "```sql\nWHERE a = 'b' -- “c”\n```"),
        ("```yaml\na: “b”\n```", '```yaml\na: "b"\n```'),
        ("```html\n<a href=“b”>\n```", '```html\n<a href="b">\n```'),
    ],
)
def test_what_a_word_processor_did_to_code_is_undone(
    tmp_path: Path, wrong: str, right: str
) -> None:
    assert fixed(tmp_path, wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "`“` and `”` and `‘’` and `–` and `—`",
        "`“a quotation”`",
        "`“a”, “b”`",
        "`a – b` and `1–10` and `2 − 1`",
        "`it’s`",
        '`print("He said “yes”")`',
        "```text\necho “hi” –x\n```",
        "```\necho “hi” –x\n```",
        "```md\n“a” is (“b”)\n```",
        "```js\n// (“why”)\n/* x = “y” */\nf('“a”', \"= “b”\", `= “c” ${d}\n= “e”`);\n```",
        '```python\n"""A text: “b”.\n(“c”)\n"""\nx = \'“a”\'  # (“b”)\n```',
        "```bash\n# (“why”)\ncat <<EOF\nsay “b” –x\nEOF\n```",
        "```bash\nls: cannot access ‘x’: No such file\nCreated “x” now\n```",
        "```yaml\ntext: He said “yes”, and left\nmore: |\n  = “b”\n  - “c”\n```",
        '```json\n{"a": "He said: “yes”"}\n```',
        "```powershell\nWrite-Host “a” –Force\n```",
        "```jsx\n<p>He said, “yes” (“no”): “why”</p>\n```",
        "```html\n<p>(“a”)</p>\n```",
        "```js\nopen “a\n```",
    ],
)
def test_typography_that_is_meant_is_fine(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == ()


def test_a_dash_that_can_be_one_hyphen_or_two_has_no_safe_fix(tmp_path: Path) -> None:
    (only,) = found(tmp_path, "`find . –name x`")
    assert only.fix is not None
    assert only.fix.safety is Safety.UNSAFE


@pytest.mark.parametrize("char", ["“”", "`", '"', "'", "<<a\n", "\n|\n", "/*", '"""', "“ = ‘"])
@pytest.mark.parametrize("language", ["js", "bash", "yaml", "python", "html", "json"])
def test_hostile_code_takes_little_time(tmp_path: Path, char: str, language: str) -> None:
    text = f"```{language}\n= “a”\n{char * (60_000 // len(char))}\n```"
    write_files(
        tmp_path, {"readme.md": "\n".join(text[i : i + 9_000] for i in range(0, 60_000, 9_000))}
    )
    start = time.process_time()
    run(Disk(Settings(str(tmp_path))), RULES)
    assert time.process_time() - start < 4


FENCE = "```\nnpm test\n```\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("first_level/1_start/readme.md", FENCE, 1),
        ("first_level/1_start/a_part/readme.md", FENCE, 1),
        ("first_level/readme.md", FENCE, 1),
        ("readme.md", FENCE, 0),
        ("first_level/1_start/notes.md", FENCE, 0),
        ("first_level/1_start/readme.md", "    npm test\n", 0),
        ("first_level/1_start/readme.md", "```\n\n```\n", 0),
        ("first_level/1_start/readme.md", "```\nunclosed\n", 0),
        ("first_level/1_start/readme.md", "~~~ {.js}\nx\n~~~\n", 0),
    ],
)
def test_a_fence_of_a_curriculum_names_its_language(
    tmp_path: Path, path: str, text: str, expected: int
) -> None:
    write_files(tmp_path, {"first_level/1_start/readme.md": "# T\n", path: f"# T\n\n{text}"})
    codes = [d.code for d in run(Disk(Settings(str(tmp_path))), RULES).diagnostics]
    assert codes == ["CL604"] * expected


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ('{"a": 1,}', 7),
        ('{"a": [1, 2,\n]}', 11),
        ("{'a': 1}", 1),
        ("{a: 1}", 1),
        ('{"a": undefined}', 6),
        ('{"a": 1 "b": 2}', 8),
        ('{"a": 1', 6),
        ('{"a": "b}', 6),
        ('{"a": "<id>",}', 12),
        ('{"a": "..." "b": 1}', 12),
        ("HTTP/1.1 200 OK", 0),
    ],
)
def test_what_is_wrong_with_json_is_found_where_it_is(text: str, at: int) -> None:
    fault = find_json_fault(text)
    assert fault is not None
    assert fault.at == at


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"a": 1, ...}',
        '{"a": 1, … }',
        '{ // why\n"a": 1 }',
        '{"a": 1} # why\n# more',
        '{"a": <id>}',
        '{"a": {{ value }}}',
        '"a": 1, "b": {}',
        '"a": 1,',
        '{"a": 1}\n{"b": 2}',
        '{"a": 1},\n{"b": 2}',
        "1" * 5_000,
        "[" * 100_000,
        '{"a": NaN}',
    ],
)
def test_json_and_its_fragments_are_fine(text: str) -> None:
    assert find_json_fault(text) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a = b", 4),
        ("[x]\na = 1\na = 2", 14),
        ("a = 1\n\nb = 'x\n", 12),
        ("a.b = [1,", 8),
        ("{ a = b }", 0),
    ],
)
def test_what_is_wrong_with_toml_is_found_where_it_is(text: str, at: int) -> None:
    fault = find_toml_fault(text)
    assert fault is not None
    assert fault.at == at


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a = 1\r\nb = 2\r\n",
        "a = <x>",
        "a = ...",
        '{ a = 1, b = "x" },\r\n{ a = 2 }\r\n',
        "a = " + "9" * 5_000,
        "a" + ".a" * 500 + "=1",
        "a = " + "[" * 9_000,
    ],
)
def test_toml_and_its_fragments_are_fine(text: str) -> None:
    assert find_toml_fault(text) is None


@pytest.mark.parametrize(
    ("text", "at"), [("a: 1\nb: 2\na: 3\n", 10), ("a:\n\tb: 1\n", 3), ("  a: 1\n  a: 2\n", 9)]
)
def test_what_is_wrong_with_yaml_is_found_where_it_is(text: str, at: int) -> None:
    fault = find_yaml_fault(text)
    assert fault is not None
    assert fault.at == at


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n---\na: 2\n",
        "a: 1\n\na: 2\n",
        "a: 1\n# or\na: 2\n",
        "x:\n  a: 1\ny:\n  a: 2\n",
        "- a: 1\n  b: 2\n- a: 3\n",
        "a: |\n  b: 1\n  b: 2\n",
        "run: |\n  all:\n  \tmake\n",
        "{% if a %}\na: 1\na: 2\n",
        "\ta: 1\n\tb: 2\n",
        "<<: *a\n<<: *b\n",
    ],
)
def test_yaml_that_may_be_meant_is_fine(text: str) -> None:
    assert find_yaml_fault(text) is None


@given(st.text(alphabet="{}[]\",:'1a \n\t\\=#-.", max_size=60))
def test_a_fault_lies_within_the_code(text: str) -> None:
    for find in (find_json_fault, find_toml_fault, find_yaml_fault):
        fault = find(text)
        assert fault is None or 0 <= fault.at < len(text)


@pytest.mark.parametrize(
    ("fence", "expected"),
    [
        ("```json\n{,}\n```", 1),
        ("```JSON title=x\n{,}\n```", 1),
        ("- a\n\n  ```json\n  {,}\n  ```", 1),
        ("```json fragment\n{,}\n```", 0),
        ("```jsonc\n{,}\n```", 0),
        ("```json5\n{,}\n```", 0),
        ("> ```json\n> {}\n> ```", 0),
        ("```json\n{,}", 0),
    ],
)
def test_only_closed_fences_of_whole_code_are_read(
    tmp_path: Path, fence: str, expected: int
) -> None:
    assert [d.code for d in found(tmp_path, fence)] == ["CL605"] * expected
