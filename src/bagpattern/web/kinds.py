"""The kinds of parts that the page shows in pictures: their names alone, for the server imports none of them."""

from __future__ import annotations

from bagpattern.registry import Family

_ROOMS = {
    "pockets": "pocket",
    "compartments": "compartment",
    "closures": "closure",
    "tops": "top",
    "straps": "straps",
    "fittings": "fitting",
    "style_lines": "style-line",
}
KINDS = tuple(Family(f"bagpattern.parts.{room}", what) for room, what in _ROOMS.items())
"""The rooms."""


def kind_names() -> tuple[str, ...]:
    """Every kind, with its room before it: "pockets/slip"."""
    return tuple(f"{family.room}/{name}" for family in KINDS for name in family.names())
