"""Where the repeats of a print are to begin on the pieces that match: each on its own, or where it lies on another.

What lies on a piece that matches goes on with that one's print: a pocket on a front, a flap that is closed over it, the
parts of a panel that a style line divides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.attached.lying import lies
from bagpattern.catalog.materials import Material
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point
from bagpattern.model.closing import Closes
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.wall import Wall

_SAME_WAY = 1e-6
"""How far two directions of unit length may differ and be one."""


def anchors(draft: Draft, panels: Mapping[str, Panel], cloth: Material) -> dict[str, Point]:
    """By piece, a point of its panel at which a repeat is to begin along and across the cloth.

    On its own that is the middle of its lower end; of what is to be centred, half a repeat from its middle.
    """
    named = {name: panels[name] for name in (*cloth.match, *cloth.centre) if name in panels}
    joined = {name: [each for each in named.values() if each.origin == panel.origin] for name, panel in named.items()}
    own = {name: _anchor(joined[name], cloth, name in cloth.centre) for name in named}
    return own | dict(_carried(draft, named, own, cloth))


def _anchor(parts: list[Panel], cloth: Material, centred: bool) -> Point:
    """Of a piece, or of all parts of one that was divided."""
    grain = parts[0].grain / abs(parts[0].grain)
    points = [p * grain.conjugate() for each in parts for p in each.stitching_line.flat]
    along, across = [p.real for p in points], [p.imag for p in points]
    middle = (min(across) + max(across)) / 2
    if centred:
        at = complex((min(along) + max(along) - cloth.repeat) / 2, middle - cloth.repeat_across / 2)
        return at * grain
    return complex(min(along), middle) * grain


def _carried(
    draft: Draft, named: Mapping[str, Panel], own: Mapping[str, Point], cloth: Material
) -> Iterator[tuple[str, Point]]:
    """The anchors of what lies on another piece that matches, in the order in which they lie on each other."""
    found = dict(own)
    lying = [each for each in lies(draft) if each.placed is not None and each.copy == 1]
    on = {each.panel: each for each in lying if each.on in named and each.panel in cloth.match}
    for name, host, placed in [
        *_flaps(draft, named, cloth),
        *((n, lie.on, lie.placed) for n, lie in on.items()),
    ]:
        if placed is not None and abs(placed.direction(named[name].grain) - named[host].grain) < _SAME_WAY:
            found[name] = placed.back(found[host])
            yield name, found[name]


def _flaps(draft: Draft, named: Mapping[str, Panel], cloth: Material) -> Iterator[tuple[str, str, Placement]]:
    """Flaps as they are closed, each with the piece of the front below it: they go over the top first."""
    fronts = [each for each in named.values() if each.role is Role.BODY and each.is_on(Wall.FRONT)]
    for closing in (each for each in draft.closings if each.kind is Closes.FLAP and each.panels):
        flap = named.get(closing.panels[0])
        if flap is None or flap.id not in cloth.match or not fronts or not flap.has_edge(closing.edge):
            continue
        front = max(fronts, key=lambda each: each.stitching_line.bounds[3])
        hinge, top = flap.edge(closing.edge).path.start.imag, front.stitching_line.bounds[3]
        yield flap.id, front.id, Placement(complex(_middle(front) - _middle(flap), top + closing.over - hinge))


def _middle(panel: Panel) -> float:
    left, _, right, _ = panel.stitching_line.bounds
    return (left + right) / 2
