"""The numbers of the pieces, in the order in which a maker looks for them."""

from __future__ import annotations

from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace

_ORDER = (Role.BODY, Role.POCKET, Role.STRAP, Role.CLOSURE, Role.OTHER, Role.LINING, Role.STIFFENING)


def number(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with its pieces sorted by role; within each, in the order in which they were drafted."""
    pieces = sorted(pattern.pieces, key=lambda piece: _ORDER.index(piece.panel.role))
    return replace(
        pattern,
        pieces=tuple(replace(piece, number=place) for place, piece in enumerate(pieces, start=1)),
    )
