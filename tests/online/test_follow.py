"""One URL: what is asked, what is never asked, and what becomes of it."""

from __future__ import annotations

import socket
import time

import pytest

from curriculum_lint.model.reply import Reply, ReplyKind
from curriculum_lint.online.follow import Follower
from curriculum_lint.online.limits import RequestLimits
from tests.online.server import Server, redirect, status

LIMITS = RequestLimits(request=2, pause=0)


def is_the_servers(address: str) -> bool:
    """Stands for “is public”: only the server is."""
    return address == "127.0.0.1"


def ask(url: str, limits: RequestLimits = LIMITS) -> Reply:
    return Follower(is_the_servers, limits, time.monotonic() + limits.total).reply(url)


@pytest.mark.parametrize("code", [200, 204, 206, 304, 401, 403, 429])
def test_answer_that_is_fine_or_depends_on_who_asks(server: Server, code: int) -> None:
    server.answers["/a"] = status(code)
    assert ask(f"{server.url}/a").kind is ReplyKind.FINE
    assert server.asked == ["HEAD /a"]


@pytest.mark.parametrize(
    ("code", "words"),
    [(404, "Not Found"), (410, "Gone"), (500, "Internal Server Error"), (599, "")],
)
def test_dead_status_is_asked_for_twice_and_told_in_words(
    server: Server, code: int, words: str
) -> None:
    server.answers["/a"] = status(code)
    assert ask(f"{server.url}/a") == Reply(ReplyKind.STATUS, code, words)
    assert server.asked == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("code", [404, 405, 500, 501])
def test_page_that_only_knows_get_is_fine(server: Server, code: int) -> None:
    server.answers |= {"HEAD /a": status(code), "GET /a": status(200)}
    assert ask(f"{server.url}/a").kind is ReplyKind.FINE


def test_request_says_who_asks_and_carries_nothing_else(server: Server) -> None:
    server.answers["/a?b=c"] = status(200)
    ask(f"{server.url}/a?b=c")
    names = [line.partition(":")[0] for line in server.heads[0].splitlines()[1:] if line]
    assert names == ["Host", "User-Agent", "Accept", "Connection"]
    assert f"Host: 127.0.0.1:{server.port}\r\n" in server.heads[0]
    assert "User-Agent: curriculum-lint/" in server.heads[0]


def test_redirects_are_followed_five_times(server: Server) -> None:
    server.answers = {f"/{n}": redirect(f"/{n + 1}") for n in range(9)} | {"/9": status(200)}
    assert ask(f"{server.url}/4") == Reply(ReplyKind.FINE, 200, "", f"{server.url}/9")
    assert ask(f"{server.url}/3").kind is ReplyKind.REDIRECTS


def test_dead_end_of_a_redirect_is_named(server: Server) -> None:
    server.answers["/a"] = redirect("/gone", 308)
    assert ask(f"{server.url}/a") == Reply(ReplyKind.STATUS, 404, "Not Found", f"{server.url}/gone")


def test_redirect_without_a_location_is_an_answer(server: Server) -> None:
    server.answers["/a"] = status(302)
    assert ask(f"{server.url}/a").kind is ReplyKind.FINE


def test_redirect_to_a_private_address_is_not_followed(server: Server) -> None:
    asked: list[str] = []

    def is_public(address: str) -> bool:
        asked.append(address)
        return is_the_servers(address)

    server.answers["/a"] = redirect(f"http://127.0.0.2:{server.port}/secret")
    follower = Follower(is_public, LIMITS, time.monotonic() + 9)
    assert follower.reply(f"{server.url}/a").kind is ReplyKind.NOT_PUBLIC
    assert asked == ["127.0.0.1", "127.0.0.2"]
    assert server.asked == ["HEAD /a"]


@pytest.mark.parametrize(
    "to", ["ftp://127.0.0.1/", "file:///etc/passwd", "http://u:p@127.0.0.1/", "http://[x/"]
)
def test_redirect_to_what_is_not_asked_for_is_not_followed(server: Server, to: str) -> None:
    server.answers["/a"] = redirect(to)
    assert ask(f"{server.url}/a").kind is ReplyKind.UNFIT


def test_password_is_never_sent(server: Server) -> None:
    assert ask(server.url.replace("//", "//user:secret@")).kind is ReplyKind.UNFIT
    assert server.asked == []


def test_real_table_refuses_loopback_under_any_name(server: Server) -> None:
    from curriculum_lint.online.address import is_public

    follower = Follower(is_public, LIMITS, time.monotonic() + 9)
    for host in ("127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "[::ffff:127.0.0.1]"):
        assert follower.reply(f"http://{host}:{server.port}/").kind is ReplyKind.NOT_PUBLIC, host
    assert server.asked == []


def names(monkeypatch: pytest.MonkeyPatch, port: int, *addresses: str) -> None:
    """Let every name stand for these addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_only_the_public_ones_of_several_addresses_are_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected: list[object] = []
    connect = socket.socket.connect

    class Watched(socket.socket):
        def connect(self, address: object) -> None:
            connected.append(address)
            connect(self, address)  # type: ignore[arg-type]

    server.answers["/"] = status(200)
    names(monkeypatch, server.port, "127.0.0.2", "127.0.0.1", "127.0.0.3")
    monkeypatch.setattr(socket, "socket", Watched)
    assert ask(f"http://course.example:{server.port}/").kind is ReplyKind.FINE
    assert connected == [("127.0.0.1", server.port)]
    assert f"Host: course.example:{server.port}" in server.heads[0]


def test_name_is_looked_up_once_for_each_request(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was classified is what is connected to: a name cannot change in between."""
    looked_up = 0

    def rebinding(*_: object, **__: object) -> list[object]:
        nonlocal looked_up
        looked_up += 1
        host = "127.0.0.1" if looked_up == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, server.port))]

    server.answers["/"] = status(200)
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert ask(f"http://course.example:{server.port}/").kind is ReplyKind.FINE
    assert looked_up == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [(socket.EAI_NONAME, ReplyKind.NO_HOST), (socket.EAI_AGAIN, ReplyKind.UNASKED)],
)
def test_name_that_does_not_exist_is_told_from_a_resolver_that_fails(
    monkeypatch: pytest.MonkeyPatch, code: int, kind: ReplyKind
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "x")

    monkeypatch.setattr(socket, "getaddrinfo", failing)
    assert ask("https://course.example/").kind is kind


def test_refused_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/").kind is ReplyKind.REFUSED


def test_server_that_speaks_no_tls_is_not_secure(server: Server) -> None:
    reply = ask(server.url.replace("http:", "https:"))
    assert reply.kind in (ReplyKind.NOT_SECURE, ReplyKind.DROPPED)


@pytest.mark.parametrize(
    "sent", [b"", b"HTTP/1.1 2", b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1 20x y\r\n\r\n"]
)
def test_connection_that_ends_without_an_answer_is_dropped(server: Server, sent: bytes) -> None:
    server.answers["/"] = sent
    assert ask(server.url).kind is ReplyKind.DROPPED
    assert server.asked == ["HEAD /", "GET /"]


def test_answer_without_an_end_is_cut(server: Server) -> None:
    server.answers["/"] = lambda connection, _: connection.sendall(
        b"HTTP/1.1 200 x\r\n" + b"a: b\r\n" * 99_999
    )
    assert ask(server.url).kind is ReplyKind.DROPPED


def test_huge_body_is_not_read(server: Server) -> None:
    sent = 0

    def flood(connection: socket.socket, method: str) -> None:
        nonlocal sent
        connection.sendall(status(405) if method == "HEAD" else b"HTTP/1.1 200 x\r\n\r\n")
        while method == "GET" and sent < 1 << 30:
            connection.sendall(b"x" * 65536)
            sent += 65536

    server.answers["/"] = flood
    assert ask(server.url).kind is ReplyKind.FINE
    assert sent < 1 << 28


def test_provisional_answers_are_passed_over(server: Server) -> None:
    server.answers["/"] = status(103, "Link: </x>") + status(200)
    assert ask(server.url).status == 200


@pytest.mark.parametrize("drip", [b"", b"H"])
def test_slow_server_times_out_in_time(server: Server, drip: bytes) -> None:
    def drop_by_drop(connection: socket.socket, _: str) -> None:
        while not server.stopped.wait(0.05):
            connection.sendall(drip)

    server.answers["/"] = drop_by_drop
    started = time.monotonic()
    assert ask(server.url, LIMITS._replace(request=0.3)).kind is ReplyKind.TIMED_OUT
    assert time.monotonic() - started < 1.5


def test_nothing_is_said_against_a_server_when_all_time_is_up(server: Server) -> None:
    server.answers["/"] = lambda _connection, _method: server.stopped.wait(5) and None
    assert ask(server.url, LIMITS._replace(total=0.2)).kind is ReplyKind.UNASKED
    assert ask(server.url, LIMITS._replace(total=0)).kind is ReplyKind.UNASKED
