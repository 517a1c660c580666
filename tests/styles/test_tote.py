"""The tote's panels, reckoned by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.parts.holding.stowing import stowed
from bagpattern.styles._open_box import BUILDS


def tote(**settings: Any) -> bagpattern.Pattern:
    made = bagpattern.make({"style": "tote", "handles": {"kind": "none"}, **settings})
    assert made.errors == ()
    return made


def corners(pattern: bagpattern.Pattern, piece: str) -> set[tuple[float, float]]:
    """The corners of a piece's cutting line, from its lower left."""
    ring = pattern[piece].cutting_line
    left, bottom, _, _ = ring.bounds
    return {(round(x - left, 3), round(y - bottom, 3)) for x, y in ring.exterior.coords}


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("rim", [None, "38 cm"])
def test_every_build_finishes_as_large_as_it_is_asked_for(build: str, rim: str | None) -> None:
    size = {"width": "30 cm", "height": "33 cm", "depth": "11 cm", **({"rim": rim} if rim else {})}
    pattern = tote(build=build, dimensions=size)
    finished, tops = pattern.finished, [edge for piece in pattern.pieces for edge in piece.panel.edges]
    assert rim is None or any(edge.length == pytest.approx(380) for edge in tops if edge.name.endswith("top"))
    assert (finished.width, finished.height, finished.depth) == pytest.approx((300, 330, 110))
    assert rim or finished.volume == pytest.approx(3.0 * 3.3 * 1.1)


def test_a_cut_out_between_seams_of_one_allowance_is_a_square_of_half_the_depth() -> None:
    pattern = tote(dimensions={"width": "30 cm", "height": "33 cm", "depth": "12 cm"})
    assert pattern["front"].allowances["left"] == 10
    assert {(60.0, 0.0), (60.0, 60.0), (0.0, 60.0)} <= corners(pattern, "front")


def test_beside_a_fold_the_cut_out_is_lower_by_the_allowance() -> None:
    """a = D/2 + s - s = 60 from the side's raw edge; b = D/2 - s = 50 from the fold [construction 2.4]."""
    pattern = tote(build="folded", dimensions={"width": "30 cm", "height": "33 cm", "depth": "12 cm"})
    piece = pattern["front-back"]
    fold = next(line for line in piece.panel.lines if line.name == "base fold").path.start.imag
    left, _, _, _ = piece.cutting_line.bounds
    places = {(round(x - left, 3), round(y - fold, 3)) for x, y in piece.cutting_line.exterior.coords}
    assert {(60.0, 50.0), (60.0, -50.0), (0.0, 50.0), (0.0, -50.0)} <= places


def test_a_folded_tote_has_no_base_seam_but_its_lining_has() -> None:
    pattern = tote(build="folded")
    seams = {seam.id for seam in pattern.seams}
    assert "base seam" not in seams
    assert "lining-base seam gap" in seams
    assert str(pattern["front-back"].panel.note).startswith("folded at the base")


def test_pockets_lie_upright_on_both_halves_of_a_folded_tote() -> None:
    pockets = [
        {"name": f"{face} pocket", "kind": "slip", "panel": face, "height": "12 cm"} for face in ("front", "back")
    ]
    panel = tote(build="folded", pockets=pockets)["front-back"].panel
    fold = panel.along("base fold").path.start.imag
    front, back = (panel.along(f"{face} {face}-pocket").path for face in ("front", "back"))
    assert min(p.imag for p in front.flat) > fold > max(p.imag for p in back.flat)
    assert min(p.imag for p in front.flat) - fold == pytest.approx(fold - max(p.imag for p in back.flat))


def test_a_gusset_is_as_long_as_both_sides_and_the_base() -> None:
    panel = tote(build="gusset", dimensions={"width": "30 cm", "height": "33 cm", "depth": "12 cm"})["gusset"].panel
    left, bottom, right, top = panel.stitching_line.polygon.bounds
    assert sorted((right - left, top - bottom)) == pytest.approx([120, 2 * 330 + 300])


def test_leaning_walls_meet_in_edges_of_one_length() -> None:
    """30 cm at the base, 38 at the rim, 33 high: the front's side is the root of 330^2 + 40^2 long."""
    pattern = tote(
        build="five-panel", dimensions={"width": "30 cm", "height": "33 cm", "depth": "12 cm", "rim": "38 cm"}
    )
    assert pattern["front"].panel.edge("right").length == pytest.approx((330**2 + 40**2) ** 0.5)
    assert pattern["side-left"].panel.edge("right").length == pytest.approx((330**2 + 40**2) ** 0.5)
    assert pattern["base"].panel.edge("front").length == pytest.approx(300)


def test_what_is_caught_in_the_base_keeps_it_from_being_folded() -> None:
    ring = {"name": "ring", "kind": "ring-loop", "panel": "front", "edge": "bottom"}
    with pytest.raises(bagpattern.InputError, match="base seam has to be sewn"):
        bagpattern.make({"style": "tote", "build": "folded", "fittings": [ring]})


@pytest.mark.parametrize("build", ["boxed", "folded", "tube"])
def test_what_lies_behind_what_is_the_same_however_the_tote_is_cut(build: str) -> None:
    """A power bank behind the front and two more behind the back use up the same depth."""
    kind = {"kind": "zip-window", "holds": ["power-bank"]}
    pockets = [{"name": f"{face} pocket", "panel": face, **kind} for face in ("front", "back")]
    found = stowed(tote(build=build, pockets=pockets).draft)
    assert [each.behind for each in found] == pytest.approx(
        [each.behind for each in stowed(tote(pockets=pockets).draft)]
    )
    assert len(found) == 2


@pytest.mark.parametrize("piece", ["front", "back", "lining-front", "lining-back"])
def test_the_seam_of_the_rim_has_its_number_on_shell_and_lining(piece: str, tmp_path: Path) -> None:
    """The shell's rim is topstitched: there the number stands inside of that."""
    file = tmp_path / "tote.svg"
    bagpattern.write_svg(tote(), file)
    assert f'data-piece="{piece}" data-seam="rim" id="{piece}-seam-rim"' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("build", ["boxed", "five-panel"])
def test_a_tote_is_a_backpack_and_a_crossbody_bag_too(build: str) -> None:
    """The base tabs are set in from the sides of the bag, not from those of a panel that goes round its corners."""
    size = {"width": "30 cm", "height": "36 cm", "depth": "12 cm"}
    pattern = tote(build=build, dimensions=size, straps={"kind": "fabric"}, crossbody={"kind": "fabric"})
    tabs = [each.at for seam in pattern.seams for each in seam.caught if each.runs[0].panel == "strap-tab"]
    assert (max(tabs), min(tabs)) == pytest.approx((300 - 25 - 25 / 2, 25), abs=0.5)
    rim = {run.panel for seam in pattern.seams if seam.id == "rim" for each in seam.caught for run in each.runs}
    assert ("side-tab" in rim) is (build == "five-panel")


def test_auto_rings_come_where_they_are_asked_for_and_ways_that_nothing_serves_are_told() -> None:
    assert "side-tab" not in tote()
    assert "side-tab" in tote(wearer={"carry": ["crossbody"]})
    assert "side-tab" in tote(straps={"kind": "convertible"})
    with pytest.raises(InputError, match="the bag has no shoulder straps"):
        tote(wearer={"carry": ["backpack"]})


def test_an_anchor_below_a_rim_that_is_rolled_down_is_told_as_it_is_seen() -> None:
    """Its drop counts from the closed bag, in what is refused and in what would fit."""
    rolled = {"closure": {"kind": "roll-top"}, "straps": {"kind": "fabric"}, "handles": {"kind": "fabric"}}
    with pytest.raises(InputError, match="40 mm below the top, lies on the handle") as caught:
        tote(**rolled, anchor={"drop": "4 cm"})
    fits = str(caught.value).rsplit("with a drop of ", 1)[1].strip()
    assert tote(**rolled, anchor={"drop": fits})["strap-anchor"].panel
