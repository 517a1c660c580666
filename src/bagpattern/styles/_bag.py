"""What every bag is made of: a body, drafted for the shell and for the lining, and the parts that are put on it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from bagpattern.model.draft import Draft
from bagpattern.model.person import Person
from bagpattern.parameters import parts, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.topstitch import topstitched
from bagpattern.parts.carrying.wearer import Wearer
from bagpattern.parts.compartments import COMPARTMENTS
from bagpattern.parts.fittings import FITTINGS
from bagpattern.parts.holding.inside import Inside
from bagpattern.parts.linings.lining import Lining
from bagpattern.parts.naming import SHELL
from bagpattern.parts.part import BagPart, add_all, keyed
from bagpattern.parts.pockets import POCKETS, Pocket
from bagpattern.parts.sewing.buying import thread
from bagpattern.parts.sewing.in_one import in_one
from bagpattern.parts.sewing.long_strips import joined_strips
from bagpattern.parts.style_lines import STYLE_LINES
from bagpattern.parts.workshop import ON_DEMAND, WADDING, Workshop
from bagpattern.styles import Style
from bagpattern.values import replace, value

if TYPE_CHECKING:  # a bag without them does without their files
    from bagpattern.parts.compartments import Compartment
    from bagpattern.parts.fittings import Fitting
    from bagpattern.parts.style_lines import StyleLine


@value
class Bag(Style):
    """A bag with an inside. A style says what its body is, and what goes on it beside pockets."""

    pockets: tuple[Pocket, ...] = parts(POCKETS, "pockets, each on a panel, such as front, back or lining-back")
    compartments: tuple[Compartment, ...] = parts(COMPARTMENTS, "rooms of their own: sleeve, divider, bellows")
    style_lines: tuple[StyleLine, ...] = parts(
        STYLE_LINES, "lines that divide a panel into parts, each of its own cloth"
    )
    fittings: tuple[Fitting, ...] = parts(FITTINGS, "what else is put on it: rings, a key leash, feet, piping")
    wearer: Wearer = table(Wearer, "who carries the bag, and how: the lengths of straps follow")
    lining: Lining = table(Lining, "the inside")

    @property
    def workshop(self) -> Workshop:
        """Padding, wadding and mesh count only where something takes them."""
        taken = {slot for part in self._chosen() for slot in (*part.takes, *(["padding"] if part.pads else []))}
        taken |= {WADDING} if self.finishing.quilted else set()
        unused: dict[str, Any] = {slot: "none" for slot in ON_DEMAND if slot not in taken}
        shop = super().workshop
        return replace(shop, chosen=replace(self.materials, **unused)) if unused else shop

    @property
    def litres(self) -> float:
        """Of its width x height x depth, where parts are chosen by it."""
        return 0.0

    @property
    def person(self) -> Person:
        """Its wearer."""
        return self.wearer.person

    @property
    def by_rule(self) -> Mapping[str, float | None]:
        """Those of every style, the sizes, and who carries it."""
        sizes = {f"dimensions.{name}": each for name, each in self.sizes_by_rule.items()}
        return {**super().by_rule, **sizes, "wearer.height": self.wearer.stature}

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """mm of what ``dimensions`` may leave open, by name, as it is then; a style says those of its own."""
        return {}

    def _chosen(self) -> Iterator[BagPart]:
        """Every part that its fields name, alone or in lists."""
        for each in fields(self):
            value = getattr(self, each.name)
            chosen = value if isinstance(value, tuple) else (value,)
            yield from (part.for_size(self.litres) for part in chosen if isinstance(part, BagPart))

    @abstractmethod
    def body(self) -> Body:
        """The body at these sizes. Raises InputError with every reason why it cannot be made."""

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What goes on the body before any pocket, each with the key that its problems begin with: closure, straps."""
        return iter(())

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """What looks for a free place beside pockets, such as rings at the sides."""
        return iter(())

    def draft(self) -> Draft:
        """The body, the lining inside it, then everything that is put on them."""
        body, shop = self.body(), self.workshop
        bag = body.draft(SHELL)
        with keyed("lining"):
            bag = self.lining.add(bag, body, shop)
        bag = add_all(bag, shop, self._parts(body))
        for key, part in self.fitted():
            with keyed(key):
                bag = part.joined(bag)
        for where in self.lining.folds(body):
            bag = in_one(bag, where)
        bag = add_all(bag, shop, self._lines(round_walls=True))
        bag = topstitched(joined_strips(bag, shop), shop)
        bag = bag + Draft(notions=(thread(bag),), tasks=body.tasks())
        with keyed("lining"):
            return self.lining.settled(bag, shop)

    def _parts(self, body: Body) -> Iterator[tuple[str, BagPart]]:
        """In order; pockets that divide a panel come last, when all that lies on it is known."""
        named = self._pocketed()
        yield from self.fitted()
        yield "", Inside(body.smaller(self.lining.inset_for(self.workshop)), self.holds)
        yield from self._lines(round_walls=False)
        yield from self._fittings(early=True)
        yield from self.rooms()
        yield from (each for each in named if not each[1].splits)
        yield from self.hung()
        yield from self._fittings()
        yield from (each for each in named if each[1].splits)
        yield from self._fittings(late=True)

    def _lines(self, round_walls: bool) -> Iterator[tuple[str, BagPart]]:
        """Style lines, of faces or of walls that are cut in one."""
        return ((f"style_lines.{line.id}", line) for line in self.style_lines if line.goes_on is round_walls)

    def _fittings(self, early: bool = False, late: bool = False) -> Iterator[tuple[str, BagPart]]:
        of_it = (each for each in self.fittings if (each.early, each.late) == (early, late))
        return ((f"fittings.{each.id}", each) for each in of_it)

    def _pocketed(self) -> list[tuple[str, Pocket]]:
        return [(f"pockets.{pocket.name}", pocket) for pocket in self.pockets]

    def rooms(self) -> Iterator[tuple[str, BagPart]]:
        """Its compartments."""
        return ((f"compartments.{each.id}", each) for each in self.compartments)
