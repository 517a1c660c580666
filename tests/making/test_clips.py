"""Which allowance is clipped follows from how both sides bend."""

from __future__ import annotations

from bagpattern import make
from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Arc
from bagpattern.geometry.shapes import rectangle
from bagpattern.making.clips import clip_of
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, Stands
from bagpattern.said import Name
from tests.checks.bags import edges, pouch


def clipped(draft: Draft, seam: str) -> tuple[set[str], bool, bool] | None:
    found = clip_of(draft, draft.seam(seam))
    return None if found is None else ({sheet.panel for sheet in found.sheets}, found.curves, found.corners)


def test_a_band_is_clipped_where_the_face_curves() -> None:
    draft = make("mini-backpack").draft
    bands = {panel.id for panel in draft.panels if panel.id.startswith("zip-band")}
    found = clipped(draft, "back to zip band")
    assert found is not None
    assert found[0] <= bands
    assert found[1:] == (True, False)


def test_a_band_is_clipped_once_at_each_square_corner() -> None:
    draft = make({"style": "mini-backpack", "dimensions": {"top_radius": "0 mm", "bottom_radius": "0 mm"}}).draft
    found = clipped(draft, "back to base band")
    assert found == ({"base-band"}, False, True)


def test_two_faces_that_bend_alike_need_none() -> None:
    """Right sides together one lies on the other, edge on edge."""
    assert clipped(pouch(), "bottom") is None


def test_a_wall_that_bends_as_both_sides_do_needs_none() -> None:
    """Hollow, it lies on them edge on edge as well as where all three bulge."""
    flat = rectangle(100, 150)
    for sweep in (-0.8, 0.8):
        sides = flat._replace(right=Path((Arc(100 + 0j, 100 + 150j, sweep),)))
        panels = tuple(Panel(each, Name(each), "shell", Role.BODY, edges(sides)) for each in ("a", "b", "wall"))
        held = Caught((Run("wall", "right"),), 0.0, stands=Stands.INSIDE)
        seam = Seam("side", (Run("a", "right"),), (Run("b", "right", reversed=True),), caught=(held,))
        assert clipped(Draft(panels, (seam,)), "side") is None


def test_of_a_hollow_and_a_bulging_edge_the_hollow_one_is_clipped() -> None:
    """A style line that bows up leaves a bulging lower part and a hollow upper one."""
    line = {"name": "hill", "kind": "across", "panel": "front", "left": "10 cm", "right": "10 cm", "bow": "40 mm"}
    draft = make({"style": "mini-backpack", "style_lines": [line]}).draft
    assert clipped(draft, "front hill line") == ({"front-hill-upper"}, True, False)
