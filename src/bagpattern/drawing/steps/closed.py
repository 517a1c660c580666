"""A gap closed: where it is on the bag, whose lining is pulled out, or on a part; and its edges in section."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.mouth import mouth_of
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, needle
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.tub import Cloth, Tub, size_of
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, box_area, grown_by, long, together
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.panel import Role
from bagpattern.model.seam import Meet, Seam, SeamKind

_SHELL = Cloth(Tone.SHELL, True)
_FOLD, _NEEDLE = 60.2, 64.0
"""mm of paper: where both edges are turned in, and where they are stitched, in section."""


def closed(scene: Scene) -> Drawn | None:
    """The gap sewn: where it is on the bag, and its edges in section."""
    gap = scene.seam
    if gap.kind is not SeamKind.GAP and not _is_left_open(scene.hand, gap):
        return None
    return Drawn("closed", _closed(scene.hand, gap, scene.first.beside), scene.of_seams({gap.id}))


def _is_left_open(hand: Hand, of: Seam) -> bool:
    """Whether a whole edge of two turned layers was left open: they are sewn to each other elsewhere."""
    sheets = {sheet_of(run) for run in (*of.a, *of.b)}
    both = (each for each in hand.before if {sheet_of(run) for run in (*each.a, *each.b)} == sheets)
    plain = of.kind is SeamKind.PLAIN and of.meet is Meet.WRONG_SIDES and len(of.a) == len(of.b) == 1
    return plain and len(sheets) > 1 and any(each.meet is Meet.RIGHT_SIDES for each in both)


def _closed(hand: Hand, gap: Seam, beside: float) -> Canvas:
    canvas, sheet = Canvas(), sheet_of(gap.a[0])
    if gap.kind is SeamKind.GAP and hand.panel(sheet).role in (Role.BODY, Role.LINING):
        line = _on_the_bag(canvas, hand, gap)
    else:
        line = _on_the_part(canvas, hand, gap)
    inside = -0.9j * unit(line[-1] - line[0])
    y = max(line[-1].imag - 0.9, 9.0)
    canvas.line("thin", max(line[0], line[-1], key=lambda p: (p.imag, p.real)) + inside, point(58, y))
    stitched(canvas, [p + inside for p in line])
    _edges(canvas, hand, gap, y)
    if beside:
        dimension(canvas, point(_FOLD, y + 4), point(_NEEDLE, y + 4), hand.told(beside), 2j)
    return canvas


def _on_the_bag(canvas: Canvas, hand: Hand, gap: Seam) -> list[Point]:
    """The lining is pulled out of the bag, its gap up; the gap of a shell lies up as well."""
    mouth = mouth_of(hand, gap, right=True)
    size, cloth = size_of(hand.pattern, 40.0, 38.0), mouth.cloth
    shell = size.tub(point(27, 4), 0.5)
    mouth, size = mouth.up(size)
    tub = size.tub(point(27, 4), 0.5, mouth.below)
    if hand.panel(sheet_of(gap.a[0])).role is Role.LINING:
        tub = _pulled_out(
            canvas, shell, size.tub(point(27, 4 + shell.high * (0.85 if shell.back else 0.7)), 0.8, mouth.below), cloth
        )
    else:
        tub.draw(canvas, cloth, cloth)
    line = mouth.on(size, tub)
    dimension(canvas, line[0], line[-1], hand.told(mouth.long), mouth.away(tub))
    canvas.number(grown_by(tub.front, -1.5), hand.number(sheet_of(gap.a[0])))
    return line


def _pulled_out(canvas: Canvas, shell: Tub, lining: Tub, cloth: Cloth) -> Tub:
    """The shell, and the lining that comes out of it."""
    if shell.has_face:
        lining.draw(canvas, cloth, cloth)
        if not lining.back:
            canvas.cloth(together([lining.front, _within(lining)]), *cloth)
        shell.draw(canvas, _SHELL, _SHELL)
        return lining
    shell.draw(canvas, _SHELL, cloth)
    up = 1j * shell.high + shell.back * 0.3 + 1.0
    lining = shell._replace(foot=shell.foot + up, wide=shell.wide - 2, back=shell.back * 0.4)
    lining.draw(canvas, cloth, cloth)
    return lining


def _within(lining: Tub) -> Area:
    """What of a flat lining is still in the shell: its rim hangs down there."""
    left, low, right, high = lining.front.bounds
    return lining.front.convex_hull.intersection(box_area(left, low, right, (2 * low + high) / 3))


def _on_the_part(canvas: Canvas, hand: Hand, gap: Seam) -> list[Point]:
    """A part that is turned alone, its right side up and its gap as well."""
    sheet, line = sheet_of(gap.a[0]), hand.run(gap.a[0])
    view = View([hand.net(sheet)], (4, 4, 52, 44), -1 / unit(line[-1] - line[0]))
    area = view.area(hand.net(sheet))
    canvas.cloth(area, hand.tone(sheet), True)
    end, start = (view(each) for each in (line[0], line[-1]))
    dimension(canvas, start, end, hand.told(long(line)), 3.5j)
    canvas.number(grown_by(area, -2), hand.number(sheet))
    return [start, end]


def _edges(canvas: Canvas, hand: Hand, gap: Seam, y: float) -> None:
    """Both allowances turned in, edge on edge, stitched close to it."""
    for run, side in ((gap.a[0], 1), (gap.b[0], -1)):
        fold = arc(point(61, y + side * 1.6), 0.8, side * 90, 270 if side > 0 else 90 - 180 - 180)
        chain = [point(WIDTH - 4, y + side * 2.4), *fold, point(69, y + side * 0.8)]
        bar(canvas, chain, hand.tone(sheet_of(run)), side < 0, 1.0)
        canvas.text(point(WIDTH - 6, y + side * 5.2), hand.number(sheet_of(run)), SMALL, bold=True)
    needle(canvas, _NEEDLE, y - 5, y + 5)
