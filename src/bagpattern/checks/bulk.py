"""BP114: what lies under the needle is no thicker than the machine takes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import chain, pairwise
from typing import NamedTuple

from bagpattern.catalog.notions import ZIPS
from bagpattern.checks import Check
from bagpattern.errors import named
from bagpattern.geometry.points import turn
from bagpattern.lengths import over
from bagpattern.making.runs import sound_seams
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.words import words

_ABSURD = 2.0
"""Times the limit: no machine of that class sews it, and no hammer helps [K]."""
_CORNER = 0.5
"""Radians: where an outline bends by less, its next edge runs on and no seam crosses."""
_TOUCH = 0.2
"""mm: layers that overlap by less lie side by side."""


class Layer(NamedTuple):
    """Cloth that lies along a seam from ``low`` to ``high`` mm: of what panel, how often, and how thick in all (mm)."""

    low: float
    high: float
    panel: str
    times: float
    thickness: float


class Bulk(Check):
    """Nowhere do more layers lie on each other than the machine's foot lifts over and its needle goes through.

    Why: a strap's end brings its layers into a seam, folded round a ring it brings them twice, and where seams cross,
    allowances double; a home machine then skips, stalls or breaks its needle [construction 7.7].
    How to fix: a thinner cloth, straps of webbing or of fewer layers, raw instead of turned edges, ends that do not
    meet in one place; or tell what your machine takes in finishing.machine_limit.
    """

    code = "BP114"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """The thickest place of every seam that is too thick somewhere."""
        limit, stacks = shop.finishing.machine_limit, Stacks(pattern.draft, shop)
        for seam in sound_seams(pattern.draft):
            if not over(stacks.at_most(seam), limit):
                continue
            layers = stacks.layers(seam)
            at, thickness = thickest(layers)
            if over(thickness, limit):
                tell = self.error if over(thickness, _ABSURD * limit) else self.warning
                fault, mend = _stack(layers, at, thickness), _advice(pattern.draft, layers, at, limit)
                yield tell(seam.id, words("{fault}: {mend}", fault=fault, mend=mend))


class Stacks:
    """What lies on each other along the seams of a bag."""

    def __init__(self, draft: Draft, shop: Workshop) -> None:
        self.draft, self.shop = draft, shop
        self.zips = {notion.id: notion for notion in draft.notions if notion.kind == "zip"}
        self.chains = {name: ZIPS[size] for name, notion in self.zips.items() if (size := str(notion.size)) in ZIPS}
        self.tapes = dict(self._tapes())
        self.tape = max(self.tapes.values(), default=0.0)
        self.cloth = {panel.id: self._pressed(panel, ("full",)) for panel in draft.panels}
        runs = (run for seam in sound_seams(draft) if seam.enclosed for run in (*seam.a, *seam.b))
        self.enclosed = {(run.panel, run.on) for run in runs}
        self.most = {panel.id: self._most(panel) for panel in draft.panels}

    def at_most(self, seam: Seam) -> float:
        """mm that a seam cannot exceed. Spares the count of thin seams.

        Runs that are sewn as one length lie one after the other: only the thickest of them counts. The edge of what is
        sewn on may be turned, and lies twice, as do both sides of a seam that closes its edges in.
        """
        times = 2 if seam.kind is SeamKind.PLACEMENT or seam.enclosed else 1
        lengths = [seam.a, seam.b, *[caught.runs for caught in seam.caught]]
        cloth = times * sum([max([self.most.get(run.panel, 0.0) for run in runs], default=0.0) for runs in lengths])
        return cloth + self.tape * len(lengths) + self._tape(seam)

    def _most(self, panel: Panel) -> float:
        """mm that a run of a panel cannot exceed: all layers of a strip, or one and what its neighbours turn on it."""
        times = panel.layers if panel.layers > 1 else 1 + max([self._turns(panel, edge) for edge in panel.edges])
        return times * self._pressed(panel, ("full", "stitch"))

    def layers(self, seam: Seam) -> list[Layer]:
        """All layers of a seam. A zip's two sides lie on its two tapes, so that half of them meets on each."""
        sides = chain(self._along(seam, seam.a, 0.0), self._along(seam, seam.b, 0.0))
        caught = chain.from_iterable(self._along(seam, each.runs, each.at, held=True) for each in seam.caught)
        found = [*sides, *caught]
        if seam.kind is SeamKind.ZIP:
            found = [each._replace(times=each.times / 2, thickness=each.thickness / 2) for each in found]
            found.append(Layer(0.0, self.draft.side_length(seam.a), "zip tape", 1, self._tape(seam)))
        return found

    def _tapes(self) -> Iterator[tuple[tuple[str, str], float]]:
        """Each edge at a zip whose tape reaches the seams across its ends, with mm of that tape."""
        for seam in sound_seams(self.draft):
            if seam.kind is SeamKind.ZIP and seam.zip in self.chains:
                reaches = (self.zips[seam.zip].length or 0.0) >= self.draft.side_length(seam.a)
                yield from (((run.panel, run.on), self._tape(seam)) for run in (*seam.a, *seam.b) if reaches)

    def _tape(self, seam: Seam) -> float:
        """mm of one of the tapes of the zip in a seam."""
        return self.chains[seam.zip].thickness if seam.zip in self.chains else 0.0

    def _along(self, seam: Seam, runs: tuple[Run, ...], at: float, held: bool = False) -> Iterator[Layer]:
        sewn = {(run.panel, run.on) for run in runs}
        for run in runs:
            length = self.draft.run_length(run)
            layer = self._layer(seam, run, at, at + length, held)
            yield layer
            yield from self._crossings(run, layer, sewn)
            at += length

    def _layer(self, seam: Seam, run: Run, low: float, high: float, held: bool) -> Layer:
        panel = self.draft[run.panel]
        along, one = panel.along(run.on), partial(Layer, low, high, panel.id)
        if panel.layers > 1 and not held:  # a folded strip, sewn through or closed on itself
            times = panel.layers / 2 if seam.kind is SeamKind.TOPSTITCHED else panel.layers
            return one(times, times * self.cloth[panel.id])
        if not isinstance(along, Edge):
            return one(1, self._pressed(panel, ("full", "stitch")))
        sewn_on = seam.kind is SeamKind.PLACEMENT and not held
        turned = sewn_on and self.shop.allowance(along) > self.shop.finishing.topstitch
        times = 2 if turned or seam.enclosed else 1
        return one(times, times * self.cloth[panel.id])

    def _crossings(self, run: Run, along: Layer, sewn: set[tuple[str, str]]) -> Iterator[Layer]:
        """What the neighbours of an edge bring to its ends: an allowance pressed open, or the turns of a hem."""
        panel, at, length = self.draft[run.panel], along.low, along.high - along.low
        if panel.layers > 1 or not panel.has_edge(run.on):
            return
        edge, (low, high) = panel.edge(run.on), self.draft.span(run)
        for neighbour, touches, starts in (
            (_beside(panel, run.on, -1), low < _TOUCH, True),
            (_beside(panel, run.on, 1), high > edge.length - _TOUCH, False),
        ):
            if touches and (panel.id, neighbour.name) not in sewn and _bends(edge, neighbour, starts):
                times = along.times * self._turns(panel, neighbour)
                wide = min(self.shop.allowance(neighbour), length)
                start = at if starts != run.reversed else at + length - wide
                tape = self.tapes.get((panel.id, neighbour.name), 0.0)
                yield Layer(start, start + wide, panel.id, times, times * self.cloth[panel.id] + tape)

    def _turns(self, panel: Panel, edge: Edge) -> int:
        """How many more layers lie beside an edge: its allowance, twice if closed in, a hem as often as turned."""
        if edge.finish is Finish.SEAM:
            return 2 if (panel.id, edge.name) in self.enclosed else 1
        if edge.finish is not Finish.HEM:
            return 0
        return 2 if self.shop.hem(panel.material) == "double" else 1

    def _pressed(self, panel: Panel, reach: tuple[str, ...]) -> float:
        """mm under the foot of one layer of a panel, with those of its backings that are laid in that way."""
        of = self.shop.materials
        behind = [each.material for each in self.draft.stiffenings.get(panel.id, ()) if each.material in of]
        laid = (slot for slot in behind if of[slot].stiffening in reach)
        return sum(of[slot].pressed for slot in (panel.material, *laid) if slot in of)


def thickest(layers: list[Layer]) -> tuple[float, float]:
    """Where most lies on each other, in mm along the seam, and how thick that is in mm."""
    ends = [(each.low + _TOUCH, each.thickness) for each in layers if each.high - each.low > 2 * _TOUCH]
    ends += [(each.high - _TOUCH, -each.thickness) for each in layers if each.high - each.low > 2 * _TOUCH]
    place, most, now = 0.0, 0.0, 0.0
    ends.sort()
    for (at, change), (following, _) in pairwise([*ends, (math.inf, 0.0)]):
        now += change
        if now > most + 1e-9:
            place, most = (at + min(following, at + 2 * _TOUCH)) / 2, now
    return place, most


def _beside(panel: Panel, name: str, step: int) -> Edge:
    """The edge before (-1) or after (1) that of a name."""
    names = [edge.name for edge in panel.edges]
    return panel.edges[(names.index(name) + step) % len(names)]


def _bends(edge: Edge, neighbour: Edge, starts: bool) -> bool:
    """Whether the outline turns a corner between the two."""
    first, second = (neighbour, edge) if starts else (edge, neighbour)
    return abs(turn(first.path.arriving, second.path.leaving)) > _CORNER


def _at(layers: list[Layer], at: float) -> list[Layer]:
    return [each for each in layers if each.low <= at <= each.high]


def _stack(layers: list[Layer], at: float, thickness: float) -> Said:
    """'6.2 mm lie on each other 30 mm along it: back, 4 x shoulder-strap'."""
    times: Counter[str] = Counter()
    for each in _at(layers, at):
        times[each.panel] += each.times  # type: ignore[assignment]  # half layers, on one of a zip's two tapes
    listed = named((name if count <= 1 else f"{count:g} x {name}" for name, count in times.items()))
    where = words("{at} along it", at=Length(round(at))) if round(at) else words("where it begins")
    thick = Length(thickness)
    return words("{thickness} lie on each other {where} ({layers})", thickness=thick, where=where, layers=listed)


def _advice(draft: Draft, layers: list[Layer], at: float, limit: float) -> Said:
    here = {each.panel for each in _at(layers, at)}
    folded = any(name in draft and draft[name].layers > 2 for name in here)
    mend = (
        words('take straps of webbing, or a fold of "two"')
        if folded
        else words("take a thinner cloth or no interfacing")
    )
    return words(
        "a machine that takes {limit} does not sew it; {mend}, or raise finishing.machine_limit",
        limit=Length(limit),
        mend=mend,
    )
