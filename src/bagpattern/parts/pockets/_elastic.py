"""Elastic: drawn through a channel, or folded over an edge; how long it is cut, and what it may be."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.notions import stock
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Verb, done
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.edging import hem, irons
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.units import parse_length
from bagpattern.words import form, trade, words

BESIDE = 3.0
"""mm that a channel is wider than its elastic: 13 for 10 [construction 4.7: saltymom]."""
_TITLES = {"elastic": words("Elastic"), "fold-over-elastic": words("Fold-over elastic")}
STRETCHED = 1.6
"""Times its length: as far as elastic is drawn for good without losing its pull [K]."""


def elastic_sizes() -> tuple[str, ...]:
    """The widths that elastic is sold in."""
    return stock("elastic").sizes


def elastic(name: str, size: str, length: float, shop: Workshop, note: Said, kind: str = "elastic") -> Notion:
    """Elastic that is *length* mm long between two seams, in which its ends are caught."""
    used, wide = length + 2 * shop.seam_allowance, parse_length(size)
    return Notion(name, "elastic", _TITLES[kind], trade(wide), used, wide, note=note, buy=rounded_up(used))


def channel(size: str) -> float:
    """mm of the channel for elastic of a *size* that is sold, from its fold to its stitching."""
    return parse_length(size) + BESIDE


def channel_allowance(size: str, shop: Workshop, slot: str) -> float:
    """mm of cloth turned over for it: twice as much where the cloth frays [construction 4.7: saltymom]."""
    turned = channel(size)
    return 2 * turned if shop.hem(slot) == "double" else turned + shop.finishing.topstitch


def channel_done(shop: Workshop, slot: str, panel: str, size: str, drawn: float) -> Iterator[Operation]:
    """A channel along the top of a *panel*, and its elastic, whose ends lie *drawn* mm apart."""
    twice, wide = shop.hem(slot) == "double", channel(size)
    how, first = words(_TWICE if twice else _ONCE, channel=Length(wide)), wide if twice else 0.0
    yield hem(how, wide + first, first, panel, heat=irons(shop, slot))
    text = words(
        "Draw the elastic through the channel. Baste both its ends at the sides, so that {drawn} of it lie between, "
        "and spread the fullness evenly.",
        drawn=Length(drawn),
    )
    yield done(Verb.THREAD, text, panel, notions=(elastic_id(panel),))


_TWICE = form("Turn the top to the wrong side twice, by {channel} each, and stitch the channel on its line.")
_ONCE = form("Turn the top to the wrong side once, by {channel}, and stitch the channel on its line.")


def elastic_id(panel: str) -> str:
    """The id of the elastic in the top of a panel."""
    return f"{panel} elastic"
