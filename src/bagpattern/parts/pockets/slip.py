"""A slip pocket: a patch, topstitched to its panel on three sides [construction 4.2]."""

from __future__ import annotations

from bagpattern.parts.pockets._flat import FlatPocket
from bagpattern.values import value


@value
class Slip(FlatPocket):
    """An open pocket, topstitched on along its sides and base; hemmed, or of two layers."""
