"""The signs of figures: the seam of this step, arrows, dimension lines, breaks, rings, zips, sections of cloth."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence

from bagpattern.drawing.steps.canvas import HEIGHT, WIDTH, Canvas, rectangle
from bagpattern.drawing.steps.looks import SIZE, SMALL, Tone
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.cloths import along, at_length, beside, disc_area, long, rounded_along
from bagpattern.geometry.points import Point, unit


def seam(canvas: Canvas, points: Sequence[Point], stops: bool = True, arrow: bool = True) -> None:
    """What is sewn now: a dashed line on a casing, a dot where it starts and stops, a head that tells the direction."""
    canvas.line("casing", *points)
    canvas.line("seam", *points)
    for end in (points[0], points[-1]) if stops else ():
        canvas.put("dot", circle(end, 0.75))
    if arrow and long(points) > 12:
        head(canvas, *at_length(points, long(points) * 0.62), "seam-head")
    canvas.busy.append(along(points, 1.2))


def head(canvas: Canvas, tip: Point, way: complex, kind: str = "head", size: float = 1.0) -> None:
    """The head of an arrow."""
    back, side = tip - way * 2.0 * size, 0.75j * way * size
    canvas.ring(kind, [tip, back + side, back - side])


def move(canvas: Canvas, start: Point, end: Point) -> None:
    """A block arrow: move this there."""
    way = unit(end - start)
    side, neck = 1j * way, end - way * min(3.0, abs(end - start) * 0.6)
    canvas.ring("block", [start + side, neck + side, neck + 2 * side, end, neck - 2 * side, neck - side, start - side])


def bend(canvas: Canvas, start: Point, end: Point, bulge: float = 0.35) -> None:
    """A curved arrow: fold or turn this there."""
    middle = (start + end) / 2 - 1j * (end - start) * bulge
    curve = [(1 - s) ** 2 * start + 2 * s * (1 - s) * middle + s * s * end for s in (n / 16 for n in range(17))]
    canvas.line("halo", *curve)
    canvas.line("shaft", *curve[:-1])
    head(canvas, end, unit(end - middle), size=1.2)
    canvas.busy.append(along(curve, 1.0))


def dimension(canvas: Canvas, start: Point, end: Point, told: str, away: complex = 0j, size: float = SIZE) -> None:
    """A true distance: a line with two heads, its number on it, or beside it where it is short."""
    a, b = start + away, end + away
    for x, y in ((start, a), (end, b)) if away else ():
        canvas.line("thin", x, y + unit(away) * 0.8)
    way = unit(b - a)
    short = abs(b - a) < 5.0
    for tip, out in ((a, -way), (b, way)):
        if short:
            canvas.line("thin", tip, tip + out * 3.0)
        head(canvas, tip, -out if short else out, size=0.65)
    canvas.line("thin", a, b)
    canvas.busy.append(along([a, b], 0.6))
    canvas.text(_beside(canvas, a, b, told, away, size), told, size)


def _beside(canvas: Canvas, a: Point, b: Point, told: str, away: complex, size: float) -> Point:
    left, bottom, right, top = canvas.box_of(0j, told, size)
    way, middle = unit(b - a), (a + b) / 2
    needs = (right - left) * abs(way.real) + (top - bottom) * abs(way.imag) + 3.0
    if abs(b - a) >= needs:
        return middle
    out = unit(away) if away else 1j * way
    return middle + out * ((right - left) / 2 * abs(out.real) + (top - bottom) / 2 * abs(out.imag) + 1.2)


def times(canvas: Canvas, count: int, at: Point = WIDTH - 5 + (HEIGHT - 4) * 1j) -> None:
    """How many are made so: nothing for one."""
    if count > 1:
        canvas.text(at, f"\N{MULTIPLICATION SIGN} {count}", 3.4, bold=True)


def d_ring(canvas: Canvas, at: Point, way: complex, width: float) -> None:
    """A ring whose bar is there, its bow in a direction."""
    side = 1j * way * width / 2
    angles = [math.pi * n / 12 for n in range(13)]
    bow = [at + way * width * 0.62 * math.sin(a) - side * math.cos(a) for a in angles]
    canvas.ring("metal", [at - side, *bow, at + side])
    canvas.ring("metal-light", [at - side, *bow, at + side])


def buckle_half(canvas: Canvas, at: Point, way: complex, width: float) -> None:
    """Half a side-release buckle whose bar is there, the end that clicks into the other in a direction."""
    side, neck = 1j * way * width / 2, 0.62
    frame = [at - side, at + 3.6 * way - side, at + 3.6 * way + side, at + side]
    body = [at + 3.6 * way - side, at + 11 * way - neck * side, at + 11 * way + neck * side, at + 3.6 * way + side]
    for outline in (body, frame):
        canvas.ring("metal", outline)
        canvas.ring("metal-light", outline)


def lock_frame(canvas: Canvas, at: Point, way: complex, width: float) -> None:
    """A ladder lock whose near bar is there, its frame with the middle bar in a direction."""
    side = 1j * way * width / 2
    for near, far in ((0.0, 4.5), (4.5, 9.0)):
        outline = [at + near * way - side, at + far * way - side, at + far * way + side, at + near * way + side]
        canvas.ring("metal", outline)
        canvas.ring("metal-light", outline)


def hardware(canvas: Canvas, kind: str, at: Point, way: complex, width: float) -> None:
    """What a strip is led round, by its kind: its bar is there, the rest of it in a direction; mostly a ring."""
    _HARDWARE.get(kind, d_ring)(canvas, at, way, width)


_HARDWARE = {"buckle": buckle_half, "ladder-lock": lock_frame}


def broken(canvas: Canvas, a: Point, b: Point) -> None:
    """The zigzag from side to side of a strip, of which more is left out."""
    step, out = (b - a) / 6, 1j * unit(b - a) * 0.9
    zigzag = [a - step * 0.4, *(a + step * (n + 0.5) + out * (-1) ** n for n in range(6)), b + step * 0.4]
    canvas.area("plate", rounded_along(zigzag, 0.6))


def teeth(canvas: Canvas, points: Sequence[Point], puller: float | None = None) -> None:
    """The coil of a zip along a chain, its slider at some share of the length."""
    canvas.line("coil", *points)
    canvas.line("teeth", *points)
    if puller is not None:
        at, way = at_length(points, long(points) * puller)
        side = 1j * way * 1.0
        canvas.ring(
            "puller", [at - way * 1.6 - side, at + way * 1.6 - side, at + way * 1.6 + side, at - way * 1.6 + side]
        )


def bar(canvas: Canvas, points: Sequence[Point], tone: Tone, right_on_left: bool, thick: float = 1.2) -> None:
    """A cloth in section along a chain: the half on which its right side is has that tone."""
    canvas.cloth(rounded_along(points, thick / 2), tone, False, "")
    canvas.area(f"{tone}-right", beside(points, thick / 2 if right_on_left else -thick / 2))
    canvas.area_edge("thin", rounded_along(points, thick / 2))
    canvas.busy.append(along(points, thick / 2 + 0.4))


def arc(centre: Point, radius: float, start: float, end: float) -> list[Point]:
    """Points round a bend, by degrees."""
    return [centre + cmath.rect(radius, math.radians(start + (end - start) * n / 10)) for n in range(11)]


def needle(canvas: Canvas, x: float, low: float, high: float) -> None:
    """The seam through the layers of a section."""
    seam(canvas, [complex(x, high), complex(x, low)], stops=False, arrow=False)


def stack(
    canvas: Canvas, at: Point, layers: Sequence[tuple[Tone, bool, str]], sewn: bool = True, beside: str = ""
) -> None:
    """A small section through what lies on each other, from top to table: the dark half is the right side. How far
    *beside* its edge the uppermost is sewn stands over it.
    """
    with canvas.foot():
        y = at.imag
        for tone, right_up, told in layers:
            bar(canvas, [complex(at.real, y), complex(at.real + 15, y)], tone, right_up, 1.5)
            canvas.text(complex(at.real + 18.5, y), told, SMALL, bold=True)
            y -= 4.0
        if sewn:
            needle(canvas, at.real + 3.2, y + 2.2, at.imag + 1.8)
        if beside:
            dimension(canvas, at, at + 3.2, beside, 3.2j)


def scale_bar(canvas: Canvas, scale: float, told: dict[float, str], at: Point) -> None:
    """How long a round length is in this figure."""
    length = next((each for each in sorted(told, reverse=True) if each * scale <= 18), min(told))
    end = at + length * scale
    left, _, right, _ = canvas.box_of(0j, told[length], SMALL)
    with canvas.foot():
        for x, y in ((at, end), (at - 0.7j, at + 0.7j), (end - 0.7j, end + 0.7j)):
            canvas.line("thin", x, y)
        canvas.text(end + 1.2 + (right - left) / 2, told[length], SMALL)


def scissors(canvas: Canvas, at: Point) -> None:
    """Scissors that cut leftward, their tips there."""
    for side in (1, -1):
        canvas.line("shaft", at + complex(0, side), at + complex(6.2, -side * 1.1))
        canvas.put("block", circle(at + complex(7.4, -side * 1.3), 1.2))


def slider(canvas: Canvas, at: Point) -> None:
    """A slider's puller in section."""
    canvas.area("dark", rectangle(at.real - 1.1, at.imag - 1.1, at.real + 1.1, at.imag + 1.1))
    canvas.busy.append(disc_area(at, 1.4))
