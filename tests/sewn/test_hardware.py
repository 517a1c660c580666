"""Hardware in one piece: nothing of it hangs in the air."""

from __future__ import annotations

import numpy as np
import pytest

from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.mesh import framed


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
