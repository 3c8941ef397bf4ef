"""What is said of a folder's name, and which name it should have."""

from __future__ import annotations

import pytest

from curriculum_lint.model.template import Template
from curriculum_lint.rules.numbering._unit_name_faults import faults, proper_name


@pytest.mark.parametrize(
    ("template", "name", "proper", "said"),
    [
        ("{number}_{slug}", "01_start", "1_start", "its number is padded"),
        ("{number:02}_{slug}", "1_start", "01_start", "its number is not padded to 2 digits"),
        ("{number:03}_{slug}", "01_start", "001_start", "its number is not padded to 3 digits"),
        ("{number}_{slug}", "1-start", "1_start", "“-” follows the number instead of “_”"),
        ("{number}_{slug}", "1start", "1_start", "“_” is missing after the number"),
        ("{number}_{slug}", "1_Start", "1_start", "it has capital letters"),
        ("{number}_{slug}", "1 start here", "1_start_here", "it has spaces"),
        (
            "{number}_{slug}",
            "01 Start",
            "1_start",
            "its number is padded; it has capital letters; it has spaces",
        ),
        ("week{number}", "week-3", "week3", ""),
        ("week{number}", "Week 3", "week3", "it has capital letters; it has spaces"),
        ("Week {number}", "week 3", "Week 3", ""),
        ("{letter}_{slug}", "a-start", "a_start", "“-” follows the letter instead of “_”"),
        ("{letter}_{slug}", "A_start", "a_start", "it has capital letters"),
        ("{number}-{name}", "01-More Files", "1-More Files", "its number is padded"),
        ("{number}. {name}", "1 More", "1. More", "“ ” follows the number instead of “. ”"),
        ("{number}-{track}-{slug}", "1-Web-Start", "1-web-start", "it has capital letters"),
        ("{number}-{track}-{slug}", "1 web-start", "1-web-start", "it has spaces"),
        ("{number}.{slug}", "1.start here", "1.start.here", "it has spaces"),
    ],
)
def test_what_is_wrong_with_a_name(template: str, name: str, proper: str | None, said: str) -> None:
    pattern = Template(template)
    guessed = pattern.guess(name)
    assert guessed is not None or proper is None
    wanted = proper_name(pattern, name, guessed) if guessed else None
    assert wanted == proper
    assert "; ".join(faults(name, wanted) if wanted else ()) == said


@pytest.mark.parametrize(("name", "proper"), [("x", "1_x"), ("1_x", "x"), ("x", "y")])
def test_of_a_name_without_a_number_its_joint_is_not_told(name: str, proper: str) -> None:
    assert list(faults(name, proper)) == []
