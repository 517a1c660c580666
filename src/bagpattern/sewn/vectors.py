"""The vector product, in a third of the time that numpy takes for few vectors; to the last bit what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats


def crossed(one: Floats, other: Floats) -> Floats:
    """... x 3: what is square to both, of two arrays ... x 3 that broadcast."""
    a, b, c = one[..., 0], one[..., 1], one[..., 2]
    d, e, f = other[..., 0], other[..., 1], other[..., 2]
    found: Floats = np.empty(np.broadcast_shapes(one.shape, other.shape))
    found[..., 0] = b * f - c * e
    found[..., 1] = c * d - a * f
    found[..., 2] = a * e - b * d
    return found
