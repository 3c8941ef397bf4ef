"""``check --changed``: only what concerns a change is reported, and what the change causes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic
from ..check.result import Run
from ..report.concern import Concern
from ..settings.loaded import LoadedSettings
from ..text.escape import printable
from ..text.phrases import counted
from .options import plugins_of, rules_for
from .output import complain

if TYPE_CHECKING:
    from collections import Counter

    from ..check.remembered_pages import RememberedPages
    from ..check.rule import Rule
    from ..views.baseline.fingerprint import Fingerprint
    from ..views.changed.versions import Versions

Wanted = Callable[[Diagnostic], bool]
Command = TypeVar("Command", bound=Callable[..., object])


def base_option(command: Command) -> Command:
    """``--base``."""
    words = "The branch or commit that the change is for (default: the main branch)."
    return click.option("--base", metavar="REF", help=words)(command)


def changed_options(command: Command) -> Command:
    """``--changed`` and ``--base``."""
    words = "Report only what concerns changed lines, or what the change causes elsewhere."
    return click.option("--changed", is_flag=True, help=words)(base_option(command))


def open_change(loaded: LoadedSettings, options: dict[str, Any]) -> Change | None:
    """The change that the options ask for; ``None`` without ``--changed``.

    It is open until the command ends. Raises ``ClickException`` where git or the base is missing.
    """
    if not options["changed"]:
        if options["base"] is not None:
            raise click.UsageError("--base needs --changed.")
        return None
    if options["update_baseline"]:
        raise click.UsageError("--update-baseline records the whole curriculum: no --changed.")
    from ..check.remembered_pages import RememberedPages

    # What is not to be reported must not use up the limits.
    limits = replace(loaded.settings.limits, diagnostics=sys.maxsize)
    limits = replace(limits, diagnostics_per_rule=sys.maxsize)
    within = loaded._replace(settings=replace(loaded.settings, limits=limits))
    versions = versions_of(within, options["base"])
    return Change(loaded, within, versions, RememberedPages() if options["no_cache"] else None)


def versions_of(loaded: LoadedSettings, base: str | None) -> Versions:
    """The curriculum and its base, until the command ends. Raises ``ClickException``."""
    from ..views.changed.versions import open_versions

    with git_failures():
        opened = open_versions(loaded.settings, base)
        return click.get_current_context().with_resource(opened)


@contextmanager
def git_failures() -> Iterator[None]:
    """Say in one line what is missing for a comparison."""
    from ..git.calls import GitFailure

    try:
        yield
    except GitFailure as error:
        raise click.ClickException(str(error)) from None


class Change:
    """A change in use: it sorts the diagnostics of each run by what they have to do with it.

    ``pages`` is to be filled by the check of the curriculum where nothing is cached. ``concerns``
    holds what concerns the change by the run that was sorted last.
    """

    def __init__(
        self,
        asked: LoadedSettings,
        loaded: LoadedSettings,
        versions: Versions,
        pages: RememberedPages | None,
    ) -> None:
        self.loaded, self.pages = loaded, pages
        self._limits = asked.settings.limits
        self._versions = versions
        self._known: Counter[Fingerprint] | None = None
        self.concerns: dict[Diagnostic, Concern] = {}
        self._left_out = 0

    def sort(self, run: Run, texts: Mapping[str, str]) -> Run:
        """The run with what concerns the change last, and marked where it is caused elsewhere."""
        from ..views.changed.known import known_findings
        from ..views.changed.selection import select

        with git_failures(), plugins_of(self.loaded):
            if self._known is None:
                self._known = known_findings(self._versions, self._rules, self.pages)
            found = select(run.diagnostics, self._versions, self._known, texts)
        self.concerns = dict.fromkeys(found.caused, Concern.CAUSED)
        self.concerns |= dict.fromkeys(found.touched, Concern.TOUCHED)
        self._left_out = len(found.others)
        # A baseline hides the first of those that look alike: it should be one that was there.
        return run._replace(diagnostics=(*found.others, *found.caused, *found.touched))

    def wanted_of(self, wanted: Wanted) -> Wanted:
        """``wanted``, and it concerns the change by the run that was sorted last."""
        return lambda each: each.code == INTERNAL_ERROR or (each in self.concerns and wanted(each))

    def limited(self, run: Run, shown: Sequence[Diagnostic]) -> tuple[Run, tuple[Diagnostic, ...]]:
        """What is shown within the limits of a run."""
        from ..check.limits import within_limits

        kept = set(within_limits(shown, self._limits))
        run = run._replace(hidden=len(shown) - len(kept))
        return run, tuple(each for each in shown if each in kept)

    def note(self) -> None:
        """Say what the curriculum was compared with, and what is not reported."""
        name, commit = self._versions.base.name, self._versions.base.commit
        compared = f"{name} ({commit[:10]})" if commit else "nothing: there is no commit yet"
        others = counted(self._left_out, "other finding is", "other findings are")
        complain(printable(f"Note: compared with {compared}; {others} not reported."))

    def _rules(self) -> Sequence[Rule]:
        return rules_for(self.loaded)
