"""Panels become pieces: cutting lines, stiffening, numbers, labels and the cut list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bagpattern.checks import check
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.wall import Firmness
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.passes.allow import allow, piece
from bagpattern.passes.cut import cut_list
from bagpattern.passes.label import label
from bagpattern.passes.number import number
from bagpattern.passes.order import order
from bagpattern.passes.stiffen import stiffen
from bagpattern.said import Name
from tests.checks.bags import SHOP, ZIP, box, edges, lined, pattern, pouch


def made(draft: Draft, shop: Workshop = SHOP) -> Pattern:
    """All passes after the notches."""
    result = replace(pattern(draft, shop), pieces=(), steps=())
    for each in (allow, stiffen, order, number, label, cut_list):
        result = each(result, shop)
    return result


def test_allowance_by_finish() -> None:
    sides = rectangle(100, 50)
    finishes = {"right": Finish.HEM, "top": Finish.RAW, "left": Finish.FOLD}
    cut = piece(Panel("p", Name("p"), "shell", Role.BODY, edges(sides, **finishes)), SHOP)
    assert cut.allowances == {"bottom": 10.0, "right": 30.0, "top": 0.0, "left": 0.0}
    assert cut.cutting_line.bounds == pytest.approx((0, -10, 130, 50))


def test_zip_edges_have_their_own_allowance() -> None:
    cut = made(pouch())["front"]
    assert cut.allowances["top"] == pytest.approx(ZIP.beyond_centre)
    assert cut.cutting_line.bounds[3] == pytest.approx(150 + ZIP.beyond_centre)


def test_a_hem_is_pressed_back_inside_the_sides() -> None:
    """On a tapering panel the hem's ends lie on the panel's own cutting line once they are folded down."""
    corners = (0j, 100 + 0j, 120 + 80j, -20 + 80j, 0j)
    path = line_path(*corners)
    parts = [replace(path, segments=(segment,)) for segment in path.segments]
    names = (("bottom", Finish.SEAM), ("right", Finish.SEAM), ("top", Finish.HEM), ("left", Finish.SEAM))
    panel = Panel(
        "p", Name("p"), "shell", Role.BODY, tuple(Edge(n, p, f) for (n, f), p in zip(names, parts, strict=True))
    )
    cut = piece(panel, SHOP).cutting_line
    assert cut.bounds[3] == pytest.approx(110)
    at_fold, at_end = (cut.intersection(_level(y)).length for y in (80.0, 110.0 - 1e-6))
    below = cut.intersection(_level(50.0)).length
    assert at_end == pytest.approx(below, abs=0.01)
    assert at_end < at_fold


def _level(y: float) -> object:
    from bagpattern.geometry.areas import line_string

    return line_string(line_path(complex(-500, y), complex(500, y)))


def test_an_outline_that_crosses_itself_is_left_to_the_checks() -> None:
    bow = line_path(0, 100, 20 + 80j, 80 + 80j, 0)
    cut = piece(Panel("p", Name("p"), "shell", Role.BODY, (Edge("all", bow),)), SHOP)
    assert not cut.stitching_line.is_valid


def test_a_deep_hollow_narrower_than_its_allowances_is_filled() -> None:
    """The exact cutting line would cross itself; what is cut is the panel and its strips, united."""
    outline = line_path(0, 100, 100 + 80j, 60 + 80j, 72 + 30j, 28 + 30j, 40 + 80j, 80j, 0)
    cut = piece(Panel("p", Name("p"), "shell", Role.BODY, (Edge("all", outline, allowance=12.0),)), SHOP)
    assert cut.cutting_line.is_valid
    assert cut.cutting_line.covers(cut.stitching_line)


def test_interfacing_reaches_the_cutting_line() -> None:
    result = made(pouch())
    assert result["front-interfacing"].cutting_line.equals(result["front"].cutting_line)
    assert str(result["front-interfacing"].panel.title) == "Front interfacing"
    assert set(result["front-interfacing"].allowances.values()) == {0.0}


def test_foam_stops_at_the_needle() -> None:
    """Inside the zip's stitching, half the zip's visible width from its centre line."""
    result = made(lined(pouch()), Workshop(Materials(interfacing="none", foam="foam"), Finishing()))
    foam = result["back-foam"]
    assert foam.cutting_line.bounds == pytest.approx((0, 0, 200, 150 - ZIP.gap / 2))
    assert [each.id for each in result.pieces if each.panel.role is Role.STIFFENING] == ["front-foam", "back-foam"]
    assert str(result.steps[0].step.title) == "Back the shell with foam"


def test_stiffening_is_cut_as_often_as_its_shell() -> None:
    result = made(box(), Workshop(Materials(interfacing="sew-in-light", foam="foam"), Finishing()))
    counts = {each.id: each.panel.count for each in result.pieces if each.panel.role is Role.STIFFENING}
    assert counts == {
        "front-interfacing": 2,
        "side-interfacing": 2,
        "base-interfacing": 1,
        "front-foam": 2,
        "side-foam": 2,
        "base-foam": 1,
    }
    assert {each.panel.stiffens for each in result.pieces} == {"", "front", "side", "base"}
    assert {panel.id for panel in result.draft.panels} == {each.id for each in result.pieces}
    assert check(result, SHOP) == ()


def test_what_bends_gets_no_foam_and_what_is_soft_nothing() -> None:
    stands = {"base": Firmness.BENT, "side": Firmness.SOFT}
    draft = box().replacing(*(replace(box()[name], firmness=firmness) for name, firmness in stands.items()))
    result = made(draft, Workshop(Materials(interfacing="sew-in-light", foam="foam"), Finishing()))
    backed = {each.id for each in result.pieces if each.panel.role is Role.STIFFENING}
    assert backed == {"front-interfacing", "base-interfacing", "front-foam"}


def test_numbers_go_from_the_body_inward() -> None:
    result = made(lined(pouch()))
    assert [each.number for each in result.pieces] == list(range(1, len(result.pieces) + 1))
    assert [each.id for each in result.pieces] == [
        "front",
        "back",
        "pocket",
        "tab",
        "lining-front",
        "lining-back",
        "front-interfacing",
        "back-interfacing",
    ]
