"""A lid over the top of a box, hinged at its back, whose lips come down over front and sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.errors import Problem
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Task, Verb, done, sew, task
from bagpattern.model.panel import Panel
from bagpattern.model.wall import Wall
from bagpattern.parameters import choice, measure
from bagpattern.parts.closing.lids import LidShape
from bagpattern.parts.closing.rims import rim_of
from bagpattern.parts.part import refused, ruled
from bagpattern.parts.sewing.edging import trimmed
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.parts.tops import Top
from bagpattern.parts.tops._locks import (
    LOCKS,
    NO_LOCK,
    Locking,
    lock_inset_declared,
    lock_size_declared,
    locks_declared,
)
from bagpattern.parts.tops._rim_flap import ROLL, RimFlap
from bagpattern.parts.tops._rims import faces_under
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Said
from bagpattern.values import replace, value
from bagpattern.words import words

BESIDE = 3.0
"""mm of the back's rim that stay free at either end of the hinge, so that it is not caught round the corner [K]."""
LOOSE = 1.0
"""mm by which the lining of the lid is wider than the box on either side, so that it goes on [K]."""
_WALLS = Wall.FRONT, Wall.LEFT, Wall.BACK, Wall.RIGHT


class _Mouth(NamedTuple):
    """mm across the mouth of a box, and from its front to its back."""

    width: float
    depth: float


@value
class Lid(Top):
    """A lined lid, hinged at the back, that goes over the walls of a box like that of a shoe box."""

    lip: float = measure("45 mm", "25 mm", "15 cm", "how far its lips come down over front and sides")
    ease: float | None = measure(
        None,
        "1 mm",
        "15 mm",
        "how much larger than the box its top is, at each side and in front; left out: {1 mm} more than its cloth is "
        "thick, {3 mm} at least",
    )
    lock: str = choice("magnetic-snap", (*LOCKS, NO_LOCK), "what holds its front lip on the front")
    locks: int = locks_declared()
    size: float | None = lock_size_declared()
    inset: float | None = lock_inset_declared()

    @property
    def over_sides(self) -> float:
        """Its lips."""
        return self.lip

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the lid. Raises InputError when it is no box, or the lid or its lock does not go on it."""
        faces_under(bag)
        mouth = _mouth(bag)
        thick = max(ROLL, shop.thickness("shell", "interfacing", "foam"))
        ease = thick + LOOSE if self.ease is None else self.ease
        if under(ease, thick):
            mend = make_it(self, "ease", least=thick)
            raise refused("ease", words("the lid does not go over its own layers: {mend}", mend=mend))
        wide, deep = mouth.width + 2 * ease, mouth.depth + ease
        shape = LidShape(wide, deep + self.lip, lip=self.lip, aside=ease + BESIDE)
        locking = Locking(self.lock, self.size, self.inset, self.locks)
        roll, behind = thick, "foam" if "foam" in shop.materials else "interfacing"
        made = _BoxLid(self, "lid", words("lid"), shape, deep, 0.0, locking, "kind", roll, covers="lip", behind=behind)
        return made.add(bag, shop) + ruled({"ease": ease})


def _mouth(bag: Draft) -> _Mouth:
    """The mouth of a box. Raises InputError where the rim is not that of four walls, two and two alike."""
    runs = rim_of(bag).runs
    found = {wall: bag.run_length(run) for run in runs for wall in _WALLS if bag[run.panel].is_on(wall)}
    if len(runs) != len(_WALLS) or len(found) != len(_WALLS) or len({run.panel for run in runs}) != len(_WALLS):
        fault = words("a lid goes on a box of four walls, which this bag is not")
        raise refused("kind", words('{fault}: write kind = "flap", or choose a build of five panels', fault=fault))
    return _Mouth(found[Wall.FRONT], found[Wall.LEFT])


@value
class _BoxLid(RimFlap):
    """The lid as a flap with corners; the stiffening of that slot is ``behind`` it, as behind the walls."""

    behind: str = ""

    def _too_wide(self, wide: float) -> Iterator[Problem]:
        """It is wider than the rim, to go over it."""
        return iter(())

    def _too_narrow(self, wide: float) -> Iterator[Problem]:
        """No box is so narrow."""
        return iter(())

    def _panel(self, name: str, title: Said, slot: str, shape: FlapShape) -> Panel:
        """Either layer, its folds marked."""
        panel = super()._panel(name, title, slot, shape)
        panel = panel.marked(shape.folds) if isinstance(shape, LidShape) else panel
        return replace(panel, backing=self.behind) if name == self.id else panel

    def _making(self, seam: str, outer: Panel, inner: Panel) -> tuple[Task, ...]:
        cornered = words(
            "At each front corner lay the ends of two lips on each other, right sides together, and sew from the raw "
            "edge up to where the stitching lines meet; back-tack there. Do so with the lid and with its lining."
        )
        around = words(
            "Put the lining over the lid, right sides together, corner seams on each other. Sew all round the free "
            "edges, easing the lid in, back-tacking at both ends of the hinge."
        )
        turned = words("Turn the lid through its hinge, push out the corners, and topstitch the free edges.")
        set_first, set_last = self._set_on_flap(outer, inner)
        corners = tuple(f"{panel.id} {name}" for panel in (outer, inner) for name, _, _ in self.shape.corners)
        edge = (
            sew(seam, how=around),
            replace(trimmed([path for _, path in self.shape.free]), seams=(seam,)),
            done(Verb.TOPSTITCH, turned, self.id),
        )
        return (task(words("Make the lid"), *set_first, sew(*corners, how=cornered), *edge, *set_last),)
