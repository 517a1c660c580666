"""The main zip beside the front or beside the back: the same bag, turned round."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.model.wall import Wall


def made(**closure: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make(
        {
            "style": "mini-backpack",
            "closure": {"kind": "zip-seam", **closure},
            "crossbody": {"kind": "none"},
        }
    )
    assert pattern.errors == ()
    return pattern


def test_the_back_is_the_door_that_the_front_was() -> None:
    front, back = made(), made(face="back")
    for one, other in (("front", "back"), ("back", "front"), ("lining-front", "lining-back")):
        edges = {edge.name: edge.length for edge in front[one].panel.edges}
        assert {edge.name: edge.length for edge in back[other].panel.edges} == pytest.approx(edges)
    zip_runs = next(seam for seam in back.seams if seam.id == "main zip").a
    assert {run.panel for run in zip_runs} == {"back"}


def test_the_band_of_a_back_that_opens_knows_its_walls() -> None:
    """Seen from its door, the right of the band is the bag's left, and what is up points away from the front."""
    found = {
        face: [
            (facet.wall, facet.up)
            for facet in made(face=face)["band"].panel.facets
            if facet.wall in (Wall.LEFT, Wall.RIGHT, Wall.TOP)
        ]
        for face in ("front", "back")
    }
    turned = {Wall.LEFT: Wall.RIGHT, Wall.RIGHT: Wall.LEFT, Wall.TOP: Wall.TOP}
    signs = {Wall.LEFT: 1, Wall.RIGHT: 1, Wall.TOP: -1}
    assert found["back"] == [(turned[wall], up * signs[wall]) for wall, up in found["front"]]


def test_the_sewn_bag_has_its_zip_behind() -> None:
    """Along the whole zip."""
    for face, behind in (("front", False), ("back", True)):
        zips = [each.points for each in made(face=face).sewn().surfaces if each.notion == "main zip"]
        assert zips
        assert all(((points[:, 2] < 0) == behind).all() for points in zips)
