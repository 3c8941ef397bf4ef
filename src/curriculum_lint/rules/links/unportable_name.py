"""CL331 unportable-name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ...text.phrases import listed
from ...workspace.entry import ROOT
from ._entry_place import place_of
from ._link_findings import as_code

#: Names of devices, whatever follows their first dot. The digits may be raised ones.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?=\.|\Z)", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_END = re.compile(r"[. ]+\Z")


class UnportableName(CurriculumRule):
    """git stops with “invalid path” where a name is none on the disk: whoever works on Windows
    cannot check the repository out at all.
    """

    code = "CL331"
    name = "unportable-name"
    summary = "a file or folder whose name Windows cannot hold"
    severity = Severity.WARNING
    limits = (
        "How long a path is, is not looked at, nor is what git ignores or the configuration "
        "excludes."
    )
    good = (Example("-- auxiliary.md --\n# Help\n-- what.is.it.md --\n# It\n", frame=Frame.FILES),)
    bad = (
        Example(
            "-- aux.md --\n# Help\n-- why?.md --\n# Why\n",
            finds=("aux.md:1:1 CL331", "why?.md:1:1 CL331"),
            frame=Frame.FILES,
        ),
        Example(
            "-- notes./a.md --\n# A\n",
            finds=("notes.:1:1 CL331",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every name by itself, not what is in a folder of such a name."""
        for path, entry in curriculum.tree.entries.items():
            fault = None if path == ROOT else _fault(entry.name)
            if fault is not None:
                message = f"Windows cannot hold the name {as_code(entry.name)}: {fault}."
                advice = f"Rename it, for example to {as_code(_portable(entry.name))}."
                yield Finding(place_of(curriculum, entry), WHOLE, message, advice)


def _fault(name: str) -> str | None:
    """What is wrong with a name, in words."""
    device = _DEVICE.match(name)
    if device is not None:
        return f"{as_code(device[1])} is a device there, whatever follows"
    characters = dict.fromkeys(_FORBIDDEN.findall(name))
    if characters:
        return (
            f"no name there may have {listed([as_code(each) for each in characters], 'or')} in it"
        )
    end = _END.search(name)
    if end is None:
        return None
    return f"it ends with a {'dot' if name.endswith('.') else 'space'}, which is dropped there"


def _portable(name: str) -> str:
    """A name like it that any disk can hold."""
    plain = _END.sub("", re.sub(r"-*[<>:\"|?*\\\x00-\x1f]+-*", "-", name).strip("-"))
    plain = plain.replace("-.", ".")
    if not plain or plain.startswith(".") > name.startswith("."):
        plain = f"notes{plain}"
    return _DEVICE.sub(r"\1_", plain, count=1)
