"""Everything that the catalogue knows of a material or a bought thing, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bagpattern.units import centimetres, millimetres, number

if TYPE_CHECKING:
    from bagpattern.catalog.materials import Material
    from bagpattern.catalog.notions import Stock, Zip

Fact = tuple[str, str]

_FOLDS = {"four": "folded in four", "two": "folded in two", "single": "single, edges raw"}
_LAID = {"full": "to the cutting line", "stitch": "inside the stitching line"}


def in_lines(facts: Iterator[Fact]) -> str:
    """One line for each fact that there is."""
    return "\n".join(f"{key}: {value}" for key, value in facts if value)


def of_material(material: Material) -> Iterator[Fact]:
    """What it is, how it is handled, and how it is made up where a preset does not say otherwise."""
    pressed = material.pressed != material.thickness
    yield "title", material.title
    yield "thickness", f"{number(material.thickness, 2)} mm"
    yield "under the presser foot", f"{number(material.pressed, 2)} mm" if pressed else ""
    yield "mass", f"{number(material.mass)} g/m2"
    yield "width", ", ".join(map(centimetres, material.widths))
    yield "tightest curve", f"{number(material.least_radius)} mm radius"
    yield "up and down", "matters" if material.directional else "does not matter"
    yield "frays", "yes" if material.frays else "no"
    yield "stretches", f"{number(material.stretch)} %" if material.stretch else "no"
    yield "iron", material.iron
    yield "hold with", "pins or clips" if material.pins else "clips; pin holes stay"
    yield "needle", material.needle
    yield "thread", material.thread
    yield "stitch", f"{number(material.stitch)}\xa0mm" if material.stitch else ""  # as machines tell it everywhere
    yield from _stiffening(material) if material.stiffening else _made_up(material)
    yield "source", material.source


def _made_up(material: Material) -> Iterator[Fact]:
    yield "seam allowance", millimetres(material.allowance)
    yield "hem", material.hem
    yield "edges of patches", material.edge
    yield "straps", _FOLDS[material.strap]
    yield "interfacing", material.interfacing


def _stiffening(material: Material) -> Iterator[Fact]:
    yield "cut", _LAID[material.stiffening]
    yield "fixed by", "ironing" if material.fusible else "sewing"


def of_notion(notion: Zip | Stock) -> Iterator[Fact]:
    """What it measures, and the sizes that it is sold in."""
    from bagpattern.catalog.notions import Stock

    if isinstance(notion, Stock):
        yield "title", notion.title
        yield "sizes", f"{', '.join(notion.sizes)} ({notion.measure})" if notion.sizes else notion.measure
    else:
        yield "title", f"{notion.size} coil zip"
        yield "coil", millimetres(notion.coil)
        yield "tape", f"{millimetres(notion.tape)} in all"
        yield "sold closed", ", ".join(map(centimetres, notion.closed)) or "no"
        yield "sold by the metre", "yes"
    yield "source", notion.source
