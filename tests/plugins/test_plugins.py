"""Plugins that are wrong, hostile or changed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from curriculum_lint.rules.registry import all_rules
from tests.command import Result, invoke
from tests.repository import write_files

from .package import RULE, install, install_loud

NOTES = {"notes.md": "# NOTES\n"}


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a plugin outlives its test."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if not name.startswith("curriculum_lint"):
            del sys.modules[name]
    all_rules.cache_clear()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    sys.path.insert(0, str(folder))
    return folder


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "repository"
    write_files(
        root, {**NOTES, "curriculum-lint.toml": 'levels = []\nplugins = ["loud-package"]\n'}
    )
    monkeypatch.chdir(root)
    return root


def check(*options: str) -> Result:
    return invoke("check", "--output-format", "concise", "--ignore", "CL311", *options)


def refusal(*options: str) -> str:
    """The one line in which a plugin is refused, without the place."""
    done = check(*options)
    assert (done.exit_code, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("curriculum-lint.toml:2: plugins: ")
    return line.removeprefix("curriculum-lint.toml:2: plugins: ")


@pytest.mark.parametrize("name", ["loud-package", "Loud_Package", "loud"])
@pytest.mark.parametrize("value", ["loud_rules", "loud_rules:Shouting", "loud_rules:RULES"])
def test_a_plugin_is_named_by_package_or_entry_point(
    root: Path, site: Path, name: str, value: str
) -> None:
    install_loud(site, RULE + "\n\nRULES = [Shouting]\n", value)
    (root / "curriculum-lint.toml").write_text(f'levels = []\nplugins = ["{name}"]\n')
    assert check().stdout.startswith("notes.md:1:3: LOUD101 This heading shouts.")


def test_a_rule_that_is_off_by_default_is_found_by_its_code_only(root: Path, site: Path) -> None:
    install_loud(site, RULE.replace("    good", "    opt_in = True\n    good"))
    assert check().exit_code == 0
    refused = check("--select", "LOUD")
    assert refused.exit_code == 2
    assert refused.stderr == "select and ignore leave no rule to run\n"
    assert "LOUD101" in check("--select", "LOUD101").stdout


def test_a_plugin_that_is_not_installed_is_refused(root: Path, site: Path) -> None:
    message = 'no installed package offers rules as "loud-package"'
    assert refusal().startswith(message)
    install_loud(site)
    (root / "curriculum-lint.toml").write_text('levels = []\nplugins = ["loud-packge"]\n')
    assert refusal().endswith('as "loud-packge"; did you mean "loud-package"?')


def test_an_entry_point_of_two_packages_is_ambiguous(root: Path, site: Path) -> None:
    install_loud(site)
    install(site, "other", "[curriculum_lint.rules]\nloud = loud_rules\n", {})
    (root / "curriculum-lint.toml").write_text('levels = []\nplugins = ["loud"]\n')
    assert refusal() == '"loud" is offered by loud-package and other; name the package instead'


@pytest.mark.parametrize(
    ("code", "value", "message"),
    [
        (
            "raise ValueError('so\\nit is')",
            "",
            '"loud-package" cannot be loaded: ValueError: so it is',
        ),
        ("import sys; sys.exit(3)", "", '"loud-package" cannot be loaded: SystemExit: 3'),
        ("def x(:", "", '"loud-package" cannot be loaded: SyntaxError: '),
        ("", "loud_rules:Absent", '"loud-package" cannot be loaded: AttributeError: '),
        (
            "",
            "absent_rules",
            '"loud-package" is installed, but its module absent_rules is not there',
        ),
        ("", "", '"loud-package" has no rule in loud_rules'),
        ("X = [int]", "loud_rules:X", '"loud-package": int is neither a DocumentRule nor a Curric'),
        (
            RULE.replace('"LOUD101"\n', '"CL901"\n', 1),
            "",
            '"loud-package": Shouting has the code "CL901"; write two to five capitals other than CL '
            "and three digits, such as TONE101",
        ),
        (
            RULE.replace('code = "LOUD101"', "code = 5"),
            "",
            '"loud-package": Shouting has no text `code`',
        ),
        (
            RULE.replace("shouting-heading", "Shouting"),
            "",
            '"loud-package": Shouting has the name "Shouting"; write two or more words in small '
            "letters, joined by hyphens",
        ),
        (
            RULE.replace("Severity.WARNING", '"warning"'),
            "",
            '"loud-package": Shouting has no `severity` of the type Severity',
        ),
        (
            RULE.replace("good = (", "good = [").replace('\\n"),)', '\\n")]', 1),
            "",
            '"loud-package": Shouting has no tuple of examples `good`',
        ),
        (
            RULE.replace("shouting-heading", "broken-link"),
            "",
            '"loud-package": "broken-link" is already taken by '
            "curriculum_lint.rules.links.broken_link.BrokenLink",
        ),
        (
            RULE + "\n\nclass Twice(Shouting):\n    pass\n",
            "",
            '"loud-package": "LOUD101" is already taken by loud_rules.Shouting',
        ),
    ],
)
def test_a_bad_plugin_is_one_line(
    root: Path, site: Path, code: str, value: str, message: str
) -> None:
    install_loud(site, code, value or "loud_rules")
    assert refusal().startswith(message)
    assert refusal("--no-cache").startswith(message)


def test_the_rule_command_knows_built_in_rules_without_the_plugin(root: Path) -> None:
    assert invoke("rule", "CL301").exit_code == 0
    assert invoke("rule").exit_code == 2
    assert "plugins: no installed package" in invoke("rule", "LOUD101").stderr


@pytest.mark.parametrize("body", ["raise ZeroDivisionError", "yield 'no finding'"])
def test_a_rule_that_fails_is_an_internal_error_of_its_package(
    root: Path, site: Path, body: str
) -> None:
    install_loud(
        site, RULE.partition("    def check")[0] + f"    def check(self, page):\n        {body}\n"
    )
    write_files(root, {"other.md": "# Other\n\n[x](gone.md)\n"})
    done = invoke("check")
    assert done.exit_code == 2
    assert "CL301" in done.stdout
    assert "This is a fault of loud_rules, not of your text; please report it." in done.stdout


@pytest.mark.parametrize("how", ["edit", "version"])
def test_another_version_of_a_plugin_starts_the_cache_afresh(
    root: Path, site: Path, how: str
) -> None:
    from curriculum_lint.cache.runs import _plugin_stamps
    from curriculum_lint.settings.load import load_settings

    install_loud(site)
    settings = load_settings(".").settings
    before = _plugin_stamps(settings)
    assert before == _plugin_stamps(settings)
    if how == "edit":
        install_loud(site, RULE + "#\n")
    else:
        for path in site.glob("*.dist-info/*"):
            path.write_text(path.read_text().replace("1.0", "1.1"))
    assert before != _plugin_stamps(settings)


class TestTheLintedRepositoryIsNeverImported:
    """A pull request may hold anything."""

    TRAP = "import pathlib; pathlib.Path('loaded').write_text('')\n" + RULE

    @pytest.fixture(params=["", ".", "absolute", "sub"])
    def on_path(self, request: pytest.FixtureRequest, root: Path) -> Path:
        """A folder of the repository that is on Python's path."""
        folder = root / "sub" if request.param == "sub" else root
        folder.mkdir(exist_ok=True)
        sys.path.insert(0, request.param if request.param in ("", ".") else str(folder))
        return folder

    def test_a_package_in_it_is_not_found(self, root: Path, on_path: Path) -> None:
        install_loud(on_path, self.TRAP)
        assert refusal().startswith('no installed package offers rules as "loud-package"')
        assert not (root / "loaded").exists()

    def test_a_module_in_it_does_not_stand_for_an_installed_one(
        self, root: Path, site: Path, on_path: Path
    ) -> None:
        install_loud(site)
        write_files(on_path, {"loud_rules.py": self.TRAP, "re.py": self.TRAP})
        assert "LOUD101" in check().stdout
        assert not (root / "loaded").exists()

    def test_what_a_plugin_imports_is_not_taken_from_it_either(
        self, root: Path, site: Path, on_path: Path
    ) -> None:
        install_loud(site, "import loud_words\n" + RULE)
        write_files(on_path, {"loud_words.py": self.TRAP})
        assert "No module named 'loud_words'" in refusal()
        assert not (root / "loaded").exists()

    def test_an_editable_package_is_refused(
        self, root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Such packages are found by a hook that an installer put into the environment."""
        from importlib.machinery import PathFinder

        class Hook:
            @staticmethod
            def find_spec(name, path=None, target=None):
                return PathFinder.find_spec(name, [str(root)]) if name == "loud_rules" else None

        monkeypatch.setattr(sys, "meta_path", [Hook, *sys.meta_path])
        install_loud(site)
        write_files(root, {"loud_rules.py": self.TRAP})
        (site / "loud_rules.py").unlink()
        assert refusal() == (
            'the code of "loud-package" is in the linted repository, which is never loaded; '
            "install a copy of it"
        )
        assert not (root / "loaded").exists()
