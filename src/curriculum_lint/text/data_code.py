"""What is wrong with JSON, TOML or YAML that a person wrote as an example.

Messages are our own: those of the libraries change between versions of Python.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from .late_pattern import late_pattern


class Fault(NamedTuple):
    """``at`` is the offset of what is wrong, ``message`` a clause that says what it is."""

    at: int
    message: str


_STRING = late_pattern(r"\"(?:\\.|[^\"\\\n])*\"")
#: What marks a fragment, outside of strings: an ellipsis, a comment, a placeholder, a template.
_FRAGMENT = late_pattern(
    r"\.\.\.|…|//|/\*|(?:^|\s)#|<[\w -]+>|\{\{|\{%|\$\{|<%|\{\w+\}|^[ \t]*\(", re.MULTILINE
)
#: What a value begins with, or what people mistake for it. Other text is a request or a label.
_LATER_VALUE = late_pattern(r"^[ \t]*[\[{]", re.MULTILINE)
_VALUE_START = late_pattern(r"\s*[\[{\"'\d.+-]|\s*(?:true|false|null|None|True|False|NaN)\b")
#: A comma, closed strings before it, that a parser for configuration files skips.
_LAST_COMMA = late_pattern(r",(?=\s*[}\]])")
_TOML_FRAGMENT = late_pattern(r"\.\.\.|…|<[\w -]+>|\{\{|\{%|\$\{|<%")
_MEMBER = late_pattern(r"\s*\"(?:\\.|[^\"\\\n])*\"\s*:")
_TRAILING_COMMA = late_pattern(r",\s*[}\]]")
_SEPARATOR = late_pattern(r"[\s,]*")
_WORD = late_pattern(r"[\w$.-]{1,40}")
_MOST_VALUES = 200
_CLAUSES = {
    "Unterminated string": "the string that begins here has no end",
    "Invalid control character": "a string goes on in the next line, or holds a tab",
    "Invalid \\": "a backslash in a string begins no escape; write `\\\\` for a backslash",
    "Expecting ',' delimiter": "a comma is missing before this",
    "Expecting ':' delimiter": "a colon is missing before this",
    "Expecting property name": "a name in double quotes should stand here",
    "Extra data": "the value ends before this",
}


def find_json_fault(text: str, *, commas: bool = False) -> Fault | None:
    """The first thing that keeps ``text`` from being JSON, or several JSON values in a row.

    With ``commas`` there may be one before a closing bracket, as in many configuration files.
    """
    if not text.strip() or (not _VALUE_START.match(text) and _LATER_VALUE.search(text)):
        return None
    if commas:
        text = _STRING.sub(lambda string: string[0].replace(",", " "), text)
        text = _LAST_COMMA.sub(" ", text)
    error = _json_error(text)
    if error is None or _FRAGMENT.search(_STRING.sub('""', text)) or _is_part(text):
        return None
    return _fault_in_members(text) or _json_fault(text, error)


def _fault_in_members(text: str) -> Fault | None:
    """What is wrong inside members that have no braces around them."""
    if _MEMBER.match(text) is None:
        return None
    whole = f"{{{text.strip().removesuffix(',')}}}"
    error = _json_error(whole)
    if error is None:
        return None
    fault = _json_fault(whole, error)
    skipped = len(text) - len(text.lstrip()) - 1
    return Fault(min(max(0, fault.at + skipped), len(text) - 1), fault.message)


def _json_error(text: str) -> json.JSONDecodeError | None:
    """Why ``text`` is not JSON; ``None`` where it is, or cannot be told."""
    try:
        # Numbers may be longer than Python likes to convert.
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        return error
    except RecursionError:
        return None
    return None


def _is_part(text: str) -> bool:
    """Whether it is members without braces, or one value after another."""
    bare = text.strip().removesuffix(",")
    if _MEMBER.match(bare):
        return _json_error(f"{{{bare}}}") is None
    decoder = json.JSONDecoder(parse_int=str, parse_float=str)
    at = 0
    for _ in range(_MOST_VALUES):
        try:
            value, at = decoder.raw_decode(text, _SEPARATOR.match(text, at).end())  # type: ignore[union-attr]
        except (json.JSONDecodeError, RecursionError):
            return False
        if not isinstance(value, dict | list):
            return False
        if not text[at:].strip(" \t\r\n,"):
            return True
    return True


def _json_fault(text: str, error: json.JSONDecodeError) -> Fault:
    comma = _trailing_comma(text, error.pos)
    if comma is not None:
        bracket = text[comma + 1 :].lstrip()[:1]
        return Fault(comma, f"no comma may stand before a closing `{bracket}`")
    at = min(error.pos, max(0, len(text.rstrip()) - 1))
    if error.pos >= len(text.rstrip()):
        return Fault(at, "it ends too early; a bracket or brace is not closed")
    if text[at] == "'":
        return Fault(at, "strings are written in double quotes, not in single ones")
    for begins, clause in _CLAUSES.items():
        if error.msg.startswith(begins):
            return Fault(at, clause)
    word = _WORD.match(text, at)
    return Fault(at, f"`{word[0] if word else text[at]}` is no value")


def _trailing_comma(text: str, at: int) -> int | None:
    """The comma before a closing bracket, which some versions report at the bracket."""
    if _TRAILING_COMMA.match(text, at):
        return at
    before = text[:at].rstrip()
    if text[at : at + 1] in ("}", "]") and before.endswith(","):
        return len(before) - 1
    return None


_TOML_PLACE = late_pattern(r"\(at line (\d+), column (\d+)\)")
_MOST_DOTS = 100


def find_toml_fault(text: str) -> Fault | None:
    """Where ``text`` stops being TOML."""
    import tomllib

    # Reading very long keys takes very long.
    if any(line.count(".") > _MOST_DOTS for line in text.split("\n")):
        return None
    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        if _TOML_FRAGMENT.search(_STRING.sub('""', text)) or _is_toml_part(text):
            return None
        return _toml_fault(text, str(error))
    except (RecursionError, ValueError):
        return None
    return None


def _is_toml_part(text: str) -> bool:
    """Whether it is tables from a list, as in ``{ name = "a" },``."""
    import tomllib

    if not text.lstrip().startswith("{"):
        return False
    try:
        tomllib.loads(f"list = [\n{text}\n]".replace("\r\n", "\n"))
    except (RecursionError, ValueError):
        return False
    return True


def _toml_fault(text: str, told: str) -> Fault:
    is_repeated = told.startswith("Cannot")
    place = _TOML_PLACE.search(told)
    if place is None:
        clause = "its last name has a value already" if is_repeated else "it ends too early"
        return Fault(max(0, len(text.rstrip()) - 1), clause)
    lines = text.split("\n")
    row = min(int(place[1]), len(lines)) - 1
    column = min(int(place[2]) - 1, max(0, len(lines[row].rstrip()) - 1))
    at = sum(len(line) + 1 for line in lines[:row]) + column
    if is_repeated:
        return Fault(at, "this name has a value already")
    return Fault(at, "a value, a name or a line end is missing here; strings need quotes")


_YAML_KEY = late_pattern(r"([A-Za-z_][\w.-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:(?=\s|\Z)")
_YAML_TEMPLATE = late_pattern(r"\{\{|\{%|<%|\.\.\.|…")


def find_yaml_fault(text: str) -> Fault | None:
    """A tab as indentation, or a key of the outermost mapping that is there already."""
    if _YAML_TEMPLATE.search(text) or text.lstrip().startswith(("{", "[")):
        return None
    margin = _margin(text)
    # In a list that is indented with tabs, every line begins with one.
    has_tabs = bool(re.search(r"^[^\s]", text, re.MULTILINE))
    known: set[str] = set()
    at, may_repeat = 0, False
    for line in text.split("\n"):
        body = line.strip()
        if has_tabs and line.startswith("\t") and body and not body.startswith("#"):
            return Fault(at, "it is indented with a tab; YAML allows only spaces")
        if body.startswith(("---", "#")) or not body:
            # What follows may be another document, or be meant instead of what is above.
            known, may_repeat = (set() if body.startswith("---") else known), True
        elif line.startswith(margin) and (key := _YAML_KEY.match(line, len(margin))) is not None:
            if key[1] in known and not may_repeat:
                return Fault(at + len(margin), f"the key `{key[1][:60]}` is there already")
            known.add(key[1])
            may_repeat = False
        at += len(line) + 1
    return None


def _margin(text: str) -> str:
    """The blanks before every line, which the list around the code owns."""
    lines = [line for line in text.split("\n") if line.strip()]
    spaces = min((len(line) - len(line.lstrip(" ")) for line in lines), default=0)
    return " " * spaces
