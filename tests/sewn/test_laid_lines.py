"""Lines on what is laid on the bag: pleats and the stitching of slots and channels, none hidden by a pocket's slack."""

from __future__ import annotations

import numpy as np
import pytest

from bagpattern.pipeline import make
from bagpattern.sewn.bag import StrokeKind


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
