"""A wall that hangs in the side seams of a lining of two panels, as wide as the bag is there when it stands open.

Front and back are sewn to each other at the sides and below, so that there is no band between them to catch a wall in.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.geometry.segments import Straight
from bagpattern.geometry.tapered import tapered_panel
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Where
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SURFACE_ONLY, Caught, Run, Seam, SeamKind
from bagpattern.parts.compartments import AS_SLEEVE, Compartment, too_high, top_edge
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.joinery import catching, everywhere, opposite
from bagpattern.said import Length, Name, Said
from bagpattern.words import form, words

ABOVE_END = 10.0
"""mm from the lower end of a side seam up to the wall: the corner below is boxed, or turned out [K]."""
LEAST_DEEP = 40.0
"""mm of side seam that hold a wall: less is a strip, no wall [K]."""
LEAST_APART = 10.0
"""mm of depth round which a wall goes that stands between front and back: less is a bag that lies flat [K]."""
_SIDES = ("right", "left")


class Hung(NamedTuple):
    """A stretch of both side edges of ``face``: from ``low`` to ``high`` mm along each, by the name of the edge."""

    face: Panel
    right: tuple[float, float]
    left: tuple[float, float]

    @property
    def deep(self) -> float:
        """mm that the wall hangs down along the seam."""
        return self.right[1] - self.right[0]

    @property
    def places(self) -> tuple[Where, ...]:
        """Both stretches, on the face."""
        return Where(self.face.id, 1, "right", *self.right), Where(self.face.id, 1, "left", *self.left)


def sewn_to_each_other(bag: Draft, face: Panel) -> bool:
    """Whether one and the same panel, or parts of one, is sewn to both sides and to the base of *face*."""
    others = set()
    for name in (*_SIDES, "bottom"):
        found = opposite(bag, face.id, name, face.edge(name).length / 2) if face.has_edge(name) else None
        if found is None:
            return False
        panel = bag[found[0].panel]
        others.add((*panel.cut_from, panel.id)[0])
    return len(others) == 1 and face.id not in others


def hung(of: Compartment, bag: Draft, face: Panel, height: float | None, share: float) -> Hung:
    """What holds a wall that is *height* mm high, by rule that *share* of the side seams' straight part.

    Raises InputError for ``height``, or for ``kind`` when no wall finds hold.
    """
    low, high = _straight(face.edge("right"))
    _, end = _straight(face.edge("left"))
    most = high - low - ABOVE_END
    if under(most, LEAST_DEEP):
        message, least = form("the side seams hold {most} of it, and it takes {least}: {mend}"), Length(LEAST_DEEP)
        raise refused("kind", words(message, most=Length(max(most, 0.0)), least=least, mend=AS_SLEEVE))
    deep = height or max(most * share // STEP * STEP, LEAST_DEEP)
    if over(deep, most):
        raise too_high(of, words("{deep} is higher than the side seams that hold it", deep=Length(deep)), most)
    base, left = low + ABOVE_END, end - ABOVE_END
    where = Hung(face, (base, base + deep), (left - deep, left))
    _check_apart(where)
    _check_sewn(bag, where)
    return where


def _check_sewn(bag: Draft, where: Hung) -> None:
    """Refuses a wall that would hang where the lining is left open, to turn the bag through."""
    gaps = (seam for seam in bag.seams if seam.kind is SeamKind.GAP)
    if any(any(_stretches(bag, each, where, (where.face.id,))) for each in gaps):
        message = form(
            "it would hang where the lining is left open to turn the bag through: make the bag wider, or {mend}"
        )
        raise refused("kind", words(message, mend=AS_SLEEVE))


def _check_apart(where: Hung) -> None:
    """Refuses a wall that is as wide as the face beside it: it lies flat on that, and parts nothing."""
    if all(under(_deep_at(where.face, at / where.face.edge("right").length), LEAST_APART) for at in where.right):
        message = form("it would lie flat on the {face}, for the bag has no depth there: {mend}")
        raise refused("kind", words(message, face=Name(where.face.id), mend=AS_SLEEVE))


def _straight(edge: Edge) -> tuple[float, float]:
    """From where to where in mm an edge is straight around its middle; nothing where it is curved there."""
    start = 0.0
    for segment in edge.path.segments:
        end = start + segment.length
        if end >= edge.length / 2:
            return (start, end) if isinstance(segment, Straight) else (end, end)
        start = end
    return start, start


def wall(where: Hung, named: tuple[str, Said], zip_size: str) -> Panel:
    """The wall, (id, title), with the edges bottom, right, top and left; its top on a zip."""
    high, low = _across(where, where.right[1]), _across(where, where.right[0])
    upright = math.sqrt(where.deep**2 - ((high - low) / 2) ** 2)
    sides = tapered_panel(low, high, upright, 0.0, 0.0)
    bottom, right, left = (Edge(name, getattr(sides, name)) for name in ("bottom", *_SIDES))
    edges = (bottom, right, top_edge(sides.top, zip_size), left)
    return Panel(*named, where.face.material, Role.POCKET, edges)


def _across(where: Hung, at: float) -> float:
    """mm between the side seams *at* mm up the right one: the panel there, less the depth that it goes round."""
    face = where.face
    up = face.edge("right").path.point_at(at).imag
    right, left = (next(_level_points(face, name, up)) for name in _SIDES)
    return right - left - _deep_at(face, at / face.edge("right").length)


def _level_points(face: Panel, name: str, up: float) -> Iterator[float]:
    path = face.edge(name).path
    yield from (path.point_at(each).real for each in path.crossings(complex(0, up), 1 + 0j))


def _deep_at(face: Panel, share: float) -> float:
    """mm of width that the depth takes at a *share* of the side seam: boxed corners are as deep above only if open."""
    base = _boxed(face, "right corner side")
    open_above = not face.edge("top").zip
    top = base if open_above else _boxed(face, "right top side")
    return base + (top - base) * share


def _boxed(face: Panel, name: str) -> float:
    """mm of the panel's width that both cut-outs take, which are square to side seams that lean."""
    return 2 * abs((face.edge(name).path.end - face.edge(name).path.start).real) if face.has_edge(name) else 0.0


def caught(bag: Draft, where: Hung, layers: tuple[str, ...]) -> Draft:
    """*bag* with both side edges of each layer in the seams that sew the face."""
    for seam in bag.seams:
        found = tuple(_stretches(bag, seam, where, layers)) if seam.kind not in SURFACE_ONLY else ()
        bag = catching(bag, seam.id, *found) if found else bag
    return bag


def holding(bag: Draft, layers: tuple[str, ...]) -> tuple[str, ...]:
    """The seams in which they are caught."""
    held = ((seam, run) for seam in bag.seams for each in seam.caught for run in each.runs)
    return tuple(dict.fromkeys(seam.id for seam, run in held if run.panel in layers))


def _stretches(bag: Draft, seam: Seam, where: Hung, layers: tuple[str, ...]) -> Iterator[Caught]:
    """What of both side edges lies in a seam, which may sew a part of the face's edge alone."""
    held = {"right": where.right, "left": where.left}
    for run, before in everywhere(bag, seam):
        if run.panel == where.face.id and run.on in held:
            low, high = bag.span(run)
            base, end = held[run.on]
            first, last = max(low, base), min(high, end)
            if over(last - first, 0.0):
                at = before + (high - last if run.reversed else first - low)
                runs = (Run(layer, run.on, first - base, last - base, run.reversed) for layer in layers)
                yield from (Caught((each,), at, marked=True) for each in runs)
