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


def _text() -> Format:
    from .text import text_report

    return text_report


def _concise() -> Format:
    from .concise import concise_report

    return concise_report


def _json() -> Format:
    from .json_format import json_report

    return json_report


#: To add a format: a member of `OutputFormat`, a loader above, and a line here.
FORMATS: Mapping[OutputFormat, Callable[[], Format]] = MappingProxyType(
    {
        OutputFormat.TEXT: _text,
        OutputFormat.CONCISE: _concise,
        OutputFormat.JSON: _json,
    }
)
