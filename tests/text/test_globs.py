from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.globs import compile_globs, compile_text_globs, matches_exactly


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("archive", "archive"),
        ("archive", "archive/old/a.md"),
        ("archive/", "archive"),
        ("archive/", "archive/old/a.md"),
        ("archive/**", "archive"),
        ("archive/**", "archive/old/a.md"),
        ("/archive", "archive/a.md"),
        ("./archive//old", "archive/old/a.md"),
        ("*.md", "a.md"),
        ("*", ".hidden"),
        ("?.md", "é.md"),
        ("lessons/*", "lessons/a/b.md"),
        ("**/draft", "draft/a.md"),
        ("**/draft", "x/y/draft"),
        ("**/*.md", "a.md"),
        ("**/*.md", "x/y/a.md"),
        ("a/**/z", "a/z"),
        ("a/**/z", "a/b/c/z/deep"),
        ("a/**/m/**/z", "a/m/m/z"),
        ("a/**/**/z", "a/z"),
        ("**", "x/y"),
        ("**", "."),
        (".", "."),
        (".", "any/thing"),
        ("junior_level/3_*/**", "junior_level/3_git/readme.md"),
        ("[a-c]x", "bx"),
        ("[!a-c]x", "dx"),
        ("[^a-c]x", "dx"),
        ("[]]x", "]x"),
        ("[a-]x", "-x"),
        ("[[:digit:]]_*", "7_go"),
        ("*a*b*c", "xxaxxbxxc"),
        ("a**b", "a_b"),
        ("new\nline*", "new\nline.md"),
        ("caf*", "caf\udce9.md"),
        ("back\\slash", "back\\slash"),
    ],
)
def test_glob_covers_path(pattern: str, path: str) -> None:
    assert compile_globs([pattern])(path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("archive", "archived"),
        ("archive", "x/archive"),
        ("archive/**", "archives/a.md"),
        ("*.md", "x/a.md"),
        ("a?b", "a/b"),
        ("a[/]b", "a/b"),
        ("a[!x]b", "a/b"),
        ("a*b", "a/b"),
        ("a**b", "a/x/b"),
        ("lessons/*", "lessons"),
        ("a/**/z", "a/zz"),
        ("[!a-c]x", "bx"),
        ("[z-a]x", "bx"),
        ("", "a"),
        ("", "."),
        ("*", "."),
        ("../a", "a"),
        ("A.md", "a.md"),
        ("readme.md", "readme.md\n"),
    ],
)
def test_glob_does_not_cover_path(pattern: str, path: str) -> None:
    assert not compile_globs([pattern])(path)


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*_level", "junior_level", True),
        ("*_level", "junior_level/1_a", False),
        ("*_level", "x/junior_level", False),
        ("lessons/*", "lessons/a", True),
        ("lessons/*", "lessons/a/b", False),
        ("lessons/*/", "lessons/a", True),
        ("src/content/*/en", "src/content/x/en", True),
        ("src/content/*/en", "src/content/x/y/en", False),
        ("src/**/en", "src/en", True),
        ("src/**/en", "src/x/y/en", True),
        ("src/**/en", "src/x/en/y", False),
        ("lessons/**", "lessons/a/b", True),
        ("**", "any/thing", True),
        (".", ".", True),
        ("./", ".", True),
        (".", "a", False),
        ("*", ".", False),
        ("", ".", False),
    ],
)
def test_exact_match_names_the_folder_itself(pattern: str, path: str, matches: bool) -> None:
    assert matches_exactly(pattern, path) is matches


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("{{*", "{{ site.url }}/a/b", True),
        ("quiz-url", "quiz-url", True),
        ("quiz-url", "quiz-url/1", False),
        ("https://example.org/*", "https://example.org/a/b?c=1", True),
        ("*.local*", "http://x.local:80/", True),
        ("a?b", "a/b", True),
        ("a[/x]b", "a/b", True),
        ("a/./b", "a/b", False),
        ("[", "[", True),
        ("", "", True),
        ("", "a", False),
        ("*", "", True),
    ],
)
def test_text_glob_matches_the_whole_text(pattern: str, text: str, matches: bool) -> None:
    assert compile_text_globs([pattern])(text) is matches


@pytest.mark.parametrize(
    "pattern", ["[", "[abc", "a[", "[!", "[^", "[]", "[[:", "x[a-", "[[:foo:]]"]
)
def test_set_that_is_not_closed_is_text(pattern: str) -> None:
    if pattern == "[[:foo:]]":
        assert compile_globs([pattern])("[:]")
    else:
        assert compile_globs([pattern])(pattern)


def test_any_of_several_patterns_suffices() -> None:
    matches = compile_globs(["a", "b/*.md"])
    assert [matches(path) for path in ("a", "b/x.md", "b/x.txt")] == [True, True, False]


def test_no_pattern_matches_nothing() -> None:
    assert not compile_globs([])("a")


@pytest.mark.parametrize("make", [compile_globs, compile_text_globs])
@pytest.mark.parametrize("last", ["b", "?b", "[bc]"])
def test_thirty_stars_over_five_thousand_letters_end_without_a_search(make, last: str) -> None:
    pattern = "*a" * 30 + "*" + last
    matches = make([pattern])
    assert not matches("a" * 5000)
    assert matches("a" * 5000 + "b")


def test_thirty_double_stars_over_deep_paths_end_without_a_search() -> None:
    matches = compile_globs(["**/*a*a*a/" * 30 + "**/b"])
    deep = "aaaa/" * 300
    assert not matches(deep + "c")
    assert matches(deep + "b")


def _segments_match(pattern: list[str], path: list[str]) -> bool:
    """The definition, spelt out with a search through every possibility."""
    if not pattern:
        return not path
    if pattern[0] == "**":
        return any(_segments_match(pattern[1:], path[at:]) for at in range(len(path) + 1))
    return (
        bool(path)
        and _segment_matches(pattern[0], path[0])
        and _segments_match(pattern[1:], path[1:])
    )


def _segment_matches(pattern: str, name: str) -> bool:
    regex = "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in pattern)
    return re.fullmatch(regex, name, re.DOTALL) is not None


_NAMES = st.text("ab.", min_size=1, max_size=4).filter(lambda name: name.strip("."))
_PATHS = st.lists(_NAMES, min_size=1, max_size=5)
_PATTERNS = st.lists(
    st.one_of(
        st.just("**"),
        st.text("ab.*?", min_size=1, max_size=4).filter(lambda p: p.strip(".") and "**" not in p),
    ),
    min_size=1,
    max_size=4,
)


@given(_PATTERNS, _PATHS)
def test_exact_match_agrees_with_a_search_through_everything(
    pattern: list[str], path: list[str]
) -> None:
    expected = _segments_match(pattern, path)
    assert matches_exactly("/".join(pattern), "/".join(path)) is expected


@given(_PATTERNS, _PATHS)
def test_cover_is_an_exact_match_of_the_path_or_a_folder_around_it(
    pattern: list[str], path: list[str]
) -> None:
    glob = "/".join(pattern)
    expected = any(
        matches_exactly(glob, "/".join(path[:end])) for end in range(1, len(path) + 1)
    ) or matches_exactly(glob, ".")
    assert compile_globs([glob])("/".join(path)) is expected


@given(st.text("ab*?[]!^-/\\:.", max_size=20), st.text("ab/-[]", max_size=10))
def test_no_pattern_raises(pattern: str, text: str) -> None:
    compile_globs([pattern])(text)
    compile_text_globs([pattern])(text)
    matches_exactly(pattern, text)
