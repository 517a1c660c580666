"""Webbing led through a tri-glide, round the bar of a buckle and back through the tri-glide: in section, as it runs."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, head, times
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.points import Point, point

_Y = 16.0
"""mm of paper: the middle of the section."""
_BARS, _BUCKLE = (20.0, 30.0, 40.0), 70.0
"""mm of paper: the bars of the tri-glide, and that of the buckle."""
_KINDS = ("slider", "buckle", "webbing")


def locked(scene: Scene) -> Drawn | None:
    """One end, which is not sewn, so that its length can be set."""
    bought = {each.id: each for each in scene.hand.pattern.notions}
    mine = [bought[each] for each in scene.first.notions if each in bought]
    if not set(_KINDS) <= {each.kind for each in mine}:
        return None
    canvas = Canvas()
    bar(canvas, _way(), Tone.TAPE, True)
    for x, y, way in ((9.0, 0.6, 1), (60.0, 4.2, 1), (60.0, -4.2, -1), (12.0, -6.2, -1)):
        head(canvas, point(x, _Y + y), complex(way), size=1.2)
    for x in _BARS:
        canvas.area("dark", rectangle(x - 1, _Y - 0.7, x + 1, _Y + 0.7))
    canvas.put("dark", circle(point(_BUCKLE, _Y), 1.3))
    for kind in ("metal", "metal-light"):
        canvas.line(kind, point(_BUCKLE, _Y), point(_BUCKLE + 9, _Y))
    times(canvas, sum(each.count for each in mine if each.kind == "webbing"), point(WIDTH - 5, _Y + 10))
    return Drawn("locked", canvas, (scene.first,))


def _way() -> list[Point]:
    """Under the first bar, over the middle one, under the last, round the buckle's, and back along the same way."""
    first, middle, last = _BARS
    out = [
        (4, -1.8),
        (first + 1.5, -1.8),
        (middle - 2.5, 3.6),
        (middle + 2.5, 3.6),
        (last - 1.5, -1.8),
        (last + 4, -1.8),
    ]
    bow = arc(point(_BUCKLE, _Y), 1.9, 90, -90)
    back = [(last + 12, -1.9), (last + 2, -3.8), (last - 4, -3.8), (middle + 1.6, 1.7), (middle - 1.6, 1.7)]
    end = [(first + 4, -3.8), (first - 10, -3.8)]
    told = [[point(x, _Y + y) for x, y in part] for part in (out, [*back, *end])]
    return [*told[0], point(last + 11, _Y + 1.9), *bow, *told[1]]
