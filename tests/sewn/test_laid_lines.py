"""Lines on what is laid on the bag: pleats and the stitching of slots and channels, none hidden by a pocket's slack."""

from __future__ import annotations

import numpy as np
import pytest

from bagpattern.pipeline import make
from bagpattern.sewn.bag import StrokeKind
from bagpattern.sewn.build import sewn


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("pleated", {StrokeKind.FOLD, StrokeKind.TOPSTITCH}), ("divided-slip", {StrokeKind.TOPSTITCH}), ("slip", set())],
)
def test_what_is_folded_or_sewn_across_a_pocket_lies_on_it(kind: str, shown: set[StrokeKind]) -> None:
    pocket = {"name": "patch", "kind": kind, "panel": "front", "height": "12 cm"}
    bag = make({"style": "mini-backpack", "pockets": [pocket]}).sewn()
    (cloth,) = (each for each in bag.surfaces if each.piece == "patch")
    middle = [each for each in bag.strokes if each.owner == "patch" and np.abs(each.points[:, 0]).max() < 40.0]
    assert {each.kind for each in middle} == shown
    for line in middle:
        away = np.linalg.norm(line.points[:, None, :2] - cloth.points[None, :, :2], axis=2)
        assert (line.points[:, 2] > cloth.points[away.argmin(axis=1), 2] - 0.4).all()


def test_what_is_laid_round_an_edge_of_the_bag_has_that_edge() -> None:
    """Seen cornerwise its outline does not go in and out, as it would of triangles that cut the edge off."""
    bag = make("drawstring-backpack-felled").sewn()
    (guard,) = (each for each in bag.surfaces if each.piece == "front-guard")
    one, two = guard.points[guard.triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)].transpose(1, 0, 2)
    reach = []
    for level in np.arange(8.0, 76.0, 3.0):
        cut = (one[:, 1] - level) * (two[:, 1] - level) < 0.0
        share = (level - one[cut, 1]) / (two[cut, 1] - one[cut, 1])
        reach.append(((one[cut] + share[:, None] * (two[cut] - one[cut])) @ (0.8, 0.0, 0.6)).max())
    assert np.abs(np.diff(reach, 2)).max() < 0.6


def test_a_pocket_whose_edge_runs_along_a_fold_of_its_lining_is_laid() -> None:
    """The base of this one's wall is its lower edge: as a fold of the pocket it would cut slivers off it."""
    pocket = {"kind": "patch", "made_of": "hemmed", "height": "138.756 mm", "radius": "65.397 mm", "panel": "back"}
    bag = sewn(make({"style": "drawstring-backpack", "pockets": [{**pocket, "name": "test"}]}), False, opened=True)
    assert any(each.piece == "test" and np.isfinite(each.points).all() for each in bag.surfaces)
