"""Addresses that somebody wrote by heart: what they were meant to be."""

from __future__ import annotations

import pytest

from curriculum_lint.links.address import corrected_address, is_one_slip, with_scheme


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("http;//x.org/a", "http://x.org/a"),
        ("http//x.org", "http://x.org"),
        ("http:/x.org", "http://x.org"),
        ("http:////x.org", "http://x.org"),
        ("HTTPS;//X.org", "https://X.org"),
        ("https:\\\\x.org\\a", "https://x.org\\a"),
        ("https.//x.org", "https://x.org"),
        ("https:www.x.org", "https://www.x.org"),
        ("(https://x.org)", "https://x.org"),
        ("<https://x.org>", "https://x.org"),
        ("[(https://x.org/a_(b))]", "https://x.org/a_(b)"),
        ("(https://x.org", "https://x.org"),
        ("(http//x.org)", "http://x.org"),
        ("(www.x.org)", "https://www.x.org"),
        ('"https://x.org"', "https://x.org"),
        ("'https://x.org'", "https://x.org"),
        ("“https://x.org”", "https://x.org"),
        ("‘https://x.org’", "https://x.org"),
        ("«https://x.org»", "https://x.org"),
        ("httpss://x.org", "https://x.org"),
        ("htttp://x.org", "http://x.org"),
        ("http:;//x.org", "http://x.org"),
        ("https;x.org", "https://x.org"),
        ("htps:x.org", None),
        ("htps//x.org", None),
        ("https/;/x.org", "https://x.org"),
        ("ftp://x.org", None),
        ("//x.org", None),
        ("https:x", None),
        ("ttps;/x", "https://x"),
        ("mail:me@x.org", "mailto:me@x.org"),
        ("e-mail: me@x.org", "mailto:me@x.org"),
        ("me@x.org", "mailto:me@x.org"),
        ("Mailto:me@x.org", None),
        ("mailto me@x.org", "mailto:me@x.org"),
        ("sendto:me@x.org", None),
        ("me@x", None),
        ("wwww.x.org", None),
        ("(WWW.x.org)", "https://WWW.x.org"),
        ("x.org:80/a", "https://x.org:80/a"),
        ("www.x.de:80", "https://www.x.de:80"),
        ("http;//", None),
        ("(http//)", None),
        ("https:x.org", "https://x.org"),
        ("htps://x.org/a", "https://x.org/a"),
        ("hhttp:/x.org", "http://x.org"),
        ("httsp;//x.org", "https://x.org"),
        ("ttps://x.org", "https://x.org"),
        ("https//:x.org", "https://x.org"),
        ("https://https://x.org", "https://x.org"),
        ("http://http//x.org", "http://x.org"),
        ("maito:me@x.org", "mailto:me@x.org"),
        ("mailto://me@x.org", "mailto:me@x.org"),
        ("email:me@x.org", "mailto:me@x.org"),
        ("wwww.x.org:80", "https://www.x.org:80"),
        ("https:setup.md", None),
        ("hxxps://x.org", None),
        ("sftp://x.org", None),
        ("ttps/x.md", None),
        ("https/x.md", None),
        ("https://x.org/https://y.org", None),
        ("mailto:a@x.org?subject=b", None),
        ("https://x.org", None),
        ("https://", None),
        ("mailto:a@x.org", None),
        ("x.org", None),
        ("www.x.org", None),
        ("x.org:a", None),
        ("x.org:80a", None),
        ("x.md:80", None),
        ("(readme.md)", None),
    ],
)
def test_a_misspelt_scheme_is_put_right(text: str, meant: str | None) -> None:
    assert corrected_address(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("x.academy/a", "x.xyz/a", "x.com", "x.dev", "x.dev:80"),
        "www.x.de",
        "WWW.x.de/a",
        "x.org",
        "x.org/a",
        "X.COM?q",
        "a.b-c.dev#top",
        "x.ai/a",
        "x.de/a",
    ],
)
def test_a_domain_lacks_its_scheme(text: str) -> None:
    assert with_scheme(text) == f"https://{text}"


@pytest.mark.parametrize(
    "text", ["logo.ai", "x.de", "x.ai/", "x.de//a", "readme.md", "www.x", "com", ".org", "x.orga"]
)
def test_what_may_be_a_file_is_left_alone(text: str) -> None:
    assert with_scheme(text) is None


@pytest.mark.parametrize(
    ("word", "other", "is_one"),
    [
        ("http", "http", True),
        ("", "", True),
        ("http", "https", True),
        ("xhttp", "http", True),
        ("htttp", "http", True),
        ("hxtp", "http", True),
        ("xttp", "http", True),
        ("htpt", "http", True),
        ("thtp", "http", True),
        ("a", "", True),
        ("a", "b", True),
        ("ab", "ba", True),
        ("abc", "", False),
        ("ht", "http", False),
        ("hptt", "http", False),
        ("hxtx", "http", False),
        ("xhtp", "http", False),
        ("thpt", "http", False),
        ("abx", "bay", False),
        ("ab", "cd", False),
        ("ab", "c", False),
        ("abcd", "bcde", False),
    ],
)
def test_one_slip_is_a_letter_more_less_changed_or_two_exchanged(
    word: str, other: str, is_one: bool
) -> None:
    assert is_one_slip(word, other) is is_one
    assert is_one_slip(other, word) is is_one


@pytest.mark.parametrize(
    ("text", "address"),
    [("wwww.x.org/a", "https://www.x.org/a"), ("wwwww.x.org", "https://www.x.org")],
)
def test_of_many_ws_three_are_meant(text: str, address: str) -> None:
    assert with_scheme(text) == address
