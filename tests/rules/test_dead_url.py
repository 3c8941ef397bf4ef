"""CL320: what is said of each answer of the web."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.run import run
from curriculum_lint.model.reply import Reply, ReplyKind, url_to_ask
from curriculum_lint.rules.links.dead_url import DeadUrl
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

URL, OTHER = "https://x.org/a", "https://x.org/b"
GONE = "Link to where it is now, or take the link out."
PASSING = "If this is only for the moment, try again later; else link to another page."


def _found(root: Path, reply: Reply) -> list[tuple[str, str | None]]:
    write_files(root, {"notes.md": f"# N\n\n[a]({URL}#top) [b](readme.md) <{OTHER}>\n"})
    replies = {URL: reply, OTHER: Reply(ReplyKind.FINE, 200)}
    found = run(Disk(Settings(str(root))), [DeadUrl()], ask=lambda _: replies).diagnostics
    assert {(each.place.start.line, each.place.start.column) for each in found} <= {(3, 5)}
    return [(each.message, each.help) for each in found]


@pytest.mark.parametrize(
    ("reply", "reason", "advice"),
    [
        (Reply(ReplyKind.STATUS, 400), "the server answers with status 400", GONE),
        (Reply(ReplyKind.STATUS, 404, "Not Found"),
         "the server answers with status 404 (Not Found)", GONE),
        (Reply(ReplyKind.STATUS, 499), "the server answers with status 499", GONE),
        (Reply(ReplyKind.STATUS, 500), "the server answers with status 500", PASSING),
        (Reply(ReplyKind.STATUS, 399), "the server answers with status 399", PASSING),
        (Reply(ReplyKind.STATUS, 404, "", OTHER),
         f"it redirects to `{OTHER}`, and there the server answers with status 404", GONE),
        (Reply(ReplyKind.NO_HOST, 0, "x.org"), "no host is called `x.org`", GONE),
        (Reply(ReplyKind.NOT_SECURE), "no secure connection can be made", PASSING),
        (Reply(ReplyKind.NOT_SECURE, 0, "expired"),
         "no secure connection can be made (expired)", PASSING),
        (Reply(ReplyKind.REFUSED), "the server refuses the connection", PASSING),
        (Reply(ReplyKind.REFUSED, 0, "", OTHER),
         f"it redirects to `{OTHER}`, and there the server refuses the connection", PASSING),
        (Reply(ReplyKind.DROPPED), "the connection ends without a proper answer", PASSING),
        (Reply(ReplyKind.TIMED_OUT),
         "there is no answer within the time allowed for one request", PASSING),
        (Reply(ReplyKind.REDIRECTS, 302, "", OTHER),
         f"it is redirected more than five times, the last time to `{OTHER}`", PASSING),
    ],
)  # fmt: skip
def test_a_dead_link_says_what_the_web_answered(
    reply: Reply, reason: str, advice: str, tmp_path: Path
) -> None:
    assert _found(tmp_path, reply) == [(f"`{URL}` cannot be reached: {reason}.", advice)]


@pytest.mark.parametrize(
    "kind", [ReplyKind.FINE, ReplyKind.NOT_PUBLIC, ReplyKind.UNFIT, ReplyKind.UNASKED]
)
def test_nothing_is_said_of_what_may_be_fine(kind: ReplyKind, tmp_path: Path) -> None:
    assert _found(tmp_path, Reply(kind, 404)) == []


@pytest.mark.parametrize(
    ("destination", "url"),
    [
        ("https://x.org/a#b", "https://x.org/a"),
        ("HTTP://x.org", "HTTP://x.org"),
        ("http://#a", "http://"),
        ("ftp://x.org", None),
        ("httpx://x.org", None),
        ("readme.md", None),
        ("#http://x.org", None),
    ],
)
def test_addresses_of_the_web_are_asked_for_without_fragment(
    destination: str, url: str | None
) -> None:
    assert url_to_ask(destination) == url
