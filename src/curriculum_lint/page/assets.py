"""The styles and scripts of the page, and the policy that lets a browser run no others."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .. import __version__
from ..text.utf_8 import utf_8

_FOLDER = Path(__file__).parent
_STYLES = (
    *("base", "frame", "masthead", "path", "article", "prose", "code", "diagram", "profile", "map"),
    *("search", "options", "from_right", "print"),
)
#: Runs before anything is drawn, so that no page flashes in the wrong colours.
_FIRST_SCRIPTS = ("theme",)
_SCRIPTS = (
    *("elements", "curriculum", "store", "progress", "tasks", "views", "reading"),
    *("code", "preview", "texts", "passage", "slips", "scan", "search"),
    *("graph", "drawing", "map", "map_words", "options"),
)
_DIAGRAM_SCRIPTS = ("shapes", "flow", "flow_edges", "sequence", "diagrams")
_LAST_SCRIPT = "start"


@dataclass(frozen=True, slots=True)
class Assets:
    """What is embedded in every page; ``policy`` is its content security policy."""

    style: str
    first_script: str
    libraries: tuple[str, ...]
    script: str

    @property
    def policy(self) -> str:
        """Nothing is loaded, sent or run but what is embedded here."""
        scripts = " ".join(map(_hash, (self.first_script, *self.libraries, self.script)))
        return _policy(scripts, _hash(self.style), "'none'")

    @property
    def folder_policy(self) -> str:
        """The same for a page whose style and script lie beside it."""
        return _policy(f"'self' {_hash(self.first_script)}", "'self'", "curriculum")


def _policy(scripts: str, styles: str, trusted: str) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {trusted}",
        ]
    )


def assets(*, has_map: bool, has_diagrams: bool = False) -> Assets:
    """Styles, scripts and libraries; what draws graphs only if there are any."""
    wanted = ["minisearch", *(["dagre"] if has_map or has_diagrams else [])]
    drawn = _DIAGRAM_SCRIPTS if has_diagrams else ()
    return Assets(
        style="\n".join(_read(f"styles/{name}.css") for name in _STYLES),
        first_script=_enclosed(_FIRST_SCRIPTS),
        libraries=tuple(map(_library, wanted)),
        script=_enclosed((*_SCRIPTS, *drawn, _LAST_SCRIPT)),
    )


def _enclosed(names: tuple[str, ...]) -> str:
    """Scripts in a function of their own, so that their names are seen by each other only."""
    code = "\n".join(_read(f"scripts/{name}.js") for name in names)
    return f'(() => {{\n"use strict";\n{code}\n}})();\n'


def _library(name: str) -> str:
    """A library behind its licence, which asks to be in every copy."""
    manifest = json.loads(_read("vendor/manifest.json"))
    entry = next(each for each in manifest["libraries"] if each["file"] == f"{name}.js")
    licence = _read(f"vendor/{entry['licence_file']}").strip()
    return f"/*!\n{licence}\n*/\n{_read(f'vendor/{name}.js')}"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(utf_8(text)).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def digest_of_assets() -> str:
    """A digest of what every page is made with: another version may make another page."""
    found = hashlib.sha256(__version__.encode())
    for folder in ("templates", "scripts", "styles", "vendor"):
        for path in sorted((_FOLDER / folder).iterdir()):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
