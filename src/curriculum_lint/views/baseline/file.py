"""The file of known findings: JSON, one entry a line, the same findings always the same bytes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from ...settings.errors import SettingsError
from ...settings.settings import Limits
from ...workspace.read import FileText, read_text
from ...workspace.unreadable import UnreadableReason
from .compare import Entries
from .fingerprint import Fingerprint

VERSION = 1
MAX_BYTES = 16 * 1024 * 1024
#: The longest entry has a path and an excerpt, each character escaped with six.
_LIMITS = Limits(file_bytes=MAX_BYTES, line_characters=100_000)
_TEXTS = ("unit", "code", "exercise", "excerpt")
_KEYS = {*_TEXTS, "count"}
_MOST = 1_000_000


class BaselineFile(NamedTuple):
    """What a file holds; ``digest`` is that of its bytes, by which it is known again."""

    entries: Entries
    digest: str


def read_baseline(root: str, path: str) -> BaselineFile | None:
    """The baseline at ``path``, relative to ``root``; ``None`` where there is no file.

    Raises `SettingsError` for a file that is no baseline.
    """
    read = read_text(root, path, _LIMITS)
    if isinstance(read, FileText):
        return BaselineFile(_entries(read.text, path), read.digest)
    if read.reason is UnreadableReason.MISSING:
        return None
    raise SettingsError.single(f"this baseline cannot be read: {read.message}", path)


def render_baseline(entries: Entries) -> str:
    """The text of the file, sorted by unit and code. Everything in it is ASCII."""
    lines = ",\n".join(_line(fingerprint, entries[fingerprint]) for fingerprint in sorted(entries))
    return f'{{\n  "version": {VERSION},\n  "entries": [\n{lines}\n  ]\n}}\n'


def _line(fingerprint: Fingerprint, count: int) -> str:
    written = json.dumps({**fingerprint._asdict(), "count": count})
    # As in the JSON report: an escape means the same, and no workflow obeys it.
    return "    " + written.replace("##[", "#\\u0023[").replace("\x7f", "\\u007f")


def _entries(text: str, path: str) -> Entries:
    try:
        found: Counter[Fingerprint] = Counter()
        for number, (fingerprint, count) in enumerate(_read(_data(text)), start=1):
            if fingerprint in found:
                raise ValueError(f"entry {number} is there twice; keep one of them")
            found[fingerprint] = count
    except ValueError as error:
        raise SettingsError.single(f"this is no baseline: {error}", path) from None
    return found


def _data(text: str) -> Any:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON (line {error.lineno}: {error.msg})") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(data, dict) or set(data) != {"version", "entries"}:
        raise ValueError('it must be an object with "version" and "entries"')
    if type(data["version"]) is not int or data["version"] != VERSION:
        raise ValueError(f"its version is not {VERSION}; another curriculum-lint wrote it")
    return data["entries"]


def _read(entries: Any) -> Iterator[tuple[Fingerprint, int]]:
    if not isinstance(entries, list):
        raise ValueError('"entries" must be a list')
    for number, entry in enumerate(entries, start=1):
        if not _is_entry(entry):
            raise ValueError(f"entry {number} must have the texts {', '.join(_TEXTS)} and a count")
        yield Fingerprint(*(entry[key] for key in _TEXTS)), entry["count"]


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and set(entry) == _KEYS
        and all(isinstance(entry[key], str) for key in _TEXTS)
        and type(entry["count"]) is int
        and 0 < entry["count"] <= _MOST
    )
