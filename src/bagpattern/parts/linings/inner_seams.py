"""How raw edges are kept inside a bag without a lining of its own: bound with tape, or closed in by the seam itself.

A French seam is sewn twice and needs no tape, a felled one lies flat and shows a second row outside. Both want seams
that run straight, turn at no corner, where an allowance is clipped, and are no darts, whose allowances meet before
their tip [K].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from bagpattern.errors import Problem, did_you_mean, named, quoted, raise_together
from bagpattern.geometry.segments import Straight
from bagpattern.lengths import over
from bagpattern.model.darts import is_dart
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import BINDING
from bagpattern.model.seam import Enclosed, Encloses, Run, Seam
from bagpattern.parts.linings.pivots import pivoting
from bagpattern.parts.linings.unlined import of_pocket, shows_inside, tape_for
from bagpattern.parts.part import refusal
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.values import replace, value
from bagpattern.words import form, words

TAPED, FRENCH, FELLED = "bound", Encloses.FRENCH.value, Encloses.FELLED.value
FRENCH_ALLOWANCE = 15.0
"""mm of both sides: 5/8 in, of which 1/4 in is sewn first and 3/8 in then [S: learnmyog rolltopsack.js]."""
FIRST = 0.4
"""Of that: what is sewn first, 1/4 of 5/8 in [S: learnmyog rolltopsack.js]."""
FELLED_ALLOWANCE, FELLED_UNDER = 16.0, 7.0
"""mm of the allowance that is folded over and of that under it: it is to go once round that and lie flat [K]."""
ROUND_EDGE = 1.0
"""mm that the one takes to go round the raw edge of the other [K]."""


@value
class InnerSeams:
    """Which seams are kept how: ``kind`` the usual way, ``named`` those of another; allowances in mm, None by rule."""

    kind: str | None
    named: Mapping[str, tuple[str, ...]]
    french: float | None = None
    felled: float | None = None
    under: float | None = None

    def without_use(self) -> Iterator[Problem]:
        """What is said of seams that a lining hides."""
        given = {"seams": self.kind, **self.named, **self._allowances}
        for key, each in given.items():
            if each:
                fault = words("a lining that is dropped in hides the raw edges: leave this out, or write")
                yield refusal(key, words('{fault} lining.kind = "none"', fault=fault))

    @property
    def _allowances(self) -> Mapping[str, float | None]:
        return {"french_allowance": self.french, "felled_allowance": self.felled, "felled_under": self.under}

    def enclosing(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag*, complete, its seams closed in as asked, and tape for the others. Raises InputError for what is not."""
        if not any((self.kind not in (None, TAPED), *self.named.values(), *self._allowances.values())):
            return bag
        inside = [seam for seam in bag.seams if shows_inside(bag, seam)]
        raise_together((*self._misnamed(bag, inside), *self._misfits(bag, inside, shop), *self._unused()))
        ways = {seam.id: self._way(bag, seam) for seam in inside}
        bound = [seam for seam in inside if ways[seam.id] == TAPED]
        for seam in inside:
            if ways[seam.id] != TAPED:
                bag = self._enclosed(bag, seam, Encloses(ways[seam.id]))
        bound += [seam for seam in bag.seams if of_pocket(bag, seam) and _frays(bag, seam, shop)]
        tape = tape_for(bag, bound)
        notions = ((each,) if each.id != BINDING else tape for each in bag.notions)
        return replace(bag, notions=tuple(chain.from_iterable(notions)))

    def _way(self, bag: Draft, seam: Seam) -> str:
        named = (way for way, seams in self.named.items() if {seam.id, seam.cut_from} & set(seams))
        usual = self.kind or TAPED
        return next(named, usual if _closes_in(bag, seam) else TAPED)

    def _misnamed(self, bag: Draft, inside: list[Seam]) -> Iterator[Problem]:
        """Names of seams that there are not, that curve, or that two lists claim."""
        known = {name: seam for seam in inside for name in (seam.cut_from, seam.id) if name}
        for way, names in self.named.items():
            for name in names:
                others = [other for other, more in self.named.items() if other != way and name in more]
                if name not in known:
                    there = words("{advice}; there is {names}", advice=did_you_mean(name, known), names=named(known))
                    yield refusal(
                        way,
                        words("no seam inside the bag is called {name}{there}", name=quoted(name), there=there),
                    )
                elif others:
                    yield refusal(
                        way,
                        words(
                            "{name} is to be {others} as well: take it out of one of both",
                            name=quoted(name),
                            others=Name(others[0]),
                        ),
                    )
                elif way != TAPED and is_dart(bag, known[name]):
                    yield refusal(way, words("{name} is a dart, which is bound: take it out", name=quoted(name)))
                elif way != TAPED and not _is_straight(bag, known[name]):
                    yield refusal(
                        way, words("{name} does not run straight, and would pucker: take it out", name=quoted(name))
                    )
                elif way != TAPED and known[name].id in pivoting(bag):
                    fault = form("{name} turns a corner, where its allowance is clipped: take it out")
                    yield refusal(way, words(fault, name=quoted(name)))

    def _misfits(self, bag: Draft, inside: list[Seam], shop: Workshop) -> Iterator[Problem]:
        """A cloth whose edges are left raw, and bags without a straight seam."""
        asked = self.kind not in (None, TAPED) or self.named[FRENCH] or self.named[FELLED]
        key = "seams" if self.kind not in (None, TAPED) else FRENCH if self.named[FRENCH] else FELLED
        if asked and shop.materials["shell"].edge == "raw":
            fault = form("the edges of {cloth} are not turned in: leave this out, or choose a cloth that frays")
            yield refusal(key, words(fault, cloth=shop.materials["shell"].title))
        elif self.kind not in (None, TAPED) and not any(_closes_in(bag, seam) for seam in inside):
            fault = form('every seam of this bag curves or turns a corner: leave this out, or write "{taped}"')
            yield refusal("seams", words(fault, taped=Name(TAPED)))

    def _unused(self) -> Iterator[Problem]:
        """Allowances of a kind of seam that the bag is not to have."""
        for way, keys in {FRENCH: ("french_allowance",), FELLED: ("felled_allowance", "felled_under")}.items():
            for key in keys:
                if self._allowances[key] is not None and way != self.kind and not self.named[way]:
                    yield refusal(
                        key, words('no seam is {way}: leave this out, or write seams = "{way}"', way=Name(way))
                    )

    def _enclosed(self, bag: Draft, seam: Seam, how: Encloses) -> Draft:
        """*bag* with one seam closed in, both sides with the allowance that this takes."""
        if how is Encloses.FRENCH:
            a = b = FRENCH_ALLOWANCE if self.french is None else self.french
            kept = Enclosed(how, FIRST * a, a - FIRST * a)
        else:
            b = FELLED_ALLOWANCE if self.felled is None else self.felled
            a = FELLED_UNDER if self.under is None else self.under
            kept = Enclosed(how, min(a, b / 2 - ROUND_EDGE), b)
        bag = bag.resewing(replace(seam, enclosed=kept))
        return _allowed(_allowed(bag, seam.a, a), seam.b, b)


def _frays(bag: Draft, seam: Seam, shop: Workshop) -> bool:
    slots = (bag[run.panel].material for run in (*seam.a, *seam.b))
    return any(slot in shop.materials and shop.materials[slot].frays for slot in slots)


def _allowed(bag: Draft, runs: tuple[Run, ...], allowance: float) -> Draft:
    """*bag* with that allowance along *runs*; an edge that has a wider one keeps it, and is trimmed."""
    for run in runs:
        panel = bag[run.panel]
        bag = bag.replacing(replace(panel, edges=tuple(_widened(each, run.on, allowance) for each in panel.edges)))
    return bag


def _widened(edge: Edge, on: str, allowance: float) -> Edge:
    if edge.name != on or (edge.allowance is not None and over(edge.allowance, allowance)):
        return edge
    return replace(edge, allowance=allowance)


def _closes_in(bag: Draft, seam: Seam) -> bool:
    """Whether a seam can close its raw edges in: it runs straight, is no dart, and turns at no corner of the bag."""
    return _is_straight(bag, seam) and not is_dart(bag, seam) and seam.id not in pivoting(bag)


def _is_straight(bag: Draft, seam: Seam) -> bool:
    """Whether nothing of a seam curves, and no side of it turns a corner of one panel."""
    sides = (seam.a, seam.b)
    one_each = all(len({(run.panel, run.copy) for run in side}) == len(side) for side in sides)
    paths = (bag[run.panel].edge(run.on).path for side in sides for run in side)
    return one_each and all(len(path.segments) == 1 and isinstance(path.segments[0], Straight) for path in paths)
