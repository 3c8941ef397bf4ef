"""The file of known findings: JSON, one entry a line, the same findings always the same bytes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from ...settings.errors import SettingsError
from ...settings.limits import Limits
from ...text.conflicts import find_conflicts, resolved
from ...workspace.read import FileText, read_text
from ...workspace.unreadable import UnreadableReason
from .compare import Entries
from .fingerprint import Fingerprint

VERSION = 1
MAX_BYTES = 16 * 1024 * 1024
#: The longest entry has a path and an excerpt, each character escaped with six.
_LIMITS = Limits(file_bytes=MAX_BYTES)
_TEXTS = ("unit", "code", "exercise", "excerpt")
_KEYS = {*_TEXTS, "count"}
_MOST = 1_000_000


#: What stands at the end of the list.
_END = Fingerprint("", "", "", "")


class BaselineFile(NamedTuple):
    """What a file holds; ``digest`` is that of its bytes, by which it is known again.

    One with merge conflicts ``is_conflicted`` and holds what either side does.
    """

    entries: Entries
    digest: str
    text: str = ""
    is_conflicted: bool = False


def read_baseline(root: str, path: str) -> BaselineFile | None:
    """The baseline at ``path``, relative to ``root``; ``None`` where there is no file.

    Raises `SettingsError` for a file that is no baseline.
    """
    read = read_text(root, path, _LIMITS)
    if isinstance(read, FileText):
        if find_conflicts(read.text):
            sides = [_entries(resolved(read.text, theirs=each), path) for each in (False, True)]
            both = {**sides[0], **sides[1]}
            return BaselineFile(both, read.digest, is_conflicted=True)
        return BaselineFile(_entries(read.text, path), read.digest, read.text)
    if read.reason is UnreadableReason.MISSING:
        return None
    raise SettingsError.single(f"this baseline cannot be read: {read.message}", path)


def render_baseline(entries: Entries) -> str:
    """The text of the file, sorted by unit and code. Everything in it is ASCII.

    Each entry has a comma, for one that counts nothing is the last, and an empty line behind it:
    what two branches remove or change is never in adjacent lines, which git could not merge.
    """
    lines = "".join(f"{_line(each, entries[each])},\n\n" for each in sorted(entries))
    end = _line(_END, 0)
    return f'{{\n  "version": {VERSION},\n  "entries": [\n{lines}{end}\n  ]\n}}\n'


def pruned_baseline(text: str, entries: Entries) -> str | None:
    """The ``text`` of a baseline without what is not in ``entries``, its empty lines kept.

    ``None`` where ``entries`` has more than that, or the text is in another form.
    """
    left = dict(entries)
    lines: list[str] = []
    for line in text.splitlines(keepends=True):
        fingerprint = _of_line(line)
        if fingerprint is None:
            lines.append(line)
        elif fingerprint in left:
            lines.append(f"{_line(fingerprint, left.pop(fingerprint))},\n")
    rendered = "".join(lines)
    return rendered if not left and _is_read_as(rendered, entries) else None


def _of_line(line: str) -> Fingerprint | None:
    """The fingerprint of the entry that is alone in ``line``."""
    try:
        entry = json.loads(line.strip().removesuffix(","))
    except (ValueError, RecursionError):
        return None
    return Fingerprint(*(entry[key] for key in _TEXTS)) if _is_entry(entry) else None


def _is_read_as(text: str, entries: Entries) -> bool:
    try:
        return _entries(text, "") == dict(entries)
    except SettingsError:
        return False


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
        if entry == {**_END._asdict(), "count": 0} and number == len(entries):
            return
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
