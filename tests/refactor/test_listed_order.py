"""Modules whose names hold no numbers: lists that say their order are written anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from tests.command import invoke
from tests.edits.trees import state_of
from tests.refactor.random_commands import run, undo
from tests.repository import write_files

NAMES = ("baby_steps", "nets", "first_io", "web")

MENU = ("[← Menu](../index.md)", "[Menu →](../index.md)")


class Form:
    """How a file at ``path`` lists folders in their order: ``text`` of their names."""

    def __init__(self, path: str, text: Callable[[Sequence[str]], str]) -> None:
        self.path, self.text = path, text


def title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def lines(head: str, line: str, end: str = "") -> Callable[[Sequence[str]], str]:
    """A text with a line for each name."""

    def text(names: Sequence[str]) -> str:
        found = (
            line.format(name=name, title=title(name), at=at, upper=title(name).upper())
            for at, name in enumerate(names, 1)
        )
        return head + "".join(found) + end

    return text


def joined(head: str, item: str, between: str, end: str) -> Callable[[Sequence[str]], str]:
    """The same with something between two lines."""
    return lambda names: (
        head
        + between.join(item.format(name=name, upper=title(name).upper()) for name in names)
        + end
    )


FORMS: Mapping[str, Form] = {
    "summary": Form(
        "lessons/SUMMARY.md",
        lines("# Summary\n\n", "- [{title}]({name}/README.md)\n  - [More]({name}/more.md)\n"),
    ),
    "numbered": Form(
        "README.md", lines("# All\n\nHello.\n\n", "{at}. [{title}](lessons/{name}/): words.\n")
    ),
    "table": Form(
        "README.md",
        lines(
            "# All\n\n| # | Lesson |\n|---|---|\n",
            "| {at} | [{title}](lessons/{name}/README.md) |\n",
            "\nBye.\n",
        ),
    ),
    "mkdocs": Form(
        "mkdocs.yml",
        lines("nav:\n  - Home: README.md\n", "  - {title}: lessons/{name}/README.md\n"),
    ),
    "yaml": Form("order.yml", lines("lessons:\n", "  - {name}\n", "others: 1\n")),
    "yaml with comments": Form("order.yml", lines("lessons:\n", "  - {name} # on {name}\n")),
    "flow": Form("order.yml", joined("lessons: [", "{name}", ", ", "]\n")),
    "toml": Form("order.toml", lines("lessons = [\n", '  "{name}", # on {name}\n', "]\n")),
    "json": Form("track.json", joined('{"lessons": [\n  ', '"{name}"', ",\n  ", "\n]}\n")),
    "json on a line": Form("track.json", joined("[", '"{name}"', ", ", "]\n")),
    "titles": Form(
        "course.js", joined("const a = ['de']\nc.addAll([\n  ", "'{upper}'", ",\n  ", "\n])\n")
    ),
}
CASES = list(product(FORMS, ["\n", "\r\n"]))


def course(form: Form, names: Sequence[str], end: str = "\n") -> dict[str, str]:
    """A curriculum whose order ``form`` says, and a menu, and lines that lead from page to page."""
    files = {
        "any.json": "{}\n",
        "curriculum-lint.toml": (
            f'levels = ["lessons"]\nmodule-pattern = "{{slug}}"\norder = ["{form.path}"]\n'
            'readme = "README.md"\nschemas = { module = "any.json" }\n'
        ),
        "lessons/index.md": lines("# Menu\n\n", "* [{title}]({name}/README.md)\n")(names),
    }
    for at, name in enumerate(names):
        back = f"[← {title(names[at - 1])}](../{names[at - 1]}/README.md)" if at else MENU[0]
        is_last = at + 1 == len(names)
        on = MENU[1] if is_last else f"[{title(names[at + 1])} →](../{names[at + 1]}/README.md)"
        text = f"# {title(name)}\n\n{back} | {on}\n\nAbout it.\n"
        files[f"lessons/{name}/README.md"] = text
        files[f"lessons/{name}/more.md"] = f"# More {name}\n\nMore.\n"
    files[form.path] = form.text(names)
    return {path: text.replace("\n", end) for path, text in files.items()}


def moved(names: Sequence[str], source: int, target: int) -> list[str]:
    order = list(names)
    order.insert(target, order.pop(source))
    return order


@pytest.mark.parametrize(("form", "end"), CASES)
def test_a_module_moves_to_any_place_and_back(form: str, end: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(FORMS[form], NAMES, end))
    before = state_of(tmp_path)
    for source, target in product(range(len(NAMES)), repeat=2):
        path, order = f"lessons/{NAMES[source]}", moved(NAMES, source, target)
        run(tmp_path, lambda work, p=path, to=str(target + 1): steps.move_unit(work, p, to))
        wanted = course(FORMS[form], order, end)
        assert state_of(tmp_path) == {path: text.encode() for path, text in wanted.items()}
        run(tmp_path, lambda work, p=path, to=str(source + 1): steps.move_unit(work, p, to))
        assert state_of(tmp_path) == before


@pytest.mark.parametrize(("form", "end"), CASES)
def test_a_new_module_is_listed_at_its_place(form: str, end: str, tmp_path: Path) -> None:
    names, new = NAMES[1:], NAMES[0]
    for at in range(1, len(NAMES) + 1):
        root = tmp_path / str(at)
        write_files(root, course(FORMS[form], names, end))
        before = state_of(root)
        beginning = steps.Beginning(title(new), str(at))
        made = run(root, lambda work, b=beginning: steps.add_module(work, "lessons", b))
        order = [*names[: at - 1], new, *names[at - 1 :]]
        # What is said about it, and what is in it, are its author's.
        wanted = FORMS[form].text(order).replace(f" # on {new}", "")
        wanted = wanted.replace(f"  - [More]({new}/more.md)\n", "").replace("\n", end)
        assert (root / FORMS[form].path).read_bytes().decode() == wanted
        undo(root, made)
        assert state_of(root) == before


def configured(order: str) -> str:
    return (
        f'levels = ["lessons"]\nmodule-pattern = "{{slug}}"\norder = ["{order}"]\n'
        'readme = "README.md"\nschemas = { module = "any.json" }\n'
    )


def pages(*names: str) -> dict[str, str]:
    found = {f"lessons/{name}/README.md": f"# {title(name)}\n\nAbout it.\n" for name in names}
    return {"any.json": "{}\n", **found}


PARTS = {
    "SUMMARY.md": (
        "# Summary\n\n# Part 1\n\n- [Baby steps](lessons/baby_steps/README.md)\n"
        "- [Nets](lessons/nets/README.md)\n\n# Part 2\n\n"
        "- [First io](lessons/first_io/README.md)\n- [Web](lessons/web/README.md)\n"
    ),
    "mkdocs.yml": (
        "nav:\n  - Part 1:\n      - Baby steps: lessons/baby_steps/README.md\n"
        "      - Nets: lessons/nets/README.md\n  - Part 2:\n"
        "      - First io: lessons/first_io/README.md\n      - Web: lessons/web/README.md\n"
    ),
    "nested.yml": (
        "nav:\n  - Baby steps: lessons/baby_steps/README.md\n"
        "  - Nets: lessons/nets/README.md\n  - Later:\n"
        "      - First io: lessons/first_io/README.md\n      - Web: lessons/web/README.md\n"
    ),
    "track.json": (
        '{"parts": [\n  {"title": "One", "lessons": ["baby_steps", "nets"]},\n'
        '  {"title": "Two", "lessons": ["first_io", "web"]}\n]}\n'
    ),
}


def names_in(text: str) -> list[str]:
    """The part in which each lesson stands, and the lesson, in their order."""
    pattern = r"Part 1|Part 2|Later|One|Two|(?:baby_steps|nets|first_io|web|big_data)(?=/|\")"
    return re.findall(pattern, text)


@pytest.mark.parametrize("path", PARTS)
def test_a_module_comes_to_the_part_of_what_stands_before_it(path: str, tmp_path: Path) -> None:
    write_files(tmp_path, {**pages(*NAMES), "curriculum-lint.toml": configured(path)})
    write_files(tmp_path, {path: PARTS[path]})
    before = state_of(tmp_path)
    one, two = (*(n for n in names_in(PARTS[path]) if n not in NAMES), "")[:2]
    if not two:
        one, two = two, one
    back = run(tmp_path, lambda work: steps.move_unit(work, "lessons/web", "2"))
    found = names_in((tmp_path / path).read_text())
    assert found == [each for each in (one, "baby_steps", "web", "nets", two, "first_io") if each]
    undo(tmp_path, back or ())
    assert state_of(tmp_path) == before
    run(tmp_path, lambda work: steps.add_module(work, "lessons", steps.Beginning("Big data", "2")))
    found = names_in((tmp_path / path).read_text())
    wanted = (one, "baby_steps", "big_data", "nets", two, "first_io", "web")
    assert found == [each for each in wanted if each]


def test_comments_stay_with_what_they_are_about(tmp_path: Path) -> None:
    order = (
        "lessons = [\n  # easy\n  'baby_steps', # one\n  'nets',\n  # hard\n"
        "  'first_io', # three\n  'web' # four\n]\n"
    )
    write_files(tmp_path, {**pages(*NAMES), "curriculum-lint.toml": configured("order.toml")})
    write_files(tmp_path, {"order.toml": order})
    run(tmp_path, lambda work: steps.move_unit(work, "lessons/web", "2"))
    assert (tmp_path / "order.toml").read_text() == (
        "lessons = [\n  # easy\n  'baby_steps', # one\n  'web', # four\n  'nets',\n  # hard\n"
        "  'first_io' # three\n]\n"
    )
    run(tmp_path, lambda work: steps.remove_unit(work, "lessons/nets"))
    assert (tmp_path / "order.toml").read_text() == (
        "lessons = [\n  # easy\n  'baby_steps', # one\n  'web', # four\n  # hard\n"
        "  'first_io' # three\n]\n"
    )


ONE = {
    "mkdocs.yml": ("nav:\n  - Nets: lessons/nets/README.md\n", "Baby steps: lessons/baby_steps/"),
    "order.yml": ("lessons:\n  - nets\n", "- baby_steps\n"),
    "track.json": ('["nets"]\n', '"baby_steps"'),
    "lines.json": ('[\n  "nets"\n]\n', '\n  "baby_steps"'),
}


@pytest.mark.parametrize(("path", "at"), [*product(ONE, (1, 2))])
def test_a_list_of_one_module_takes_another(path: str, at: int, tmp_path: Path) -> None:
    text, new = ONE[path]
    write_files(tmp_path, {**pages("nets"), "curriculum-lint.toml": configured(path), path: text})
    before = state_of(tmp_path)
    beginning = steps.Beginning("Baby steps", str(at))
    back = run(tmp_path, lambda work: steps.add_module(work, "lessons", beginning))
    written = (tmp_path / path).read_text()
    assert new in written
    assert (written.index("baby_steps") < written.index("nets")) == (at == 1)
    undo(tmp_path, back or ())
    assert state_of(tmp_path) == before


def test_other_names_and_what_is_removed_follow_in_the_list(tmp_path: Path) -> None:
    for form in FORMS.values():
        root = tmp_path / form.path.replace("/", "_") / str(id(form))
        write_files(root, course(form, NAMES))
        run(root, lambda work: steps.rename_unit(work, "lessons/nets", "cat_nets"))
        written = (root / form.path).read_text().casefold().replace(" ", "_")
        assert written.index("baby_steps") < written.index("cat_nets") < written.index("first_io")
        run(root, lambda work: steps.remove_unit(work, "lessons/cat_nets"))
        assert "cat_nets" not in (root / form.path).read_text().casefold().replace(" ", "_")


@pytest.mark.parametrize(
    ("order", "text", "place"),
    [
        ("order.yml", "a: [baby_steps, nets]\nb: first_io\nc: web\n", "order.yml:3"),
        ("README.md", "- [a](lessons/baby_steps/), [b](lessons/nets/)\n"
         "- [c](lessons/first_io/), [d](lessons/web/)\n", "README.md:2"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_written_is_refused_with_its_place(
    order: str, text: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {**pages(*NAMES), "curriculum-lint.toml": configured(order), order: text})
    before = state_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = invoke("move", "lessons/web", "--to", "2", "--no-cache")
    assert done.exit_code == 2
    assert f"{place} lists lessons/web in a form that cannot be put there" in done.stderr
    assert state_of(tmp_path) == before


def test_what_no_list_names_is_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {**pages(*NAMES), "curriculum-lint.toml": configured("order.yml")}
    write_files(tmp_path, {**files, "order.yml": "- baby_steps\n- nets\n- first_io\n"})
    monkeypatch.chdir(tmp_path)
    done = invoke("move", "lessons/web", "--to", "2", "--no-cache")
    assert "order.yml does not list lessons/web: list it where it belongs." in done.stderr
    (tmp_path / "curriculum-lint.toml").write_text(
        configured("x").replace('order = ["x"]\n', ""), encoding="utf-8"
    )
    done = invoke("move", "lessons/web", "--to", "2", "--no-cache")
    assert "name the file that lists them in the setting `order`" in done.stderr


def test_a_comment_behind_the_last_item_of_a_part_stays_single(tmp_path: Path) -> None:
    menu = (
        "nav:\n  - Basics:\n      - baby_steps/README.md  # one\n      - nets/README.md  # two\n"
        "  - Beyond:\n      - first_io/README.md\n      - web/README.md  # four\n"
    )
    files = {f"docs/{name}/README.md": f"# {title(name)}\n\nWords.\n" for name in NAMES}
    configuration = 'levels = ["docs"]\nmodule-pattern = "{name}"\norder = ["mkdocs.yml"]\n'
    write_files(tmp_path, files | {"mkdocs.yml": menu, "curriculum-lint.toml": configuration})
    done = invoke("move", "docs/web", "--to", "1", "--root", str(tmp_path), "--force")
    assert done.exit_code == 0, done.stderr
    text = (tmp_path / "mkdocs.yml").read_text()
    assert [text.count(word) for word in ("# one", "# two")] == [1, 1]
    assert text.index("- web/README.md  # four") < text.index("baby_steps/")
