"""HTTP fences: one or more HTTP/1.1 messages, checked line by line."""

import json
import re
from dataclasses import dataclass

from .extract import Fence
from .project import Project
from .verdict import FenceError

TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
REQUEST = re.compile(rf"({TOKEN}) (/[!-~]*|\*|https?://[!-~]+) HTTP/1\.1")
STATUS = re.compile(r"HTTP/1\.1 ([1-5][0-9]{2})(?: [ -~]*)?")
HEADER = re.compile(rf"({TOKEN}):[ \t]*([\t -~]*?)[ \t]*")


@dataclass(frozen=True, slots=True)
class Message:
    """A start line, header lines and a body."""

    start: str
    headers: dict[str, str]
    body: str


def parse(fence: Fence, _: Project) -> None:
    """Check every message; a fragment is header lines only, or a message without Host."""
    lines = fence.text.splitlines()
    if fence.is_fragment and not _is_start(lines[0] if lines else ""):
        _headers(lines)
        return
    for chunk in _messages(lines):
        _check(_message(chunk), fragment=fence.is_fragment)


def _is_start(line: str) -> bool:
    return bool(REQUEST.fullmatch(line) or STATUS.fullmatch(line))


def _messages(lines: list[str]) -> list[list[str]]:
    """Cut before each start line that follows an empty line."""
    chunks: list[list[str]] = [[]]
    for number, line in enumerate(lines):
        if number and not lines[number - 1] and _is_start(line):
            chunks.append([])
        chunks[-1].append(line)
    return chunks


def _message(lines: list[str]) -> Message:
    start = lines[0] if lines else ""
    if not _is_start(start):
        raise FenceError(f"neither a request line nor a status line: {start!r}")
    end = lines.index("") if "" in lines else len(lines)
    return Message(start, _headers(lines[1:end]), "\n".join(lines[end + 1 :]).rstrip("\n"))


def _headers(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        match = HEADER.fullmatch(line)
        if match is None:
            raise FenceError(f"not a header line: {line!r}")
        headers[match[1].lower()] = match[2]
    return headers


def _check(message: Message, *, fragment: bool) -> None:
    status = STATUS.fullmatch(message.start)
    if status is None and "host" not in message.headers and not fragment:
        raise FenceError(f"a request needs a Host header: {message.start}")
    if status and status[1] in {"204", "304"} and message.body:
        raise FenceError(f"an answer with status {status[1]} has no body")
    _check_length(message)
    media_type = message.headers.get("content-type", "").split(";")[0].lower()
    if message.body and re.search(r"[/+]json$", media_type):
        _check_json(message.body)


def _check_length(message: Message) -> None:
    """A stated length is true, with or without a line end after the body."""
    stated = message.headers.get("content-length")
    real = len(message.body.encode())
    if message.body and stated not in {None, str(real), str(real + 1)}:
        raise FenceError(f"Content-Length says {stated}, the body has {real} bytes")


def _check_json(body: str) -> None:
    try:
        json.loads(body)
    except ValueError as error:
        raise FenceError(f"the body is not JSON: {error}") from error
