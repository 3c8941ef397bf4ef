from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.compose import apply_edits, edits_by_path
from tests.repository import diagnostics_on, places, write_files

CODES = ("CL000", "CL402", "CL403", "CL406")
PROGRAM = (Path(__file__).parents[1] / "data" / "program.md").read_text(encoding="utf-8")
MODULES = {"1_start": "Start", "2_loops": "For & while loops", "3_files": "Files (and folders)",
           "4_http": "HTTP"}  # fmt: skip
TREE = """
1_foundations_http/a_api_design_versioning 1_foundations_http/b_rate_limiting_throttling
2_in_memory_crud_pagination 3_persistence/a_data_modeling_validation
4_authentication_authorization/a_advanced_security_fundamentals
4_authentication_authorization/b_comprehensive_session_management
5_files_validation_documentation/a_documentation_developer_experience
6_internationalization_localization 7_integrations_jobs_caching
8_observability_testing_tooling/a_advanced_error_handling_resilience
8_observability_testing_tooling/b_monitoring_alerting
9_deployment_security_performance/a_advanced_environment_management_configuration
9_deployment_security_performance/b_robust_continuous_integration_continuous_deployment
10_working_with_legacy_systems
"""


def _found(root: Path, files: dict[str, str]) -> tuple[Diagnostic, ...]:
    write_files(root, files)
    return tuple(d for d in diagnostics_on(root) if d.code in CODES)


def _level(index: str, *more: str, modules: dict[str, str] = MODULES) -> dict[str, str]:
    """A level with an index; ``more`` are folders of subsections."""
    readmes = {f"a_level/{name}/readme.md": f"# {title}\n" for name, title in modules.items()}
    also = {f"a_level/{name}/readme.md": f"# {name[-4:].title()}\n" for name in more}
    return {"a_level/readme.md": f"# A\n\n{index}", **readmes, **also}


def _links(*names: str) -> str:
    return "".join(f"{n}. [{name}]({name}/readme.md)\n" for n, name in enumerate(names, 1))


@pytest.mark.parametrize(
    ("listed", "missed"),
    [
        (["1_start", "2_loops", "3_files"], ["4_http"]),
        (["1_start", "4_http"], ["2_loops", "3_files"]),
        (["1_start", "2_loops", "3_files", "4_http"], []),
        (["1_start"], []),
    ],
)
def test_an_index_of_half_of_the_modules_must_list_all(
    listed: list[str], missed: list[str], tmp_path: Path
) -> None:
    found = _found(tmp_path, _level(_links(*listed)))
    assert places(found) == ["a_level/readme.md:3:1 CL402"] * len(missed)
    assert all(any(f"`{name}`" in d.message for d in found) for name in missed)


@pytest.mark.parametrize(
    "rest",
    [
        "\nAnd [HTTP](4_http/) at the end.\n",
        "\n| Last |\n|---|\n| [HTTP](4_http/readme.md#http) |\n",
        "\n## Second week\n\n- [HTTP](4_http/)\n",
        "4. HTTP: requests and responses\n",
        "\n<!-- curriculum-index:start -->\n\n- [HTTP](4_http/readme.md)\n\n"
        "<!-- curriculum-index:end -->\n",
    ],
)
def test_a_unit_that_the_page_lists_anywhere_is_not_missed(rest: str, tmp_path: Path) -> None:
    found = _found(tmp_path, _level(_links("1_start", "2_loops", "3_files") + rest))
    assert "CL402" not in {d.code for d in found}


def test_a_generated_index_is_not_looked_at(tmp_path: Path) -> None:
    index = _links("1_start", "2_loops") + "3. **Caching**\n" + _links("3_files")
    marked = f"<!-- curriculum-index:start -->\n\n{index}\n<!-- curriculum-index:end -->\n"
    assert _found(tmp_path, _level(marked)) == ()


def test_subsections_are_missed_only_where_most_of_them_are_listed(tmp_path: Path) -> None:
    names = ("1_start/a_more", "2_loops/a_less", "2_loops/b_none")
    modules = _links(*MODULES)
    one = _level(modules + "\n\n- [More](1_start/a_more/)\n", *names)
    assert _found(tmp_path / "one", one) == ()
    two = _level(modules + "\n\n- [More](1_start/a_more/)\n- [Less](2_loops/a_less/)\n", *names)
    assert places(_found(tmp_path / "two", two)) == ["a_level/readme.md:9:1 CL402"]


def test_links_of_another_level_make_no_index_of_it(tmp_path: Path) -> None:
    planned = (
        "1. [S](../a_level/1_start/)\n2. [L](../a_level/2_loops/)\n3. [F](../a_level/3_files/)\n"
    )
    files = {**_level(_links(*MODULES)), "b_level/readme.md": f"# B\n\nReserved.\n\n{planned}"}
    assert _found(tmp_path, files) == ()


def test_the_root_may_list_one_level_and_leave_out_another(tmp_path: Path) -> None:
    root = "".join(f"- [{t}](a_level/{n}/readme.md)\n" for n, t in MODULES.items())
    files = {**_level(""), "README.md": f"# Course\n\n{root}", "b_level/1_x/readme.md": "# X\n"}
    assert _found(tmp_path, files) == ()


@pytest.mark.parametrize(
    ("entry", "reported"),
    [
        ("**Caching**: keep answers.", True),
        ("Caching", True),
        ("**Caching** (planned)", False),
        ("Midterm exam", False),
        ("[Caching](caching/readme.md)", False),
        ("[Slides](slides.md)", False),
        ("**Reading files**", False),
    ],
)
def test_a_numbered_entry_between_units_must_name_one(
    entry: str, reported: bool, tmp_path: Path
) -> None:
    index = f"1. [Start](1_start/)\n2. [Loops](2_loops/)\n3. {entry}\n4. [Files](3_files/)\n5. [HTTP](4_http/)\n"
    found = [d for d in _found(tmp_path, _level(index)) if d.code == "CL403"]
    assert len(found) == reported


def test_an_entry_in_the_place_of_an_unlisted_unit_is_reported_once(tmp_path: Path) -> None:
    index = "1. [Start](1_start/)\n2. [Loops](2_loops/)\n3. **Caching**\n4. [HTTP](4_http/)\n"
    (found,) = _found(tmp_path, _level(index))
    assert found.code == "CL403"
    assert "module 3" in (found.help or "")


def test_bullets_and_lists_of_other_things_are_no_units(tmp_path: Path) -> None:
    index = _links(*MODULES) + "\n\n- **Caching**\n- Logging\n\n1. Read.\n2. Build.\n3. Test.\n"
    assert _found(tmp_path, _level(index)) == ()


@pytest.mark.parametrize(
    ("entry", "fixed"),
    [
        ("**Start**: begin", "**[Start](1_start/readme.md)**: begin"),
        ("Start", "[Start](1_start/readme.md)"),
        ("START - begin", "[START](1_start/readme.md) - begin"),
        ("[ ] Start", "[ ] [Start](1_start/readme.md)"),
        ("Module 1: **Start**", "Module 1: **[Start](1_start/readme.md)**"),
        ("**1. Start**", "**1. [Start](1_start/readme.md)**"),
    ],
)
def test_the_fix_makes_the_name_a_link(entry: str, fixed: str, tmp_path: Path) -> None:
    others = "".join(f"- [{name}]({name}/)\n" for name in list(MODULES)[1:])
    files = _level(f"- {entry}\n{others}")
    (found,) = _found(tmp_path, files)
    assert found.code == "CL406"
    assert found.fix is not None
    edits = edits_by_path([found.fix])["a_level/readme.md"]
    assert f"- {fixed}\n" in apply_edits(files["a_level/readme.md"], edits)


@pytest.mark.parametrize(
    "entry",
    ["Start, then think", "**Start**: see [there](1_start/)", "~~Begin~~", "Starting", "`Start`"],
)
def test_other_texts_are_no_entries_without_a_link(entry: str, tmp_path: Path) -> None:
    others = "".join(f"- [{name}]({name}/)\n" for name in list(MODULES)[1:])
    found = _found(tmp_path, _level(f"- {entry}\n{others}\n[1](1_start/)\n"))
    assert found == ()


def test_the_destination_is_encoded(tmp_path: Path) -> None:
    files = {
        "curriculum-lint.toml": 'module-pattern = "Lesson {number} - {name}"\n',
        "a_level/readme.md": "# A\n\n- Loops (100%)\n",
        "a_level/Lesson 1 - Loops (100%)/readme.md": "# Loops (100%)\n",
    }
    (found,) = _found(tmp_path, files)
    assert found.fix is not None
    text = apply_edits(files["a_level/readme.md"], edits_by_path([found.fix])["a_level/readme.md"])
    assert "](Lesson%201%20-%20Loops%20%28100%25%29/readme.md)" in text


def test_the_programs_description_lists_all_of_its_units_without_links(tmp_path: Path) -> None:
    files = {"readme.md": PROGRAM, "junior_level/readme.md": "# Junior level\n"}
    for folder in TREE.split():
        for path in (folder.partition("/")[0], folder):
            files[f"junior_level/{path}/readme.md"] = f"# {path.split('_', 1)[1]}\n"
    found = _found(tmp_path, files)
    assert [d.code for d in found] == ["CL406"] * 20
    fixed = apply_edits(PROGRAM, edits_by_path([d.fix for d in found if d.fix])["readme.md"])
    assert _found(tmp_path, {**files, "readme.md": fixed}) == ()


def test_the_programs_description_alone_is_no_index(tmp_path: Path) -> None:
    assert _found(tmp_path, {"readme.md": PROGRAM}) == ()
