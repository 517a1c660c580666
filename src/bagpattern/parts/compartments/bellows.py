"""A compartment on the outside: a face on a gusset, so that it stands out from its panel [construction 4.4]."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from bagpattern.catalog.notions import Zip
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.placement import Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import Sides, rectangle_path, rounded_panel
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel, Role
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import choice, measure, text
from bagpattern.parts.compartments import CHAINS, NO_ZIP, Compartment
from bagpattern.parts.holding.contents import filled, wanted
from bagpattern.parts.part import host, refusal, ruled
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that, obstacle, up_from, upright
from bagpattern.parts.sewing.gussets import Gusseted
from bagpattern.parts.sewing.zips import STOP, allowance_declared, gap_declared, gap_misfits, shown
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import given, make_it, tellable, would_fit
from bagpattern.said import Length, Name
from bagpattern.values import replace, value
from bagpattern.words import form, words

CLEAR = 13.0
"""mm from the compartment to the panel's seams: 13 inside the side seam [construction 4.2, K]."""
SHARE_ACROSS, SHARE_UP = 0.66, 0.5
"""Of the panel's width and height: a compartment whose size is left open [K]."""
LEAST_ZIPPED = 30.0
"""mm deep with a zip: 10 mm of cloth to either side of it show, to hold on to [K]."""
USUAL_DEPTH, LEAST_WIDE = 35.0, 60.0
"""mm: a compartment whose depth is left open [construction 4.4: 30 to 40]; the least that a hand goes into [K]."""
LEAST_OPENING = 60.0
"""mm of zip that a hand passes [K]."""
ROUND = 25.0
"""mm: the corner of thin cloth at a 10 mm allowance [construction 2.14, K]."""

WIDER = words("choose a wider panel")
LOWER = words("choose another panel, or a lower base")


class _Size(NamedTuple):
    """The settled finished sizes in mm."""

    width: float
    height: float
    depth: float
    radius: float


@value
class Bellows(Compartment):
    """A compartment that stands out from the front: a face on a gusset, open at the top or zipped."""

    panel: str = text("front", "the panel that it is on")
    width: float | None = measure(None, "6 cm", "40 cm", "finished; left out: about two thirds of the panel's width")
    height: float | None = measure(None, "6 cm", "50 cm", "finished; left out: about half of the panel's height")
    depth: float | None = measure(
        None, "15 mm", "80 mm", "how far it stands out: the gusset, finished; left out: {35 mm}, or for what it holds"
    )
    base: float = measure("30 mm", "13 mm", "300 mm", "above the base")
    radius: float | None = measure(
        None, "0 mm", "80 mm", "of its lower corners; 0: square; left out: the least that its cloth lies down in"
    )
    zip: str = choice(NO_ZIP, CHAINS, "over the top; none: open")
    gap: float | None = gap_declared()
    allowance: float | None = allowance_declared()

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with face and gusset sewn to the panel."""
        raise_together(self._zip_faults())
        panel = host(bag, self.panel)
        size = self._with_room(panel, self._size(panel, shop))
        raise_together(self._small_faults(panel, size, shop.seam_allowance))
        face = rounded_panel(size.width, size.height, 0.0, size.radius)
        place = self._place(panel, size, face)
        raise_together(self._misfits(panel, size, obstacle(panel, place, CLEAR)))
        bag = bag.marking(panel.id, [Line(self.id, place, LineKind.PLACEMENT, self.called, holds=self.id)])
        gusseted = Gusseted(self.id, self.name, panel, face, size.depth, shop)
        pieces = gusseted.open() if self.zip == NO_ZIP else gusseted.zipped(self._chain)
        sizes = {"width": size.width, "height": size.height, "depth": size.depth, "radius": size.radius}
        return bag + pieces + self._space(panel, size, shop) + ruled({**sizes, **self._zipped})

    @property
    def _zipped(self) -> dict[str, float]:
        """What the chain decides, if there is one."""
        return {} if self.zip == NO_ZIP else {"gap": self._chain.gap, "allowance": self._chain.beyond_centre}

    @property
    def _least_wide(self) -> float:
        """mm that a hand needs to pass its zip; nothing where it has none."""
        return -math.inf if self.zip == NO_ZIP else LEAST_OPENING + 2 * STOP

    @property
    def _chain(self) -> Zip:
        """The measures of its zip."""
        return shown(self.zip, self.gap, self.allowance)

    def _zip_faults(self) -> Iterator[Problem]:
        """A zip that would rub; values of a zip that there is not."""
        if self.zip != NO_ZIP:
            yield from gap_misfits(self, self._chain)
            return
        for key in ("gap", "allowance"):
            if getattr(self, key) is not None:
                yield refusal(key, words("is that of a zip, and there is none: leave this out, or choose a zip"))

    def _size(self, panel: Panel, shop: Workshop) -> _Size:
        """As given, else for what it holds, else by rule."""
        left, _, right, _ = areas.bounds([panel.stitching_line])
        low, top = upright(panel)
        held = wanted(shop.things(self.holds), Cloth.GUSSET, self.zip == NO_ZIP, self.width, self.height)
        by_rule = (right - left) * SHARE_ACROSS // STEP * STEP, (top - low) * SHARE_UP // STEP * STEP, USUAL_DEPTH
        wide, high, deep = (held[0].width, held[0].height, held[0].depth) if held else by_rule
        width, height = self.width or max(wide, LEAST_WIDE, self._least_wide), self.height or max(high, LEAST_WIDE)
        least = max(ROUND, shop.materials[panel.material].least_radius)
        radius = min(least, width / 2, height) if self.radius is None else self.radius
        return _Size(width, height, self.depth or max(deep, LEAST_ZIPPED), radius)

    def _with_room(self, panel: Panel, size: _Size) -> _Size:
        """What rules have chosen, made smaller until there is room."""
        if self.holds or self._free(panel, size):
            return size
        near = self._near(panel, size)
        chosen = (key for key in ("width", "height") if getattr(self, key) is None and key in near)
        return next((size._replace(**{key: near[key]}) for key in chosen), size)

    def _free(self, panel: Panel, size: _Size) -> bool:
        """Whether the panel has room for a compartment of that size."""
        if over(size.radius, min(size.width / 2, size.height)):
            return False
        face = rounded_panel(size.width, size.height, 0.0, size.radius)
        return obstacle(panel, self._place(panel, size, face), CLEAR) is None

    def _space(self, panel: Panel, size: _Size, shop: Workshop) -> Draft:
        """The compartment as what it holds meets it. Raises InputError when that does not go in."""
        left, _, right, _ = areas.bounds([panel.stitching_line])
        low, top = upright(panel)
        opened = self.zip == NO_ZIP
        space = Space(
            self.id,
            self.called,
            Cloth.GUSSET,
            rectangle_path(size.width, size.height, point(0, size.height / 2)),
            panel=panel.id,
            at=moved((left + right) / 2, low + self.base),
            depth=size.depth,
            mouth=None if opened else size.width - 2 * STOP,
            open_top=opened,
            headroom=top - low - self.base if opened else None,
            inside=panel.role is Role.LINING,
            holds=shop.things(self.holds),
        )
        return filled(space, {key: given(self, key) for key in ("width", "height", "depth")})

    def _small_faults(self, panel: Panel, size: _Size, allowance: float) -> Iterator[Problem]:
        most = min(size.width / 2, size.height)
        if over(size.radius, most):
            mend = make_it(self, "radius", most=most)
            yield refusal("radius", words("{radius} does not fit: {mend}", radius=Length(size.radius), mend=mend))
        elif size.radius > 0 and under(size.radius, allowance):
            mend = make_it(self, "radius", least=allowance, most=most, zero=True)
            yield refusal("radius", words("is tighter than the allowance: {mend}", mend=mend))
        if self.zip != NO_ZIP and under(size.depth, LEAST_ZIPPED):
            mend = make_it(self, "depth", least=LEAST_ZIPPED)
            yield refusal("depth", words("leaves no cloth beside the zip: {mend}", mend=mend))
        if under(size.width, self._least_wide):
            mend = make_it(self, "width", least=self._least_wide, most=_across(panel), otherwise=WIDER)
            yield refusal("width", words("leaves a zip that no hand passes: {mend}", mend=mend))

    def _place(self, panel: Panel, size: _Size, face: Sides) -> Path:
        """Down the left, along the base, up the right; with a zip back over the top."""
        left, _, right, _ = areas.bounds([panel.stitching_line])
        to = Placement(point((left + right - size.width) / 2, upright(panel)[0] + self.base))
        around = (face.left, face.bottom, face.right)
        return joined(around if self.zip == NO_ZIP else (*around, face.top)).placed(to)

    def _misfits(self, panel: Panel, size: _Size, reason: str | None) -> Iterator[Problem]:
        if reason not in (None, "seams"):
            fault = words("it lies on the {reason} of the {id}", reason=Name(reason), id=Name(panel.id))
            yield refusal("base", would_fit(fault, self._near(panel, size), words("choose another panel")))
        if reason != "seams":
            return
        low, top = upright(panel)
        room = {"width": _across(panel), "height": top - low - self.base - CLEAR}
        large = {key: most for key, most in room.items() if over(getattr(size, key), most)}
        for key, most in large.items():
            least, otherwise = (self._least_wide, WIDER) if key == "width" else (-math.inf, LOWER)
            mend = otherwise if under(most, least) else make_it(self, key, most=most, otherwise=otherwise)
            message = form("{size} is more than the {panel} has room for: {mend}")
            yield refusal(key, words(message, size=Length(getattr(size, key)), panel=Name(panel.id), mend=mend))
        if not large:
            fault = words("it reaches past the edge of the {panel}", panel=Name(panel.id))
            near = self._near(panel, size)
            yield refusal(next(iter(near), "width"), would_fit(fault, near, words("choose another panel")))

    def _near(self, panel: Panel, size: _Size) -> dict[str, float]:
        """Values by which it would have room, each by itself: less wide, less high, or elsewhere."""
        low, top = upright(panel)

        def free(key: str, value: float) -> bool:
            if key == "base":
                return replace(self, base=value)._free(panel, size)
            return self._free(panel, size._replace(**{key: value}))

        tried = {
            "width": down_from(size.width, max(LEAST_WIDE, self._least_wide)),
            "height": down_from(size.height, LEAST_WIDE),
            "base": chain(down_from(self.base, CLEAR), up_from(self.base, top - low)),
        }
        found = {key: first_that(tellable(self, key, partial(free, key)), each) for key, each in tried.items()}
        return {key: value for key, value in found.items() if value is not None}


def _across(panel: Panel) -> float:
    """mm of width for which the panel has room between its seams."""
    left, _, right, _ = areas.bounds([panel.stitching_line])
    return right - left - 2 * CLEAR
