"""Mesh: how its top is finished, and how much narrower it is cut than its place [construction 4.7]."""

from __future__ import annotations

from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Verb, done
from bagpattern.parts.pockets._elastic import elastic, elastic_id
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
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


def top_elastic(shop: Workshop, name: str, pocket: Said, place: float) -> tuple[Notion, ...]:
    """The elastic for a top that is to lie along *place* mm of panel."""
    note = words("folded over the top of the {pocket}", pocket=pocket)
    return (elastic(elastic_id(name), TAPE, drawn(place), shop, note, "fold-over-elastic"),)


def top_done(panel: str, place: float) -> tuple[Operation, ...]:
    """What is done to such a top of a *panel*."""
    text = words(
        "Fold {drawn} of elastic over the top, stretch it along the whole, and zigzag it down through all layers.",
        drawn=Length(drawn(place)),
    )
    return (done(Verb.BIND, text, panel, notions=(elastic_id(panel),)),)


def drawn(place: float) -> float:
    """mm of elastic for a top that is to lie along *place* mm of panel."""
    return place * DRAWN // 1
