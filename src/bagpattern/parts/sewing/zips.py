"""Zips as they are bought: ready-made and shortened where there is one long enough, else by the metre."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bagpattern.catalog.notions import ZIPS, Zip
from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.lengths import between, over, under
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.edge import Edge
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.operation import Operation, Task, Verb, sew, task
from bagpattern.parameters import measure
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.proposals import make_it
from bagpattern.said import NOTHING, ByUnits, Length, Said, Scale, Words
from bagpattern.values import replace
from bagpattern.words import series, words

STOP = 8.0
"""mm from the seam across a zip's end to its stop: 6 to 10 [construction 3.3]."""
WHOLE = 15.0
"""mm of opening that are given up for a ready-made zip that need not be shortened: 7 or 8 at either end [K]."""
TAPE_UNDER_TAB = 10.0
"""mm of tape under each tab: enough to sew through, too short to reach the bulk of the end seam [K]."""


def closed_zip(
    name: str, chain: Zip, opening: float, tape: float, note: Said, called: Said = NOTHING
) -> tuple[Notion, ...]:
    """A zip with a stop at its end, opening *opening* mm, of which *tape* mm are used.

    It is *called* so where its slider is bought for it; left out, its name is a term of the trade.
    """
    bought, inches = chain.closed_for(opening), chain.closed_for(opening, inches=True)
    if bought is None:
        return metre_zip(name, chain, opening, tape, note), zip_sliders(name, chain, 1, called)
    either = ByUnits(_closed(bought, opening), _closed(inches or bought, opening))
    whole = series((either, note), "; ")
    title = words("{size} coil zip, closed", size=chain.told)
    zipped = replace(metre_zip(name, chain, opening, tape, whole), title=title, buy=bought, inches=inches)
    return (replace(zipped, stock=Sold.CLOSED),)


def _closed(bought: float, opening: float) -> Said:
    """'22 cm closed, shorten to 20.4 cm'."""
    shorten = words(", shorten to {opening}", opening=Length(opening, Scale.CM)) if bought - opening >= 1 else NOTHING
    return words("{bought} closed{shorten}", bought=Length(bought, Scale.CM), shorten=shorten)


def closing(name: str, *panels: str) -> tuple[Closing]:
    """What a zip of that name closes: the bag, or a compartment; *panels* are the strips that were cut for it."""
    return (Closing(Closes.ZIP, panels, held_by=(name,)),)


def metre_zip(name: str, chain: Zip, opening: float, tape: float, note: Said) -> Notion:
    """A zip cut from the roll, *tape* mm long."""
    size = chain.told
    title = ByUnits(words("{size} coil zip by the metre", size=size), words("{size} coil zip by the yard", size=size))
    bought = Notion(name, "zip", title, size, tape, chain.tape, 1, note, opening, rounded_up(tape))
    return replace(bought, stock=Sold.METRE, sized=True)


def zip_sliders(name: str, chain: Zip, count: int, called: Said = NOTHING) -> Notion:
    """The sliders for a zip by the metre, which comes without; it is *called* so, or by its name."""
    title, note = words("Zip slider"), words("for the {zip}", zip=called or Words(name))
    return Notion(f"{name} slider", "zip-slider", title, chain.told, count=count, note=note, zip=name)


def sold_opening(chain: Zip, most: float) -> float:
    """mm that a zip opens where *most* would do: a length that is sold, if one is only a little shorter."""
    return next((each for each in reversed(chain.closed) if between(each, most - WHOLE, most)), most)


def side_zip(name: str, chain: Zip, length: float, called: Said = NOTHING) -> tuple[Notion, ...]:
    """The zip, *called* so, for a seam of *length* mm from side seam to side seam, its tape ends caught in them."""
    opening, tape = sold_opening(chain, length - 2 * STOP), length + 2 * STOP
    note = words(
        "opens {opening}; stops {stop} inside the side seams; tape ends caught in them",
        opening=Length(opening),
        stop=Length((length - opening) / 2),
    )
    return closed_zip(name, chain, opening, tape, note, called)


def sewn_in(title: Said, seam: str, bought: tuple[Notion, ...], *prepared: Operation, how: Said = NOTHING) -> Task:
    """The task of a zip: sliders on one by the metre, what else is *prepared* at its ends, then the seam along it."""
    sliders = tuple(each.id for each in bought if each.kind == "zip-slider")
    zips = tuple(each.id for each in bought if each.kind == "zip")
    first = (Operation(Verb.INSERT, notions=(*sliders, *zips)),) if sliders else ()
    return task(title, *first, *prepared, sew(seam, how=how))


def zip_edge(name: str, path: Path, chain: Zip, across: bool = False) -> Edge:
    """An edge that lies on the centre line of a zip; one ``across`` a wall is on either side of a zip in it."""
    return Edge(name, path, allowance=chain.beyond_centre, zip=chain.gap, across=across)


def gap_declared() -> Any:
    """The parameter for the width of a zip that shows."""
    return measure(
        None,
        "8 mm",
        "20 mm",
        "how much of the zip shows between the edges of the cloth; left out: #3 {10 mm}, #5 {12 mm}, #8 {15 mm}, "
        "#10 {18 mm}",
    )


def allowance_declared() -> Any:
    """The parameter for the cloth at a zip; published patterns have 1/4 in more often than not."""
    return measure(
        None,
        "0 mm",
        "30 mm",
        "cloth beyond the zip's centre line, where the finished size ends; left out: even with the edge of its tape",
    )


def shown(chain: str, gap: float | None, allowance: float | None = None) -> Zip:
    """The chain of that size, *gap* mm of it shown, *allowance* mm of cloth past its middle; None: as usual."""
    bought = replace(ZIPS[chain], beyond=allowance)
    return bought if gap is None else replace(bought, gap=gap)


def gap_misfits(of: object, chain: Zip, key: str = "gap") -> Iterator[Problem]:
    """A gap in which the slider rubs, or that leaves no cloth beyond the zip's middle; *of* declares it as *key*."""
    fault = None
    if under(chain.gap, chain.slider):
        fault = words("a slider {wide} wide would rub on the cloth", wide=Length(chain.slider))
    elif over(chain.gap, chain.tape / 2):
        fault = words("is more than half of the zip's tape of {tape}", tape=Length(chain.tape))
    if fault is not None:
        mend = make_it(of, key, least=chain.slider, most=chain.tape / 2, otherwise=words("choose another zip"))
        yield refusal(key, words("{fault}: {mend}", fault=fault, mend=mend))
