"""Allowances that are clipped before their seam is sewn, where that comes later: each piece with its clips."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Wire, distance, less, line_in, placed, rings
from bagpattern.geometry.placement import IDENTITY, Placement
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.clips import clip_of
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Run

_ABOUT = 0.5
"""mm on either side of a clip by which its way is told: half of the corner's, at a corner."""
_EVERY, _SHORT, _DEEP = 9.0, 1.2, 40.0
"""mm from clip to clip on a curve [K]; from a clip to the stitching; as deep as any allowance."""


def snipped(scene: Scene) -> Drawn | None:
    """The pieces whose edge is clipped, joined where they hang together by then."""
    first, hand = scene.first, scene.hand
    runs = [Run(each.panel, each.on, each.start, each.end, copy=max(each.copy, 1)) for each in first.on]
    runs = runs or list(_in_seam(scene))
    if not runs:
        return None
    places = hand.group(sheet_of(runs[0]))
    shown = {each: places[each] for each in dict.fromkeys(map(sheet_of, runs)) if each in places}
    return Drawn("snipped", _drawn(hand, runs, shown or {sheet_of(runs[0]): IDENTITY}), (first,))


def _in_seam(scene: Scene) -> Iterator[Run]:
    """What of the seam to be sewn is clipped where that curves."""
    clip = clip_of(scene.hand.draft, scene.seam) if len(scene.first.seams) == 1 else None
    if clip and clip.curves:
        yield from (run for run in (*scene.seam.a, *scene.seam.b) if sheet_of(run) in clip.sheets)


def _drawn(hand: Hand, runs: list[Run], places: dict[Sheet, Placement]) -> Canvas:
    canvas = Canvas()
    outlines = {each: placed(hand.outline(each), place) for each, place in places.items()}
    view = View(outlines.values(), (6, 10, WIDTH - 6, HEIGHT - 4))
    for sheet, area in outlines.items():
        canvas.cloth(view.area(area), *hand.face(sheet, False))
        for ring in rings(placed(hand.net(sheet), places[sheet])):
            canvas.ring("guide", view.points(ring))
    for run in runs:
        sheet = sheet_of(run)
        for clip in _clips(hand, run, places[sheet]) if sheet in places else ():
            for line in line_in(clip, outlines[sheet]):
                canvas.line("halo", *view.points(line))
                canvas.line("slit", *view.points(line))
    for sheet in outlines:
        net = view.area(placed(hand.net(sheet), places[sheet]))
        canvas.number(less(net, *canvas.busy), hand.number(sheet))
    low = min(view.area(each).bounds[1] for each in outlines.values())
    scaled(canvas, hand.pattern, view.scale, point(2, low - 6))
    return canvas


def _clips(hand: Hand, run: Run, place: Placement) -> Iterator[list[Point]]:
    """Cuts from the raw edge up to near the stitching, evenly along a run."""
    line, net = [place(p) for p in hand.run(run)], placed(hand.net(sheet_of(run)), place)
    wire = Wire(line)
    count = max(int(wire.long / _EVERY), 1)
    for n in range(count):
        far = wire.long * (n + 0.5) / count
        at, way = wire.at(far)[0], unit(wire.at(far + _ABOUT)[0] - wire.at(far - _ABOUT)[0])
        out = -1j * way if distance(net, at + 1j * way) == 0 else 1j * way
        yield [at + out * _SHORT, at + out * _DEEP]
