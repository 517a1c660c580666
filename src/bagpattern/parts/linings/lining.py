"""A lining dropped in: the body drafted again, smaller by the thickness that it lies inside of, caught in the zip.

Where the body is open at a rim, its lining is sewn to the rim instead. Or the lining is cut like the shell and basted
to it, or there is none: then tape binds the seams.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.materials import Bend
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.segments import Straight
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Operation, Side, Task, Verb, sew, task
from bagpattern.model.ruled import Ruled
from bagpattern.model.seam import Caught, Seam, SeamKind, Stands
from bagpattern.parameters import choice, measure, several
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.linings.bound_lining import also_uncut, basted, settled
from bagpattern.parts.linings.facing import faced
from bagpattern.parts.linings.inner_seams import FELLED, FRENCH, TAPED, InnerSeams
from bagpattern.parts.linings.unlined import unlined
from bagpattern.parts.naming import LINING, RIM, SHELL, ZIP, Naming
from bagpattern.parts.part import refusal, refused
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.parts.sewing.joinery import catching, cut_seam, refinished
from bagpattern.parts.workshop import WADDING, Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Name
from bagpattern.values import replace, value
from bagpattern.words import form, words

THIN_STACK = 1.5
"""mm: the least that a lining is set inside the shell, whatever the cloth [construction 7.3]."""
GAPS = (120.0, 180.0, 200.0)
"""mm: usually, 100 to 150 [construction 11]; of a bag that is stiff, or large; of one that is both [K]."""
LARGE = 0.35e6
"""mm2 of lining from which a bag is large, as a backpack of 27 x 36 x 12 cm: all of that is pulled through [K]."""
LEAST_GAP, GIVEN_GAP = 40.0, 60.0
"""mm: a small pouch is turned through the first; the second is the least that a preset may ask for [K]."""
SEWN, LEAST_SEWN = 30.0, 20.0
"""mm of seam on either side of the gap, to hold while the bag is turned; of one with no room for more [K]."""
SEAMED, AS_SHELL = "seamed", "as-shell"
DROP_IN, BOUND, NONE = "drop-in", "bound", "none"
_KINDS = (DROP_IN, BOUND, NONE)
_KINDS_HELP = (
    "drop-in: a lining caught in the zip or the rim; bound: one cut like the shell and basted to it, seams bound with "
    "tape; none: seams bound with tape"
)
_WITHOUT = words('leave this out, or write kind = "none"')


@value
class Lining:
    """How the inside is finished: with a lining, or with bound seams."""

    kind: str = choice(DROP_IN, _KINDS, _KINDS_HELP)
    gap: float | None = measure(
        None,
        "60 mm",
        "200 mm",
        "open in the lining's base seam to turn the bag through; left out: {120 mm}, {180 mm} if the bag is stiff or "
        "large, {200 mm} if it is both; less if small",
    )
    inset: float | None = measure(
        None,
        "0 mm",
        "8 mm",
        "how far it lies inside the shell; 0: as large; left out: the thickness of the shell, at least {1.5 mm}",
    )
    build: str | None = choice(
        None,
        (SEAMED, AS_SHELL),
        "left out or seamed: every seam is sewn; as-shell: folded where the shell is, the gap in another seam",
    )

    facing: float | None = measure(
        None,
        "20 mm",
        "150 mm",
        "at the top of the lining of an open bag, cut from the shell; {45 mm} are usual; left out: no facing",
    )
    seams: str | None = choice(
        None,
        (TAPED, FRENCH, FELLED),
        "raw edges inside a bag without a lining of its own; left out: bound with tape; french or felled: every seam "
        "that runs straight, the others bound",
    )
    french: tuple[str, ...] = several("seams to be French whatever the others are, by their ids, as right side")
    felled: tuple[str, ...] = several("seams to be felled whatever the others are, by their ids")
    bound: tuple[str, ...] = several("seams to be bound whatever the others are, by their ids")
    french_allowance: float | None = measure(
        None, "10 mm", "30 mm", "of both sides of a French seam, two fifths of it sewn first; left out: {15 mm}"
    )
    felled_allowance: float | None = measure(
        None, "10 mm", "30 mm", "of the side of a felled seam that is folded over the other; left out: {16 mm}"
    )
    felled_under: float | None = measure(
        None,
        "4 mm",
        "30 mm",
        "of the side of a felled seam that comes to lie under, trimmed where it is too wide; left out: {7 mm}",
    )

    def add(self, bag: Draft, body: Body, shop: Workshop) -> Draft:
        """*bag*, the drafted *body*, with its inside finished. Raises InputError when the body is too small."""
        if self.kind == DROP_IN:
            raise_together(self._without_fold(body))
            raise_together(self.inner_seams.without_use())
            return self.dropped_in(bag, body, shop)
        raise_together(self._without_use())
        bag = unlined(bag, body, shop)
        return basted(bag, body.folds()) if self.kind == BOUND else bag

    def folds(self, body: Body) -> tuple[Uncut, ...]:
        """Where shell and lining are cut in one, once everything lies on them."""
        return (*body.folds(), *self._own_folds(body))

    def _own_folds(self, body: Body) -> tuple[Uncut, ...]:
        if self.kind == BOUND:
            return tuple(map(also_uncut, body.folds()))
        if self.kind == DROP_IN and self.build == AS_SHELL:
            return tuple(also_uncut(each)._replace(key="lining.build") for each in body.folds())
        return ()

    def _without_fold(self, body: Body) -> Iterator[Problem]:
        if self.build == AS_SHELL and not body.folds():
            told = form('the shell is not folded: write "{seamed}", or choose a build that is folded')
            yield refusal("build", words(told, seamed=Name(SEAMED)))

    def settled(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag*, complete, with what of its lining follows from all that has been put on it."""
        if self.kind == DROP_IN:
            return bag if self.facing is None else faced(self, bag, self.facing)
        bag = self.inner_seams.enclosing(bag, shop)
        return settled(bag) if self.kind == BOUND else bag

    @property
    def inner_seams(self) -> InnerSeams:
        """How raw edges inside are kept, where no lining hides them."""
        named = {FRENCH: self.french, FELLED: self.felled, TAPED: self.bound}
        return InnerSeams(self.seams, named, self.french_allowance, self.felled_allowance, self.felled_under)

    def _without_use(self) -> Iterator[Problem]:
        """Values that only a lining of its own has."""
        for key in ("gap", "inset", "facing"):
            if getattr(self, key) is not None:
                told = form('only a lining that is dropped in has one: leave this out, or write kind = "{drop_in}"')
                yield refusal(key, words(told, drop_in=Name(DROP_IN)))
        if self.build == AS_SHELL:
            fault = words("only a lining that is dropped in may be seamed where the shell is folded")
            told = form('{fault}: leave this out, or write kind = "{drop_in}"')
            yield refusal("build", words(told, fault=fault, drop_in=Name(DROP_IN)))

    def inset_for(self, shop: Workshop) -> float:
        """mm from the shell's stitching line to the lining's: one stack's thickness [construction 7.3]."""
        behind = WADDING if "shell" in shop.finishing.quilted else "interfacing"
        return max(THIN_STACK, shop.thickness("shell", behind, "foam")) if self.inset is None else self.inset

    def dropped_in(self, bag: Draft, body: Body, shop: Workshop, named: Naming = LINING, zip_seam: str = ZIP) -> Draft:
        """*bag* with a lining in *body*, its panels *named*, caught in *zip_seam* or sewn to the rim.

        A bag is turned through one gap, in its first lining: what else is lined in it has none.
        """
        inner = body.smaller(self.inset_for(shop))
        lining, folded = _without_zip(inner.draft(named)), {where.seam for where in self._own_folds(body)}
        if not named.second:
            lining = self._with_gap(lining, _gap_seam(lining, inner.gap_seam(named.prefix), folded), shop)
        joined = bag + lining + Draft(tasks=_tasks(lining, inner, named, folded))
        if inner.opening("").zipped:
            return _caught_in_zip(joined, inner, named, zip_seam)
        return _sewn_to_rim(joined, inner, shop)

    def _with_gap(self, lining: Draft, seam_id: str, shop: Workshop) -> Draft:
        seam = lining.seam(seam_id)
        length = lining.side_length(seam.a)
        most = _most_gap(length)
        wide = self.gap or _usual_gap(lining, length, most, _is_stiff(shop))
        if over(wide, most):
            fault = words("the seam for the lining's gap is {length} long", length=Length(length))
            if under(most, GIVEN_GAP):
                advice = _WITHOUT if most >= LEAST_GAP else words('write kind = "none"')
                message = words("{fault}, too short for a gap: {advice}", fault=fault, advice=advice)
                raise refused("gap" if self.gap else "kind", message)
            mend = make_it(self, "gap", most=most, otherwise=_WITHOUT)
            raise refused("gap", words("{fault}: {mend}", fault=fault, mend=mend))
        low = (length - wide) / 2
        before, gap, after = cut_seam(lining, seam, low, low + wide)
        parts = before, replace(gap, kind=SeamKind.GAP, marked=False), after
        at = lining.seams.index(seam)
        found = Ruled("gap", wide, "lining"), Ruled("inset", self.inset_for(shop), "lining")
        return replace(lining, seams=(*lining.seams[:at], *parts, *lining.seams[at + 1 :]), ruled=found)


@value
class Unlined(Lining):
    """The same choice for a bag that usually has no lining."""

    kind: str = choice(NONE, _KINDS, _KINDS_HELP)


def _gap_seam(lining: Draft, usual: str, folded: set[str]) -> str:
    """The seam for the gap: the usual one; where that is folded or short, the longest straight one, first of equals.

    Raises InputError when there is none.
    """
    if usual not in folded and not under(_most_gap(lining.side_length(lining.seam(usual).a)), LEAST_GAP):
        return usual
    straight = [seam for seam in lining.seams if seam.id not in folded and _is_straight(lining, seam)]
    if not straight and usual not in folded:
        return usual
    if not straight:
        raise refused(
            "build",
            words('folded like the shell it has no straight seam for its gap: write "{seamed}"', seamed=Name(SEAMED)),
        )
    return max(straight, key=lambda seam: round(lining.side_length(seam.a), 3)).id


def _most_gap(length: float) -> float:
    """mm of the widest gap in a seam of *length* mm; less of a short one is sewn beside it."""
    usual = length - 2 * SEWN
    return length - 2 * LEAST_SEWN if under(usual, LEAST_GAP) else usual


def _is_straight(lining: Draft, seam: Seam) -> bool:
    paths = [lining[run.panel].along(run.on).path for run in (*seam.a, *seam.b)]
    return len(paths) == 2 and all(isinstance(each, Straight) for path in paths for each in path.segments)


def _is_stiff(shop: Workshop) -> bool:
    """Whether the shell does not let itself be crumpled through a small gap: with foam, or what else stands by it."""
    behind = (shop.materials[slot].bend for slot in ("shell", "interfacing") if slot in shop.materials)
    return "foam" in shop.materials or Bend.STIFF in behind


def _usual_gap(lining: Draft, length: float, most: float, stiff: bool) -> float:
    """mm of a gap in a seam of *length* mm: half of that where it suffices; a stiff bag is given all that may be."""
    area = sum(panel.count * areas.area(panel.stitching_line) for panel in lining.panels)
    wide = GAPS[stiff + (area >= LARGE)]
    room = most if stiff else length / 2
    return min(wide, max(room // STEP * STEP, LEAST_GAP), max(most, LEAST_GAP))


def _without_zip(lining: Draft) -> Draft:
    """The lining's zip edges are caught in the shell's zip seam instead of having one of their own."""
    return replace(lining, seams=tuple(seam for seam in lining.seams if seam.kind is not SeamKind.ZIP))


def _caught_in_zip(bag: Draft, inner: Body, named: Naming, zip_seam: str) -> Draft:
    sides = inner.opening(named.prefix).sides
    slack = (bag.side_length(bag.seam(zip_seam).a) - bag.side_length(sides[0])) / 2
    return catching(bag, zip_seam, *(Caught(runs, slack, stands=Stands.BEHIND) for runs in sides))


def _sewn_to_rim(bag: Draft, inner: Body, shop: Workshop) -> Draft:
    """The rim of the shell is longer than the lining's by what the lining is smaller, and is eased on to it.

    The lining looks into the bag: what lies to the left of its front lies on the right in the bag, so that it goes on
    the other way round.
    """
    (outside,) = inner.opening(SHELL.prefix).sides
    (inside,) = inner.opening(LINING.prefix).sides
    bag = refinished(refinished(bag, inside, Finish.SEAM), outside, Finish.OPEN, shop.seam_allowance)
    turned = tuple(replace(run, reversed=not run.reversed) for run in (inside[0], *reversed(inside[1:])))
    ease = bag.side_length(turned) - bag.side_length(outside)
    return bag + Draft(seams=(Seam(RIM, outside, turned, ease=ease, marked=True),), tasks=_joining(shop))


def _joining(shop: Workshop) -> tuple[Task, ...]:
    """The rim is sewn while the bag stands in its lining, and topstitched when both are turned."""
    sewn = sew(RIM, how=words("Match the notches at the rim, and sew all round."))
    if heat := all(shop.materials[slot].iron != "no" for slot in ("shell", "lining")):
        flat = words("Push the lining down into the bag, press the rim, and topstitch it on the marked line.")
    else:
        flat = words("Push the lining down into the bag, clip the rim flat, and topstitch it on the marked line.")
    topstitch = Operation(Verb.TOPSTITCH, flat, seams=(RIM,), side=Side.RIGHT, heat=heat)
    return (
        task(words("Sew the lining to the rim"), Operation(Verb.PUT), sewn),
        task(words("Topstitch the rim"), topstitch, finishes=True),
    )


def _tasks(lining: Draft, inner: Body, named: Naming, folded: set[str]) -> tuple[Task, ...]:
    """The lining is sewn in the order in which the shell is closed, as far as that holds; what is *folded* is not."""
    order = [named.prefix + seam for each in inner.tasks() for seam in each.seams]
    at = {seam: number for number, seam in enumerate(order)}
    gaps = tuple(seam.id for seam in lining.seams if seam.kind is SeamKind.GAP)
    sewn = [seam for seam in lining.seams if seam.id not in {*gaps, *folded}]
    sewn.sort(key=lambda seam: at.get(seam.cut_from or seam.id, len(order)))
    made = task(words("Sew the {what} together", what=named.layer), sew(*(seam.id for seam in sewn)))
    return (made, task(words("Close the gap"), sew(*gaps))) if gaps else (made,)
