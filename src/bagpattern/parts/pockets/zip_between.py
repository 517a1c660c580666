"""A zip pocket between two panels: the panel is cut across, the zip joins the halves, a backing closes the pocket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from bagpattern.catalog.notions import Zip, zip_sizes
from bagpattern.errors import quoted, raise_together, reason
from bagpattern.geometry import areas
from bagpattern.geometry.levels import below, level_width
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Side, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import listed, measure
from bagpattern.parts.holding.contents import filled, least_level, wanted
from bagpattern.parts.part import refused, ruled
from bagpattern.parts.pockets import Pocket
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that
from bagpattern.parts.sewing.cuts import Split, level_cut, split
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.sewing.joinery import caught_like, held_at
from bagpattern.parts.sewing.levels import free_place, level_on
from bagpattern.parts.sewing.zip_flaps import flap_declared, flap_misfits, with_flap
from bagpattern.parts.sewing.zips import STOP, allowance_declared, gap_declared, gap_misfits, shown, side_zip, zip_edge
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import given, make_it, tellable
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import words

SHARE_UP = 0.58
"""Of the panel's height: a zip there leaves a pocket deep enough for a hand and room for the top curve [K]."""
LEAST_ABOVE = 15.0
"""mm of panel above the zip, at the least, to be sewn to its tape [K]."""


@value
class ZipBetween(Pocket):
    """A zip from side to side that divides the panel in two, with a pocket as large as the lower one behind it."""

    splits: ClassVar[bool] = True

    zip: str = listed("#3", zip_sizes, "the chain")
    height: float | None = measure(
        None, "4 cm", "50 cm", "from the base of the panel up to the zip; left out: a little above the middle"
    )

    gap: float | None = gap_declared()
    allowance: float | None = allowance_declared()
    flap: float | None = flap_declared()

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of the zip, by its chain."""
        return {"gap": self.chain.gap, "allowance": self.chain.beyond_centre}

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the panel divided, the zip between its halves, and the pocket's backing and facing behind them."""
        raise_together(gap_misfits(self, self.chain))
        host = self.host(bag)
        height = self._clear_height(bag, host, self._height(host, shop))
        how = self._split(host, height, self._free_on(bag, host))
        taken = next((part for part, _ in (how.before, how.after) if part in bag), None)
        if taken is not None:
            fault = words(
                "it divides the {id}, and another piece is called {taken}", id=Name(host.id), taken=quoted(taken)
            )
            raise refused("panel", words("{fault}: give this another panel, or that another name", fault=fault))
        bag = bag + ruled({"height": height})
        bag = caught_like(bag, host.id, self._behind(host, "backing", words("{name} backing", name=self.called)))
        try:
            bag = split(bag, how)
        except ValueError as error:
            fault = words("the zip cuts through a part of the {id} ({error})", id=Name(host.id), error=reason(error))
            place = free_place(self, host, how.cut.path.start.imag, self._free_on(bag, host))
            raise refused("height", words("{fault}: {place}", fault=fault, place=place)) from error
        lower, upper = how.before[0], how.after[0]
        seam = Seam(
            f"{self.id} zip",
            (Run(upper, how.cut.name),),
            (Run(lower, how.cut.name, reversed=True),),
            SeamKind.ZIP,
            zip=f"{self.id} zip",
            marked=True,
        )
        called = words("{name} zip", name=self.called)
        bought = side_zip(f"{self.id} zip", self.chain, how.cut.length, called)
        bag = bag + Draft(seams=(seam,), notions=bought, tasks=(self._task(host, how, seam, shop),))
        raise_together(flap_misfits(self, bag, seam.id, self.chain, self.flap, shop))
        if self.flap is not None:
            flap = f"{self.id}-zip-flap", words("{name} zip flap", name=self.called)
            bag = with_flap(bag, seam.id, self.chain, self.flap, flap, shop)
        space = self._space(host, shop, how.cut.path.start.imag)
        facing = self._behind(bag[lower], "facing", words("{name} facing", name=self.called))
        return caught_like(bag, lower, facing) + filled(space, {"height": given(self, "height")})

    @property
    def chain(self) -> Zip:
        """The zip's measures."""
        return shown(self.zip, self.gap, self.allowance)

    def _height(self, host: Panel, shop: Workshop) -> float:
        """mm from the base up to the zip: as given, else the least for what it holds, else by rule."""
        _, bottom, _, top = areas.bounds([host.stitching_line])
        held = wanted(shop.things(self.holds), Cloth.SLEEVE) if self.height is None else ()
        found = least_level(held, top - bottom - STEP, lambda height: self._space(host, shop, bottom + height))
        return self.height or found or (top - bottom) * SHARE_UP // STEP * STEP

    def _space(self, host: Panel, shop: Workshop, level: float) -> Space:
        """The pocket, up to the zip, as what it holds meets it: both its layers give way [construction 4.1]."""
        return Space(
            self.id,
            self.called,
            Cloth.SLEEVE,
            below(host.stitching_line, level),
            panel=host.id,
            mouth=level_width(host.stitching_line, level) - 2 * STOP,
            holds=shop.things(self.holds),
        )

    def _clear_height(self, bag: Draft, host: Panel, height: float) -> float:
        """That height, or the nearest below it at which the zip's ends meet no tab, if the preset leaves it open."""
        if self._end_on(bag, host, height) is None:
            return height
        if self.height is None:
            clear = tellable(self, "height", lambda each: self._end_on(bag, host, each) is None)
            below = first_that(clear, down_from(height, STEP))
            if below is not None:
                return below
        fault = words(
            "the zip's ends meet the {held}, which is caught there", held=self._end_on(bag, host, height) or NOTHING
        )
        level = areas.bounds([host.stitching_line])[1] + height
        place = free_place(self, host, level, self._free_on(bag, host))
        raise refused("height", words("{fault}: {place}", fault=fault, place=place))

    def _free_on(self, bag: Draft, host: Panel) -> Callable[[float], bool]:
        """Whether a zip so high meets no tab and leaves enough of the panel above it."""
        _, bottom, _, top = areas.bounds([host.stitching_line])
        return lambda up: not under(top - bottom - up, LEAST_ABOVE) and self._end_on(bag, host, up) is None

    def _end_on(self, bag: Draft, host: Panel, height: float) -> Said | None:
        """The tab that an end of the zip would lie on; None when both are free."""
        level = level_cut(host, areas.bounds([host.stitching_line])[1] + height)
        ends = ((level.right, level.at_right), (level.left, level.at_left)) if level else ()
        found = (held_at(bag, host.id, edge, at, self.chain.tape / 2) for edge, at in ends)
        return next((held for held in found if held), None)

    def _split(self, host: Panel, height: float, free: Callable[[float], bool]) -> Split:
        """The cut at that height.

        Raises InputError where it would leave too little above, or miss the sides; *free* ones are proposed.
        """
        _, bottom, _, top = areas.bounds([host.stitching_line])
        if under(top - bottom - height, LEAST_ABOVE):
            higher = words("choose a higher panel")
            mend = make_it(self, "height", most=top - bottom - LEAST_ABOVE, otherwise=higher) if self.height else higher
            fault = words(
                "a zip {height} above the base leaves too little of the {id} above it",
                height=Length(height),
                id=Name(host.id),
            )
            raise refused("height" if self.height else "panel", words("{fault}: {mend}", fault=fault, mend=mend))
        level = level_on(self, host, height, free)
        name = "zip" if not host.has("zip") else f"{self.id} zip"  # beside the bag's own
        cut = zip_edge(name, level.path, self.chain, across=True)
        lower = f"{host.id}-lower", words("{title}, lower part", title=host.title)
        upper = f"{host.id}-upper", words("{title}, upper part", title=host.title)
        return Split(host, level.right, level.at_right, level.left, level.at_left, cut, before=lower, after=upper)

    def _behind(self, like: Panel, what: str, title: Said) -> Panel:
        """A panel of lining cloth of the same outline, for the inside of the pocket."""
        named = replace(like, id=f"{self.id}-{what}", title=title.capitalize())
        return replace(named, material="lining", role=Role.POCKET, lines=(), holes=(), face=False)

    def _task(self, host: Panel, how: Split, seam: Seam, shop: Workshop) -> Task:
        lower, upper = how.before[1].lower(), how.after[1].lower()
        facing, backing = f"{self.id}-facing", f"{self.id}-backing"
        slots = host.material, "lining"
        title = words("Join the {panel} with the {name} zip", panel=host.title.lower(), name=self.called)
        on_lower = words(
            "Lay the zip face down on the right side of the {lower}, edges even, and the facing on it, right side "
            "down.",
            lower=lower,
        )
        on_upper = words(
            "Sew {away} from the middle of the teeth, back-tacking at both ends. Sew the other tape to the {upper} in "
            "the same way, without a facing.",
            away=Length(self.chain.gap / 2),
            upper=upper,
        )
        pressed = words("Press both parts, and the facing, away from the zip.")
        creased = words("Fold both parts, and the facing, away from the zip, and crease them.")
        beside = words(
            "Topstitch {beside} beside each fold, on the right side.", beside=Length(shop.finishing.topstitch)
        )
        return task(
            title,
            replace(done(Verb.LAY, on_lower, facing), side=Side.WRONG),
            sew(seam.id, how=on_upper),
            flattened(shop, slots, pressed, creased, *(each[0] for each in (how.before, how.after)), seams=(seam.id,)),
            replace(done(Verb.TOPSTITCH, beside), seams=(seam.id,)),
            done(Verb.BASTE, _BACKED, backing),
        )


_BACKED = words(
    "Lay the whole, right side up, on the right side of the backing, edges even, and baste it all round inside the "
    "allowance."
)
