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

Fact = tuple[Said, Said]
"""What it is about, and what is to be said of it; empty where there is nothing."""

_FOLDS = {"four": words("folded in four"), "two": words("folded in two"), "single": words("single, edges raw")}
_LAID = {"full": words("to the cutting line"), "stitch": words("inside the stitching line")}
_IRONED = {"no": words("no"), "cool": words("cool"), "medium": words("medium"), "hot": words("hot")}
_EDGES = {"double": words("double"), "single": words("single"), "raw": words("raw"), "turned": words("turned")}


def in_lines(facts: Iterable[Fact], tell: Teller) -> str:
    """One line for each fact that there is."""
    return "\n".join(tell(series((about, said), ": ")) for about, said in facts if said)


def of_material(material: Material) -> Iterator[Fact]:
    """What it is, how it is handled, and how it is made up where a preset does not say otherwise."""
    yield words("title"), material.title
    yield words("sold as"), Name(", ".join(material.also))
    yield words("thickness"), _thin(material.thickness)
    yield (
        words("under the presser foot"),
        _thin(material.pressed) if material.pressed != material.thickness else NOTHING,
    )
    yield words("mass"), Name(f"{number(material.mass)} g/m2")
    yield words("width"), _all(material.widths)
    yield (
        words("at most"),
        words("{length} long", length=Length(material.longest, Scale.CM)) if _ends(material) else NOTHING,
    )
    yield words("tightest curve"), words("{length} radius", length=Length(material.least_radius))
    yield words("up and down"), words("matters") if material.directional else words("does not matter")
    yield words("frays"), words("yes") if material.frays else words("no")
    yield words("stretches"), Name(f"{number(material.stretch)} %") if material.stretch else words("no")
    yield words("shrinks"), Name(f"{number(material.shrinks)} %" if material.shrinks else "")
    yield words("iron"), _IRONED[material.iron]
    yield words("hold with"), words("pins or clips") if material.pins else words("clips; pin holes stay")
    yield words("needle"), material.needle
    yield words("thread"), material.thread
    # as machines tell it everywhere
    yield words("stitch"), Name(f"{number(material.stitch)}\xa0mm" if material.stitch else "")
    yield from _stiffening(material) if material.stiffening else _made_up(material)
    yield words("source"), Name(material.source)


def _ends(material: Material) -> bool:
    """Whether it comes off no roll."""
    return material.longest < math.inf


def _thin(mm: float) -> Length:
    return Length(mm, rounding=Rounding.EXACT)


def _all(lengths: Iterable[float]) -> Said:
    """Lengths that a shop has."""
    return series((Length(each, Scale.CM) for each in lengths), ", ")


def _made_up(material: Material) -> Iterator[Fact]:
    yield words("seam allowance"), Length(material.allowance)
    yield words("hem"), _EDGES[material.hem]
    yield words("edges of patches"), _EDGES[material.edge]
    yield words("straps"), _FOLDS[material.strap]
    yield words("interfacing"), Name(material.interfacing) if material.interfacing != "none" else words("none")


def _stiffening(material: Material) -> Iterator[Fact]:
    yield words("cut"), _LAID[material.stiffening]
    yield words("fixed by"), words("ironing") if material.fusible else words("sewing")


def of_notion(notion: Zip | Stock) -> Iterator[Fact]:
    """What it measures, and the sizes that it is sold in."""
    from bagpattern.catalog.notions import Stock

    if isinstance(notion, Stock):
        yield words("title"), Words(notion.title)
        sizes, measure = Name(", ".join(notion.sizes)), Words(notion.measure)
        yield words("sizes"), words("{sizes} ({measure})", sizes=sizes, measure=measure) if sizes else measure
    else:
        yield words("title"), words("{size} coil zip", size=Name(notion.size))
        yield words("coil"), Length(notion.coil)
        yield words("shows"), words("{gap}, {slider} at least", gap=Length(notion.gap), slider=Length(notion.slider))
        yield words("tape"), words("{length} in all", length=Length(notion.tape))
        yield words("sold closed"), _all(notion.closed) or words("no")
        yield words("sold by the metre"), words("yes")
    yield words("source"), Name(notion.source)


def of_item(item: Item) -> Iterator[Fact]:
    """How large it is, and the room that it is given."""
    yield words("title"), item.title
    if item.round:
        yield (
            words("size"),
            words("{long} long, {across} across", long=_thin(item.length), across=_thin(item.thickness)),
        )
    else:
        yield words("size"), Lengths((_thin(item.length), _thin(item.width), _thin(item.thickness)))
    yield words("pockets for it"), words("{ease} more than it needs", ease=Length(item.ease))
    yield words("source"), Name(item.source)
