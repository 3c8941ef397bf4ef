"""What a killed run left behind is brought to its end before anything else is changed."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import NamedTuple

from . import journal as journals
from .not_written import UnfinishedError, reason_of
from .transaction import resume


class Ending(StrEnum):
    """How an interrupted run ended, as a sentence."""

    FORWARD = "An earlier run was interrupted: what it had begun is now finished."
    BACK = "An earlier run was interrupted: what it had begun is now undone."
    STUCK = "An earlier run was interrupted, and cannot be brought to its end"
    UNKNOWN = (
        "looks like what an interrupted run leaves behind, but no run on this disk wrote it. "
        "Nothing was changed: look into it, and delete it if you do not need it"
    )
    VERSION = (
        "was left behind by another version of curriculum-lint, which was interrupted while it "
        "changed files. Nothing was changed: run `check --fix` of that version to end what it began"
    )


class Recovery(NamedTuple):
    """How one journal ended; ``path`` is the journal's folder, ``detail`` what was in the way."""

    ending: Ending
    path: str
    detail: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a person has to look at it before anything can be changed."""
        return self.ending in (Ending.STUCK, Ending.UNKNOWN, Ending.VERSION)

    @property
    def message(self) -> str:
        """A sentence or two, not escaped."""
        if self.ending in (Ending.UNKNOWN, Ending.VERSION):
            return f"{self.path} {self.ending}."
        if self.ending is Ending.STUCK:
            return (
                f"{self.ending}: {self.detail}. What is not in its place is in {self.path}. Put "
                "that right and run the command again, or delete that folder if nothing in it is "
                "needed."
            )
        return str(self.ending)


def recover(root: str) -> list[Recovery]:
    """Bring every journal in ``root`` to its end, while the caller holds the lock.

    Of a run that replaced each file for itself there is nothing to tell: it is repeated.
    """
    found = (_recover(root, folder) for folder in journals.folders(root))
    return [each for each in found if each is not None]


def _recover(root: str, folder: str) -> Recovery | None:
    name = os.path.basename(folder)
    try:
        ending = _end(root, folder)
    except journals.UnknownJournalError:
        return Recovery(Ending.UNKNOWN, name)
    except journals.OtherVersionError:
        return Recovery(Ending.VERSION, name)
    except UnfinishedError as error:
        return Recovery(Ending.STUCK, name, str(error))
    except OSError as error:
        return Recovery(Ending.STUCK, name, reason_of(error))
    return Recovery(ending, name) if ending else None


def _end(root: str, folder: str) -> Ending | None:
    journal = journals.read(root, folder)
    if journal is None:
        # The run was killed before it had changed anything, or after all was done.
        journals.end(folder)
        return None
    is_new = resume(journal)
    if not journal.whole:
        return None
    return Ending.FORWARD if is_new else Ending.BACK
