"""What is seen is of what it is made of: facings, bought piping, tape where a seam is bound and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bagpattern.pipeline import make

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, SewnBag


def places(bag: SewnBag, name: str) -> Floats:
    return np.concatenate([each.points for each in bag.surfaces if name in (each.piece, each.notion)])


@pytest.mark.parametrize("style", ["tote", "bucket"])
def test_a_facing_is_seen_inside_as_wide_as_it_is_cut(style: str) -> None:
    """In a mouth that is drawn in, nothing else is seen."""
    pattern = make({"style": style, "lining": {"facing": "45 mm"}})
    bag = pattern.sewn(opened=True)
    assert pattern.sewn().surfaces[0].inner == ("shell" if style == "bucket" else "lining")
    high = places(bag, "front")[:, 1].max()
    for side in ("front", "back"):
        facing = next(each for each in bag.surfaces if each.piece == f"lining-{side}-facing")
        assert facing.material == "shell"
        assert facing.points[:, 1].max() == pytest.approx(high, abs=1.0)
        assert np.ptp(facing.points[:, 1]) == pytest.approx(45.0, abs=1.0)


@pytest.mark.parametrize("side", ["back", "front"])
def test_bought_piping_goes_round_its_panel_as_that_of_cloth_does(side: str) -> None:
    piped = {"name": "edge", "kind": "piping", "panel": side}
    bought, made = (make({"style": "handbag", "fittings": [piped | {"of": of}]}).sewn() for of in ("bought", "shell"))
    names = {each.piece for each in made.surfaces if each.piece.startswith("edge")}
    cloth = np.concatenate([places(made, name) for name in names])
    for way in (np.min, np.max):
        assert way(places(bought, "edge"), axis=0) == pytest.approx(way(cloth, axis=0), abs=2.0)


def test_piping_across_a_wall_does_not_come_through_its_lining() -> None:
    split = {"name": "split", "kind": "down", "panel": "back", "base": "12 cm", "top": "12 cm"}
    piped = {"name": "edge", "kind": "piping", "panel": "back-split-left"}
    bag = make({"style": "crossbody", "style_lines": [split], "fittings": [piped]}).sewn()
    wall = np.concatenate([each.points for each in bag.surfaces if each.piece.startswith("back-split")])
    seam = next(each.points for each in bag.strokes if each.owner.startswith("back split"))
    middle = seam[len(seam) // 2]
    near = np.linalg.norm(places(bag, "edge") - middle, axis=1) < 6.0
    assert near.any()
    flat = wall[np.linalg.norm(wall - middle, axis=1) < 12.0][:, 2]
    assert (places(bag, "edge")[near][:, 2] < flat.max() + 0.1).all()


def test_no_tape_is_seen_on_a_seam_that_closes_its_edges_in() -> None:
    """The seams of a sack's corners are bound, those of its sides and its base are felled."""
    bag = make({"style": "stuff-sack", "dimensions": {"base": "boxed"}, "lining": {"kind": "none", "seams": "felled"}})
    opened = bag.sewn(opened=True)
    assert places(opened, "binding")[:, 1].max() < 30.0
