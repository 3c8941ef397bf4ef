"""Which units come before and behind a unit, as different routes have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.listings.listing import parent_of
from curriculum_lint.listings.neighbours import Neighbours, Side
from curriculum_lint.model.reading_order import ReadingOrder, UnitPlace
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

UNITS = ("1_start", "1_start/a_more", "1_start/b_most", "2_next", "2_next/a_other", "3_last")


@pytest.fixture
def order(tmp_path: Path) -> ReadingOrder:
    write_files(tmp_path, {f"a_level/{each}/readme.md": f"# {each}\n" for each in UNITS})
    settings = load_settings(str(tmp_path), root=str(tmp_path)).settings
    return ReadingOrder(read_curriculum(Disk(settings)))


def name(place: UnitPlace | None) -> str:
    return place.unit.basename if place else ""


@pytest.mark.parametrize(
    ("unit", "side", "routes", "likeliest"),
    [
        ("1_start", Side.NEXT, ("2_next", "a_more", ""), "2_next a_more"),
        ("1_start", Side.PREVIOUS, ("", "", ""), ""),
        ("1_start/a_more", Side.NEXT, ("2_next", "b_most", "1_start"), "b_most 2_next 1_start"),
        ("1_start/a_more", Side.PREVIOUS, ("1_start", "1_start", "1_start"), "1_start"),
        ("1_start/b_most", Side.NEXT, ("2_next", "2_next", "1_start"), "2_next 1_start"),
        ("1_start/b_most", Side.PREVIOUS, ("1_start", "a_more", "1_start"), "a_more 1_start"),
        ("2_next", Side.PREVIOUS, ("1_start", "b_most", ""), "1_start b_most"),
        ("2_next/a_other", Side.NEXT, ("3_last", "3_last", "2_next"), "3_last 2_next"),
        ("2_next/a_other", Side.PREVIOUS, ("2_next", "2_next", "2_next"), "2_next"),
        ("3_last", Side.NEXT, ("", "", ""), ""),
        ("3_last", Side.PREVIOUS, ("2_next", "a_other", ""), "2_next a_other"),
    ],
)
def test_routes(
    order: ReadingOrder, unit: str, side: Side, routes: tuple[str, ...], likeliest: str
) -> None:
    place, neighbours = order.places[f"a_level/{unit}"], Neighbours(order)
    assert tuple(map(name, neighbours.route(place, side))) == routes
    found = dict.fromkeys(map(name, neighbours.of(place, side)))
    assert " ".join(found) == likeliest


def test_units_that_are_left_out_are_on_no_route(order: ReadingOrder) -> None:
    neighbours = Neighbours(order, without={"a_level/1_start/b_most", "a_level/2_next"})
    after = neighbours.route(order.places["a_level/1_start/a_more"], Side.NEXT)
    assert tuple(map(name, after)) == ("3_last", "a_other", "1_start")
    assert not any(neighbours.route(order.places["a_level/2_next"], Side.NEXT))


def test_a_unit_is_counted_in_the_one_around_it(order: ReadingOrder) -> None:
    around = {path: parent_of(place).path for path, place in order.places.items()}
    assert around == {f"a_level/{each}": f"a_level/{each}".rpartition("/")[0] for each in UNITS}
