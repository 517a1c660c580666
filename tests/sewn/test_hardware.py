"""Hardware in one piece: nothing of it hangs in the air."""

from __future__ import annotations

import numpy as np
import pytest

import bagpattern
from bagpattern.sewn.bag import StrokeKind
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.mesh import framed

THICK = 4.0
"""mm that the metal of a purse frame is at most, with what is bent over the rim."""


@pytest.mark.parametrize("width", [12.0, 20.0, 38.0])
def test_a_swivel_has_a_post_between_its_eye_and_its_hook(width: float) -> None:
    """Wherever it is cut across, from one end to the other, there is metal."""
    mesh = hardware.swivel(framed(np.zeros(3), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)), width)
    along = mesh.points[mesh.triangles][:, :, 0]
    for cut in np.linspace(along.min() + 0.1, along.max() - 0.1, 60):
        assert ((along.min(axis=1) <= cut) & (along.max(axis=1) >= cut)).any()
    middle = mesh.points[np.hypot(mesh.points[:, 1], mesh.points[:, 2]) < 4.0][:, 0]
    assert middle.min() > -2.0  # the post does not reach back into the strap


@pytest.mark.parametrize("turn", [(0.0, 0.0, 1.0), (0.0, 1.0, 0.0)])
def test_lines_go_round_every_link_of_a_chain_from_all_sides(turn: tuple[float, float, float]) -> None:
    """Seen with its flat side to the eye or away from it: as wide as the links, and on the middle between two."""
    curve = np.stack([np.linspace(0.0, 400.0, 80), np.zeros(80), np.zeros(80)], axis=1)
    rounds = [points for points, _ in hardware.chain_rounds(curve, np.tile(turn, (80, 1)), 8.0)]
    for axis in (1, 2):
        widths = [float(np.ptp(each[:, axis])) for each in rounds]
        assert sorted(widths) == pytest.approx([0.0, 0.0, 8.0, 8.0], abs=0.3)
        middle = sum(int((np.diff(np.sign(each[:, axis])) != 0).sum()) for each in rounds)
        assert middle > 2 * 50


@pytest.mark.parametrize(("kind", "stitched"), [("glued-frame", 0), ("sewn-frame", 2)])
def test_a_metal_frame_stays_flat_when_it_is_opened(kind: str, stitched: int) -> None:
    bag = bagpattern.make("frame-purse", {"closure.kind": kind}).sewn(opened=True)
    halves = [each for each in bag.surfaces if each.name == "purse frame"]
    for half in halves:
        flat = half.points[np.abs(half.points[:, 0]) > 10.0]  # without its ball
        across = np.linalg.svd(flat - flat.mean(axis=0), full_matrices=False)[2][2]
        assert np.ptp(flat @ across) < 1.5 * THICK
        assert np.ptp(flat[:, 0]) == pytest.approx(120.0, abs=1.5 * THICK)  # as it is sold
    assert len(halves) == 2
    assert sum(each.kind is StrokeKind.TOPSTITCH and each.owner == "purse frame" for each in bag.strokes) == stitched
