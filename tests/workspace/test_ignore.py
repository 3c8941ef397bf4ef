"""The ignore rules, as a table and against git itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_lint.workspace.ignore import IgnoreFile, Ignores
from curriculum_lint.workspace.tree import scan

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs links, pipes and the names that Linux allows"
)

FILES = (
    "a", "b.md", "ab", "build", "x[1].md", "é.md", "#a", "!a", "a ", " a", "a\\b", "foo", "foobar",
    "d/a", "d/b.md", "d/build/a", "d/e/a", "d/e/b.md", "d/e/f/a", "d/e/f/foo",
    "foo.d/a", "foo.d/foo", "foo.d/d/foo/a", "e/d/a", "e/d/b.md", "caf\udce9/a",
)  # fmt: skip


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    environment = {
        "PATH": os.environ["PATH"],
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(root),
        "XDG_CONFIG_HOME": str(root),
    }
    done = subprocess.run(
        ["git", "-c", "core.ignorecase=false", *arguments],
        cwd=root, env=environment, input=stdin, capture_output=True, check=False,
    )  # fmt: skip
    # check-ignore ends with 1 when nothing is ignored.
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("repository")
    _git(root, "init", "-q")
    for path in FILES:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"")
    return root


def _write(root: Path, ignore_files: dict[str, bytes]) -> None:
    (root / ".git/info").mkdir(exist_ok=True)
    for path in (".gitignore", "d/.gitignore", "d/e/.gitignore", ".git/info/exclude"):
        (root / path).unlink(missing_ok=True)
    for path, content in ignore_files.items():
        (root / path).write_bytes(content)


def _git_keeps(root: Path) -> set[str]:
    paths = {os.path.dirname(path) for path in FILES} | set(FILES)
    stdin = b"\0".join(os.fsencode(path) for path in paths if path) + b"\0"
    answer = _git(root, "check-ignore", "--no-index", "-z", "--stdin", stdin=stdin)
    ignored = {os.fsdecode(path) for path in answer.split(b"\0")}
    return {path for path in FILES if path not in ignored}


def _we_keep(root: Path) -> set[str]:
    return set(FILES) & set(scan(str(root), lambda _path: False).entries)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (".gitignore", b"a\n"),
        (".gitignore", b"/a\n"),
        (".gitignore", b"d/a\n"),
        (".gitignore", b"build/\n"),
        (".gitignore", b"*.md\n!b.md\n"),
        (".gitignore", b"d/*\n!d/e/\n!d/e/a\n"),
        (".gitignore", b"d/\n!d/a\n"),
        (".gitignore", b"**/e\n"),
        (".gitignore", b"d/**/a\n"),
        (".gitignore", b"d/**\n"),
        (".gitignore", b"d/**/\n"),
        (".gitignore", b"/**\n!/d/\n"),
        (".gitignore", b"**/\n"),
        (".gitignore", b"/*/\n"),
        (".gitignore", b"/\n//\n//a\nd//a\na//\n"),
        (".gitignore", b"\\#a\n#b.md\n"),
        (".gitignore", b"\\!a\n"),
        (".gitignore", b"a\\ \n"),
        (".gitignore", b"a\\ \\  \n"),
        (".gitignore", b"a   \n"),
        (".gitignore", b" a\n"),
        (".gitignore", b"a\\\\b\n"),
        (".gitignore", b"a\\"),
        (".gitignore", b"ab\\\nfoo\\/\n"),
        (".gitignore", b"x\\[1\\].md\n"),
        (".gitignore", b"x[[]1].md\n"),
        (".gitignore", b"x[1].md\nx[\n"),
        (".gitignore", b"[[:alpha:]]\n"),
        (".gitignore", b"[[:nothing:]]\n"),
        (".gitignore", b"[!b-z]\n[^x]oo\n"),
        (".gitignore", b"[z-a]\n[\\a]b\n"),
        (".gitignore", b"?.md\n"),
        (".gitignore", "é.md\n".encode()),
        (".gitignore", b"??.md\n"),
        (".gitignore", b"caf\xe9\n"),
        (".gitignore", b"\xef\xbb\xbfa\n"),
        (".gitignore", b"a\r\nfoo/\r\n\r\n"),
        (".gitignore", b"!\n!!a\n"),
        (".gitignore", b"foo*\n!foo*/\n"),
        (".gitignore", b"f*o*\n"),
        (".gitignore", b"d/e*/a\n"),
        (".gitignore", b"d[/]a\n"),
        (".gitignore", b"d?a\n"),
        (".gitignore", b"a/\n"),
        ("d/.gitignore", b"a\n"),
        ("d/.gitignore", b"/a\n"),
        ("d/.gitignore", b"e/a\n"),
        ("d/.gitignore", b"*\n!.gitignore\n"),
        (".git/info/exclude", b"b.md\nd/e\n"),
    ],
)
def test_one_ignore_file_means_what_it_means_to_git(
    repository: Path, path: str, content: bytes
) -> None:
    _write(repository, {path: content})
    assert _we_keep(repository) == _git_keeps(repository)


def test_nearer_ignore_files_overrule_those_further_up(repository: Path) -> None:
    _write(
        repository,
        {
            ".git/info/exclude": b"foo\n",
            ".gitignore": b"a\n!foo\n",
            "d/.gitignore": b"!a\n/e/b.md\n",
            "d/e/.gitignore": b"!b.md\na\n",
        },
    )
    kept = _we_keep(repository)
    assert kept == _git_keeps(repository)
    assert {"d/a", "d/e/b.md", "foo"} <= kept
    assert not {"a", "d/e/a"} & kept


_ATOMS = st.sampled_from(
    ["a", "b", "d", "e", "f", "foo", "build", ".md", ".d", "*", "?", "/", "/", "/**/", "\\", "[ab]",
     "[!a]", "[a-f]", "[[:lower:]]", "[", "]", "!", "#", " ", "é"]
)  # fmt: skip
_LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "", "!", "/", "**/"]),
        st.lists(_ATOMS, max_size=4).map("".join),
        st.sampled_from(["", "", "/", "/**", " "]),
    ),
)
_CONTENTS = st.lists(_LINES, max_size=4).map(lambda lines: "\n".join(lines).encode())


def _is_documented(content: bytes) -> bool:
    """Whether stars in a row are whole segments only: git's manual calls others plain stars, but
    git takes them for whole segments when only plain text is before them.
    """
    plain = content.replace(b"\\/", b"/").replace(b"\n", b"/")
    return all(b"**" not in part or part in {b"**", b"!**"} for part in plain.split(b"/"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(outer=_CONTENTS.filter(_is_documented), inner=_CONTENTS.filter(_is_documented))
def test_any_ignore_files_mean_what_they_mean_to_git(
    repository: Path, outer: bytes, inner: bytes
) -> None:
    _write(repository, {".gitignore": outer, "d/.gitignore": inner})
    assert _we_keep(repository) == _git_keeps(repository)


def test_line_that_matches_nothing_gives_no_verdict() -> None:
    assert IgnoreFile(b"b\n").verdict("a", folder=False) is None


def test_no_ignore_file_ignores_nothing() -> None:
    assert not Ignores().ignored("a", folder=True)


def test_stars_of_a_stranger_end_without_a_search() -> None:
    file = IgnoreFile(b"*a" * 30 + b"*b\n" + b"x/" + b"**/*a*a/" * 30 + b"b\n")
    assert file.verdict("a" * 5000, folder=False) is None
    assert file.verdict("x/" + "aa/" * 300 + "c", folder=False) is None
    assert file.verdict("x/" + "aa/" * 300 + "b", folder=False) is True


@given(st.binary(max_size=60), st.text(min_size=1, max_size=10))
def test_no_content_raises(content: bytes, name: str) -> None:
    path = name.encode("utf-8", "replace").decode()
    Ignores().entering(".", content).ignored(path, folder=True)
