"""``python -m tools.browser``: finds the browser that the tests drive, or installs Debian's.

A Chromium of any name serves: Chromium, Google Chrome, Microsoft Edge. CURRICULUM_LINT_BROWSER
names another one. Ends with 1 where there is none; then the tests of the page are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

VARIABLE = "CURRICULUM_LINT_BROWSER"
#: Where this is set to something, tests fail for want of a browser; elsewhere they are skipped.
REQUIRED = "CURRICULUM_LINT_BROWSER_REQUIRED"

MISSING = (
    f"There is no Chromium, Chrome or Edge here. Install one, or let {VARIABLE} name its program."
)

#: Ubuntu's "chromium-browser" may be a script that only says how to install it: it comes last.
COMMANDS = (
    *("chromium", "google-chrome-stable", "google-chrome", "chrome"),
    *("microsoft-edge-stable", "microsoft-edge", "msedge", "chromium-browser"),
)
MAC_FOLDERS = ("/Applications", "~/Applications")
MAC_NAMES = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PATHS = (
    *("Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe"),
    "Microsoft/Edge/Application/msedge.exe",
)

APT = ("apt-get", "-qq", "-o", "Acquire::Retries=2")
ATTEMPTS = 2


class BrowserError(Exception):
    """There is no browser to be had."""


def main() -> int:
    """Say in one line which browser there is now: 0, or 1 where there is none."""
    try:
        found = find_browser()
        verb = "use" if found else "use Debian's newly installed"
        program = found or install()
    except BrowserError as error:
        print(f"browser: {error}", file=sys.stderr)
        return 1
    print(f"browser: the tests {verb} {program}")
    return 0


def find_browser(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The program to start.

    Raises:
        BrowserError: the variable names a file that is not there.
    """
    named = environment.get(VARIABLE)
    if not named:
        return next(filter(Path.is_file, _usual_places(environment)), None)
    if not Path(named).is_file():
        raise BrowserError(f"{VARIABLE} names {named}, but there is no such file.")
    return Path(named)


def install() -> Path:
    """Install the package "chromium" where that is possible without a question.

    Raises:
        BrowserError: it is not possible, or failed twice.
    """
    if not (shutil.which("apt-get") and _is_root()):
        raise BrowserError(MISSING)
    for attempt in range(1, ATTEMPTS + 1):
        complaint = _ask_apt()
        found = find_browser()
        if found:
            return found
        print(f"browser: attempt {attempt} to install chromium: {complaint}", file=sys.stderr)
    raise BrowserError(MISSING)


def _ask_apt() -> str:
    """Install; what apt-get says where it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for action in (("update",), ("install", "-y", "--no-install-recommends", "chromium")):
        done = subprocess.run(
            [*APT, *action],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            return done.stderr.strip()
    return "apt-get is content, but there is no browser"


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _usual_places(environment: Mapping[str, str]) -> Iterator[Path]:
    for command in COMMANDS:
        found = shutil.which(command, path=environment.get("PATH"))
        if found:
            yield Path(found)
    for folder, name in product(MAC_FOLDERS, MAC_NAMES):
        yield Path(folder).expanduser() / f"{name}.app/Contents/MacOS/{name}"
    for variable, path in product(WINDOWS_FOLDERS, WINDOWS_PATHS):
        if environment.get(variable):
            yield Path(environment[variable]) / path


if __name__ == "__main__":
    sys.exit(main())
