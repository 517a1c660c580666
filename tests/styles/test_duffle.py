"""The duffle's wrap against figures worked out by hand, its handles and its zip."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.notion import Notion


def made(**settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "duffle", **settings})
    assert pattern.errors == ()
    return pattern


def refused(**settings: Any) -> str:
    with pytest.raises(InputError) as caught:
        bagpattern.make({"style": "duffle", **settings})
    return str(caught.value)


def notion(pattern: bagpattern.Pattern, name: str) -> Notion:
    return next(each for each in pattern.notions if each.id == name)


def around(pattern: bagpattern.Pattern) -> float:
    """mm of front, base and back along an end."""
    walls = [("front", "right"), ("back", "left"), ("base", "left")]
    ids = {piece.id for piece in pattern.pieces}
    return sum(pattern[wall].panel.edge(edge).length for wall, edge in walls if wall in ids)


@pytest.mark.parametrize(
    ("shape", "depth", "way_round"),
    [
        ("round", None, 260 * math.pi),
        ("oval", "36 cm", 260 * math.pi + 2 * 100),
        ("dome", "20 cm", 200 * math.pi / 2 + 2 * (260 - 100 - 40) + 40 * math.pi + (200 - 80)),
        ("box", "24 cm", 2 * (260 + 240) - (8 - 2 * math.pi) * 40),
    ],
)
def test_the_wrap_is_as_long_as_the_end_is_round(shape: str, depth: str | None, way_round: float) -> None:
    """pi D, 2 L + pi d [construction 2.8], and 2 (W + H) less (8 - 2 pi) r with four equal corners."""
    sizes = {"shape": shape, "height": "26 cm"} | ({"depth": depth} if depth else {})
    sizes |= {"radius": "40 mm"} if shape in ("dome", "box") else {}
    for base in ("0 mm", "20 cm"):
        assert around(made(dimensions={**sizes, "base": base})) == pytest.approx(way_round, abs=1e-6)


@pytest.mark.parametrize("chain", ["#5", "#10"])
def test_the_zip_itself_is_part_of_the_way_round(chain: str) -> None:
    """The cloth between both zip seams is shorter than the circle by what shows of the zip: 12 and 18 mm."""
    pattern = made(closure={"zip": chain}, dimensions={"base": "0 mm"})
    shown = {"#5": 12, "#10": 18}[chain]
    front = pattern["front"]
    to_needle = front.panel.edge("right").length - front.panel.edge("top").zip / 2
    assert 2 * to_needle == pytest.approx(260 * math.pi - shown, abs=1e-6)


def test_handles_are_one_loop_of_webbing() -> None:
    """Two bands on front and back and under the base; each handle spans 2 sqrt(drop2 + (spacing / 2)2)."""
    sizes = {"shape": "box", "depth": "24 cm", "radius": "0 mm", "base": "24 cm"}
    pattern = made(dimensions=sizes, handles={"drop": "12 cm", "spacing": "18 cm", "below": "80 mm"})
    high = (1000 - 240) / 2
    grip = 2 * 150
    assert notion(pattern, "handles").length == pytest.approx(4 * (high - 80) + 2 * 240 + 2 * grip + 50, abs=1e-6)
    for wall in ("front", "back"):
        (band,) = (line for line in pattern[wall].panel.lines if line.name == "handle webbing 1")
        assert band.length == pytest.approx(2 * (high - 80) + 38)
    assert sum(line.name.startswith("handle") for line in pattern["base"].panel.lines) == 4


def test_a_zip_with_one_slider_is_bought_ready_made_where_there_is_one() -> None:
    short = made(dimensions={"width": "40 cm"}, closure={"zip": "#5", "sliders": 1})
    assert notion(short, "main zip").opening == pytest.approx(400 - 16)
    assert "main zip slider" not in {each.id for each in short.notions}
    assert (
        notion(made(dimensions={"width": "90 cm"}, closure={"zip": "#5", "sliders": 1}), "main zip slider").count == 1
    )


def test_the_finished_bag_is_as_asked() -> None:
    pattern = made(dimensions={"shape": "box", "depth": "24 cm", "radius": "0 mm"})
    assert pattern.finished.volume == pytest.approx(4.8 * 2.6 * 2.4, rel=1e-6)
    assert made().finished.volume == pytest.approx(math.pi * 1.3**2 * 4.8, rel=1e-3)


def test_the_wrap_is_joined_before_the_handles_and_the_zip() -> None:
    titles = [str(each.step.title) for each in made().steps]
    order = [titles.index(title) for title in titles if title.startswith(("Join", "Sew the handles", "Sew the zip"))]
    assert [titles[at].split()[0] for at in order] == ["Join", "Sew", "Sew"]
    assert titles[order[1]].startswith("Sew the handles")


def test_ends_that_cannot_be_are_refused() -> None:
    assert "as deep as it is high" in refused(dimensions={"depth": "30 cm"})
    assert "have no corners" in refused(dimensions={"radius": "5 cm"})
    assert "at most 10 mm" in refused(dimensions={"shape": "dome", "depth": "50 cm", "radius": "50 mm"})
    assert "at most 400 mm" in refused(dimensions={"shape": "dome", "height": "20 cm", "depth": "50 cm"})
    assert 'kind = "none"' in refused(dimensions={"width": "16 cm"}, handles={"width": "50 mm"})
    assert "0 mm, or at least 40 mm" in refused(dimensions={"base": "20 mm"})
    assert "leaves no front and back" in refused(dimensions={"height": "12 cm", "base": "30 cm"})
    assert "seams of the ends" in refused(dimensions={"width": "20 cm"}, handles={"spacing": "20 cm"})
    assert "leave hand out" in refused(handles={"kind": "none"}, wearer={"carry": ["hand"]})
