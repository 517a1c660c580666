"""A channel for a cord that is turned down from the body, or stitched through shell and lining [construction 2.10]."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bagpattern.model.closing import Closes
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Hole, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, task
from bagpattern.model.operation import Where as Place
from bagpattern.parts.closing.channel_strip import EYELET_ROOM
from bagpattern.parts.closing.rims import Rim, hemmed, marked, turned_down
from bagpattern.parts.sewing.boxes import reinforcement
from bagpattern.parts.sewing.edging import turns_of
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length
from bagpattern.values import value
from bagpattern.words import form, trade, words

TURNED_IN = 10.0
"""mm of a channel's allowance that are turned in where cloth frays [construction 7.2]."""
BESIDE_SEAM = 12.0
"""mm from an eyelet's edge to a seam, whose allowances are too thick for it, at the least [K]."""
OUTLET_EYELET, PATCH = "outlet eyelet", "outlet-patch"
"""The ids of the eyelets at which a cord comes out, and of the patches behind them."""
BESIDE_EYELET = 10.0
"""mm of patch on either side of an eyelet, which its flange and a row of stitching hold [K]."""


def turned_in(shop: Workshop) -> float:
    """mm of what is turned down for a channel that are turned in at its raw edge."""
    return TURNED_IN if shop.hem("shell") == "double" else 0.0


@value
class TurnedChannel:
    """A channel ``high`` mm high along a rim, for a ``cord`` so thick in mm."""

    high: float
    cord: float

    @property
    def outlet(self) -> float:
        """mm across the hole at which the cord comes out."""
        return self.cord + EYELET_ROOM

    def add(self, rim: Rim, places: Sequence[float], shop: Workshop) -> Draft:
        """The bag with the rim turned down, or with one row of stitching below it if it is lined.

        The cord comes out at these *places*, mm along the rim.
        """
        holes = tuple(rim.holes(places, self._middle(rim), self.outlet, words("cord outlet"), OUTLET_EYELET))
        if rim.lined:
            name, beside = form("channel stitching"), form("{panel} channel stitching")
            lines = tuple(rim.lines(name, beside, self.high, LineKind.STITCH, Closes.DRAWSTRING))
            bag, step = marked(rim.bag, lines, holes), _stitched(tuple(Place(at, 1, line.name) for at, line in lines))
        else:
            bag, step = marked(turned_down(rim, self.high), (), holes), self._turned_down(rim, shop)
        size = self.outlet + 2 * BESIDE_EYELET
        patches = reinforcement(PATCH, words("Outlet patch"), size, size, len(holes))
        return bag + Draft((patches,), notions=(self._eyelets(len(holes)),), tasks=(_outlets(holes), step))

    def _middle(self, rim: Rim) -> float:
        """mm from the rim to the middle of the channel."""
        return self.high / 2 if rim.lined else self.high / 2 - TURNED_IN / 4

    def _turned_down(self, rim: Rim, shop: Workshop) -> Task:
        inside = turned_in(shop)
        inner = words(", {turned_in} of them turned in,", turned_in=Length(inside)) if inside else NOTHING
        text = words(
            "Turn {channel} to the inside{inner} and stitch close to the lower edge, all round.",
            channel=Length(self.high),
            inner=inner,
        )
        return task(words("Turn down the channel"), hemmed(rim, text, turns=turns_of(self.high, inside)), finishes=True)

    def _eyelets(self, count: int) -> Notion:
        title, note = words("Eyelet"), words("inside width; or sew buttonholes")
        return Notion(OUTLET_EYELET, "eyelet", title, trade(self.outlet), width=self.outlet, count=count, note=note)


def outlets(bag: Draft) -> tuple[Place, ...]:
    """Where the cord comes out on each panel."""
    holes = ((panel.id, hole) for panel in bag.panels for hole in panel.holes if hole.holds == OUTLET_EYELET)
    return tuple(dict.fromkeys(Place(panel, 1, str(hole.label)) for panel, hole in holes))


def _outlets(holes: Iterable[tuple[str, Hole]]) -> Task:
    """Where the cord comes out of the channel: through the shell alone, on patches."""
    behind = words("Baste a patch to the wrong side of the shell, behind the mark of each of the cord's outlets.")
    through = words("Set an eyelet at each mark, or sew a buttonhole, through the shell and its patch alone.")
    places = tuple(dict.fromkeys(Place(panel, 1, str(hole.label)) for panel, hole in holes))
    return task(
        words("Make the cord's outlets"),
        Operation(Verb.BASTE, behind, pieces=(Sheet(PATCH),), on=places, side=Side.WRONG),
        Operation(Verb.INSERT, through, notions=(OUTLET_EYELET,), on=places),
    )


def _stitched(lines: tuple[Place, ...]) -> Task:
    text = words("Stitch through shell and lining along the line below the rim, all round.")
    return task(words("Stitch the channel"), Operation(Verb.TOPSTITCH, text, on=lines), finishes=True)
