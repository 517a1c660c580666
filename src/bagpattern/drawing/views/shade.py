"""What of a picture is in the shade: where a wall looks away from the light, or the bag is seen from inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.regions import grown

if TYPE_CHECKING:
    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.bag import Floats

DARK = 0.2
"""What looks less to the light than this is in the shade."""
_CLEARLY = 0.14
"""By how much less in its darkest place."""


def in_shade(samples: Samples, lights: Floats) -> Flags:
    """Which samples look away from the light, or lie inside of the bag.

    What is nowhere more than just so is the ripple of a wall, and no turn of it.
    """
    seen = samples.triangles
    behind = np.append(samples.scene.behind, False)[seen]
    dark = np.where((lights < DARK) & (seen >= 0), np.append(samples.scene.facets, -1)[seen], -1)
    found: Flags = grown(lights < DARK - _CLEARLY, dark) | behind
    return found
