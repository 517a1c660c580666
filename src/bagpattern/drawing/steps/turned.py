"""A bag turned through a gap, an open zip or its rim: wrong side out, half through, the other side out."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import WIDTH, Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.mouth import Mouth, mouth_of
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.shapes import BOX
from bagpattern.drawing.steps.signs import dimension, move
from bagpattern.drawing.steps.tub import Cloth, Size, Tub, size_of
from bagpattern.geometry.cloths import (
    Area,
    area_of,
    at_length,
    box_area,
    grown_by,
    long,
    mapped,
    rounded_along,
    together,
)
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.operation import RIM, Side
from bagpattern.model.panel import Role

_WIDE, _HIGH = 23.5, 36.0
"""mm of paper for a bag."""
_FOOT = 6.0
_FAR = 1e4
"""mm that are farther than any figure."""
SHELL = Cloth(Tone.SHELL, True)


def turned(scene: Scene) -> Drawn | None:
    """A whole bag that is turned, or its shell; what is turned alone, a flap or a board's cover, is not."""
    first, hand = scene.first, scene.hand
    if first.out is None or any(hand.panel(each).role not in (Role.BODY, Role.LINING) for each in first.pieces):
        return None
    canvas, size = Canvas(), size_of(hand.pattern, _WIDE, _HIGH)
    mouth = _mouth(scene)
    if mouth is not None:
        _through(canvas, hand, size, mouth)
    elif first.through == RIM:
        _over_the_rim(canvas, size, first.out, _wrong(hand))
    else:
        return None
    _frames(canvas, size)
    return Drawn("turned", canvas, (first,))


def _mouth(scene: Scene) -> Mouth | None:
    seams, notions = scene.hand.pattern.seams, scene.hand.pattern.notions
    if scene.first.through and scene.first.through != RIM:
        return mouth_of(scene.hand, seams[scene.first.through])
    for each in scene.first.notions:
        opening = notions[each].opening or notions[each].length
        if opening:
            return Mouth(opening, 0.5, _wrong(scene.hand), zip=True)
    return None


def _wrong(hand: Hand) -> Cloth:
    """The wrong side of the shell, or the lining that is basted to it."""
    return Cloth(Tone.LINING, True) if hand.lined else Cloth(Tone.SHELL, False)


def _frames(canvas: Canvas, size: Size) -> None:
    y = size.tub(0j).rim[2].imag + _FOOT + 4
    for number in range(3):
        canvas.text(point(_middle(number) - _WIDE / 2 - 0.5, y), str(number + 1), 3.4, bold=True)


def _middle(number: int) -> float:
    return WIDTH / 3 * (number + 0.5)


# through an opening -------------------------------------------------------------------------------------------------


def _through(canvas: Canvas, hand: Hand, size: Size, mouth: Mouth) -> None:
    """Its lining is out, the gap up; then the shell comes through it."""
    held, up = mouth.up(size)
    tub = up.tub(point(_middle(0), _FOOT), upside_down=held.below)
    tub.draw(canvas, mouth.cloth, mouth.cloth)
    line = held.on(up, tub)
    _opening(canvas, mouth, line)
    dimension(canvas, line[0], line[-1], hand.told(mouth.long), held.away(tub))
    _half_through(canvas, up, held)
    size.tub(point(_middle(2), _FOOT)).draw(canvas, SHELL, SHELL)


def _half_through(canvas: Canvas, size: Size, mouth: Mouth) -> None:
    """Half of the lining is left, the other half of the bag has come out."""
    shares = (0.5, 1.0) if mouth.upright else (1.0, 0.45)
    half = size._replace(wide=size.wide * shares[0]).tub(
        point(_middle(1) - (6 if mouth.upright else 0), _FOOT), shares[1], mouth.below
    )
    half.draw(canvas, mouth.cloth, mouth.cloth)
    start, *_, end = mouth.on(size, half)
    out, middle = 1j * unit(end - start), (start + end) / 2
    wide, high = (size.wide * 0.5, size.high * 0.84) if mouth.upright else (size.wide * 0.84, size.high * 0.5)
    far = wide if mouth.upright else high
    canvas.cloth(_coming(start, end, half._replace(wide=wide, high=high), out * (far / 2 + 5)), *SHELL)
    move(canvas, middle + out * 3.5, middle + out * max(far, 12.0))


def _opening(canvas: Canvas, mouth: Mouth, line: list[Point]) -> None:
    """The lips of an opening, the right side seen between them."""
    shares = [n / 8 for n in range(9)]
    edge = [at_length(line, long(line) * share)[0] for share in shares]
    deep = -1j * unit(line[-1] - line[0]) * min(9.0, abs(line[-1] - line[0]))
    lips = [p + deep * s * (1 - s) for p, s in zip(edge, shares, strict=True)]
    canvas.cloth(area_of([*lips, *edge[::-1]]), *SHELL)
    for kind in ("slit", "teeth") if mouth.zip else ("slit",):
        canvas.line(kind, *lips)
        canvas.line(kind, *edge)


def _coming(start: Point, end: Point, bag: Tub, out: complex) -> Area:
    """What has come through so far: as narrow as the opening there, beyond it the front of the bag, its middle so far
    out.
    """
    middle = (start + end) / 2 + out
    foot = middle - complex(bag.wide, bag.high) / 2
    face = area_of(map(bag._replace(foot=foot).at, bag.face))
    side = 1j * unit(out) * _FAR
    near = face.intersection(
        area_of([middle + side, middle - side, middle - side - out * _FAR, middle + side - out * _FAR])
    )
    return together([face, together([near, rounded_along([start, end], 0.5)]).convex_hull])


# over the rim -------------------------------------------------------------------------------------------------------


def _over_the_rim(canvas: Canvas, size: Size, out: Side, wrong: Cloth) -> None:
    """The upper part is folded down round the lower one, then all of it has gone over."""
    inner, outer = (SHELL, wrong) if out is Side.RIGHT else (wrong, SHELL)
    first = size.tub(point(_middle(0), _FOOT))
    first.draw(canvas, outer, inner)
    if first.back:
        fold, low = _cuffed(canvas, size, inner, outer)
    else:
        fold, low = _folded(canvas, size, inner, outer)
    move(canvas, fold - 2j, complex(fold.real, max(low, fold.imag - 13)))
    size.tub(point(_middle(2), _FOOT)).draw(canvas, inner, outer)


def _cuffed(canvas: Canvas, size: Size, inner: Cloth, outer: Cloth) -> tuple[Point, float]:
    """A deep bag with a cuff round it; the middle of its fold, and how low it stands."""
    half = size.tub(point(_middle(1), _FOOT), 0.6)
    half.draw(canvas, outer, outer)
    left, right = half.rim[:2]
    foot, wide = left - 0.55j * half.high - 0.6, (right - left).real + 1.2
    half._replace(foot=foot, high=half.high * 0.55, wide=wide, face=BOX).draw(canvas, inner, outer)
    return (left + right) / 2, half.foot.imag


def _folded(canvas: Canvas, size: Size, inner: Cloth, outer: Cloth) -> tuple[Point, float]:
    """A flat bag with its upper part, the outline turned over, on the lower one; the middle of its fold, its foot."""
    flat = size.tub(point(_middle(1), _FOOT))
    at, level = flat.front, flat.foot.imag + 0.6 * flat.high
    lower, upper = (at.intersection(box_area(-_FAR, *levels)) for levels in ((-_FAR, _FAR, level), (level, _FAR, _FAR)))
    canvas.cloth(lower, *outer)
    canvas.cloth(grown_by(mapped(upper, lambda p: complex(p.real, 2 * level - p.imag)), 0.3), *inner)
    left, _, right, _ = lower.intersection(box_area(-_FAR, level - 1, _FAR, level)).bounds
    return complex((left + right) / 2, level), flat.foot.imag
