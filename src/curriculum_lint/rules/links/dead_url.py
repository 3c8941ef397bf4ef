"""CL320 dead-url."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...model.reply import DEAD, Reply, ReplyKind, url_to_ask
from ...model.target import Outcome
from ...settings.severity import Severity
from ._link_findings import as_code, destination_span, targets_of

_NOTES = "# Notes\n\nSee [the guide](https://example.com/{}).\n"
_WORDS = {
    ReplyKind.REFUSED: "the server refuses the connection",
    ReplyKind.DROPPED: "the connection ends without a proper answer",
    ReplyKind.TIMED_OUT: "there is no answer within the time allowed for one request",
    ReplyKind.REDIRECTS: "it is redirected more than five times",
}
_GONE = "Link to where it is now, or take the link out."
_PASSING = "If this is only for the moment, try again later; else link to another page."


class DeadUrl(CurriculumRule):
    """Pages of the web move and vanish, and nothing in the repository changes when they do. A
    learner who is sent to one cannot know what it would have said.
    """

    code = "CL320"
    name = "dead-url"
    summary = "an external link that fails; only with `check --online`"
    severity = Severity.WARNING
    opt_in = True
    needs_network = True
    limits = (
        "Without `--online` nothing is asked and nothing reported. Answers that depend on who asks "
        "(401, 403, 405, 429) are fine. Names that stand for an address that is not of the public "
        "internet (`localhost`, `192.168.0.1`) are never connected to, nor are URLs with a "
        "password, and nothing is said about them; the same holds where a redirect leads to one. "
        "`links.ignore` is obeyed, fragments are not looked up, and only http and https are "
        "asked. A site that is down or slow at the moment looks like a dead one; so does one that "
        "redirects until it gets its cookie back."
    )
    good = (Example(_NOTES.format("guide")),)
    bad = (Example(_NOTES.format("moved-long-ago"), finds=("3:17 CL320",)),)

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every link whose URL was asked for and is dead."""
        if not curriculum.replies:
            return
        for path, target in targets_of(curriculum, Outcome.EXTERNAL):
            url = url_to_ask(target.link.destination)
            if url and (reply := curriculum.replies.get(url)) and reply.kind in DEAD:
                message = f"{as_code(url)} cannot be reached: {_reason(reply)}."
                yield Finding(path, destination_span(target), message, _advice(reply))


def _reason(reply: Reply) -> str:
    led = f"it redirects to {as_code(reply.url)}, and there " if reply.url else ""
    if reply.kind is ReplyKind.STATUS:
        words = f" ({reply.words})" if reply.words else ""
        return f"{led}the server answers with status {reply.status}{words}"
    if reply.kind is ReplyKind.NO_HOST:
        return f"{led}no host is called {as_code(reply.words)}"
    if reply.kind is ReplyKind.NOT_SECURE:
        words = f" ({reply.words})" if reply.words else ""
        return f"{led}no secure connection can be made{words}"
    if reply.kind is ReplyKind.REDIRECTS:
        return f"{_WORDS[reply.kind]}, the last time to {as_code(reply.url)}"
    return led + _WORDS[reply.kind]


def _advice(reply: Reply) -> str:
    is_gone = reply.kind is ReplyKind.NO_HOST or 400 <= reply.status < 500
    return _GONE if is_gone else _PASSING
