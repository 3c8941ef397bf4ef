"""What a command line asks for: options become one frozen, typed request at the door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ..report.formats import OutputFormat
from ..settings.severity import Severity
from ..text.escape import visible
from .formats import ReportOutput, chosen_outputs
from .refusal import refuse

_WITH_ADDRESSES = frozenset(
    {OutputFormat.GITHUB, OutputFormat.MARKDOWN, OutputFormat.RDJSON, OutputFormat.SARIF}
)
_AT_TERMINAL = (ReportOutput(OutputFormat.TEXT, None),)
#: Among PATHS: the text of standard input.
STANDARD_INPUT = "-"


class CheckRequest(NamedTuple):
    """What ``check`` is to do; every field is what the option of its name says.

    Without any, it is what ``check`` alone asks for.
    ``outputs`` are the reports to write, from three options; statistics are one of them.
    ``-`` among ``paths`` is the text of standard input.
    """

    paths: tuple[str, ...] = ()
    stdin_filename: str | None = None
    config: str | None = None
    root: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    watch: bool = False
    add_suppressions: bool = False
    reason: str | None = None
    changed: bool = False
    base: str | None = None
    baseline: str | None = None
    no_baseline: bool = False
    update_baseline: bool = False
    accept_new: bool = False
    online: bool = False
    no_cache: bool = False
    outputs: tuple[ReportOutput, ...] = _AT_TERMINAL
    color: str = "auto"
    quiet: bool = False
    full: bool = False
    fail_level: Severity = Severity.WARNING
    exit_zero: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """Those of PATHS that name something on disk."""
        return tuple(path for path in self.paths if path != STANDARD_INPUT)

    @property
    def has_addresses(self) -> bool:
        """Whether a report links to lines and to the pages of rules."""
        return any(output.format in _WITH_ADDRESSES for output in self.outputs)

    @classmethod
    def from_options(
        cls,
        *,
        output_format: Sequence[str],
        output_file: str | None,
        statistics: bool,
        fail_level: str,
        **options: Any,
    ) -> CheckRequest:
        """The request that the options make. Raises ``UsageError`` where they contradict."""
        outputs = chosen_outputs(output_format, output_file, statistics=statistics)
        request = cls(outputs=outputs, fail_level=Severity(fail_level), **options)
        for contradicts, message in _CONTRADICTIONS:
            if contradicts(request):
                refuse(message)
        return request


def _is_reason(text: str) -> bool:
    """Whether a comment can give ``text`` as its reason, all of it in one line."""
    return bool(text.strip()) and "--" not in text and visible(text) == text


_CONTRADICTIONS: tuple[tuple[Callable[[CheckRequest], bool], str], ...] = (
    (
        lambda request: request.reason is not None and not request.add_suppressions,
        "--reason goes with --add-suppressions.",
    ),
    (
        lambda request: request.reason is not None and not _is_reason(request.reason),
        "--reason is one line without `--`, which would end it.",
    ),
    (
        lambda request: (
            request.add_suppressions
            and (request.fix or request.update_baseline or request.stdin_filename is not None)
        ),
        "--add-suppressions writes comments: no --fix, no --update-baseline, no `-`.",
    ),
    (
        lambda request: request.watch and (request.fix or request.diff or request.add_suppressions),
        "--watch only looks, for an editor may hold what --fix, --diff or --add-suppressions "
        "would change.",
    ),
    (
        lambda request: (
            request.watch
            and (request.online or request.update_baseline or request.stdin_filename is not None)
        ),
        "--watch looks at the files as they are saved: no `-`, no --online, no --update-baseline.",
    ),
    (
        lambda request: request.watch and request.outputs != _AT_TERMINAL,
        "--watch is for people at a terminal: no --output-format, --output-file or --statistics.",
    ),
    (
        lambda request: request.online and request.changed,
        "--online asks for the links of the whole curriculum: no --changed.",
    ),
    (
        lambda request: request.base is not None and not request.changed,
        "--base needs --changed.",
    ),
    (
        lambda request: STANDARD_INPUT in request.paths and request.stdin_filename is None,
        "`-` needs --stdin-filename FILE: what is right in a text depends on where it belongs.",
    ),
    (
        lambda request: request.stdin_filename is not None and STANDARD_INPUT not in request.paths,
        "--stdin-filename goes with `-` among PATHS, which reads standard input.",
    ),
    (
        lambda request: request.stdin_filename is not None and request.changed,
        "`-` is not saved, and --changed compares what is: use one of them.",
    ),
    (
        lambda request: request.update_baseline and request.changed,
        "--update-baseline records the whole curriculum: no --changed.",
    ),
    (
        lambda request: request.accept_new and not request.update_baseline,
        "--accept-new needs --update-baseline.",
    ),
    (
        lambda request: (
            request.no_baseline and (request.update_baseline or request.baseline is not None)
        ),
        "--no-baseline excludes the other options of the baseline.",
    ),
    (
        lambda request: request.update_baseline and (bool(request.paths) or request.diff),
        "--update-baseline records the whole curriculum: no PATHS, no --diff.",
    ),
)


class RestructureRequest(NamedTuple):
    """How a curriculum is restructured, whatever is done to it."""

    diff: bool
    unsafe_fixes: bool
    redirects: bool
    force: bool
    no_cache: bool
    config: str | None
    root: str | None
