"""Places in SARIF: artifacts, regions and locations."""

from __future__ import annotations

from typing import Any

from ..check.diagnostic import Place
from ..text.escape import printable
from ..text.source import Position
from .summary import Report
from .web_links import uri


def message_text(words: str) -> str:
    """``words`` for a message: SARIF takes ``[text](target)`` for a link in any of them."""
    return printable(words).replace("](", "] (")


def location(place: Place, report: Report) -> dict[str, Any]:
    """A physical location; a folder is shown at the readme nearest to it."""
    return {
        "physicalLocation": {
            "artifactLocation": artifact(place.path, report),
            "region": region(place.start, place.end),
        }
    }


def artifact(path: str, report: Report) -> dict[str, Any]:
    """The location of a file, counted from the top of the repository."""
    return {"uri": uri(report.repository.file_of(path))}


def region(start: Position, end: Position) -> dict[str, int]:
    """A range of characters; its end column is the one after the last character."""
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
