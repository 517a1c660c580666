"""Tabs over the ends of a zip: each folded across its middle, its fold over the tape, its cut ends in the end seam.

So nothing raw lies on the bag, and the tape ends short of the bulk of the end seam.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bagpattern.catalog.notions import Zip
from bagpattern.errors import Problem
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import between, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Sheet, Verb, done
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run
from bagpattern.parameters import measure
from bagpattern.parts.naming import SHELL, Naming
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.sewing.zips import TAPE_UNDER_TAB
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import NOTHING, Length, Said
from bagpattern.words import words

_FOLD = 2.0
"""mm from the fold of a tab to the stitching that holds it on the tape."""
HELD, WIDER = 3.0, 20.0
"""mm of a tab on either side beyond the needle that holds it, at the least, and beyond the tape, at the most [K]."""


def tab_width_declared() -> Any:
    """The parameter for the width of the tabs."""
    return measure(None, "12 mm", "70 mm", "across the tabs over the zip's ends; left out: as wide as the zip's tape")


def tab_misfits(of: object, chain: Zip, wide: float | None, room: float) -> Iterator[Problem]:
    """Tabs that the zip's seam does not hold, or wider than its allowances or the *room* in mm across its ends.

    *of* declares them as ``tab_width``.
    """
    if wide is None:
        return
    least, most = chain.gap + 2 * HELD, min(chain.tape + WIDER, room)
    if not between(wide, least, most):
        fault = (
            words("is too narrow to be held by the zip's seam")
            if under(wide, least)
            else words("is wider than there is room for")
        )
        mend = make_it(of, "tab_width", least=least, most=most, otherwise=words("leave it out"))
        yield refusal("tab_width", words("{fault}: {mend}", fault=fault, mend=mend))


def zip_tab(chain: Zip, long: float, named: Naming = SHELL, width: float | None = None) -> Panel:
    """The tabs of a zip, *long* mm of each to be seen, folded, with the line at which the tape ends under it."""
    wide, covered = width or chain.tape, TAPE_UNDER_TAB
    sides = rectangle(wide, 2 * long)
    edges = (
        Edge("start", sides.bottom),
        Edge("right", sides.right, Finish.RAW),
        Edge("end", sides.top),
        Edge("left", sides.left, Finish.RAW),
    )
    lines = (
        _across("fold", wide, long, LineKind.FOLD),
        _across("tape end", wide, long - covered, LineKind.PLACEMENT, words("end of the tape")),
    )
    title, note = named.titled(words("Zip tab")), words("as wide as the zip tape") if width is None else NOTHING
    return Panel(f"{named.prefix}zip-tab", title, "shell", Role.CLOSURE, edges, lines, count=2, layers=2, note=note)


def _across(name: str, wide: float, at: float, kind: LineKind, title: Said | None = None) -> Line:
    path = line_path(point(0, at), point(wide, at))
    return Line(name, path, kind) if title is None else Line(name, path, kind, title)


def held_along(bag: Draft, zip_seam: str, tab: Panel) -> Draft:
    """*bag* with the sides of both tabs in the seam of their zip: a folded tab's two layers, on both tapes."""
    long, whole = tab.edge("left").length / 2, bag.side_length(bag.seam(zip_seam).a)
    for copy, at in ((1, 0.0), (2, whole - long)):
        bag = catching(bag, zip_seam, *_sides(tab.id, long, at, copy))
    return bag


def _sides(tab: str, long: float, at: float, copy: int) -> Iterator[Caught]:
    for side in ("left", "right"):
        for low, high in ((0.0, long), (long, 2 * long)):
            yield Caught((Run(tab, side, low, high, copy=copy),), at)


def put_on(tab: Panel, bought: str, zip_seam: str, shop: Workshop) -> tuple[Operation, ...]:
    """How the tabs are folded and sewn to the tape, before that is sewn in."""
    heat = shop.materials["shell"].iron != "no"
    fold = words("Fold each zip tab across its middle, wrong side inside, and press it.")
    crease = words("Fold each zip tab across its middle, wrong side inside, and crease it with a clip.")
    text = words(
        "Lay the fold of a tab {under} over each end of the tape, on its right side, and topstitch {beside} from the "
        "fold; the tab's cut ends reach to the ends of the seam.",
        under=Length(TAPE_UNDER_TAB),
        beside=Length(_FOLD),
    )
    return (
        done(Verb.FOLD, fold if heat else crease, tab.id, heat=heat),
        Operation(Verb.BASTE, text, pieces=(Sheet(tab.id),), notions=(bought,), goal=zip_seam, beside=_FOLD),
    )
