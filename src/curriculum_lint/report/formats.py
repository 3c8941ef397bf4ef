"""The output formats by name. A format's code is loaded only when it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from .summary import Report

Format = Callable[[Report], Iterator[str]]


class OutputFormat(StrEnum):
    """The value of ``--output-format``."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"
    RDJSON = "rdjson"


def _text() -> Format:
    from .text import text_report

    return text_report


def _concise() -> Format:
    from .concise import concise_report

    return concise_report


def _json() -> Format:
    from .json_format import json_report

    return json_report


def _github() -> Format:
    from .github import github_report

    return github_report


def _sarif() -> Format:
    from .sarif import sarif_report

    return sarif_report


def _junit() -> Format:
    from .junit import junit_report

    return junit_report


def _gitlab() -> Format:
    from .gitlab import gitlab_report

    return gitlab_report


def _markdown() -> Format:
    from .markdown import markdown_report

    return markdown_report


def _rdjson() -> Format:
    from .rdjson import rdjson_report

    return rdjson_report


#: To add a format: a member of `OutputFormat`, a loader above, and a line here.
FORMATS: Mapping[OutputFormat, Callable[[], Format]] = MappingProxyType(
    {
        OutputFormat.TEXT: _text,
        OutputFormat.CONCISE: _concise,
        OutputFormat.JSON: _json,
        OutputFormat.GITHUB: _github,
        OutputFormat.SARIF: _sarif,
        OutputFormat.JUNIT: _junit,
        OutputFormat.GITLAB: _gitlab,
        OutputFormat.MARKDOWN: _markdown,
        OutputFormat.RDJSON: _rdjson,
    }
)
