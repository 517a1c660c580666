"""The layers on each panel: which lies over which, how deep pockets are, where they open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bagpattern.attached.lying import Form, Lie, lies
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.values import value

_FREE = Finish.HEM, Finish.BOUND, Finish.OPEN
"""What becomes of an edge that nothing is sewn to."""


@value
class Layer:
    """What lies on a panel, the ``order`` in which it does and the ``lift`` in mm of what lies under it.

    Both are None where it does not lie flat. ``depth`` in mm is that of the pocket that it belongs to; ``opens`` are
    its free edges, ``zip`` is the notion that opens it.
    """

    lie: Lie
    order: int | None
    lift: float | None
    depth: float
    opens: tuple[str, ...]
    zip: str


def layers(pattern: Pattern) -> Mapping[tuple[str, int], Layer]:
    """By the id of the panel that lies, and its copy."""
    sides: dict[tuple[str, int, bool], list[Lie]] = defaultdict(list)
    for each in sorted(lies(pattern.draft), key=lambda lie: _sewn_at(pattern, lie)):
        sides[each.on, each.on_copy, each.wrong].append(each)
    return {(layer.lie.panel, layer.lie.copy): layer for side in sides.values() for layer in _stacked(pattern, side)}


def _sewn_at(pattern: Pattern, lie: Lie) -> int:
    """The number of the step that sews it there: what is only laid in a place comes first, as stiffening does."""
    return min((pattern.step_of.get(seam, 0) for seam in lie.seams), default=0)


def _stacked(pattern: Pattern, side: list[Lie]) -> Iterator[Layer]:
    """The layers on one side of one panel, from the lowest on."""
    below: list[tuple[Path, float, int]] = []
    for lie in side:
        panel = pattern.draft[lie.panel]
        order, lift = None, None
        if lie.placed is not None:
            outline = panel.stitching_line.placed(lie.placed)
            under = [each for each in below if areas.overlap(each[0], outline)]
            order, lift = 1 + max((each[2] for each in under), default=0), sum(each[1] for each in under)
            if lie.form is Form.FLAT:
                below.append((outline, _thickness(pattern, panel), order))
        yield Layer(lie, order, lift, _depth(pattern, panel), _opens(panel), _zip(pattern, panel))


def _thickness(pattern: Pattern, panel: Panel) -> float:
    """mm of its layers: what is used folded has several."""
    return panel.layers * next(each.thickness for each in pattern.materials if each.id == panel.material)


def _depth(pattern: Pattern, panel: Panel) -> float:
    """mm of the deepest room that its part makes."""
    spaces = (space.depth for space in pattern.draft.spaces if space.owner == panel.owner)
    return max(spaces, default=0.0) if panel.owner else 0.0


def _opens(panel: Panel) -> tuple[str, ...]:
    return tuple(edge.name for edge in panel.edges if edge.finish in _FREE)


def _zip(pattern: Pattern, panel: Panel) -> str:
    """The zip of its part."""
    zips = (notion.id for notion in pattern.notions if notion.kind == "zip" and notion.owner == panel.owner)
    return next(zips, "") if panel.owner else ""
