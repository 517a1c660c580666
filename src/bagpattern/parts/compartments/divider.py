"""A divider across the bag: the lining's band is cut in two along its length, and the divider caught between.

So no raw edge shows, and the divider is as long along its sides and base as the seam that holds it. Above the ends of
the zip there is no band of one piece: there its sides are free. Of two lining panels sewn to each other it hangs in the
side seams; on one that goes round front, sides and base it stands; in sides that fold like an accordion it lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.errors import reason
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import SAME, point
from bagpattern.lengths import between, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import choice, flag, measure
from bagpattern.parts.compartments import CHAINS, NO_ZIP, Compartment, lined_face, second_layer, top_edge
from bagpattern.parts.compartments import _closed_wall as closed_wall
from bagpattern.parts.compartments import _folded_wall as folded_wall
from bagpattern.parts.compartments import _hung_wall as hung_wall
from bagpattern.parts.compartments import _standing_wall as standing_wall
from bagpattern.parts.holding.contents import filled
from bagpattern.parts.part import parts_of, refused, ruled
from bagpattern.parts.sewing.cuts import SHORTEST, Level, Split, split
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.sewing.levels import free_level
from bagpattern.parts.sewing.zips import STOP
from bagpattern.parts.workshop import PADDING, Workshop
from bagpattern.proposals import chosen, given, make_it, within
from bagpattern.said import Length, Name
from bagpattern.values import replace, value
from bagpattern.words import form, series, words

BACK = "lining-back"
"""The panel whose shape the divider takes."""
SHARE_UP = 0.6
"""Of the lining's height: a divider whose height is left open: a hand reaches over it [K]."""
LEAST_STRIP = 20.0
"""mm of lining band on either side of the divider: less cannot be sewn [K]."""


class _Stretch(NamedTuple):
    """A stretch of the lining back's edge, in mm along it, and what it is called on the divider."""

    on: str
    low: float
    high: float
    name: str


@value
class Divider(Compartment):
    """A wall across the inside, from side to side, open at the top or a zipped pocket in itself."""

    height: float | None = measure(None, "4 cm", "55 cm", "finished; left out: a little over half of the inside's")
    depth: float | None = measure(
        None, "20 mm", "280 mm", "from the lining's back to the divider; left out: half of the inside's depth"
    )
    zip: str = choice(NO_ZIP, CHAINS, "a zip between its two layers makes it a pocket; none: they are sewn together")
    padded: bool = flag(False, "with foam between its two layers: materials.padding")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the lining's band in two strips and the divider caught between them."""
        back = self._face(bag)
        folds = folded_wall.folds(bag, back)
        if folds is not None:
            return self._folded(bag, back, folded_wall.chosen(folds, self.depth), shop)
        found = self._band(bag, back)
        if found is not None:
            return self._between(bag, back, *found, shop)
        round_it = standing_wall.across(bag, back)
        if round_it is not None:
            return self._standing(bag, back, round_it, shop)
        if hung_wall.sewn_to_each_other(bag, back):
            return self._hung(bag, back, shop)
        fault = words(
            "it is caught between strips of the lining's band, or in its side seams, and this lining has neither"
        )
        raise refused("kind", words('{fault}: write kind = "sleeve"', fault=fault))

    def _standing(self, bag: Draft, back: Panel, round_it: standing_wall.Across, shop: Workshop) -> Draft:
        """*bag* with the divider sewn on across the panel that goes round front, sides and base of its lining."""
        high = round_it.high(self, self.height, SHARE_UP * back.edge("right").length)
        at = self._from_back(round_it.deep)
        standing = standing_wall.Standing(self.id, self.called, round_it.wide, high, at, shop.finishing.topstitch)
        wall, host = self._padded(standing.panel(back.material, self.zip), shop), round_it.host
        seams = standing.seams(host.id, f"{wall.id}-back")
        made, gap = closed_wall.closed_round(wall, self.called, self.zip, shop)
        title = words("Sew the {name} to the {host}", name=self.called, host=host.title.lower())
        sewing = Draft(seams=seams, tasks=(task(title, *standing.sewing(seams, host.title.lower(), gap)),))
        bag = bag.marking(host.id, tuple(round_it.lines(standing)))
        return bag + made + sewing + self._pocket(wall, shop) + ruled({"height": high, "depth": at})

    def _folded(self, bag: Draft, back: Panel, fold: folded_wall.Fold, shop: Workshop) -> Draft:
        """*bag* with the divider in a fold of both sides of its lining."""
        high, wide = folded_wall.high(self, fold, self.height), back.edge("bottom").length
        lying = folded_wall.Folded(self.id, self.called, wide, high, shop.finishing.topstitch)
        wall, seams = self._padded(lying.panel(back.material, self.zip), shop), lying.seams(fold)
        made, gap = closed_wall.closed_round(wall, self.called, self.zip, shop)
        title = words("Sew the {name} into the folds", name=self.called)
        bag = lying.on(bag, fold) + made + Draft(seams=seams, tasks=(task(title, *lying.sewing(seams, gap)),))
        return bag + self._pocket(wall, shop) + ruled({"height": high, "depth": fold.at})

    def _from_back(self, deep: float) -> float:
        """mm from the back to the divider, in a lining *deep* mm deep. Raises InputError where it would be too near."""
        at = self.depth or deep / 2
        if not between(at, LEAST_STRIP, deep - LEAST_STRIP):
            message = form("the divider needs {least} on either side: {advice}")
            deeper = words("make the bag deeper")
            advice = make_it(self, "depth", least=LEAST_STRIP, most=deep - LEAST_STRIP, otherwise=deeper)
            raise refused("depth", words(message, least=Length(LEAST_STRIP), advice=advice))
        return at

    def _hung(self, bag: Draft, back: Panel, shop: Workshop) -> Draft:
        """*bag* with the divider in both side seams of its lining."""
        if self.depth is not None:
            raise refused("depth", words("it hangs in the side seams, in the middle of the bag: leave this out"))
        where = hung_wall.hung(self, bag, back, self.height, SHARE_UP)
        wall = self._padded(hung_wall.wall(where, (self.id, self.called.capitalize()), self.zip), shop)
        layers = wall.id, f"{wall.id}-back"
        bag = hung_wall.caught(bag + Draft((wall, second_layer(wall))), where, layers)
        hanging = self._hanging(back, layers, hung_wall.holding(bag, layers), where.places)
        made = closed_wall.closed(wall, self.called, self.zip, (), shop, hung=True)
        return bag + Draft(tasks=(hanging,)) + made + self._pocket(wall, shop)

    def _hanging(self, back: Panel, layers: tuple[str, str], held: tuple[str, ...], on: tuple[Where, ...]) -> Task:
        """Both sides basted to the *back* at once, *on* it, for all the seams in which they are *held*."""
        named = {"name": self.called, "back": back.title.lower()}
        lay = words(
            "Baste both sides of the {name} to the {back}, right sides together, edges even between the notches; the "
            "{back} is wider, and bulges behind it.",
            **named,
        )
        title = words("Hang the {name} on the {back}", **named)
        return task(title, Operation(Verb.BASTE, lay, held, tuple(map(Sheet, layers)), on=on, side=Side.RIGHT))

    def _padded(self, wall: Panel, shop: Workshop) -> Panel:
        return replace(wall, backing=PADDING if self.padded and PADDING in shop.materials else "")

    def _between(self, bag: Draft, back: Panel, held: Seam, band: str, shop: Workshop) -> Draft:
        """*bag* with its lining's *band*, to which the back is *held*, in two strips and the divider between them."""
        level = free_level(self, back, self.height, SHARE_UP, "divider")
        stretches = list(self._stretches(bag, back, level, held))
        strip, up = self._strip(bag, band)
        how = self._cut(strip, up)
        try:
            bag = split(bag, how)
        except ValueError as error:
            told = form("the divider would cut through a part of the {id} ({error})")
            fault = words(told, id=Name(strip.id), error=reason(error))
            mend = words("{fault}: choose another depth, or put that part on another panel", fault=fault)
            raise refused("depth", mend) from error
        wall = self._padded(self._wall(back, level, stretches), shop)
        bag = bag + Draft((wall, second_layer(wall)))
        free = tuple(each.name for each in stretches if each.name != each.on)
        caught = self._caught(bag, how, held, stretches, shop)
        return caught + closed_wall.closed(wall, self.called, self.zip, free, shop) + self._pocket(wall, shop)

    def _pocket(self, wall: Panel, shop: Workshop) -> Draft:
        """What a zip makes of it. Raises InputError when it is to hold what it cannot."""
        if self.zip == NO_ZIP:
            if self.holds:
                told = words('a divider holds things between its layers only with a zip: write zip = "#3"')
                raise refused("holds", told)
            return Draft()
        mouth = wall.edge("top").length - 2 * STOP
        outline, held = wall.stitching_line, shop.things(self.holds)
        space = Space(self.id, self.called, Cloth.SLEEVE, outline, mouth=mouth, holds=held)
        return filled(space, {"height": given(self, "height")})

    @staticmethod
    def _face(bag: Draft) -> Panel:
        if len(parts_of(bag, BACK)) > 1:
            fault = words("it takes its shape from the {back}, which a style line divides", back=Name(BACK))
            raise refused("name", words("{fault}: leave that whole, or divide the lining-front instead", fault=fault))
        return lined_face(bag, BACK)

    @staticmethod
    def _band(bag: Draft, back: Panel) -> tuple[Seam, str] | None:
        """The seam that sews the back to its band, and the band; None when the lining has none."""
        for seam in bag.seams:
            if any((run.panel, run.on) == (back.id, "bottom") for run in seam.a):
                band = bag[seam.b[0].panel]
                if band.has_edge("left end") and band.has_edge("right end"):
                    return seam, band.id
        return None

    def _strip(self, bag: Draft, band: str) -> tuple[Panel, float]:
        """The strip of lining band that is to be cut, and mm from its lower edge to the cut."""
        whole = bag[band].origin
        strips = [panel for panel in bag.panels if panel.origin == whole and panel.role is Role.LINING]
        spans = [areas.bounds([panel.stitching_line]) for panel in strips]
        low, high = min(span[1] for span in spans), max(span[3] for span in spans)
        at = low + (self.depth or (high - low) / 2)
        for strip, (_, bottom, _, top) in zip(strips, spans, strict=True):
            if bottom + LEAST_STRIP <= at <= top - LEAST_STRIP:
                return strip, at - bottom
        room = [(bottom + LEAST_STRIP - low, top - LEAST_STRIP - low) for _, bottom, _, top in spans]
        found = (within(self, "depth", least=each[0], most=each[1]) for each in room)
        deeper = words("make the bag deeper, or take one of its dividers out")
        advice = series((chosen(*each, self.depth or 0.0) for each in found if each), " or ") or deeper
        message = form("the divider needs {least} of band on either side: {advice}")
        raise refused("depth", words(message, least=Length(LEAST_STRIP), advice=advice))

    def _cut(self, strip: Panel, up: float) -> Split:
        left, bottom, right, top = areas.bounds([strip.stitching_line])
        if any(under(strip.edge(end).length, top - bottom - SAME) for end in ("right end", "left end")):
            told = form("the {id} narrows towards its ends, and a divider needs a band of one width")
            mend = form('{fault}: make the rim as deep as the base, or write kind = "sleeve"')
            raise refused("kind", words(mend, fault=words(told, id=Name(strip.id))))
        line = line_path(point(right, bottom + up), point(left, bottom + up))
        if not areas.contains(strip.stitching_line, line.part(1.0, line.length - 1.0)):
            fault = words("the {id} is narrower between its ends, and the divider would leave it", id=Name(strip.id))
            raise refused("kind", words('{fault}: place it in the middle, or write kind = "sleeve"', fault=fault))
        cut = Edge(f"{self.id} line", line, title=words("{name} line", name=self.called))
        back = f"{strip.id}-back", series((strip.title, words("back")), ", ")
        front = f"{strip.id}-front", series((strip.title, words("front")), ", ")
        return Split(strip, "right end", up, "left end", top - bottom - up, cut, back, front)

    def _stretches(self, bag: Draft, back: Panel, level: Level, held: Seam) -> Iterator[_Stretch]:
        """What of the back's outline below the level is sewn to the band, and what is free above it."""
        kept = {"left": (level.at_left, back.edge("left").length), "right": (0.0, level.at_right)}
        kept["bottom"] = 0.0, back.edge("bottom").length
        if (level.left, level.right) != ("left", "right"):
            raise refused("height", words("the divider reaches into the upper curve of the lining: make it lower"))
        if {*kept} - {run.on for run in held.a}:
            fault = words("no one seam sews sides and base of the lining's back to a band, in which it could be caught")
            raise refused("kind", words('{fault}: write kind = "sleeve"', fault=fault))
        sewn = {on: _span(bag, held, on) for on in kept}
        for on, low, high in (("left", *kept["left"]), ("bottom", *kept["bottom"]), ("right", *kept["right"])):
            first, last = max(low, sewn[on][0]), min(high, sewn[on][1])
            if 0 < first - low < SHORTEST or 0 < high - last < SHORTEST or last - first < SHORTEST:
                message = form("it ends just where the zip ends: make it {shortest} lower")
                raise refused("height", words(message, shortest=Length(SHORTEST)))
            if first - low > SAME:
                yield _Stretch(on, low, first, f"{on} free")
            yield _Stretch(on, first, last, on)
            if high - last > SAME:
                yield _Stretch(on, last, high, f"{on} free")

    def _wall(self, back: Panel, level: Level, stretches: list[_Stretch]) -> Panel:
        sides = tuple(Edge(each.name, back.edge(each.on).path.part(each.low, each.high)) for each in stretches)
        edges = (*sides, top_edge(level.path, self.zip))
        return Panel(self.id, self.called.capitalize(), back.material, Role.POCKET, edges)

    def _caught(self, bag: Draft, how: Split, held: Seam, stretches: list[_Stretch], shop: Workshop) -> Draft:
        """*bag* with the strips joined again, the divider's two layers between them."""
        a, b = Run(how.before[0], how.cut.name), Run(how.after[0], how.cut.name, reversed=True)
        seam = Seam(f"{self.id} line", (a,), (b,), marked=True)
        bag = bag + Draft(seams=(seam,), tasks=(self._task(seam, how.panel.material, shop),))
        for layer in (self.id, f"{self.id}-back"):
            bag = catching(bag, seam.id, *_in_order(bag, held, stretches, layer))
        return bag

    def _task(self, seam: Seam, material: str, shop: Workshop) -> Task:
        title = words("Catch the {name} between the strips of the lining band", name=self.called)
        lay = words(
            "Lay the {name} on the right side of the back strip, raw edges even with the cut, its middle at the middle "
            "of the base, and baste it.",
            name=self.called,
        )
        text = words("Lay the front strip on it, right sides together, and sew from end to end, through all layers.")
        pressed, creased = words("Press the strips apart."), words("Fold the strips apart, and crease them.")
        layers = self.id, f"{self.id}-back"
        flat = flattened(shop, (material,), pressed, creased, *layers, seams=(seam.id,))
        return task(title, done(Verb.BASTE, lay, *layers), sew(seam.id, how=text), flat)


def _span(bag: Draft, held: Seam, on: str) -> tuple[float, float]:
    """What of the back's edge a seam sews, in one or two runs."""
    spans = [bag.span(run) for run in held.a if (run.panel, run.on) == (BACK, on)]
    return min(low for low, _ in spans), max(high for _, high in spans)


def _in_order(bag: Draft, held: Seam, stretches: list[_Stretch], layer: str) -> Iterator[Caught]:
    """Each stretch of the divider where the seam that sews the back has it; the strips run beside that seam."""
    sewn = {each.name: each for each in stretches if each.name == each.on}
    before = 0.0
    for run in held.a:
        low, high = bag.span(run)
        of = sewn.get(run.on)
        if of is not None and min(high, of.high) - max(low, of.low) > SAME:
            first, last = max(low, of.low), min(high, of.high)
            at = before + (high - last if run.reversed else first - low)
            yield Caught((Run(layer, of.name, first - of.low, last - of.low, run.reversed),), at)
        before += high - low
