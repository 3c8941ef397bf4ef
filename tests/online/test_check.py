"""``check --online`` as a whole: what is asked, how often, and what is reported."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from curriculum_lint.check.result import Result
from curriculum_lint.check.run import run
from curriculum_lint.check.selection import select_rules
from curriculum_lint.model.reply import Reply, ReplyKind
from curriculum_lint.online.ask import Asker
from curriculum_lint.online.limits import RequestLimits
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import Overrides, load_settings
from curriculum_lint.workspace.disk import Disk
from tests.command import invoke
from tests.online.server import Server, redirect, status
from tests.repository import places, write_files

LIMITS = RequestLimits(request=2, pause=0)
QUICK = LIMITS._replace(pause=0.05)


def found(root: Path, ask: Asker) -> Result:
    """The findings of the rule alone."""
    overrides = Overrides(select=("CL320",))
    settings = load_settings(str(root), root=str(root), overrides=overrides).settings
    return run(Disk(settings), select_rules(all_rules(), settings), ask=ask)


def told(root: Path, text: str, replies: dict[str, Reply]) -> list[str]:
    """What is reported in a document for these replies."""
    write_files(root, {"notes.md": text})
    done = found(root, lambda _: replies)  # type: ignore[arg-type]
    return [each.message for each in done.diagnostics]


URL = "https://example.com/a"


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (
            Reply(ReplyKind.STATUS, 404, "Not Found"),
            "the server answers with status 404 (Not Found)",
        ),
        (Reply(ReplyKind.STATUS, 599), "the server answers with status 599"),
        (
            Reply(ReplyKind.STATUS, 410, "Gone", "https://example.com/b"),
            "it redirects to `https://example.com/b`, and there the server answers with status "
            "410 (Gone)",
        ),
        (Reply(ReplyKind.NO_HOST, 0, "example.com"), "no host is called `example.com`"),
        (
            Reply(ReplyKind.NOT_SECURE, 0, "certificate has expired"),
            "no secure connection can be made (certificate has expired)",
        ),
        (Reply(ReplyKind.REFUSED), "the server refuses the connection"),
        (Reply(ReplyKind.DROPPED), "the connection ends without a proper answer"),
        (
            Reply(ReplyKind.TIMED_OUT),
            "there is no answer within the time allowed for one request",
        ),
        (
            Reply(ReplyKind.REDIRECTS, url="https://example.com/6"),
            "it is redirected more than five times, the last time to `https://example.com/6`",
        ),
    ],
)
def test_dead_link_is_told_with_the_reason(tmp_path: Path, reply: Reply, message: str) -> None:
    text = f"# Notes\n\nSee [a]({URL}#part).\n"
    expected = [f"`{URL}` cannot be reached: {message}."]
    assert told(tmp_path, text, {URL: reply}) == expected


@pytest.mark.parametrize(
    "kind", [ReplyKind.FINE, ReplyKind.NOT_PUBLIC, ReplyKind.UNFIT, ReplyKind.UNASKED]
)
def test_what_is_not_known_to_be_dead_is_not_reported(tmp_path: Path, kind: ReplyKind) -> None:
    assert told(tmp_path, f"[a]({URL})\n", {URL: Reply(kind)}) == []


def test_link_is_reported_once_at_each_place(tmp_path: Path, server: Server) -> None:
    gone = f"{server.url}/gone"
    text = f"# Notes\n\n[a]({gone}) [b]({gone}#x)\n\n[c][r] [d][r] <{gone}>\n\n[r]: {gone}\n"
    write_files(tmp_path, {"notes.md": text, "more.md": f"# More\n\n![e]({gone})\n"})
    done = found(tmp_path, Asker(lambda _: True, LIMITS))
    lines = [place.rpartition(":")[0] for place in places(done.diagnostics)]
    assert lines == ["more.md:3", "notes.md:3", "notes.md:3", "notes.md:5", "notes.md:7"]
    assert server.asked == ["HEAD /gone", "GET /gone"]


def test_what_the_settings_ignore_is_not_asked_for(tmp_path: Path, server: Server) -> None:
    server.answers["/a"] = status(200)
    write_files(
        tmp_path,
        {
            "notes.md": f"[a]({server.url}/a) [b]({server.url}/b)\n",
            "curriculum-lint.toml": '[links]\nignore = ["*/b"]\n',
        },
    )
    assert found(tmp_path, Asker(lambda _: True, LIMITS)).diagnostics == ()
    assert server.asked == ["HEAD /a"]


def test_only_one_request_at_a_time_goes_to_a_host(tmp_path: Path, server: Server) -> None:
    server.answers |= {f"/{n}": redirect(f"/to{n}") for n in range(4)}
    links = " ".join(f"[a]({server.url}/{n})" for n in range(4))
    write_files(tmp_path, {"notes.md": f"{links}\n"})
    started = time.monotonic()
    found(tmp_path, Asker(lambda _: True, QUICK))
    assert server.most_at_once == 1
    assert len(server.asked) == 12
    assert time.monotonic() - started > 11 * QUICK.pause


def test_what_is_too_much_or_too_late_goes_unasked(tmp_path: Path, server: Server) -> None:
    links = " ".join(f"[a]({server.url}/{n})" for n in range(4))
    write_files(tmp_path, {"notes.md": f"{links}\n"})
    few = Asker(lambda _: True, LIMITS._replace(urls=3))
    assert len(found(tmp_path, few).diagnostics) == 3
    assert few.unasked == 1
    late = Asker(lambda _: True, LIMITS._replace(total=0))
    assert found(tmp_path, late).diagnostics == ()
    assert late.unasked == 4


def test_second_round_of_a_repair_asks_nothing_again(tmp_path: Path, server: Server) -> None:
    write_files(tmp_path, {"notes.md": f"[a]({server.url}/a)\n"})
    asker = Asker(lambda _: True, LIMITS)
    assert found(tmp_path, asker).diagnostics == found(tmp_path, asker).diagnostics
    assert server.asked == ["HEAD /a", "GET /a"]


# -- the command


@pytest.fixture
def root(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one link to the server, which counts as public."""
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("curriculum_lint.online.ask.is_public_address", lambda _: True)
    write_files(tmp_path / "root", {"notes.md": f"# Notes\n\n[the guide]({server.url}/a)\n"})
    return tmp_path / "root"


def check(root: Path, *arguments: str) -> tuple[int, list[str]]:
    done = invoke("check", "--root", str(root), "--output-format", "json", *arguments)
    return done.exit_code, [each["code"] for each in json.loads(done.stdout)["diagnostics"]]


def test_online_turns_the_rule_on_and_nothing_else_does(root: Path, server: Server) -> None:
    assert check(root) == (0, [])
    assert check(root, "--select", "CL320,CL301") == (0, [])
    assert server.asked == []
    assert check(root, "--online") == (1, ["CL320"])
    assert check(root, "--online", "--select", "CL301") == (1, ["CL320"])


def test_result_is_neither_taken_from_the_cache_nor_put_there(root: Path, server: Server) -> None:
    assert check(root) == (0, [])
    assert check(root, "--online") == (1, ["CL320"])
    assert check(root) == (0, [])
    server.answers["/a"] = status(200)
    assert check(root, "--online") == (0, [])


def test_nobody_is_asked_where_the_rule_is_ignored(root: Path, server: Server) -> None:
    assert check(root, "--online", "--ignore", "dead-url") == (0, [])
    assert server.asked == []


def test_suppression_is_obeyed_and_not_called_unused_without_online(root: Path) -> None:
    notes = root / "notes.md"
    disable = "<!-- curriculum-lint-disable-next-line dead-url -- it comes back in May -->\n"
    notes.write_text(notes.read_text().replace("[the", f"{disable}[the"))
    assert check(root, "--online") == (0, [])
    assert check(root, "--select", "CL") == (0, [])


def test_fixes_and_online_go_together(root: Path, server: Server) -> None:
    assert check(root, "--online", "--fix") == (1, ["CL320"])
    assert server.asked == ["HEAD /a", "GET /a"]


def test_what_went_unasked_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "curriculum_lint.online.follow.Follower.reply", lambda *_: Reply(ReplyKind.UNASKED)
    )
    done = invoke("check", "--root", str(root), "--online")
    assert done.exit_code == 0
    assert "1 external URL was not checked" in done.stderr


def test_loopback_is_not_asked_by_the_command_itself(
    root: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert check(root, "--online", "--no-cache") == (0, [])
    assert server.asked == []


def test_online_excludes_changed(root: Path) -> None:
    done = invoke("check", "--root", str(root), "--online", "--changed")
    assert done.exit_code == 2
    assert "--online" in done.stderr


def test_without_online_nothing_of_it_is_imported(root: Path) -> None:
    code = (
        "import sys\nfrom curriculum_lint.cli.main import run\n"
        "run(['check', '--no-cache', '--select', 'ALL', '-q'])\n"
        "print([n for n in sys.modules if n in ('ssl', 'http.client', 'socket')"
        " or n.startswith('curriculum_lint.online')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=60
    )
    assert done.stderr.splitlines()[-1] == "[]"
