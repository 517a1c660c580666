"""What hangs down from a bag that stands: by its own weight, outside of the cloth."""

from __future__ import annotations

import numpy as np

from bagpattern.pipeline import make


def test_a_tab_that_cannot_reach_over_the_cloth_above_it_hangs_behind_the_bag() -> None:
    """As the handles of this bag do, which are sewn into the same seam, before and behind."""
    bag = make({"style": "basket-bag", "closure": {"kind": "snap-tab"}}).sewn()
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    tab = next(each.points for each in bag.surfaces if each.piece == "snap-tab")
    hinge = tab[:, 1].max()
    assert tab[tab[:, 1] < hinge - 10.0][:, 2].max() < body[body[:, 1] < hinge][:, 2].min() + 0.1
    handles = [each.points for each in bag.surfaces if each.piece == "handle"]
    assert all(each[:, 1].min() < hinge - 30.0 for each in handles)
    assert all(np.abs(each[each[:, 1] < hinge - 10.0][:, 2]).min() > 90.0 for each in handles)
