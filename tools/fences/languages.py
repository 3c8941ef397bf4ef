"""Which parser is for which language, and which languages have none."""

from collections.abc import Callable

from . import data, dockerfile, http_message, javascript, shell, sql
from .extract import Fence
from .project import Project
from .verdict import FenceError, Skip

Parser = Callable[[Fence, Project], None]

PARSERS: dict[str, Parser] = {
    "csv": data.parse_csv,
    "dockerfile": dockerfile.parse,
    "http": http_message.parse,
    "ini": data.parse_ini,
    "js": javascript.parse,
    "json": data.parse_json,
    "sh": shell.parse,
    "sql": sql.parse,
    "toml": data.parse_toml,
    "xml": data.parse_xml,
    "yaml": data.parse_yaml,
}

UNCHECKED = {
    "text": "text: nothing to check",
    "diff": "diff: has no parser",
    "mermaid": "mermaid: has no parser",
    "markdown": "markdown: any text is valid",
}


def parser_for(fence: Fence) -> Parser:
    """The parser of a fence's language; raises where there is none."""
    if fence.language in UNCHECKED:
        raise Skip(UNCHECKED[fence.language])
    if fence.language not in PARSERS:
        known = ", ".join(sorted(PARSERS.keys() | UNCHECKED.keys()))
        raise FenceError(f"unknown language {fence.language}; known are {known}")
    return PARSERS[fence.language]
