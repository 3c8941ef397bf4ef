"""What a configuration may say, and what is said about one that may not."""

from __future__ import annotations

import pytest

from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from curriculum_lint.settings.settings import RouteLinks, Settings
from curriculum_lint.settings.severity import Severity

from .writing import error_lines, load

EVERYTHING = """\
levels = ["part1", "./part2/", "*/lessons", "."]
module-pattern = "{number:02}-{track}-{part:02}"
subsection-pattern = "part{number}{letter}.md"
readme = "README.md"
exclude = ["archive/**"]
select = ["ALL", "CL", "CL3", "broken-link"]
ignore = []
extend-select = ["CL004"]
severity = { "missing-alt-text" = "error", CL1 = "info" }
per-path-ignores = { "junior/3_*/**" = ["CL107"] }
baseline = "quality/./baseline.json"
plugins = ["curriculum-lint-tone", "Other.Rules_2"]

[sections]
goal = ["Your mission"]
own_words = ["In your own words"]

[schemas]
module = "schemas/module.schema.json"

[links]
absolute = "ignore"
ignore = ["{{*"]

[index]
readme = []
json = "docs/index.json"

[limits]
file-bytes = 2_000_000
"""


def test_every_setting_arrives(tmp_path):
    settings = load(tmp_path, EVERYTHING).settings
    assert settings.root == str(tmp_path.resolve())
    assert settings.levels == ("part1", "part2", "*/lessons", ".")
    assert settings.module_pattern == "{number:02}-{track}-{part:02}"
    assert settings.subsection_pattern == "part{number}{letter}.md"
    assert settings.readme == "README.md"
    assert settings.exclude == ("archive/**",)
    assert settings.select == ("ALL", "CL", "CL3", "broken-link")
    assert settings.ignore == ()
    assert settings.extend_select == ("CL004",)
    assert settings.severity == {"missing-alt-text": Severity.ERROR, "CL1": Severity.INFO}
    assert settings.per_path_ignores == {"junior/3_*/**": ("CL107",)}
    assert settings.baseline == "quality/baseline.json"
    assert settings.plugins == ("curriculum-lint-tone", "Other.Rules_2")
    assert settings.schemas == {"module": "schemas/module.schema.json"}
    assert settings.links.absolute is RouteLinks.IGNORE
    assert settings.links.ignore == ("{{*",)
    assert (settings.index.readme, settings.index.json) == ((), "docs/index.json")
    assert settings.limits.file_bytes == 2_000_000


def test_sections_replace_per_key_and_add_new_keys(tmp_path):
    sections = load(tmp_path, EVERYTHING).settings.sections
    assert sections["goal"] == ("Your mission",)
    assert sections["own_words"] == ("In your own words",)
    assert sections["steps"] == DEFAULT_SECTIONS["steps"]


@pytest.mark.parametrize(
    "pattern",
    [
        "{number}",
        "{number:03}-{name}",
        "part{number}.md",
        "{number}-{number}",
        "0{number:02} {slug}",
    ],
)
def test_module_patterns(tmp_path, pattern):
    assert load(tmp_path, f'module-pattern = "{pattern}"').settings.module_pattern == pattern


def test_words_for_an_exercise_may_be_names_of_a_section_too(tmp_path):
    sections = load(tmp_path, '[sections]\nexercise = ["Task", "Tasks"]').settings.sections
    assert sections["exercise"] == ("Task", "Tasks")
    assert sections["exercises"] == DEFAULT_SECTIONS["exercises"]


def test_empty_file_gives_the_defaults(tmp_path):
    assert load(tmp_path, "").settings == Settings(root=str(tmp_path.resolve()))


def test_levels_may_be_empty(tmp_path):
    assert load(tmp_path, "levels = []").settings.levels == ()


def test_name_given_to_one_section_is_taken_from_the_built_in_one(tmp_path):
    loaded = load(tmp_path, '[sections]\nneeds = ["requirements:"]\n')
    assert loaded.settings.sections["prerequisites"] == ("Before you start", "Prerequisites")
    assert loaded.origins["sections.prerequisites"] == "curriculum-lint.toml:1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["CL3"]', 'unknown key "selct"; did you mean "select"?'),
        ('[links]\nabsolut = "x"', '2: unknown key "absolut" in [links]; did you mean "absolute"?'),
        ("[links]\nzzz = 1", '2: unknown key "zzz" in [links]; known are absolute, ignore, endings'),
        ('module_pattern = "x"', 'unknown key "module_pattern"; did you mean "module-pattern"?'),
        (
            'levels = "part1"',
            'levels must be a list of strings, e.g. levels = ["part1", "part2"], not "part1"',
        ),
        (
            'levels = [\n "a",\n 3,\n]',
            '3: levels must be a list of strings, e.g. levels = ["part1", "part2"]; item 2 is 3',
        ),
        ("readme = 3", 'readme must be a string, e.g. readme = "README.md", not 3'),
        ("readme = true", 'readme must be a string, e.g. readme = "README.md", not true'),
        ("readme = {}", 'readme must be a string, e.g. readme = "README.md", not a table'),
        ("readme = []", 'readme must be a string, e.g. readme = "README.md", not an empty list'),
        (
            "readme = 2020-01-02",
            'readme must be a string, e.g. readme = "README.md", not 2020-01-02',
        ),
        ('links = "x"', 'links must be a table, e.g. links = { absolute = "ignore" }, not "x"'),
        (
            "severity = []",
            'severity must be a table, e.g. severity = { missing-alt-text = "error" }, '
            "not an empty list",
        ),
        (
            'limits.nesting = "5"',
            'limits.nesting must be a whole number, e.g. limits.nesting = 80, not "5"',
        ),
        (
            "limits.nesting = 1.5",
            "limits.nesting must be a whole number, e.g. limits.nesting = 80, not 1.5",
        ),
        ("limits.nesting = 9", "limits.nesting must be at least 10, not 9"),
        ("limits.nesting = 201", "limits.nesting must be at most 200, not 201"),
        (
            f"limits.nesting = 0x{'f' * 5000}",
            "limits.nesting must be at most 200, not a very long number",
        ),
        ('levels = ["/x"]', 'levels: "/x" is absolute; write it relative to the root'),
        ("exclude = ['c:/x']", 'exclude: "c:/x" is absolute; write it relative to the root'),
        (
            'levels = ["a/../../x"]',
            'levels: "a/../../x" climbs with ".."; everything must be below the root',
        ),
        ("levels = ['a\\b']", 'levels: "a\\\\b" holds a backslash; write "/" between folders'),
        ('levels = [""]', "levels: an empty string means nothing here; remove it"),
        ('exclude = [" "]', "exclude: an empty string means nothing here; remove it"),
        ('exclude = ["a\\nb"]', 'exclude: "a\\nb" holds a line break or another control character'),
        ('readme = "a/b.md"', 'readme: "a/b.md" must be the name of a file, without folders'),
        (
            "schemas.module = '../x.json'",
            'schemas.module: "../x.json" climbs with ".."; everything must be below the root',
        ),
        ('schemas.module = "./"', 'schemas.module: "./" is a folder; name a file'),
        ('index.json = "."', 'index.json: "." is a folder; name a file'),
        (
            'index.html = "a/.GIT/x"',
            'index.html: "a/.GIT/x" is inside .git, where nothing is ever written',
        ),
        (
            'index.json = "README.md"',
            'index.json: "README.md" must end in .json, since the whole file is generated',
        ),
        (
            'index.html = "out.json"',
            'index.html: "out.json" must end in .html, since the whole file is generated',
        ),
        ('module-pattern = "x"', 'module-pattern: "x" must hold {number} or {slug} or {name}'),
        ('subsection-pattern = "{number}"', 'subsection-pattern: "{number}" must hold {letter}'),
        (
            'module-pattern = "{number}-{number:02}"',
            'module-pattern: "{number}-{number:02}" holds both {number} and {number:02}',
        ),
        (
            'module-pattern = "{number}/{slug}"',
            'module-pattern: "{number}/{slug}" is the pattern of one name; folders above it '
            "belong into levels",
        ),
        (
            'module-pattern = "{nummer}"',
            'module-pattern: the placeholder "{nummer}" is unknown; known are {number}, '
            "{part}, {letter}, {slug}, {name}, {track}",
        ),
        (
            'module-pattern = "{number:2}"',
            'module-pattern: the placeholder "{number:2}" is unknown; padded, it is {number:02}',
        ),
        (
            'module-pattern = "{number"',
            'module-pattern: "{" stands alone; a placeholder is one of {number}, {part}, '
            "{letter}, {slug}, {name}, {track}",
        ),
        (
            'ignore = ["C L1"]',
            'ignore: "C L1" is not a rule; write a code ("CL301"), the beginning of one ("CL3") '
            'or a name ("broken-link")',
        ),
        ('ignore = ["Cl301"]', 'ignore: "Cl301" is not a rule; write "CL301"'),
        (
            'baseline = "../b.json"',
            'baseline: "../b.json" climbs with ".."; everything must be below the root',
        ),
        (
            'baseline = ".git/b.json"',
            'baseline: ".git/b.json" is inside .git, where nothing is ever written',
        ),
        (
            'plugins = ["./tools"]',
            'plugins: "./tools" is no name of an installed package; plugins are installed, not '
            "loaded from a path",
        ),
        (
            'severity.CL1 = "warn"',
            'severity.CL1 must be "error", "warning" or "info", not "warn"; did you mean '
            '"warning"?',
        ),
        (
            'severity.CL1 = "off"',
            'severity.CL1 must be "error", "warning" or "info", not "off"; to switch a rule off, '
            "add it to ignore",
        ),
        (
            "severity.CL1 = []",
            'severity.CL1 must be "error", "warning" or "info", not an empty list',
        ),
        (
            'index.depth = "units"',
            'index.depth must be "levels", "modules", "subsections" or "exercises", not "units"',
        ),
        (
            'index.fields = ["time", "difficult"]',
            'index.fields must be "summary", "time", "difficulty", "exercises", "tests" '
            'or "concepts", '
            'not "difficult"; did you mean "difficulty"?',
        ),
        ("index.graph = 1", 'index.graph must be "units" or "concepts", not 1'),
        (
            'links.absolute = "x"',
            'links.absolute must be "repository" or "ignore", not "x"',
        ),
        (
            "per-path-ignores.'../a' = []",
            'per-path-ignores: "../a" climbs with ".."; everything must be below the root',
        ),
        (
            "sections.Own-Words = ['x']",
            'sections: the key "Own-Words" may hold a-z, 0-9 and "_" only; write own_words',
        ),
        (
            "sections.goal = []",
            "sections.goal must have at least one name; remove the key for the built-in names",
        ),
        ("sections.goal = ['']", "sections.goal: an empty string means nothing here; remove it"),
        (
            "[sections]\na = ['X']\nb = ['x:']",
            '3: sections.b: "x:" is already a name of sections.a',
        ),
        (
            "[sections]\nx = ['Concepts', 'Key concepts']",
            "1: sections.concepts has no name left, because other keys have them all; give it one",
        ),
        (
            "schemas.Module = 'x'",
            'schemas: "Module" is no kind of readme; did you mean "module"?',
        ),
        (
            "schemas.index = 'x'",
            'schemas: "index" is no kind of readme; write one of root, level, module, '
            "subsection, page",
        ),
    ],
)  # fmt: skip
def test_message(tmp_path, text, message):
    expected = message if message[0].isdigit() else f"1: {message}"
    assert error_lines(tmp_path, text) == [f"curriculum-lint.toml:{expected}"]


def test_all_errors_of_a_file_are_reported_at_once_in_its_order(tmp_path):
    lines = error_lines(tmp_path, 'readme = 3\nlevls = []\n[sections]\na = ["x"]\nb = ["x"]\n')
    assert [line.split(":")[1] for line in lines] == ["1", "2", "5"]


def test_very_many_errors_are_counted(tmp_path):
    lines = error_lines(tmp_path, f"levels = [{'3,' * 20_000}]")
    assert len(lines) == 51
    assert lines[0].endswith("item 1 is 3")
    assert lines[-1] == "… and 19950 more like these"


def test_values_of_strangers_are_cut(tmp_path):
    (line,) = error_lines(tmp_path, f'levels = "{"x" * 5000}"')
    assert len(line) < 250
    (line,) = error_lines(tmp_path, f"{'x' * 5000} = 1")
    assert len(line) < 400


def test_message_never_breaks_the_line(tmp_path):
    (line,) = error_lines(tmp_path, '"x\\ny" = 1')
    assert line.startswith('curriculum-lint.toml: unknown key "x\\ny"; ')


def test_pyproject_errors_name_the_line_in_the_whole_file(tmp_path):
    text = '[project]\nname = "x"\n\n[tool.curriculum-lint.links]\nabsolut = 1\n'
    (line,) = error_lines(tmp_path, text, "pyproject.toml")
    assert line == ('pyproject.toml:5: unknown key "absolut" in [links]; did you mean "absolute"?')
