"""What a GitHub runner makes of a log: written after ``ActionCommand.cs`` of actions/runner."""

from __future__ import annotations

import re
from typing import NamedTuple

REGISTERED = {
    *("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "echo"),
    *("set-output", "save-state", "set-env", "add-path", "add-matcher", "remove-matcher"),
    "stop-commands",
}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """The commands in ``log`` that are obeyed, in order; stopping and resuming are not listed."""
    obeyed: list[Command] = []
    token: str | None = None
    for line in re.split(r"\r\n|\r|\n", log):
        registered = REGISTERED | ({token} if token else set())
        command = _second_form(line, registered) or _first_form(line, registered)
        if command is None:
            continue
        if token is not None:
            token = None if command.name == token else token
        elif command.name == "stop-commands":
            token = command.data
        else:
            obeyed.append(command)
    assert token is None, "the commands were not resumed"
    return obeyed


def _second_form(line: str, registered: set[str]) -> Command | None:
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, _, data = line[2:].partition("::")
    return _command(head, data, registered, ",", data_escapes="rn%", property_escapes="rn:,%")


def _first_form(line: str, registered: set[str]) -> Command | None:
    match = re.search(r"##\[([^\]]*)\](.*)", line)
    if match is None:
        return None
    return _command(match[1], match[2], registered, ";", data_escapes="", property_escapes="")


def _command(
    head: str,
    data: str,
    registered: set[str],
    separator: str,
    *,
    data_escapes: str,
    property_escapes: str,
) -> Command | None:
    name, _, listed = head.partition(" ")
    if name.lower() not in registered:
        return None
    pairs = [pair.split("=", 1) for pair in listed.strip().split(separator) if "=" in pair]
    properties = {key: _unescaped(value, property_escapes) for key, value in pairs}
    return Command(name.lower(), properties, _unescaped(data, data_escapes))


def _unescaped(text: str, escapes: str) -> str:
    """The percent sign last: the order of the runner."""
    for sign in escapes:
        code, meaning = {
            "r": ("%0D", "\r"),
            "n": ("%0A", "\n"),
            ":": ("%3A", ":"),
            ",": ("%2C", ","),
            "%": ("%25", "%"),
        }[sign]
        text = text.replace(code, meaning)
    return text
