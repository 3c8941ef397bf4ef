"""The difference between two versions of a file, for people to read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ..text.escape import guarded, visible
from .changed_lines import ChangedLines, changed_lines

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_CONTEXT = 3
_QUOTED = frozenset('"\\')


def unified_diff(path: str, before: str | None, after: str | None) -> Iterator[str]:
    """Lines of a unified diff, each with its LF; none for equal texts. ``None`` is no file.

    What is invisible or dangerous is escaped. Lines that end in CRLF end so here, as git wants
    them; a CR alone is shown where the two texts do not end all lines alike.
    """
    old, new = _LINE.findall(before or ""), _LINE.findall(after or "")
    changes = changed_lines(old, new)
    if not changes:
        return
    yield _header("---", "a", None if before is None else path)
    yield _header("+++", "b", None if after is None else path)
    show_cr = len({_end(line) for line in (*old, *new)} - {""}) > 1
    for hunk in _hunks(changes):
        yield from _hunk_lines(hunk, old, new, show_cr=show_cr)


def git_diff(path: str, before: str | None, after: str) -> Iterator[str]:
    """`unified_diff` in the form that git needs where other files are renamed."""
    lines = list(unified_diff(path, before, after))
    if lines:
        yield f"diff --git {_shown_path(f'a/{path}')} {_shown_path(f'b/{path}')}\n"
        if before is None:
            yield "new file mode 100644\n"
    yield from lines


def removing_diff(path: str, before: str) -> Iterator[str]:
    """Lines of a diff of a file that is taken away, as git writes and reads them."""
    yield f"diff --git {_shown_path(f'a/{path}')} {_shown_path(f'b/{path}')}\n"
    yield "deleted file mode 100644\n"
    yield from unified_diff(path, before, None)


def renaming_diff(old: str, new: str, before: str, after: str) -> Iterator[str]:
    """Lines of a diff of a file that gets another name, as git writes and reads them."""
    yield f"diff --git {_shown_path(f'a/{old}')} {_shown_path(f'b/{new}')}\n"
    yield f"similarity index {_similarity(before, after)}%\n"
    yield f"rename from {_shown_path(old)}\n"
    yield f"rename to {_shown_path(new)}\n"
    for at, line in enumerate(unified_diff(new, before, after)):
        yield _header("---", "a", old) if at == 0 else line


def _similarity(before: str, after: str) -> int:
    """How much of the longer text is in both, in percent; 100 only for equal texts."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    removed = sum(
        len("".join(old[each.old_start : each.old_end])) for each in changed_lines(old, new)
    )
    kept = len(before) - removed
    return 100 if before == after else min(99, 100 * kept // max(len(before), len(after)))


def _shown_path(path: str) -> str:
    """``path`` as git writes it: in quotes, byte by byte, where it is not plain."""
    if guarded(visible(path)) == path and _QUOTED.isdisjoint(path):
        return path
    data = os.fsencode(path).decode("latin-1")
    shown = "".join(
        char if " " <= char <= "~" and char not in _QUOTED else f"\\{ord(char):03o}"
        for char in data
    )
    harmless = shown.replace("##[", r"#\043[")
    return f'"{harmless}"'


def _hunks(changes: list[ChangedLines]) -> Iterator[list[ChangedLines]]:
    hunk = [changes[0]]
    for change in changes[1:]:
        if change.old_start - hunk[-1].old_end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _hunk_lines(
    hunk: list[ChangedLines], old: list[str], new: list[str], *, show_cr: bool
) -> Iterator[str]:
    lead = min(_CONTEXT, hunk[0].old_start)
    tail = min(_CONTEXT, len(old) - hunk[-1].old_end)
    at, end = hunk[0].old_start - lead, hunk[-1].old_end + tail
    new_at, new_end = hunk[0].new_start - lead, hunk[-1].new_end + tail
    yield f"@@ -{_range(at, end)} +{_range(new_at, new_end)} @@\n"
    for change in hunk:
        yield from _shown(" ", old[at : change.old_start], show_cr=show_cr)
        yield from _shown("-", old[change.old_start : change.old_end], show_cr=show_cr)
        yield from _shown("+", new[change.new_start : change.new_end], show_cr=show_cr)
        at = change.old_end
    yield from _shown(" ", old[at:end], show_cr=show_cr)


def _shown(sign: str, lines: list[str], *, show_cr: bool) -> Iterator[str]:
    for line in lines:
        end = _end(line)
        text = line.removesuffix(end) + ("\r" if show_cr and end == "\r" else "")
        shown = guarded(sign + "\t".join(map(visible, text.split("\t"))))
        yield shown + ("\r\n" if end == "\r\n" else "\n")
        if not end:
            yield "\\ No newline at end of file\n"


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _range(start: int, end: int) -> str:
    """The lines from ``start`` (0-based) to ``end`` as a unified diff counts them."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _header(mark: str, side: str, path: str | None) -> str:
    place = "/dev/null" if path is None else f"{side}/{path}"
    return f"{mark} {_shown_path(place)}\n"
