"""Which addresses are public, and which URLs are asked for at all."""

from __future__ import annotations

import pytest

from curriculum_lint.online.address import is_public
from curriculum_lint.online.location import next_location, read_location

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255
198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::7f00:1 ::10.0.0.1 ::8.8.8.8 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::ffff:169.254.169.254
64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b:1::8.8.8.8 100::1
2001::1 2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:db8::1 3fff::1
2002:7f00:1:: 2002:a00:1::1 2002:c0a8:101::1 2002:e000:1::
4000::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 2606:4700::1%eth0 fec0::1 ff02::1 ff0e::1
"""
PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.0.0.1 128.0.0.1 172.15.0.1
172.32.0.1 192.0.1.1 198.17.0.1 198.20.0.1 223.255.255.255
2606:4700::1111 2a00:1450::1 2001:4860:4860::8888
::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1
"""


@pytest.mark.parametrize("address", PRIVATE.split())
def test_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "localhost", "1.2.3", "2130706433", "0x7f.1", "1.1.1.1 "])
def test_what_is_no_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/",
        "file:///etc/passwd",
        "//example.com/",
        "http://",
        "http://user@example.com/",
        "http://user:secret@example.com/",
        "http://@example.com/",
        "http://example.com:99999/",
        "http://example.com:0/",
        "http://example.com:x/",
        "http://[::1/",
        "http://a b/",
        "http://exa%6dple.com/",
        "http://[fe80::1%25eth0]/",
        "http://" + "a" * 300 + ".com/",
        "http://example.com/" + "a" * 9000,
        "http://\u2488com\ud800/",
    ],
)
def test_url_is_not_asked_for(url: str) -> None:
    assert read_location(url) is None


@pytest.mark.parametrize(
    ("url", "host", "port", "target"),
    [
        ("http://example.com", "example.com", 80, "/"),
        ("HTTPS://EXAMPLE.com:8443/a?b=c", "example.com:8443", 8443, "/a?b=c"),
        (
            "https://example.com/a%20b/é?q=ü&r=%2F",
            "example.com",
            443,
            "/a%20b/%C3%A9?q=%C3%BC&r=%2F",
        ),
        ("http://example.com/a b\x00", "example.com", 80, "/a%20b%00"),
        ("https://bücher.example/", "xn--bcher-kva.example", 443, "/"),
        ("http://[2606:4700::1]:81/", "[2606:4700::1]:81", 81, "/"),
    ],
)
def test_url_becomes_a_request(url: str, host: str, port: int, target: str) -> None:
    location = read_location(url)
    assert location is not None
    assert (location.host_header, location.port, location.target) == (host, port, target)
    assert f"{location.host_header}{location.target}".isascii()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("/y", "https://example.com/y"),
        ("y#part", "https://example.com/a/y"),
        ("//other.example/z", "https://other.example/z"),
        ("http://other.example/", "http://other.example/"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://user:secret@example.com/", None),
        ("http://[::1/", None),
    ],
)
def test_redirect_leads_to(header: str, expected: str | None) -> None:
    location = read_location("https://example.com/a/x")
    assert location is not None
    following = next_location(location, header)
    assert (following.url if following else None) == expected
