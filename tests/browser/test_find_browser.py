"""``python -m tools.browser``, from the outside: which program, or why none."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import present_browser
from tests.checkout import ROOT
from tools import browser
from tools.browser import BrowserError, find_browser


def _program(file: Path, script: str = "#!/bin/sh\n") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script)
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


@pytest.fixture(autouse=True)
def _no_applications(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "MAC_FOLDERS", ())


def test_the_variable_comes_before_the_path(tmp_path: Path) -> None:
    on_path, named = (_program(tmp_path / each / "chromium") for each in ("bin", "other"))
    environment = {"PATH": str(on_path.parent)}
    assert find_browser(environment) == on_path
    assert find_browser({**environment, browser.VARIABLE: str(named)}) == named


def test_a_named_program_that_is_not_there_is_a_mistake_and_not_passed_over(tmp_path: Path) -> None:
    _program(tmp_path / "chromium")
    lost = str(tmp_path / "lost")
    with pytest.raises(BrowserError, match="lost, but there is no such file"):
        find_browser({"PATH": str(tmp_path), browser.VARIABLE: lost})


def test_there_may_be_none(tmp_path: Path) -> None:
    assert find_browser({"PATH": str(tmp_path)}) is None


def test_edge_is_found_where_windows_has_it(tmp_path: Path) -> None:
    edge = _program(tmp_path / "Microsoft/Edge/Application/msedge.exe")
    environment = {"PATH": "", "PROGRAMFILES": "", "PROGRAMFILES(X86)": str(tmp_path)}
    assert find_browser(environment) == edge


def test_chrome_is_found_where_macos_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "MAC_FOLDERS", (str(tmp_path),))
    chrome = _program(tmp_path / "Google Chrome.app/Contents/MacOS/Google Chrome")
    assert find_browser({"PATH": ""}) == chrome


APT = """\
#!/bin/sh
echo "$*" >> "{folder}/calls"
[ "$(wc -l < "{folder}/calls")" -gt {failures} ] || {{ echo "no route" >&2; exit 100; }}
case "$*" in *install*) printf '#!/bin/sh\\n' > "{folder}/chromium"; chmod +x "{folder}/chromium";; esac
"""


@pytest.mark.parametrize(
    ("failures", "exit_code", "calls"), [(0, 0, 2), (1, 0, 3), (2, 1, 2)], ids=str
)
def test_debian_is_asked_twice_before_it_is_given_up(
    failures: int,
    exit_code: int,
    calls: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _program(tmp_path / "apt-get", APT.format(folder=tmp_path, failures=failures))
    for tool in ("wc", "chmod"):
        (tmp_path / tool).symlink_to(Path("/usr/bin", tool))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.main() == exit_code
    assert len((tmp_path / "calls").read_text().splitlines()) == calls
    said = capsys.readouterr()
    assert said.err.count("no route") == min(failures, 2)
    assert ("newly installed" in said.out) is (exit_code == 0)


def test_who_may_not_install_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _program(tmp_path / "apt-get", "#!/bin/sh\nexit 1\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert browser.main() == 1
    assert capsys.readouterr().err == f"browser: {browser.MISSING}\n"


def test_it_runs_as_the_documentation_says() -> None:
    command = [sys.executable, "-m", "tools.browser"]
    environment = {**os.environ, browser.VARIABLE: sys.executable}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.stdout == f"browser: the tests use {sys.executable}\n"


@pytest.mark.parametrize(
    ("required", "outcome"),
    [("", pytest.skip.Exception), ("1", pytest.fail.Exception)],
    ids=["skipped", "failed"],
)
def test_without_a_browser_tests_are_skipped_unless_it_is_required(
    required: str, outcome: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setenv(browser.REQUIRED, required)
    with pytest.raises(outcome, match="Install one, or let"):
        present_browser()
