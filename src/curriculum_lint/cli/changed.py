"""``check --changed``: only what concerns a change is reported, and what the change causes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from ..check.result import Result
from ..settings.loaded import LoadedSettings
from ..text.escape import printable
from ..text.phrases import counted
from .loading import plugins_of, rules_for
from .output import complain
from .refusal import give_up

if TYPE_CHECKING:
    from collections import Counter

    from ..check.pages_in_memory import PagesInMemory
    from ..git.base import Base
    from ..views.baseline.fingerprint import Fingerprint
    from ..views.changed.versions import Versions
    from ..workspace.workspace import Workspace
    from .request import CheckRequest


def open_change(request: CheckRequest, loaded: LoadedSettings) -> ChangeInUse | None:
    """The change that the options ask for; ``None`` without ``--changed``.

    It is open until the command ends. Raises ``ClickException`` where git or the base is missing.
    """
    if not request.changed:
        return None
    from ..check.pages_in_memory import PagesInMemory

    pages = PagesInMemory() if request.no_cache else None
    return ChangeInUse(loaded, versions_of(loaded, request.base), pages)


def versions_of(loaded: LoadedSettings, base: str | None) -> Versions:
    """The curriculum and its base, until the command ends. Raises ``ClickException``."""
    from click import get_current_context

    from ..views.changed.versions import open_versions
    from ..workspace.disk import Disk

    with git_failures():
        opened = open_versions(Disk(loaded.settings), base)
        return get_current_context().with_resource(opened)


@contextmanager
def git_failures() -> Iterator[None]:
    """Say in one line what is missing for a comparison."""
    from ..git.calls import GitFailure

    try:
        yield
    except GitFailure as error:
        give_up(str(error))


def compared_with(base: Base) -> str:
    """What was compared, for people: a branch that is where HEAD is has nothing of its own."""
    if base.commit is None:
        return "compared with nothing: there is no commit yet"
    what = f"compared with {base.name} ({base.commit[:10]})"
    if not base.is_head:
        return what
    where = "" if base.name == "HEAD" else ", which has all of HEAD"
    return f"{what}{where}: only what is not committed yet counts"


class ChangeInUse:
    """A change while a check runs: it tells what the findings of each run have to do with it.

    ``pages`` is to be filled by the check of the curriculum where nothing is cached.
    """

    def __init__(
        self, loaded: LoadedSettings, versions: Versions, pages: PagesInMemory | None
    ) -> None:
        self.pages = pages
        self._loaded, self._versions = loaded, versions
        self.now = versions.now

    def mark(self, result: Result, workspace: Workspace) -> Result:
        """The result with the concern of every finding."""
        from ..views.changed.selection import with_concern

        with git_failures(), plugins_of(self._loaded):
            marked = with_concern(result.diagnostics, self._versions, self._known, workspace)
        return result._replace(diagnostics=marked)

    def note(self, elsewhere: int) -> None:
        """Say what the curriculum was compared with, and how much of it is not reported."""
        others = counted(elsewhere, "other finding is", "other findings are")
        complain(printable(f"Note: {compared_with(self._versions.base)}; {others} not reported."))

    @cached_property
    def _known(self) -> Counter[Fingerprint]:
        from ..views.changed.known import known_findings

        return known_findings(self._versions, lambda: rules_for(self._loaded), self.pages)
