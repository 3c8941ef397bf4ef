"""Which reports ``check`` writes and where: ``--output-format`` and ``--output-file``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from ..report.formats import OutputFormat
from .refusal import refuse


class ReportOutput(NamedTuple):
    """One report: ``path`` is its file, or ``None`` for standard output.

    ``format`` is ``None`` where statistics stand in the place of a report.
    """

    format: OutputFormat | None
    path: str | None


def chosen_outputs(
    values: Sequence[str], file: str | None, *, statistics: bool
) -> tuple[ReportOutput, ...]:
    """What the options ask for. Raises ``UsageError`` where they contradict each other."""
    outputs = [_output(word.strip()) for value in values for word in value.split(",")]
    outputs = outputs or [ReportOutput(OutputFormat.TEXT, None)]
    if file is not None:
        outputs = [_into_file(outputs, file)]
    _refuse_collisions(outputs)
    return tuple(_counting(outputs, file) if statistics else outputs)


def _output(word: str) -> ReportOutput:
    name, colon, path = word.partition(":")
    if name not in list(OutputFormat):
        refuse(_unknown(name))
    if colon and not path:
        refuse(f"“{word}” names no file: write {name}:FILE, or {name} alone.")
    return ReportOutput(OutputFormat(name), path or None)


def _unknown(name: str) -> str:
    from ..text.suggest import closest

    near = closest(name, OutputFormat)
    advice = f"did you mean {near}?" if near else f"there are {', '.join(OutputFormat)}."
    return f"There is no output format “{name}”; {advice}"


def _into_file(outputs: Sequence[ReportOutput], file: str) -> ReportOutput:
    if len(outputs) > 1 or outputs[0].path is not None:
        refuse(
            "--output-file is for a single format without a file of its own; "
            "with several write FORMAT:FILE for each."
        )
    return ReportOutput(outputs[0].format, file)


def _refuse_collisions(outputs: Sequence[ReportOutput]) -> None:
    """No two reports may go to one place."""
    taken: dict[str | None, ReportOutput] = {}
    for output in outputs:
        place = None if output.path is None else os.path.realpath(output.path)
        other = taken.setdefault(place, output)
        if other is not output:
            where = "standard output" if place is None else str(output.path)
            advice = f": write {output.format}:FILE for one of them" if place is None else ""
            refuse(f"{other.format} and {output.format} would both go to {where}{advice}.")


def _counting(outputs: Sequence[ReportOutput], file: str | None) -> list[ReportOutput]:
    """Statistics take the place of the report that has no ``FORMAT:FILE``."""
    return [ReportOutput(None, file), *(each for each in outputs if each.path not in (None, file))]
