"""A second full compartment: a band with a zip of its own, before the first one, and a wall between the two.

The front is sewn to the second band. The two bands are sewn to each other, and the wall, the middle, is held all round
in that one seam. Each compartment has its own lining, so that neither shows a raw edge; the middle lies between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import ClassVar

from bagpattern.errors import Problem
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.operation import RIM, Operation, Sheet, Side, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Seam, SeamKind, Stands
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import measure
from bagpattern.parts.bodies.faced import FacedBody
from bagpattern.parts.closures import Closure
from bagpattern.parts.compartments import Compartment
from bagpattern.parts.holding.contents import filled, rounded, wanted
from bagpattern.parts.linings.lining import DROP_IN, Lining
from bagpattern.parts.naming import SECOND, SECOND_LINING, SECOND_ZIP
from bagpattern.parts.part import BagPart, refused, unjudged
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import given, make_it, sized, within
from bagpattern.said import NOTHING, Length, Said
from bagpattern.values import replace, value
from bagpattern.words import at_least, words

SHARE_DEEP = 0.4
"""Of the bag's depth: a second compartment whose depth is left open; the one at the back carries the load [K]."""
MIDDLE = "middle"
"""The wall between the compartments."""
_BANDS = ("base band", "zip band")


@value
class Second(Compartment):
    """A second full compartment in front of the first, with a zip, a band and a lining of its own."""

    divides: ClassVar[bool] = True

    depth: float | None = measure(
        None, "45 mm", "200 mm", "finished, of the bag's depth; left out: two fifths of it, or for what it holds"
    )
    body: FacedBody | None = field(default=None, repr=False)
    """The body round this compartment alone."""
    closure: Closure | None = field(default=None, repr=False)
    lining: Lining = field(default_factory=Lining, repr=False)

    def deep(self, whole: float, least: float, shop: Workshop) -> float:
        """mm of a bag *whole* mm deep: as given, else for what it holds or by rule, but *least* mm at least."""
        held = wanted(shop.things(self.holds), Cloth.GUSSET)
        by_rule = held[0].depth + 2 * self.lining.inset_for(shop) if held else whole * SHARE_DEEP // STEP * STEP
        return self.depth or max(by_rule, rounded(least))

    def faults(self, bag: object, whole: float, deep: float, least: float) -> Iterator[Problem]:
        """Why a bag *whole* mm deep cannot be divided so that this compartment is *deep*, each *least* mm at least.

        *bag* declares its depth.
        """
        key, most = f"compartments.{self.id}", whole - least
        found = within(bag, "depth", least=deep + least)
        deeper = words(", or make the bag {bound} deep", bound=at_least(found[0])) if found else NOTHING
        if under(whole, 2 * least):
            yield sized(
                bag, "depth", words("the bag is too shallow for two compartments with a zip each"), least=2 * least
            )
        elif under(deep, least):
            mend = make_it(self, "depth", least=least, most=most)
            fault = words("{deep} is too narrow for its zip", deep=Length(deep))
            yield Problem(f"{key}.depth", words("{fault}: {mend}", fault=fault, mend=mend))
        elif over(deep, most) and self.depth is not None:
            left = Length(max(whole - deep, 0.0))
            fault = words("{deep} leaves {left} for the other compartment", deep=Length(deep), left=left)
            mend = make_it(self, "depth", least=least, most=most)
            yield Problem(
                f"{key}.depth",
                words(
                    "{fault}, whose zip needs {bound}: {mend}{deeper}",
                    fault=fault,
                    bound=at_least(least),
                    mend=mend,
                    deeper=deeper,
                ),
            )
        elif over(deep, most):
            fault = words(
                "this needs a compartment {deep} deep, and the bag leaves {most}", deep=Length(deep), most=Length(most)
            )
            yield Problem(f"{key}.holds", words("{fault}: hold less{deeper}", fault=fault, deeper=deeper))

    def before(self, body: FacedBody, deep: float, closure: Closure) -> Second:
        """This compartment, *deep* mm, before *body*: of equal faces, with the same kind of zip."""
        return replace(self, body=replace(body, size=replace(body.size, depth=deep)), closure=closure)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the compartment before its first one. Raises InputError for a bag that cannot have one."""
        if self.body is None or self.closure is None:
            raise refused("kind", _no_room(bag))
        if self.lining.kind != DROP_IN:
            raise refused("kind", words('it has a lining of its own: write lining.kind = "drop-in"'))
        bag = self._divided(bag, self.body, self.closure, shop)
        return self.lining.dropped_in(bag, self.body, shop, SECOND_LINING, SECOND_ZIP)

    def _divided(self, bag: Draft, body: FacedBody, closure: Closure, shop: Workshop) -> Draft:
        """*bag* with the second band between its front and its band, the middle caught beside it."""
        made = body.draft(SECOND)
        faces = {panel.id for panel in made.panels if panel.face}
        bands = tuple(panel for panel in made.panels if panel.id not in faces)
        zip_seam = next(seam for seam in made.seams if seam.kind is SeamKind.ZIP)
        between = (seam for seam in made.seams if faces.isdisjoint(run.panel for run in (*seam.a, *seam.b)))
        own = tuple(seam for seam in between if seam is not zip_seam)
        bag = bag + Draft(bands, (*own, replace(zip_seam, id=SECOND_ZIP, zip=SECOND_ZIP)))
        bag = closure.closing(bag, SECOND, SECOND_ZIP, shop)
        linings = (panel for panel in body.draft(SECOND_LINING).panels if not panel.face)
        part = tuple(Sheet(panel.id, 1) for panel in (*bands, *linings))
        bag = bag + Draft((self._middle(bag),), tasks=_tasks(own, part))
        for band in _BANDS:
            bag = self._joined(bag, made, band)
        return bag

    @staticmethod
    def told(bag: Draft) -> Draft:
        """*bag* with the task that sews the front to a band called after the second band, to which it is sewn now."""
        to_front, title = {f"front to {band}" for band in _BANDS}, words("Sew the second band to the front")
        tasks = (replace(made, title=title) if to_front & set(made.seams) else made for made in bag.tasks)
        return replace(bag, tasks=tuple(tasks))

    @staticmethod
    def _middle(bag: Draft) -> Panel:
        like = bag["front"]
        note = words("between the two linings")
        made = Panel(MIDDLE, words("Middle"), like.material, Role.OTHER, like.edges, backing="interfacing", note=note)
        return replace(made, second=True)

    @staticmethod
    def _joined(bag: Draft, made: Draft, band: str) -> Draft:
        """The front sewn to the second band, and that to the first, with the middle between the compartments."""
        first = bag.seam(f"front to {band}")
        to_front, to_back = (made.seam(f"{SECOND.prefix}{face} to {band}") for face in ("front", "back"))
        beside = tuple(replace(run, reversed=not run.reversed) for run in reversed(to_back.b))
        wall = tuple(replace(run, panel=MIDDLE) for run in first.a)
        held = Caught(wall, 0.0, marked=True, stands=Stands.INSIDE)
        seam = Seam(_joint(band), first.b, beside, caught=(held,), marked=True)
        return bag.resewing(replace(first, b=to_front.b)) + Draft(seams=(seam,))


def _tasks(ends: tuple[Seam, ...], part: tuple[Sheet, ...]) -> tuple[Task, ...]:
    """The second band by itself; then its *part* of the bag, closed with the middle, goes into the other part."""
    turn = Operation(Verb.TURN, _TURNED, pieces=part, through=RIM, out=Side.RIGHT)
    join = sew(*map(_joint, _BANDS), how=_JOINED)
    return (
        task(words("Close the second band to a loop"), sew(*(seam.id for seam in ends))),
        task(
            words("Sew the two bands together, with the middle"),
            turn,
            done(Verb.BASTE, _CLOSED, MIDDLE),
            done(Verb.PUT, _PUT),
            join,
        ),
    )


_TURNED = words(
    "Turn the part with the front right side out, its lining inside. The part with the back stays wrong side out."
)
_CLOSED = words(
    "Lay the middle over the open side of the part with the front, on the wrong side of the allowance of its bands, "
    "edges even: match the middles of top and base and every notch, and baste it all round."
)
_PUT = words(
    "Put this part, the front first, into the part with the back: the bands lie right sides together, and the middle "
    "looks out."
)
_JOINED = words(
    "Match the middles of top and base, the joins of the bands and every notch. Sew all round, through both bands and "
    "the middle."
)


@value
class WithinSecond(BagPart):
    """What goes into a second compartment: a part of its own, so that pockets there are judged all the same."""

    second: Second

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the space inside the second lining told. Raises InputError when what it holds does not go in."""
        made = self.second
        mouth = next((notion.opening for notion in bag.notions if notion.id == SECOND_ZIP), None)
        if made.body is None or mouth is None:
            raise unjudged()
        face, depth, _ = made.body.smaller(made.lining.inset_for(shop)).hollow()
        faces = "front", f"{SECOND_LINING.prefix}front", f"{SECOND_LINING.prefix}back"
        held = shop.things(made.holds)
        space = Space(made.id, made.called, Cloth.GUSSET, face, depth=depth, mouth=mouth, holds=held, faces=faces)
        return bag + filled(space, {"depth": given(made, "depth")})


def _no_room(bag: Draft) -> Said:
    """Why a bag takes no second compartment, or no other one."""
    if any(panel.second for panel in bag.panels):
        return words("there is a second compartment already: take one of them out")
    return words('only the style "mini-backpack" takes one: write kind = "bellows", or kind = "sleeve"')


def _joint(band: str) -> str:
    return f"second {band} to {band}"
