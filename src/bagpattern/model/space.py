"""Spaces: the pockets and compartments of a drafted bag, as what is put into them meets them."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from bagpattern.catalog.items import Item
from bagpattern.geometry.levels import Levels
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import IDENTITY, Placement
from bagpattern.said import Said
from bagpattern.values import once, value


class Cloth(StrEnum):
    """How a space gives way to what it holds [construction 4.1]."""

    SLEEVE = "sleeve"
    """Two soft layers, which bend round a thing and lose its thickness once."""
    PATCH = "patch"
    """A soft layer on a stiff one: it alone goes round the thing, and loses its thickness on either side."""
    GUSSET = "gusset"
    """A space with a depth of its own, such as bellows or the bag itself: nothing is lost."""


@value
class Space:
    """A pocket or compartment, inside, in mm.

    ``outline`` is closed and stands upright: its opening is its top edge, wherever that lies on the bag. ``at`` lays it
    on ``panel``. ``mouth`` is the length of the opening that things pass, None
    where the whole top is open; ``depth`` is that of a gusset. What an ``open_top`` holds may stick out, up to
    ``headroom`` mm above the space's base.
    """

    id: str
    title: Said
    cloth: Cloth
    outline: Path = field(repr=False)
    panel: str = ""
    at: Placement = IDENTITY
    depth: float = 0.0
    floor: Path | None = field(default=None, repr=False)
    """The closed outline on which things stand, where that is no rectangle as wide as ``outline`` and as deep."""
    mouth: float | None = None
    open_top: bool = False
    headroom: float | None = None
    inside: bool = True
    """Whether what it holds takes from the depth of the bag."""
    holds: tuple[Item, ...] = ()
    stands: Placement | None = None
    """Where its panel is faces cut in one: what lays its face as it is seen from the front, the middle of its base at
    0."""
    faces: tuple[str, ...] = ()
    """The panels whose pockets take from its depth: those round a full compartment beside the bag's main one."""
    owner: str = ""
    """The key of the part of the bag that it belongs to."""

    @once
    def levels(self) -> Levels:
        """The widths of the outline."""
        return Levels(self.outline)
