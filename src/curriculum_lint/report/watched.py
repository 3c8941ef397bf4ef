"""What has changed between two looks at a curriculum, for people who write in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..check.diagnostic import Diagnostic
from ..text.escape import printable
from ..text.phrases import counted
from .color import Ink, painter
from .concise import concise_line
from .grouped import MOST_SHOWN_WHOLE
from .summary import Report
from .text import text_findings

#: A finding that only stands in another line is the same one.
_Said = tuple[str, str, str]


def changes_report(before: Report, after: Report, at: str) -> Iterator[str]:
    """What is new, what is gone, and how many findings there are ``at`` a time of the day.

    Nothing where nothing has changed.
    """
    new = _missing_from(after.found, before.found)
    gone = _missing_from(before.found, after.found)
    if not new and not gone:
        return
    paint = painter(color=after.color)
    for each in gone[:MOST_SHOWN_WHOLE]:
        yield f"{paint('gone', Ink.GOOD)} {paint(concise_line(each), Ink.FAINT)}\n"
    if len(gone) > MOST_SHOWN_WHOLE:
        yield f"{paint('gone', Ink.GOOD)} and {len(gone) - MOST_SHOWN_WHOLE:,} more\n"
    yield from text_findings(after._replace(diagnostics=new[:MOST_SHOWN_WHOLE]), paint)
    if len(new) > MOST_SHOWN_WHOLE:
        yield f"and {len(new) - MOST_SHOWN_WHOLE:,} more that are new\n"
    ink = Ink.STRONG if after.found else Ink.GOOD
    yield f"{paint(_closing(at, after, len(new), len(gone)), ink)}\n"


def _closing(at: str, after: Report, new: int, gone: int) -> str:
    changes = [f"{new:,} new"] * bool(new) + [f"{gone:,} gone"] * bool(gone)
    now = counted(len(after.found), "finding") if after.found else "No findings"
    return printable(f"{at}  {now} ({', '.join(changes)}).")


def _missing_from(
    found: Iterable[Diagnostic], others: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    known = Counter(map(_said, others))
    missing: list[Diagnostic] = []
    for each in found:
        if known[_said(each)]:
            known[_said(each)] -= 1
        else:
            missing.append(each)
    return tuple(missing)


def _said(each: Diagnostic) -> _Said:
    return each.place.path, each.code, each.message
