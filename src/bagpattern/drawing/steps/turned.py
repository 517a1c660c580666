"""A bag turned through a gap, an open zip or its rim: wrong side out, half through, the other side out."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import SMALL, Tone
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.signs import arc, bar, dimension, move, needle
from bagpattern.drawing.steps.signs import seam as stitched
from bagpattern.drawing.steps.tub import Cloth, Size, Tub, size_of
from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, at_length, grown_by, long, rounded_along
from bagpattern.geometry.points import Point, point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import RIM, Side
from bagpattern.model.panel import Role
from bagpattern.model.seam import Meet, Seam, SeamKind

_WIDE, _HIGH = 23.5, 36.0
"""mm of paper for a bag."""
_FOOT = 6.0
_LEFT_OVER = 1.5
"""mm of paper beside an opening that is as long as the edge it is in, at least."""
SHELL = Cloth(Tone.SHELL, True)


def _seen_with(mouth: Mouth, size: Size) -> Size:
    """An opening beside is drawn in the side of a box."""
    return size._replace(face=()) if mouth.upright else size


class Mouth(NamedTuple):
    """What a bag is turned through: its length in mm, the share of its edge at which its middle is, the cloth round it
    when it is wrong side out, whether it is in a side of the bag, whether it is a zip, and whether it is below.
    """

    long: float
    at: float
    cloth: Cloth
    upright: bool = False
    zip: bool = False
    below: bool = False

    def ends(self, size: Size, tub: Tub) -> tuple[Point, Point]:
        """Where it lies on the upper edge of a bag's front, or down the right one."""
        left, right = tub.rim[:2]
        start, end = (right, tub.foot + tub.wide) if self.upright else (left, right)
        whole, way = abs(end - start), unit(end - start)
        half = min(self.long * size.scale, whole - 2 * _LEFT_OVER) / 2
        at = min(max(self.at * whole, half + _LEFT_OVER), whole - half - _LEFT_OVER)
        return start + way * (at - half), start + way * (at + half)


def turned(scene: Scene) -> Drawn | None:
    """A whole bag that is turned, or its shell; what is turned alone, a flap or a board's cover, is not."""
    first, hand = scene.first, scene.hand
    if first.out is None or any(hand.panel(each).role not in (Role.BODY, Role.LINING) for each in first.pieces):
        return None
    canvas, size = Canvas(), size_of(hand.pattern, _WIDE, _HIGH)
    mouth = _mouth(scene)
    if mouth is not None:
        size = _seen_with(mouth, size)
        _through(canvas, hand, size, mouth)
    elif first.through == RIM:
        _over_the_rim(canvas, size, first.out)
    else:
        return None
    _frames(canvas, size)
    return Drawn("turned", canvas, (first,))


def closed(scene: Scene) -> Drawn | None:
    """The gap sewn: where it is on the bag, and its edges in section."""
    gap = scene.seam
    if gap.kind is not SeamKind.GAP and not _is_left_open(scene.hand, gap):
        return None
    return Drawn("closed", _closed(scene.hand, gap), scene.of_seams({gap.id}))


def _is_left_open(hand: Hand, of: Seam) -> bool:
    """Whether a whole edge of two turned layers was left open: they are sewn to each other elsewhere."""
    sheets = {sheet_of(run) for run in (*of.a, *of.b)}
    both = (each for each in hand.before if {sheet_of(run) for run in (*each.a, *each.b)} == sheets)
    plain = of.kind is SeamKind.PLAIN and of.meet is Meet.WRONG_SIDES and len(of.a) == len(of.b) == 1
    return plain and len(sheets) > 1 and any(each.meet is Meet.RIGHT_SIDES for each in both)


def _mouth(scene: Scene) -> Mouth | None:
    seams, notions = scene.hand.pattern.seams, scene.hand.pattern.notions
    if scene.first.through and scene.first.through != RIM:
        return mouth_of(scene.hand, seams[scene.first.through])
    for each in scene.first.notions:
        opening = notions[each].opening or notions[each].length
        if opening:
            return Mouth(opening, 0.5, Cloth(Tone.SHELL, False), zip=True)
    return None


def mouth_of(hand: Hand, gap: Seam) -> Mouth:
    """A gap by its length, and by its place along or up the panel that it is in."""
    sheet = sheet_of(gap.a[0])
    points = hand.run(gap.a[0])
    way, middle = points[-1] - points[0], at_length(points, long(points) / 2)[0]
    left, bottom, right, top = hand.net(sheet).bounds
    upright = abs(way.imag) > abs(way.real)
    at = (middle.imag - bottom) / (top - bottom) if upright else (middle.real - left) / (right - left)
    below = not upright and middle.imag < (bottom + top) / 2
    return Mouth(hand.draft.side_length(gap.a), at, Cloth(hand.tone(sheet), False), upright, below=below)


def _frames(canvas: Canvas, size: Size) -> None:
    y = size.tub(0j).rim[2].imag + _FOOT + 4
    for number in range(3):
        canvas.text(point(_middle(number) - _WIDE / 2 - 0.5, y), str(number + 1), 3.4, bold=True)


def _middle(number: int) -> float:
    return WIDTH / 3 * (number + 0.5)


# through an opening -------------------------------------------------------------------------------------------------


def _through(canvas: Canvas, hand: Hand, size: Size, mouth: Mouth) -> None:
    """Its lining is out, upside down where the gap is in that; then the shell comes through it."""
    tub = size.tub(point(_middle(0), _FOOT), upside_down=mouth.below)
    tub.draw(canvas, mouth.cloth, mouth.cloth)
    start, end = mouth.ends(size, tub)
    _opening(canvas, mouth, start, end)
    dimension(canvas, start, end, hand.told(mouth.long), _away(mouth, tub))
    _half_through(canvas, size, mouth)
    size.tub(point(_middle(2), _FOOT)).draw(canvas, SHELL, SHELL)


def _half_through(canvas: Canvas, size: Size, mouth: Mouth) -> None:
    """Half of the lining is left, the other half of the bag has come out."""
    shares = (0.5, 1.0) if mouth.upright else (1.0, 0.45)
    half = size._replace(wide=size.wide * shares[0]).tub(
        point(_middle(1) - (6 if mouth.upright else 0), _FOOT), shares[1], mouth.below
    )
    half.draw(canvas, mouth.cloth, mouth.cloth)
    start, end = mouth.ends(size, half)
    far = (size.wide if mouth.upright else size.high) * 0.5
    canvas.cloth(_coming(start, end, size.high if mouth.upright else size.wide, far), *SHELL)
    out, middle = 1j * unit(end - start), (start + end) / 2
    move(canvas, middle + out * 3.5, middle + out * max(far, 12.0))


def _away(mouth: Mouth, tub: Tub) -> complex:
    return point(-4.5, 0) if mouth.upright else point(0, tub.back.imag + 3.5)


def _opening(canvas: Canvas, mouth: Mouth, start: Point, end: Point) -> None:
    """The lips of an opening, the right side seen between them."""
    steps = [n / 8 for n in range(9)]
    deep = -1j * unit(end - start) * min(9.0, abs(end - start))
    lips = [start + (end - start) * s + deep * s * (1 - s) for s in steps]
    canvas.cloth(area_of([*lips, end, start]), *SHELL)
    canvas.line("slit", *lips)
    canvas.line("slit", start, end)
    if mouth.zip:
        canvas.line("teeth", *lips)
        canvas.line("teeth", start, end)


def _coming(start: Point, end: Point, wide: float, high: float) -> Area:
    """What has come through so far: as narrow as the opening there, as wide as the bag beyond it."""
    middle, along, half = (start + end) / 2, unit(end - start), wide * 0.42
    out = 1j * along
    beyond = [middle - along * half + out * high, middle + along * half + out * high]
    neck = [middle - along * half + out * 5, *beyond, middle + along * half + out * 5]
    return area_of([start, *neck, end]).union(rounded_along([start, end], 0.5))


# over the rim -------------------------------------------------------------------------------------------------------


def _over_the_rim(canvas: Canvas, size: Size, out: Side) -> None:
    """The upper half is folded down round the lower one, then all of it has gone over."""
    inner, outer = Cloth(Tone.SHELL, out is Side.RIGHT), Cloth(Tone.SHELL, out is not Side.RIGHT)
    first = size.tub(point(_middle(0), _FOOT))
    first.draw(canvas, outer, inner)
    half = size.tub(point(_middle(1), _FOOT), 0.6)
    half.draw(canvas, outer, outer)
    cuff = half._replace(foot=half.foot + 1j * half.high * 0.45 - 0.6, high=half.high * 0.55, wide=half.wide + 1.2)
    cuff.draw(canvas, inner, outer)
    x = cuff.foot.real + cuff.wide / 2
    move(canvas, point(x, cuff.rim[0].imag - 2), point(x, max(half.foot.imag, cuff.rim[0].imag - 13)))
    size.tub(point(_middle(2), _FOOT)).draw(canvas, inner, outer)


# the gap closed -----------------------------------------------------------------------------------------------------


def _closed(hand: Hand, gap: Seam) -> Canvas:
    canvas, sheet = Canvas(), sheet_of(gap.a[0])
    if gap.kind is SeamKind.GAP and hand.panel(sheet).role in (Role.BODY, Role.LINING):
        start, end = _on_the_bag(canvas, hand, gap)
    else:
        start, end = _on_the_part(canvas, hand, gap)
    inside = -0.9j * unit(end - start)
    y = max(end.imag - 0.9, 9.0)
    canvas.line("thin", (start if start.imag > end.imag else end) + inside, point(58, y))
    stitched(canvas, [start + inside, end + inside])
    _edges(canvas, hand, gap, y)
    return canvas


def _on_the_bag(canvas: Canvas, hand: Hand, gap: Seam) -> tuple[Point, Point]:
    """The lining is pulled out of the bag, its gap up; the gap of a shell lies up as well."""
    mouth = mouth_of(hand, gap)
    size, cloth = _seen_with(mouth, size_of(hand.pattern, 40.0, 38.0)), Cloth(mouth.cloth.tone, True)
    tub = size.tub(point(27, 4), 0.5, mouth.below)
    if hand.panel(sheet_of(gap.a[0])).role is Role.LINING:
        tub = _pulled_out(canvas, size, cloth, mouth)
    else:
        tub.draw(canvas, cloth, cloth)
    start, end = mouth.ends(size, tub)
    dimension(canvas, start, end, hand.told(mouth.long), _away(mouth, tub))
    canvas.number(grown_by(tub.front, -1.5), hand.number(sheet_of(gap.a[0])))
    return start, end


def _pulled_out(canvas: Canvas, size: Size, cloth: Cloth, mouth: Mouth) -> Tub:
    """The shell, and the lining that comes out of it."""
    shell = size.tub(point(27, 4), 0.5)
    if size.face:
        lining = size.tub(point(27, 4 + shell.high * 0.4), upside_down=mouth.below)
        lining.draw(canvas, cloth, cloth)
        shell.draw(canvas, SHELL, SHELL)
        return lining
    shell.draw(canvas, SHELL, cloth)
    up = 1j * shell.high + shell.back * 0.3 + 1.0
    lining = shell._replace(foot=shell.foot + up, wide=shell.wide - 2, back=shell.back * 0.4)
    lining.draw(canvas, cloth, cloth)
    return lining


def _on_the_part(canvas: Canvas, hand: Hand, gap: Seam) -> tuple[Point, Point]:
    """A part that is turned alone, its right side up and its gap as well."""
    sheet, line = sheet_of(gap.a[0]), hand.run(gap.a[0])
    view = View([hand.net(sheet)], (4, 4, 52, 44), -1 / unit(line[-1] - line[0]))
    area = view.area(hand.net(sheet))
    canvas.cloth(area, hand.tone(sheet), True)
    end, start = (view(each) for each in (line[0], line[-1]))
    dimension(canvas, start, end, hand.told(long(line)), 3.5j)
    canvas.number(grown_by(area, -2), hand.number(sheet))
    return start, end


def _edges(canvas: Canvas, hand: Hand, gap: Seam, y: float) -> None:
    """Both allowances turned in, edge on edge, stitched close to it."""
    for run, side in ((gap.a[0], 1), (gap.b[0], -1)):
        fold = arc(point(61, y + side * 1.6), 0.8, side * 90, 270 if side > 0 else 90 - 180 - 180)
        chain = [point(WIDTH - 4, y + side * 2.4), *fold, point(69, y + side * 0.8)]
        bar(canvas, chain, hand.tone(sheet_of(run)), side < 0, 1.0)
        canvas.text(point(WIDTH - 6, y + side * 5.2), hand.number(sheet_of(run)), SMALL, bold=True)
    needle(canvas, 64, y - 5, y + 5)
