"""``python -m tools.pictures``: the README's pictures, of the page and of a check, made anew.

The check is drawn from what the program prints. The page is looked at by a browser, whose fonts
and version leave their traces: that picture is not compared with anything.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.browser import BrowserError, find_browser

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
#: Where the page is looked at: an exercise with its criteria.
PLACE = "unit/junior_level/foundations_http:11-run-a-script-with-an-argument"
SIZE = (1280, 800)

FILES = {
    "curriculum-lint.toml": 'levels = ["course"]\n',
    "course/readme.md": """\
# Course

1. [First steps](1_first_steps/readme.md)
2. [Networks](2_files/readme.md)
""",
    "course/1_first_steps/readme.md": """\
# First steps

## Exercises

### 1. Say hello

**Goal:** Greet the reader.

**Steps:**

1. Write the [program](hello.py).

**Acceptance criteria:**

- It greets.

### 3. Say goodbye

**Goal:** End politely, as in [files](../2_files/readme.md#clossing-a-file).

**Steps:**

1. Say it.

**Acceptance criteria:**

- It is said.

## Best practices

- Be friendly.
""",
    "course/2_files/readme.md": """\
# Files

## Exercises

### 1. Read a file

**Goal:** Read.

**Steps:**

1. Read it.

**Acceptance criteria:**

- It is read.

## Closing a file

Close what you open.

## Best practices

- Close files.
""",
    "course/1_first_steps/hello.py": "print('hello')\n",
}

_CODES = re.compile(r"\x1b\[([0-9;]*)m")
_COLORS = {"31": "#f47067", "32": "#8ddb8c", "33": "#e0b252", "34": "#6cb6ff", "36": "#76d9e6"}
_LINE, _WIDTH, _MARGIN = 19, 8.43, 20


def main() -> int:
    """Make both pictures; 1 where there is no browser for the second."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        (FOLDER / "check.svg").write_text(drawn_check(Path(place)))
        program = find_browser()
        if program is None:
            raise BrowserError("there is no browser to look at the page with")
        look_at_page(Path(place), program)
    return 0


def drawn_check(place: Path) -> str:
    """The check of a small curriculum, as SVG."""
    for path, text in FILES.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text)
    return draw_terminal("curriculum-lint check", run("check", "--color", "always", at=place))


def run(*arguments: str, at: Path) -> str:
    """What the program prints."""
    command = (sys.executable, "-m", "curriculum_lint", *arguments)
    # A picture is as wide as it is, whatever terminal it is made at.
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(
        command, cwd=at, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


def draw_terminal(command: str, printed: str) -> str:
    """A terminal with a command and what it has printed, colors and all."""
    lines = [f"$ {command}", *printed.rstrip("\n").split("\n")]
    width = max(len(_CODES.sub("", line)) for line in lines) * _WIDTH + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    texts = "\n".join(_text(at, line) for at, line in enumerate(lines) if line)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        f'width="{width:.0f}" height="{height}" font-size="14" fill="#cdd9e5" '
        f'font-family="ui-monospace, Menlo, Consolas, monospace">\n'
        f"<title>What curriculum-lint check prints</title>\n"
        f'<rect width="100%" height="100%" rx="8" fill="#22272e"/>\n{texts}\n</svg>\n'
    )


def _text(at: int, line: str) -> str:
    y = _MARGIN + (at + 0.75) * _LINE
    return f'<text x="{_MARGIN}" y="{y:.0f}">{"".join(_spans(line))}</text>'


def _spans(line: str) -> Iterator[str]:
    """The parts of a line between escape codes, as SVG draws them."""
    parts = _CODES.split(line)
    style = ""
    for text, codes in zip(parts[::2], ["", *parts[1::2]], strict=True):
        style = _styled(style, codes)
        # Blanks at the begin of a line would not be drawn.
        drawn = escape(text, quote=False).replace(" ", "\u00a0")
        if drawn:
            yield f"<tspan{style}>{drawn}</tspan>" if style else drawn


def _styled(style: str, codes: str) -> str:
    for code in codes.split(";") if codes else ():
        if code in ("", "0"):
            style = ""
        elif code == "1":
            style += ' font-weight="bold"'
        elif code == "2":
            style += ' opacity="0.7"'
        elif code in _COLORS:
            style += f' fill="{_COLORS[code]}"'
    return style


def look_at_page(place: Path, program: Path) -> None:
    """The page of this curriculum, as a browser shows it."""
    from playwright.sync_api import sync_playwright

    run("page", str(place / "site"), at=ROOT)
    width, height = SIZE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=False)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{(place / 'site' / 'index.html').as_uri()}#{PLACE}")
        page.wait_for_timeout(500)
        page.screenshot(path=FOLDER / "page.png")
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
