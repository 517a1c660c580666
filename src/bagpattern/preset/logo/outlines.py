"""The outlines of an SVG: path data and plain shapes as paths of straight lines and cubics."""

from __future__ import annotations

import cmath
import math
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from bagpattern.errors import quoted
from bagpattern.geometry.cubic import Cubic
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import SAME, Point
from bagpattern.geometry.segments import Segment, Straight
from bagpattern.preset.logo.numerals import FARTHEST, numbers_in
from bagpattern.said import Name
from bagpattern.words import words

Map = Callable[[Point], Point]
_LETTER = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])")
_FUNCTION = re.compile(r"(\w+)\s*\(([^()]*)\)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = (3, 4)
"""Which numbers of an arc are flags: digits that may be written together with what follows them."""
_ROUND = 0.5522847498307936
"""The share of its radius at which a cubic's control points make a quarter of a circle."""


def outlines(data: str, to: Map) -> tuple[Path, ...]:
    """The paths of path data. Raises ValueError for what is none."""
    pen = _Pen()
    for letter, numbers in _commands(data):
        pen.go(letter, numbers)
    return tuple(path for part in pen.parts if (path := _path(part, to)))


def polygon(points: list[float], closed: bool, to: Map) -> tuple[Path, ...]:
    """The path of a polygon or a polyline, by the coordinates of its corners. Raises ValueError for half a corner."""
    if len(points) % 2 or len(points) < len("xyxy"):
        raise ValueError(words("has corners of which one coordinate is missing"))
    corners = [complex(x, y) for x, y in zip(points[::2], points[1::2], strict=True)]
    line: list[Segment] = [Straight(p, q) for p, q in pairwise([*corners, *(corners[:1] if closed else [])])]
    found = _path(line, to)
    return (found,) if found else ()


def ellipse(middle: Point, rx: float, ry: float, to: Map) -> tuple[Path, ...]:
    """The path of an ellipse or a circle."""
    ways = [complex(rx, 0), complex(0, ry), complex(-rx, 0), complex(0, -ry)]
    quarters: list[Segment] = [
        Cubic(middle + a, middle + a + _ROUND * b, middle + b + _ROUND * a, middle + b)
        for a, b in pairwise([*ways, ways[0]])
    ]
    found = _path(quarters, to)
    return (found,) if found else ()


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    before, *rest = _LETTER.split(data)
    if before.strip(" \t\r\n,"):
        raise ValueError(words("{data} is no path data", data=quoted(data[:40])))
    for letter, given in zip(rest[::2], rest[1::2], strict=True):
        kind = letter.upper()
        yield from _parted(letter, numbers_in(given, _TAKES[kind] or 1, _FLAGS if kind == "A" else ()))


def _parted(letter: str, numbers: list[float]) -> Iterator[tuple[str, list[float]]]:
    """A command as often as its numbers are enough for; what follows a move are lines."""
    takes = _TAKES[letter.upper()]
    if not takes:
        if numbers:
            raise ValueError(words("has {count} numbers after {letter}", count=len(numbers), letter=Name(letter)))
        yield letter, numbers
        return
    if not numbers or len(numbers) % takes:
        raise ValueError(
            words(
                "has {count} numbers after {letter}, which takes {takes}",
                count=len(numbers),
                letter=Name(letter),
                takes=takes,
            )
        )
    for at in range(0, len(numbers), takes):
        line = {"M": "L", "m": "l"}.get(letter, letter) if at else letter
        yield line, numbers[at : at + takes]


class _Pen:
    """Follows commands; ``parts`` are the chains that it has drawn."""

    def __init__(self) -> None:
        self.parts: list[list[Segment]] = []
        self.at = self.start = self.pulled = 0j
        self.before = ""

    def go(self, letter: str, numbers: list[float]) -> None:
        """One command; what begins without a move begins where the last one was."""
        kind, by = letter.upper(), self.at if letter.islower() else 0j
        if kind == "M":
            self.at = self.start = by + complex(*numbers)
            self.parts.append([])
        elif kind == "Z":
            self._line(self.start)
        elif kind in "HV":
            self._straight(kind, numbers[0], letter.islower())
        elif kind == "A":
            self._arc(numbers, by + complex(*numbers[5:]))
        elif kind == "L":
            self._line(by + complex(*numbers))
        else:
            self._curve(kind, [by + complex(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)])
        self.before = kind

    def _part(self) -> list[Segment]:
        if not self.parts or (self.before == "Z" and self.parts[-1]):
            self.parts.append([])
        return self.parts[-1]

    def _line(self, to: Point) -> None:
        self._part().append(Straight(self.at, to))
        self.at = to

    def _straight(self, kind: str, number: float, relative: bool) -> None:
        if kind == "H":
            self._line(complex(number + (self.at.real if relative else 0), self.at.imag))
        else:
            self._line(complex(self.at.real, number + (self.at.imag if relative else 0)))

    def _curve(self, kind: str, points: list[Point]) -> None:
        """Cubics and quadratics; of smooth ones the first control point mirrors the last one before."""
        family = "CS" if kind in "CS" else "QT"
        mirrored = 2 * self.at - self.pulled if self.before and self.before in family else self.at
        if kind in "ST":
            points = [mirrored, *points]
        if family == "QT":
            pulled, end = points
            first, second = self.at + (pulled - self.at) * 2 / 3, end + (pulled - end) * 2 / 3
        else:
            first, second, end = points
            pulled = second
        self._part().append(Cubic(self.at, first, second, end))
        self.at, self.pulled = end, pulled

    def _arc(self, numbers: list[float], end: Point) -> None:
        """An elliptical arc as cubics of at most a quarter, as SVG 1.1 F.6 finds its centre."""
        rx, ry, degrees, large, sweep = abs(numbers[0]), abs(numbers[1]), *numbers[2:5]
        if not rx or not ry or abs(end - self.at) <= SAME:
            self._line(end)
            return
        if min(rx, ry) < SAME:
            raise ValueError(words("has an arc of the radius {radius}: draw a line", radius=Name(str(min(rx, ry)))))
        turn = cmath.rect(1.0, math.radians(degrees))
        own = [complex((p / turn).real / rx, (p / turn).imag / ry) for p in (self.at, end)]
        half = (own[1] - own[0]) / 2
        grown = max(abs(half), 1.0)
        rise = math.sqrt(max(1.0 - abs(half / grown) ** 2, 0.0)) * grown
        side = 1j if bool(large) != bool(sweep) else -1j
        middle = (own[0] + own[1]) / 2 + side * half / abs(half) * rise
        self._sweep([(p - middle) / grown for p in own], middle, grown, bool(sweep), (rx, ry, turn))

    def _sweep(
        self, ends: list[complex], middle: Point, grown: float, forward: bool, shape: tuple[float, float, complex]
    ) -> None:
        start, angle = cmath.phase(ends[0]), cmath.phase(ends[1] / ends[0])
        if forward != (angle > 0):
            angle += math.tau if forward else -math.tau
        count = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
        step = angle / count
        pull = 4 / 3 * math.tan(step / 4)
        rx, ry, turn = shape

        def paper(p: complex) -> Point:
            own = middle + grown * p
            return complex(own.real * rx, own.imag * ry) * turn

        part = self._part()
        for number in range(count):
            a, b = (cmath.rect(1.0, start + step * each) for each in (number, number + 1))
            part.append(Cubic(paper(a), paper(a + 1j * a * pull), paper(b - 1j * b * pull), paper(b)))
        self.at = part[-1].end


def _path(part: list[Segment], to: Map) -> Path | None:
    """The chain as it lies on paper, without segments that have no length; None where nothing is left.

    Raises ValueError where it lies farther away than FARTHEST.
    """
    placed = [each for each in (_placed(segment, to) for segment in part) if each.length > 10 * SAME]
    joined: list[Segment] = []
    for each in placed:
        if joined and each.start != joined[-1].end:
            each = _begun(each, joined[-1].end)
        joined.append(each)
    return Path(tuple(joined)) if joined else None


def _begun(segment: Segment, start: Point) -> Segment:
    """The same from where the one before it ends."""
    if isinstance(segment, Cubic):
        return Cubic(start, segment.first, segment.second, segment.end)
    return Straight(start, segment.end)


def _placed(segment: Segment, to: Map) -> Segment:
    if isinstance(segment, Cubic):
        return Cubic(*(_near(to(p)) for p in (segment.start, segment.first, segment.second, segment.end)))
    return Straight(_near(to(segment.start)), _near(to(segment.end)))


def _near(at: Point) -> Point:
    """The point, or ValueError: a sum, a transform and a tangent lead farther than the numbers that are written."""
    if not (abs(at.real) <= FARTHEST and abs(at.imag) <= FARTHEST):
        raise ValueError(words("lies farther away than {farthest}: draw it in the logo's viewBox", farthest=FARTHEST))
    return at


def affine(text: str) -> Map:
    """The map of a transform attribute. Raises ValueError for what is none."""
    maps = [_one(name, numbers_in(given)) for name, given in _FUNCTION.findall(text)]
    if _FUNCTION.sub("", text).replace(",", "").strip():
        raise ValueError(words("{text} is no transform", text=quoted(text[:40])))

    def whole(at: Point) -> Point:
        for each in reversed(maps):
            at = each(at)
        return at

    return whole


def _one(name: str, given: list[float]) -> Map:
    """One of the functions of a transform."""
    known: Mapping[str, Callable[..., tuple[float, ...]]] = {
        "matrix": lambda a, b, c, d, e, f: (a, b, c, d, e, f),
        "translate": lambda x, y=0.0: (1, 0, 0, 1, x, y),
        "scale": lambda x, y=None: (x, 0, 0, x if y is None else y, 0, 0),
        "rotate": _rotated,
        "skewX": lambda angle: (1, 0, math.tan(math.radians(angle)), 1, 0, 0),
        "skewY": lambda angle: (1, math.tan(math.radians(angle)), 0, 1, 0, 0),
    }
    try:
        a, b, c, d, e, f = known[name](*given)
    except (KeyError, TypeError):
        raise ValueError(
            words('"{name}" with {count} numbers is no transform', name=Name(name), count=len(given))
        ) from None
    return lambda p: complex(a * p.real + c * p.imag + e, b * p.real + d * p.imag + f)


def _rotated(angle: float, x: float = 0.0, y: float = 0.0) -> tuple[float, ...]:
    turn = cmath.rect(1.0, math.radians(angle))
    by = complex(x, y) - turn * complex(x, y)
    return turn.real, turn.imag, -turn.imag, turn.real, by.real, by.imag
