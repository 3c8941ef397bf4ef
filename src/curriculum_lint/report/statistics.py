"""How often each rule finds something: ``--statistics``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..text.escape import printable
from .closing import closing_line
from .summary import Report


def statistics(report: Report) -> Iterator[str]:
    """One line a rule, the most frequent first, and the closing line."""
    counts = Counter((d.code, d.name, str(d.severity)) for d in report.found)
    fixable = Counter((d.code, str(d.severity)) for d in report.found if d.fix is not None)
    width = max((len(str(count)) for count in counts.values()), default=1)
    for (code, name, severity), count in sorted(counts.items(), key=lambda e: (-e[1], e[0])):
        count_fixable = fixable[code, severity]
        fixes = f", {count_fixable} fixable" if count_fixable else ""
        yield f"{count:>{width}}  {printable(code)} {printable(name)} ({severity}{fixes})\n"
    if counts:
        yield "\n"
    # Everything is counted here, so there is nothing that it leaves out.
    everything = report._replace(diagnostics=report.found, cut=())
    yield f"{closing_line(everything)}\n"
