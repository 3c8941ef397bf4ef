"""The index → one HTML file that holds everything it needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..index.entries import CurriculumIndex
from .addresses import Addresses, fragment
from .assets import assets
from .compose import page_view
from .data import page_data

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def html_page(index: CurriculumIndex, path: str, source: str | None) -> str:
    """The page of a curriculum; the same index gives the same text.

    ``path`` is where it will lie, relative to the root. ``source`` is the web address that stands
    before the paths of readmes; without one, links to them are relative to the page.
    """
    view = page_view(index, Addresses(path, source))
    text = (
        _environment()
        .get_template("page.html")
        .render(
            view=view,
            assets=assets(has_map=view.has_map),
            data=page_data(view),
        )
    )
    # What is no character, because its file had bytes that are no UTF-8, cannot be written.
    return text.encode("utf-8", "replace").decode("utf-8")


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["fragment"] = fragment
    return environment
