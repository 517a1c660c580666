"""Everything that the catalogue knows of a material or a bought thing, in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bagpattern.said import NOTHING, Length, Lengths, Name, Rounding, Said, Scale, Words
from bagpattern.units import number
from bagpattern.words import series, words

if TYPE_CHECKING:
    from bagpattern.catalog.items import Item
    from bagpattern.catalog.materials import Material
    from bagpattern.catalog.notions import Stock, Zip
    from bagpattern.language import Teller

Fact = tuple[str, Said]
"""What it is about, and what is to be said of it; empty where there is nothing."""

_FOLDS = {"four": Words("folded in four"), "two": Words("folded in two"), "single": Words("single, edges raw")}
_LAID = {"full": Words("to the cutting line"), "stitch": Words("inside the stitching line")}


def in_lines(facts: Iterable[Fact], tell: Teller) -> str:
    """One line for each fact that there is."""
    return "\n".join(f"{key}: {tell(said)}" for key, said in facts if said)


def of_material(material: Material) -> Iterator[Fact]:
    """What it is, how it is handled, and how it is made up where a preset does not say otherwise."""
    yield "title", material.title
    yield "sold as", Name(", ".join(material.also))
    yield "thickness", _thin(material.thickness)
    yield "under the presser foot", _thin(material.pressed) if material.pressed != material.thickness else NOTHING
    yield "mass", Name(f"{number(material.mass)} g/m2")
    yield "width", _all(material.widths)
    yield "at most", words("{length} long", length=Length(material.longest, Scale.CM)) if _ends(material) else NOTHING
    yield "tightest curve", words("{length} radius", length=Length(material.least_radius))
    yield "up and down", Words("matters" if material.directional else "does not matter")
    yield "frays", Words("yes" if material.frays else "no")
    yield "stretches", Name(f"{number(material.stretch)} %" if material.stretch else "no")
    yield "shrinks", Name(f"{number(material.shrinks)} %" if material.shrinks else "")
    yield "iron", Name(material.iron)
    yield "hold with", Words("pins or clips" if material.pins else "clips; pin holes stay")
    yield "needle", material.needle
    yield "thread", material.thread
    # as machines tell it everywhere
    yield "stitch", Name(f"{number(material.stitch)}\xa0mm" if material.stitch else "")
    yield from _stiffening(material) if material.stiffening else _made_up(material)
    yield "source", Name(material.source)


def _ends(material: Material) -> bool:
    """Whether it comes off no roll."""
    return material.longest < math.inf


def _thin(mm: float) -> Length:
    return Length(mm, rounding=Rounding.EXACT)


def _all(lengths: Iterable[float]) -> Said:
    """Lengths that a shop has."""
    return series((Length(each, Scale.CM) for each in lengths), ", ")


def _made_up(material: Material) -> Iterator[Fact]:
    yield "seam allowance", Length(material.allowance)
    yield "hem", Name(material.hem)
    yield "edges of patches", Name(material.edge)
    yield "straps", _FOLDS[material.strap]
    yield "interfacing", Name(material.interfacing)


def _stiffening(material: Material) -> Iterator[Fact]:
    yield "cut", _LAID[material.stiffening]
    yield "fixed by", Words("ironing" if material.fusible else "sewing")


def of_notion(notion: Zip | Stock) -> Iterator[Fact]:
    """What it measures, and the sizes that it is sold in."""
    from bagpattern.catalog.notions import Stock

    if isinstance(notion, Stock):
        yield "title", Words(notion.title)
        sizes = f"{', '.join(notion.sizes)} ({notion.measure})" if notion.sizes else notion.measure
        yield "sizes", Name(sizes)
    else:
        yield "title", Name(f"{notion.size} coil zip")
        yield "coil", Length(notion.coil)
        yield "shows", words("{gap}, {slider} at least", gap=Length(notion.gap), slider=Length(notion.slider))
        yield "tape", words("{length} in all", length=Length(notion.tape))
        yield "sold closed", _all(notion.closed) or Words("no")
        yield "sold by the metre", Words("yes")
    yield "source", Name(notion.source)


def of_item(item: Item) -> Iterator[Fact]:
    """How large it is, and the room that it is given."""
    yield "title", item.title
    if item.round:
        yield "size", words("{long} long, {across} across", long=_thin(item.length), across=_thin(item.thickness))
    else:
        yield "size", Lengths((_thin(item.length), _thin(item.width), _thin(item.thickness)))
    yield "pockets for it", words("{ease} more than it needs", ease=Length(item.ease))
    yield "source", Name(item.source)
