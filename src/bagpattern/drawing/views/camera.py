"""From where the bag is looked at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.errors import InputError, Problem, did_you_mean, quoted, raise_together
from bagpattern.said import Said
from bagpattern.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bagpattern.sewn.bag import Floats


class Camera(NamedTuple):
    """A direction to look from, in degrees: ``round`` the bag to its left side (seen from the front its right), and
    ``above`` the ground; ``title`` is what such a view is called.
    """

    title: Said
    round: float
    above: float
    opened: bool = False
    """Whether the bag is opened for it."""

    @property
    def axes(self) -> Floats:
        """Rows: right, up and towards the eye, as unit vectors of the bag's space."""
        turn, rise = math.radians(self.round), math.radians(self.above)
        eye = (math.sin(turn) * math.cos(rise), math.sin(rise), math.cos(turn) * math.cos(rise))
        right = (math.cos(turn), 0.0, -math.sin(turn))
        return np.array([right, np.cross(eye, right), eye])


CAMERAS = {
    "front": Camera(words("front"), 0.0, 0.0),
    "side": Camera(words("side"), 90.0, 0.0),
    "back": Camera(words("back"), 180.0, 0.0),
    "three-quarter": Camera(words("three-quarter view"), 32.0, 16.0),
    "open": Camera(words("from above"), 0.0, 58.0, opened=True),
}
"""Every view by its name, in the order in which they stand on a sheet."""
ASIDE = {
    "behind": Camera(words("from behind"), 148.0, 16.0),
    "behind-right": Camera(words("from behind, at its right side"), 212.0, 16.0),
    "below": Camera(words("from below"), 32.0, -24.0),
    "within": Camera(words("from above"), 0.0, 76.0, opened=True),
}
"""From where else a bag is looked at to show one thing of it."""
COMPANY = ("carried", "holds")
"""What else can be shown: the bag on who carries it, and beside what it holds."""
UPRIGHT = ("front", "side", "back")
"""Those in which lengths are true."""


def cameras(names: Sequence[str]) -> dict[str, Camera]:
    """The views of these names, in their order; all, when nothing is named. Raises InputError for names of none.

    The bag in company is named like a view, and has no camera of its own.
    """
    wanted = [each.strip().lower() for each in names]
    raise_together(Problem("views", _no_view(each)) for each in wanted if each not in CAMERAS and each not in COMPANY)
    return {each: CAMERAS[each] for each in wanted if each in CAMERAS} if wanted else dict(CAMERAS)


def in_company(names: Sequence[str]) -> tuple[str, ...]:
    """Those of these names that show the bag in company, in their order, each once."""
    return tuple(dict.fromkeys(each for each in (name.strip().lower() for name in names) if each in COMPANY))


def camera(name: str) -> Camera:
    """The view of that name. Raises InputError when there is none."""
    try:
        return CAMERAS[name] if name in CAMERAS else ASIDE[name]
    except KeyError:
        raise InputError([Problem("", _no_view(name))]) from None


def _no_view(name: str) -> Said:
    advice = did_you_mean(name, (*CAMERAS, *COMPANY))
    return words("there is no view {name}{advice}", name=quoted(name), advice=advice)
