"""A wall whose edge lies in a fold of another panel: that panel flat with its line, and in section all layers."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.steps.canvas import HEIGHT, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL
from bagpattern.drawing.steps.scale import scaled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, needle
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import distance, rings
from bagpattern.geometry.points import SAME, point
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Operation
from bagpattern.model.seam import Seam, SeamKind

_WIDE = 44.0
"""mm of paper for the panel; the section stands beside it."""
_LEFT, _FOLD, _MIDDLE = 58.0, 80.0, 30.0
"""mm of paper: from where to where the section goes, and how high it stands."""
_NEEDLE = 5.0
"""mm of paper from the fold to the needle."""
Sewn = tuple[Operation, Seam]


def folded_in(scene: Scene) -> Drawn | None:
    """Both sides of a wall, each in the fold of a panel."""
    found = list(_in_folds(scene))
    if scene.first not in [each for each, _ in found]:
        return None
    return Drawn("folded in", _drawn(scene.hand, found), tuple(dict.fromkeys(each for each, _ in found)))


def _in_folds(scene: Scene) -> Iterator[Sewn]:
    for sewing, of in scene.sewing(SeamKind.PLACEMENT):
        panel = scene.hand.draft[of.a[0].panel]
        line = panel.along(of.a[0].on).path
        creases = (each.path.line_string for each in panel.lines if each.crease)
        if any(each.buffer(SAME).covers(line.line_string) for each in creases):
            yield sewing, of


def _drawn(hand: Hand, found: list[Sewn]) -> Canvas:
    canvas, host, line = Canvas(), sheet_of(found[0][1].a[0]), hand.run(found[0][1].a[0])
    view = View([hand.outline(host)], (4, 9, _WIDE, HEIGHT - 4))
    area = view.area(hand.outline(host))
    canvas.cloth(area, hand.tone(host), True)
    for ring in rings(hand.net(host)):
        canvas.ring("guide", view.points(ring))
    stitched(canvas, view.points(line))
    for number in dict.fromkeys(hand.number(sheet_of(of.a[0])) for _, of in found):
        canvas.number(area, number)
    scaled(canvas, hand.pattern, view.scale, point(3, area.bounds[1] - 5))
    _section(canvas, hand, found[0][1])
    return canvas


def _section(canvas: Canvas, hand: Hand, of: Seam) -> None:
    """The panel folded round the edge of both layers, its right side inside, and the needle beside the fold."""
    host, inner = sheet_of(of.a[0]), [sheet_of(of.b[0]), *(sheet_of(each.runs[0]) for each in of.caught)]
    bow = arc(point(_FOLD - 3.2, _MIDDLE), 3.2, 90, -90)
    chain = [point(_LEFT + 6, _MIDDLE + 3.2), *bow, point(_LEFT + 6, _MIDDLE - 3.2)]
    bar(canvas, chain, hand.tone(host), False)
    for sheet, y in zip(inner, (_MIDDLE + 0.9, _MIDDLE - 0.9), strict=False):
        bar(canvas, [point(_LEFT, y), point(_FOLD - 2.2, y)], hand.tone(sheet), y > _MIDDLE)
        canvas.text(point(_LEFT - 3, y + (y - _MIDDLE)), hand.number(sheet), SMALL, bold=True)
    canvas.text(point(_LEFT + 3, _MIDDLE + 5), hand.number(host), SMALL, bold=True)
    x = _FOLD - _NEEDLE
    needle(canvas, x, _MIDDLE - 7, _MIDDLE + 7)
    beside = distance(hand.net(sheet_of(of.b[0])).exterior, hand.run(of.b[0])[-1] / 2 + hand.run(of.b[0])[0] / 2)
    dimension(canvas, point(x, _MIDDLE - 6), point(_FOLD, _MIDDLE - 6), hand.told(beside), -5j)
