"""Lines of keys, against a second opinion: a writer that knows where it puts each key."""

from __future__ import annotations

import time
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.settings.key_lines import key_lines, most_dots


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\nb = 2\n", ("b",), 2),
        ("\r\n# a = 0\r\na = 1\r\n", ("a",), 3),
        ("[links]\n\nabsolute = 'x'\n", ("links", "absolute"), 3),
        ("[links]\n", ("links",), 1),
        ("links.absolute = 'x'\n", ("links", "absolute"), 1),
        ("links.absolute = 'x'\n", ("links",), 1),
        ('x = 1\n"a b"."c" = 1\n', ("a b", "c"), 2),
        ("'a.b' . c = 1\n", ("a.b", "c"), 1),
        ("[a]\n[a.b]\nc = 1", ("a", "b", "c"), 3),
        ('x = """\na = 1\n"""\na = 2\n', ("a",), 4),
        ("x = '''\na = 1\n'' '''\na = 2\n", ("a",), 4),
        ('x = """a"""""\na = 2\n', ("a",), 2),
        ('x = "\\"\\""\na = "]"\n', ("a",), 2),
        ("x = [\n 1, # ]\n [2,\n 3], ]\na = 2\n", ("a",), 5),
        ("x = [\n 1, # ]\n [2,\n 3],\n 4 ]\n", ("x", 1), 3),
        ("x = [\n 1, # ]\n [2,\n 3],\n 4 ]\n", ("x", 2), 5),
        ("x = [\n 'a', 'b',\n]\n", ("x", 1), 2),
        ("x = { a = [\n1] }\ny = 1", ("y",), 3),
        ("1.5 = 1", ("1", "5"), 1),
    ],
)
def test_line_of_a_key(text, key, line):
    tomllib.loads(text)
    assert key_lines(text)[key] == line


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('"\\u0061" = 1', ("a",)),
        ("[[a]]\nb = 1\n", ("a", "b")),
        ("x = []", ("x", 0)),
        ("x = [1,]", ("x", 1)),
        ("# a = 1", ("a",)),
        ("x = { a = 1 }", ("x", "a")),
    ],
)
def test_no_line_where_it_is_not_sure(text, key):
    tomllib.loads(text)
    assert key not in key_lines(text)


_BARE = st.text("abc-_1", min_size=1, max_size=3)
_QUOTED = st.text("a b.#=[]{},'é", max_size=4).map(lambda key: (key, f'"{key}"'))
_KEY = st.one_of(_BARE.map(lambda key: (key, key)), _QUOTED)
_VALUE = st.sampled_from(
    [
        "1",
        "'a = 1'",
        '"]#="',
        '"""\nz = 1\n"""',
        "[\n1,\n'x', # ]\n]",
        "{ q = [1] }",
        "1.5",
        "'''\n]'''",
    ]
)


@given(st.lists(st.tuples(st.booleans(), _KEY, _VALUE), max_size=8))
def test_every_key_of_a_valid_text_has_the_line_it_was_written_on(statements):
    text, expected, table, seen = "", {}, (), set()
    for is_header, (key, written), value in statements:
        path = (key,) if is_header else (*table, key)
        if path in seen:
            continue
        seen.add(path)
        if is_header:
            table = path
        expected[path] = text.count("\n") + 1
        text += f"[{written}]\n" if is_header else f"{written} = {value}\n"
    tomllib.loads(text)
    found = key_lines(text)
    assert {path: found[path] for path in expected} == expected
    assert {path for path in found if all(isinstance(part, str) for part in path)} == set(expected)


@given(st.text("ab.='\"[]{}#,\n\\ ", max_size=60))
def test_any_text_at_all_is_survived(text):
    lines = text.count("\n") + 1
    assert all(1 <= line <= lines for line in key_lines(text).values())
    assert most_dots(text)[0] <= text.count(".")


def test_unfinished_strings_take_no_more_than_a_moment():
    before = time.process_time()
    for text in ('"' * 60_000, "'''" + "''x" * 20_000, '"""' + '\\"' * 30_000, "[" * 60_000):
        key_lines(text)
    # Trying again at every quote took 12 seconds.
    assert time.process_time() - before < 3
