"""The whole of it, in order: shape, display, cloth, dress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.sewn.bag import SewnBag
from bagpattern.sewn.cloths import cloths, lines
from bagpattern.sewn.display import displayed
from bagpattern.sewn.dress.dressing import dressed
from bagpattern.sewn.measure import measured
from bagpattern.sewn.shape import shaped

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern


def built(pattern: Pattern, fine: bool, dress: bool, opened: bool = False) -> SewnBag:
    """The bag that a pattern makes."""
    shape = shaped(pattern, fine, opened)
    body = displayed(pattern, shape)
    surfaces, strokes = tuple(cloths(body)), tuple(lines(body))
    worn, drawn, notes = dressed(pattern, body, opened) if dress else ((), (), {})
    return SewnBag((*surfaces, *worn), (*strokes, *drawn), measured(shape), len(surfaces), notes)
