"""Mesh: how its top is finished, and how much narrower it is cut than its place [construction 4.7]."""

from __future__ import annotations

from bagpattern.model.notion import Notion
from bagpattern.parts.pockets._elastic import elastic
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Name, Said
from bagpattern.words import words

MESH = "mesh"
"""The slot that mesh pockets are cut from."""
TAPE = "20 mm"
"""Fold-over elastic, open: 10 mm on either side [K]."""
DRAWN = 0.9
"""Of the top's length: its elastic, so that the top lies close to the panel [K]."""
NARROWER = ((50.0, 0.07), (20.0, 0.03))
"""Per cent that a mesh stretches, from which it is cut by so much narrower: 5 to 10 % at 50 to 80 per cent, 0 to 5 % at
20 to 30 [construction 4.7, K]."""


def narrower(shop: Workshop, width: float) -> float:
    """mm by which the mesh of a pocket *width* mm wide is cut narrower, to be stretched to its place."""
    stretch = shop.materials[MESH].stretch
    return next((share for least, share in NARROWER if stretch >= least), 0.0) * width // 1


def top_elastic(shop: Workshop, name: str, pocket: Name, place: float) -> tuple[Notion, ...]:
    """The elastic for a top that is to lie along *place* mm of panel."""
    note = words("folded over the top of the {pocket}", pocket=pocket)
    return (elastic(f"{name} elastic", TAPE, drawn(place), shop, note, "fold-over-elastic"),)


def top_words(place: float) -> Said:
    """What is done to such a top, as a sentence."""
    return words(
        "Fold {drawn} of elastic over the top, stretched along the whole, and zigzag it down.",
        drawn=Length(drawn(place)),
    )


def drawn(place: float) -> float:
    """mm of elastic for a top that is to lie along *place* mm of panel."""
    return place * DRAWN // 1
