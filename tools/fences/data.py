"""Parsers for the languages that hold data: json, yaml, toml, xml, csv and ini."""

import csv
import json
import re
import tomllib
from xml.parsers import expat

from .extract import Fence
from .project import Project
from .verdict import FenceError, Skip

KEY_VALUE = re.compile(r"(?:export +)?([A-Za-z_][\w.-]*) *= *(.*)")
QUOTED = re.compile(r"""("[^"]*"|'[^']*')\s*([#;].*)?""")


def parse_json(fence: Fence, _: Project) -> None:
    """Strict JSON: no NaN, no member twice; a fragment may lack its brackets."""
    frames = ("@", "{@}", "[@]") if fence.is_fragment else ("@",)
    complaints = [_json_complaint(frame.replace("@", fence.text)) for frame in frames]
    if all(complaints):
        raise FenceError(complaints[0])


def _json_complaint(text: str) -> str:
    try:
        json.loads(text, object_pairs_hook=_unique_members, parse_constant=_no_constant)
    except ValueError as error:
        return str(error)
    return ""


def _unique_members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError(f"a member stands twice among {', '.join(name for name, _ in pairs)}")
    return members


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def parse_yaml(fence: Fence, _: Project) -> None:
    """One or more YAML documents."""
    try:
        import yaml
    except ModuleNotFoundError:
        raise Skip("tool missing: PyYAML") from None
    try:
        list(yaml.safe_load_all(fence.text))
    except yaml.YAMLError as error:
        raise FenceError(str(error)) from error


def parse_toml(fence: Fence, _: Project) -> None:
    """TOML."""
    try:
        tomllib.loads(fence.text)
    except tomllib.TOMLDecodeError as error:
        raise FenceError(str(error)) from error


def parse_xml(fence: Fence, _: Project) -> None:
    """A well-formed document; a fragment may have several roots."""
    text = f"<fragment>{fence.text}</fragment>" if fence.is_fragment else fence.text.strip()
    try:
        expat.ParserCreate().Parse(text, True)
    except expat.ExpatError as error:
        raise FenceError(str(error)) from error


def parse_csv(fence: Fence, _: Project) -> None:
    """Rows that have as many fields as the header; a fragment may have any number."""
    try:
        rows = list(csv.reader(fence.text.splitlines(keepends=True), strict=True))
    except csv.Error as error:
        raise FenceError(str(error)) from error
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]) and not fence.is_fragment:
            raise FenceError(f"row {number} has {len(row)} fields, the header {len(rows[0])}")


def parse_ini(fence: Fence, _: Project) -> None:
    """KEY=VALUE lines, comments and [sections]; no key twice, no open quote."""
    seen: set[str] = set()
    for number, line in enumerate(fence.text.splitlines(), start=1):
        stripped = line.strip()
        if re.fullmatch(r"\[[^\]]+\]", stripped):
            seen.clear()
        elif stripped and stripped[0] not in "#;":
            _require_key_value(stripped, seen, number)


def _require_key_value(line: str, seen: set[str], number: int) -> None:
    match = KEY_VALUE.fullmatch(line)
    if match is None:
        raise FenceError(f"line {number} is not KEY=VALUE: {line}")
    key, value = match.groups()
    if key in seen:
        raise FenceError(f"line {number} sets {key} again")
    if value[:1] in {'"', "'"} and not QUOTED.fullmatch(value):
        raise FenceError(f"line {number} has an open quote: {line}")
    seen.add(key)
