"""Materials: what panels are cut from. The facts stand in ``materials.toml``, each with its source."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bagpattern.catalog.shelf import Shelf
from bagpattern.said import NOTHING, Said, Words
from bagpattern.values import replace, value

_INCH = 25.4
SELVEDGE = 10.0
"""mm [K]."""
_WIDTHS_IN_INCHES = (18, 20, 27, 36, 40, 44, 54, 58, 60, 72)
"""Quilting cotton 44, home decor cloth, vinyl and cork 54, technical cloth 58 and 60, interfacing 20, felt 36 and 72;
half a hide is laid as 40 in [K]."""


class Bend(StrEnum):
    """How a material stands up to a fold, from what hangs to what stands."""

    LIMP = "limp"
    SOFT = "soft"
    FIRM = "firm"
    STIFF = "stiff"


class Weave(StrEnum):
    """What is seen of a surface close by."""

    PLAIN = "plain"
    TWILL = "twill"
    RIPSTOP = "ripstop"
    DIAMOND = "diamond"
    MESH = "mesh"
    GRAIN = "grain"
    FLECK = "fleck"
    SMOOTH = "smooth"


@value
class Price:
    """Of a metre, in a ``currency`` (EUR)."""

    amount: float
    currency: str


@value
class Material:
    """A cloth, leather, interfacing or foam; lengths in mm, ``mass`` in g/m2, ``stretch`` in per cent.

    ``shrinks`` is what it loses of its length when it is washed for the first time, in per cent.

    ``pressed`` is the thickness under a presser foot; ``least_radius`` the tightest stitched curve that it lies down
    in; ``stiffening`` the way an interfacing is cut: ``full`` to the cutting line, ``stitch`` to the stitching line,
    or empty for a cloth. ``allowance``, ``hem``, ``edge``, ``strap`` and ``interfacing`` are how it is made up where
    nobody decides.

    ``also`` are names that it is sold by. ``colours`` ('#c4b292') are those that it is shown in where nobody says;
    ``roughness`` is 0 where it shines, 1 where it is dull.
    """

    id: str
    title: Said
    thickness: float
    widths: tuple[float, ...]
    least_radius: float
    source: str
    mass: float
    pressed: float
    colours: tuple[str, ...]
    roughness: float
    weave: Weave
    bend: Bend
    directional: bool = False
    grain: bool = True
    frays: bool = True
    stretch: float = 0.0
    shrinks: float = 0.0
    iron: str = "hot"
    pins: bool = True
    needle: Said = NOTHING
    thread: Said = NOTHING
    stitch: float = 0.0
    allowance: float = 10.0
    hem: str = ""
    edge: str = "turned"
    strap: str = "four"
    interfacing: str = "none"
    skived: bool = False
    """Whether its edges are thinned before they are turned."""
    stiffening: str = ""
    fusible: bool = False
    also: tuple[str, ...] = ()
    exact_widths: bool = False
    """Whether the widths are what the maker's own shop has, and no others."""
    longest: float = math.inf
    """mm along it: a hide is no longer, while cloth comes off a roll."""
    repeat: float = 0.0
    """mm along the roll after which its print begins anew; 0 of what has none."""
    repeat_across: float = 0.0
    """mm across the roll after which its print, or its stripes, begin anew; 0 of what has none."""
    match: tuple[str, ...] = ()
    """Ids of pieces at whose lower ends, and in whose middles across, a repeat begins; what lies on one goes on so."""
    centre: tuple[str, ...] = ()
    """Ids of pieces in whose middle a motif has its middle, half a repeat after its beginning."""
    price: Price | None = None
    printed: bool = False
    """Whether the maker says that it has a print with a top: most directional cloths may have one, or not."""
    catalogued: str = ""
    """Its id in the catalogue, whatever slot it fills; empty of the maker's own, also of one that is like it."""

    @property
    def selvedge(self) -> float:
        """mm along each side that are not used: of woven cloth they are denser than the rest, or printed [K]."""
        return SELVEDGE if self.grain and not self.stiffening else 0.0

    @property
    def width(self) -> float:
        """mm across the roll, as it is usually sold."""
        return self.widths[0]

    def in_inches(self) -> Material:
        """The same as it is sold where people measure in inches: 44 in wide for 110 cm, 60 in for 150 cm."""
        if self.exact_widths:
            return self
        there = (min(_WIDTHS_IN_INCHES, key=lambda each: abs(each * _INCH - width)) for width in self.widths)
        return replace(self, widths=tuple(each * _INCH for each in there))


def _material(name: str, kind: str, row: dict[str, Any]) -> Material:
    row["widths"] = tuple(map(float, row["widths"]))
    row["colours"], row["also"] = tuple(row["colours"]), tuple(row.get("also", ()))
    row["weave"], row["bend"] = Weave(row["weave"]), Bend(row["bend"])
    row.setdefault("pressed", row["thickness"])
    row.setdefault("hem", "double" if row.get("frays", True) else "single")
    for said in ("needle", "thread"):
        if said in row:
            row[said] = Words(row[said])
    if kind == "stiffening":
        row["stiffening"] = row.pop("laid")
    return Material(name, Words(row.pop("title")), catalogued=name, **row)


_MATERIALS = Shelf("materials.toml", _material)


def materials() -> Mapping[str, Material]:
    """Every material of the catalogue by its id."""
    return _MATERIALS


def called(name: str) -> str:
    """The id of the material that is sold by that name, however it is written: 'Peltex', 'vegan leather'; or ''."""
    wanted = _plain(name)
    return next((each.id for each in _MATERIALS.values() if wanted in map(_plain, each.also)), "")


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def cloths() -> tuple[str, ...]:
    """The ids of what shells, linings and straps can be cut from."""
    return _MATERIALS.of("cloth")


def stiffenings() -> tuple[str, ...]:
    """The ids of interfacings and foams, and ``none``."""
    return ("none", *_MATERIALS.of("stiffening"))
