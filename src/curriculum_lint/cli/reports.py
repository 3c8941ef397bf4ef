"""Writing the reports of one ``check``, wherever they go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..report.formats import FORMATS, OutputFormat
from ..report.summary import Report
from .formats import ReportOutput
from .output import OutputFailure, complain, write, write_file


def write_reports(
    report: Report,
    outputs: Sequence[ReportOutput],
    root: str,
    *,
    color: bool,
    quiet: bool,
    aside: bool = False,
) -> None:
    """Write every report; one that fails keeps none of the others. Raises `OutputFailure`.

    ``root`` is that of the curriculum: no report is written through a link in its repository.
    With ``aside``, standard error takes what standard output would.
    """
    failures: list[OutputFailure] = []
    for output in sorted(outputs, key=lambda output: output.path is not None):
        try:
            if output.path is not None:
                # A file is searched, not scrolled through.
                write_file(output.path, root, _chunks(report._replace(full=True), output))
            elif report.diagnostics or not quiet:
                chunks = _chunks(report._replace(color=color), output)
                complain("".join(chunks).rstrip("\n")) if aside else write(chunks)
        except OutputFailure as failure:
            failures.append(failure)
    if any(output.format is OutputFormat.GITHUB for output in outputs):
        from .step_summary import append_step_summary

        append_step_summary(report, root)
    if failures:
        raise failures[0]


def _chunks(report: Report, output: ReportOutput) -> Iterable[str]:
    if output.format is None:
        from ..report.statistics import statistics

        return statistics(report)
    return FORMATS[output.format]()(report)
