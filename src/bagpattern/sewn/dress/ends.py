"""What a strap is sewn to: its ends, caught in seams or laid on faces, and the way in which it leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.attached.built import Build, build_of, thickness_bought, thickness_of
from bagpattern.attached.hanging import leaving, outward
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Stuff
from bagpattern.sewn.dress.ground import Copy, Ground
from bagpattern.sewn.dress.mesh import Frame, framed
from bagpattern.sewn.dress.wings import Wing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Caught, Seam
    from bagpattern.sewn.bag import Floats

_BOUGHT = {Build.WEBBING: Stuff.WEBBING, Build.CHAIN: Stuff.METAL}
"""What is laid as a ribbon of what straps are bought as, and what it is made of."""
_APART = 12.0
"""mm: ends nearer than that are one."""
_OFF = 0.5
"""mm from a face to what lies on it."""
_INTO = 0.9
"""What comes out of a seam as much as that along the normal of its cloth does not lie on it."""


class End(NamedTuple):
    """Where a strap leaves what holds it: ``along`` its frame; ``lies`` is the curve by which it lies there before."""

    edge: str
    frame: Frame
    lies: Floats | None = None
    up: Floats | None = None
    """The normals of that curve."""
    free: bool = False
    hidden: bool = False
    """Whether it lies behind its face, and a lining covers it there."""

    @property
    def in_edge(self) -> bool:
        """Whether it is caught between two walls of the body, and lies on neither."""
        return self.lies is None and not self.free


class Strap(NamedTuple):
    """A strap as it is used, folded: mm wide and long."""

    key: Copy
    material: str
    width: float
    length: float
    thickness: float
    owner: str
    notion: str = ""
    tips: tuple[str, ...] = ()


def straps_of(ground: Ground) -> tuple[Strap, ...]:
    """Every strap and tab of the bag, each copy."""
    found = [each for panel in ground.draft.panels for each in _folded(ground, panel)]
    threaded = {each.threads for each in ground.draft.notions if each.threads}
    named = threaded | {line.end.of for panel in ground.draft.panels for line in panel.lines if line.end}
    for notion in ground.draft.notions:
        if notion.kind in _BOUGHT and notion.id in named and notion.id not in ground.draft:
            found += [_bought(ground, notion, copy) for copy in range(1, notion.count + 1)]
    return tuple(found)


def _bought(ground: Ground, notion: Notion, copy: int) -> Strap:
    length, width = notion.length or 0.0, notion.width or 25.0
    stuff, thick = _BOUGHT[build_of(ground.body.pattern, notion)], thickness_bought(notion)
    return Strap((notion.id, copy), stuff, width, length, thick, notion.owner, notion.id, ("start", "end"))


def _folded(ground: Ground, panel: Panel) -> Iterator[Strap]:
    """The copies of a panel that is a strap: folded up, as wide as its end is then."""
    if panel.role is not Role.STRAP or any(ground.has(panel.id, copy) for copy in range(1, panel.count + 1)):
        return
    tips = _tips(ground, panel)
    if not tips or _lies_under(ground, panel):
        return
    across = sum(panel.edge(each).length for each in tips) / len(tips)
    area = float(panel.stitching_line.polygon.area)
    thick = thickness_of(ground.body.pattern, panel)
    for copy in range(1, panel.count + 1):
        width = across / max(panel.layers, 1) if panel.layers > 1 else across
        yield Strap((panel.id, copy), panel.material, width, area / across, thick, panel.owner, "", tips)


def _lies_under(ground: Ground, panel: Panel) -> bool:
    """Whether it is the underside of another strap, sewn to that along its edges."""
    return any(
        run.panel == panel.id and ground.draft[seam.a[0].panel].role is Role.STRAP and seam.a[0].panel != panel.id
        for seam in ground.draft.seams
        if seam.kind is not SeamKind.PLACEMENT
        for run in seam.b
    )


def _tips(ground: Ground, panel: Panel) -> tuple[str, ...]:
    """The edges of a strap that are its ends: caught, laid on a face, or turned back on itself; not its long ones."""
    draft, found = ground.draft, []
    for seam in draft.seams:
        found += [run.on for each in seam.caught for run in each.runs if run.panel == panel.id]
        if seam.kind is SeamKind.HEM or (seam.kind is SeamKind.PLAIN and {r.panel for r in seam.b} == {panel.id}):
            found += [run.on for run in (*seam.a, *seam.b) if run.panel == panel.id and panel.has_edge(run.on)]
    found += [line.end.edge for each in draft.panels for line in each.lines if line.end and line.end.of == panel.id]
    known = [edge.name for edge in panel.edges if edge.name in found]
    opposite = [_opposite(panel, name) for name in known] if len(known) == 1 else []
    return tuple(dict.fromkeys([*known, *opposite]))


def _opposite(panel: Panel, name: str) -> str:
    """The edge across the panel from one."""
    names = [edge.name for edge in panel.edges]
    return names[(names.index(name) + len(names) // 2) % len(names)]


def ends_of(ground: Ground, strap: Strap) -> list[End]:
    """The ends of a strap that are fixed, each once: those caught in seams first."""
    found: list[End] = []
    for end in (*_caught(ground, strap), *_placed(ground, strap)):
        if all(end.edge != other.edge or _far(end, other) for other in found):
            found.append(end)
    return found


def _far(one: End, other: End) -> bool:
    return float(np.linalg.norm(one.frame.at - other.frame.at)) > max(_APART, 45.0)


def _caught(ground: Ground, strap: Strap) -> Iterator[End]:
    for seam in ground.draft.seams:
        spans: dict[str, list[float]] = {}
        own = seam.kind is SeamKind.PLACEMENT and any(run.panel == strap.key[0] for run in seam.b)
        for each in () if own else seam.caught:  # its layers under the needle: the line says where it lies
            for edge, low, high in _spans(ground, each, strap):
                spans.setdefault(edge, []).extend((low, high))
        for edge, reach in spans.items():
            end = _standing(ground, seam, edge, (min(reach) + max(reach)) / 2, strap.thickness)
            if end is not None:
                yield end


def _spans(ground: Ground, caught: Caught, strap: Strap) -> Iterator[tuple[str, float, float]]:
    """From where to where along side a of the seam the ends of a strap lie in it."""
    at = caught.at
    for run in caught.runs:
        length = ground.draft.run_length(run)
        if (run.panel, run.copy) == strap.key and run.on in strap.tips:
            yield run.on, at, at + length
        at += length


def _standing(ground: Ground, seam: Seam, edge: str, at: float, thickness: float) -> End | None:
    """An end in a seam: upright between two walls, flat on one; on that it lies where a patch holds it there."""
    met = ground.met(seam, at)
    if met is None:
        return None
    flat = met.free and abs(float(met.out @ met.normal)) < _INTO
    frame = framed(met.at, met.out, met.normal if flat else np.cross(met.out, met.along))
    lift = thickness / 2 + _OFF if flat and seam.kind is SeamKind.PLACEMENT else 0.0
    return End(edge, frame.moved(up=lift), free=met.free)


def _placed(ground: Ground, strap: Strap) -> Iterator[End]:
    for panel in ground.draft.panels:
        for line in panel.lines:
            end = line.end
            if end is None or end.of != strap.key[0] or end.copy != strap.key[1] or line.closed:
                continue
            for copy in range(1, panel.count + 1):
                if ground.has(panel.id, copy):
                    yield _lying(ground, (panel.id, copy), line, end.edge, strap.thickness)


def _lying(ground: Ground, key: Copy, line: Line, edge: str, thickness: float) -> End:
    """An end within a line: the strap comes out where that is open."""
    mouth, foot = (line.path.start + line.path.end) / 2, line.path.point_at(line.length / 2)
    out = leaving(ground.draft[key[0]], line)
    if isinstance(ground.layers.get(key), Wing):
        return End(edge, _between_layers(ground, key, line))
    lift = (-1.0 if line.behind else 1.0) * (thickness + _OFF)  # a tab is twice as thick, and lies on the face alone
    way = foot + (mouth - foot) * np.linspace(0.0, 1.0, 9)
    spots = ground.on(*key, np.stack([way.real, way.imag], axis=1), lift)
    last = spots.frames[-1] @ (out.real, out.imag)
    frame = framed(spots.points[-1], last, spots.normals[-1])
    if abs(mouth - foot) <= 1.0:
        return End(edge, frame)
    hidden = line.behind and any(panel.role is Role.LINING for panel in ground.draft.panels)
    return End(edge, frame, spots.points, spots.normals, hidden=hidden)


def _between_layers(ground: Ground, key: Copy, line: Line) -> Frame:
    """Where a strap comes out between the two layers of a wing, beyond the line that holds it there."""
    panel = ground.draft[key[0]]
    foot, out = line.path.point_at(line.length / 2), outward(panel, line)
    reach = max(((each - foot) * out.conjugate()).real for each in panel.stitching_line.flat)
    tip = foot + out * reach
    return ground.frame(*key, (tip.real, tip.imag), out)
