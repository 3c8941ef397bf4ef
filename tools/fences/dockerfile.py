"""Dockerfile fences: instruction names, continuation lines and the exec form."""

import json
import re
from collections.abc import Iterator

from .extract import Fence
from .project import Project
from .verdict import FenceError

INSTRUCTIONS = re.compile(
    "ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|ONBUILD|RUN|SHELL|STOPSIGNAL"
    "|USER|VOLUME|WORKDIR"
)
HEREDOC = re.compile(r"<<-?\"?'?(\w+)")


def parse(fence: Fence, _: Project) -> None:
    """Check each instruction; a fragment may start with any of them."""
    names = [_check(instruction) for instruction in instructions(fence.text)]
    if not names:
        raise FenceError("no instruction")
    stages = [name for name in names if name != "ARG"]
    if not fence.is_fragment and stages[:1] != ["FROM"]:
        raise FenceError("the first instruction after ARG has to be FROM")


def instructions(text: str) -> Iterator[str]:
    """Logical lines: comments dropped, continuation lines joined, here-documents left out."""
    lines = iter(text.splitlines())
    logical = ""
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        logical += line.strip()
        if logical.endswith("\\"):
            logical = logical[:-1] + " "
            continue
        _skip_heredocs(lines, logical)
        yield logical
        logical = ""
    if logical:
        raise FenceError("the last line promises a continuation")


def _skip_heredocs(lines: Iterator[str], logical: str) -> None:
    for word in HEREDOC.findall(logical):
        if not any(line.strip() == word for line in lines):
            raise FenceError(f"the here-document {word} has no end")


def _check(instruction: str) -> str:
    name, _, value = instruction.partition(" ")
    if not INSTRUCTIONS.fullmatch(name):
        raise FenceError(f"unknown instruction: {instruction}")
    if not value.strip():
        raise FenceError(f"{name} has no argument")
    if name in {"CMD", "ENTRYPOINT", "SHELL"} and value.lstrip().startswith("["):
        _check_exec_form(value)
    return name


def _check_exec_form(value: str) -> None:
    try:
        words = json.loads(value)
    except ValueError as error:
        raise FenceError(f"the exec form is not JSON: {value}") from error
    if not all(isinstance(word, str) for word in words):
        raise FenceError(f"the exec form holds strings only: {value}")
