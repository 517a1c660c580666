"""Zips as they are bought: ready-made and shortened where there is one long enough, else by the metre."""

from __future__ import annotations

from bagpattern.catalog.notions import ZIPS, Zip
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.panel import Edge
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.units import centimetres, millimetres
from bagpattern.values import replace

STOP = 8.0
"""mm from the seam across a zip's end to its stop: 6 to 10 [construction 3.3]."""
TAPE_UNDER_TAB = 10.0
"""mm of tape under each tab: enough to sew through, too short to reach the bulk of the end seam [K]."""


def closed_zip(name: str, chain: Zip, opening: float, tape: float, note: str) -> Notion:
    """A zip with a stop at its end, opening *opening* mm, of which *tape* mm are used."""
    bought = chain.closed_for(opening)
    if bought is None:
        return metre_zip(name, chain, opening, tape, note)
    shorten = "" if bought - opening < 1 else f", shorten to {centimetres(opening)}"
    words = f"{centimetres(bought)} closed{shorten}; {note}"
    title = f"{chain.size} coil zip, closed"
    return replace(metre_zip(name, chain, opening, tape, words), title=title, buy=bought, stock=Sold.CLOSED)


def metre_zip(name: str, chain: Zip, opening: float, tape: float, note: str) -> Notion:
    """A zip cut from the roll, *tape* mm long."""
    title = f"{chain.size} coil zip by the metre"
    bought = Notion(name, "zip", title, chain.size, tape, chain.tape, 1, note, opening, rounded_up(tape))
    return replace(bought, stock=Sold.METRE, sized=True)


def zip_sliders(name: str, chain: Zip, count: int) -> Notion:
    """The sliders for a zip by the metre, which comes without."""
    note = f"for the {name}"
    return Notion(f"{name} slider", "zip-slider", "Zip slider", chain.size, count=count, note=note, zip=name)


def side_zip(name: str, chain: Zip, length: float) -> Notion:
    """The zip for a seam of *length* mm from side seam to side seam, its tape ends caught in them."""
    opening, tape = length - 2 * STOP, length + 2 * STOP
    note = f"opens {millimetres(opening)}; stops {millimetres(STOP)} inside the side seams; tape ends caught in them"
    return closed_zip(name, chain, opening, tape, note)


def zip_edge(name: str, edge: Edge, chain: str) -> Edge:
    """An edge that lies on the centre line of a zip."""
    zip_sizes = ZIPS[chain]
    return replace(edge, name=name, allowance=zip_sizes.beyond_centre, zip=zip_sizes.coil)
