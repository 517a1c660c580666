"""SVG: outlines in plain colours. What else a file may hold, words, pictures, styles, scripts, is told, not guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from bagpattern.errors import InputError, Problem, reason
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point
from bagpattern.model.logo import Logo, Mark
from bagpattern.preset.logo.looks import handed_on, own_looks, plain_colour, untold_of_element, untold_of_shape
from bagpattern.preset.logo.numerals import numbers_in, size, within
from bagpattern.preset.logo.outlines import Map, affine, ellipse, outlines, polygon
from bagpattern.said import Name, Said
from bagpattern.words import words

MOST_SEGMENTS = 5_000
"""Lines and curves of a logo: one that is traced from a photograph has more."""
MOST_FAULTS = 10
_DEEPEST = 60
_LEAST = 0.01
"""Units of a logo's sides: its outlines are kept to some 0.00001."""
_PASSED_OVER = frozenset({"title", "desc", "metadata", "namedview", "defs"})
"""Elements that draw nothing; with all that is in them."""
_ADVICE = {
    "text": words("has letters: write them as paths (in Inkscape: Path, Object to Path)"),
    "image": words("has a picture in it: give that as a .png file"),
    "style": words("has a style sheet: save it as plain SVG, with its colours at its shapes"),
    "use": words("draws another element once more: write the shape itself (in Inkscape: Edit, Clone, Unlink)"),
    "script": words("has a script in it: save it as plain SVG"),
}
_OTHER = words("cannot be drawn: save the logo as plain SVG, of paths alone")


class _Place(NamedTuple):
    """What holds inside an element: where its coordinates lie, and how its shapes look."""

    to: Map
    looks: Mapping[str, str]


def svg_logo(content: bytes) -> Logo:
    """The logo. Raises InputError with each element and attribute that cannot be drawn, by line."""
    reader = _Reader()
    reader.read(content)
    if not reader.faults and not any(mark.paths for mark in reader.marks):
        reader.fault(words("has nothing that is drawn"), 0)
    if reader.faults:
        raise InputError(reader.faults[:MOST_FAULTS])
    return Logo(reader.width, reader.height, tuple(reader.marks))


class _Reader:
    """Collects the shapes of a document as they come, and its faults."""

    def __init__(self) -> None:
        self.width = self.height = 0.0
        self.marks: list[Mark] = []
        self.faults: list[Problem] = []
        self.inside: list[_Place] = []
        self.segments, self.passed = 0, 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.begin, self.end
        self.parser.StartDoctypeDeclHandler = self.declared

    def read(self, content: bytes) -> None:
        """All of it; what is no XML is one fault."""
        try:
            self.parser.Parse(content, True)
        except expat.ExpatError as error:
            self.fault(words("is no SVG: {messages}", messages=Name(expat.errors.messages[error.code])), error.lineno)
        except _DeclaredError:
            self.fault(words("declares a document type: save it as plain SVG"), self.parser.CurrentLineNumber)

    def declared(self, *_: object) -> None:
        """A document type may declare texts that stand for others, without end: nothing after it is read."""
        raise _DeclaredError

    def fault(self, message: Said, line: int | None = None) -> None:
        """What is wrong, where the document is read now."""
        at = self.parser.CurrentLineNumber if line is None else line
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Problem("", message, line=at))

    def begin(self, name: str, given: Mapping[str, str]) -> None:
        """An element: the whole, a group, a shape, or what is told."""
        kind, own = name.rpartition(" ")[2], own_looks(given)
        hidden = kind in _PASSED_OVER or (self.inside and name.startswith("http://www.inkscape.org"))
        if self.passed or hidden or own.get("display") == "none":
            self.passed += 1
            return
        if not self.inside:
            self._whole(kind, given, own)
            return
        place = self._within(given, own)
        self.inside.append(place)
        if len(self.inside) > _DEEPEST:
            self.fault(words("has groups in groups without end"))
        if kind in _SHAPES:
            self._shape(kind, given, place)
        elif kind not in ("g", "a"):
            self.fault(
                words(
                    "<{kind}> {advice}",
                    kind=Name(kind),
                    advice=_ADVICE.get(kind, _OTHER),
                )
            )

    def end(self, _: str) -> None:
        """The end of an element."""
        if self.passed:
            self.passed -= 1
        elif self.inside:
            self.inside.pop()

    def _whole(self, kind: str, given: Mapping[str, str], own: Mapping[str, str]) -> None:
        """The size, and from its coordinates to those of the logo, y up."""
        if kind != "svg":
            self.fault(words("is no SVG: it begins with <{kind}>", kind=Name(kind)))
        left, top, self.width, self.height = 0.0, 0.0, 1.0, 1.0
        try:
            left, top, self.width, self.height = _frame(given)
        except ValueError as error:
            self.fault(words("<svg> {error}", error=reason(error)))
        if "transform" in given:
            self.fault(words("<svg> has a transform, which is not read: give it to a group"))
        self._told(untold_of_element(own))
        bottom, looks = top + self.height, handed_on({"fill": "black"}, own)
        self.inside.append(_Place(lambda p: complex(p.real - left, bottom - p.imag), looks))

    def _within(self, given: Mapping[str, str], own: Mapping[str, str]) -> _Place:
        outer = self.inside[-1]
        self._told(untold_of_element(own))
        try:
            inner = affine(given.get("transform", ""))
        except ValueError as error:
            self.fault(words("transform {error}", error=reason(error)))
            inner = affine("")
        return _Place(lambda p: outer.to(inner(p)), handed_on(outer.looks, own))

    def _told(self, messages: Iterable[str]) -> None:
        for each in messages:
            self.fault(Name(each))

    def _shape(self, kind: str, given: Mapping[str, str], place: _Place) -> None:
        looks = place.looks
        try:
            paths = _SHAPES[kind](given, place.to)
            filled, colour = plain_colour(looks.get("fill", "")), plain_colour(looks.get("stroke", "none"))
            width = _width(looks, place.to) if colour else 0.0
        except ValueError as error:
            self.fault(words("<{kind}> {error}", kind=Name(kind), error=reason(error)))
            return
        self.segments += sum(len(path.segments) for path in paths)
        if self.segments > MOST_SEGMENTS:
            self.fault(
                words(
                    "has more than {most_segments} lines and curves: a logo has fewer",
                    most_segments=MOST_SEGMENTS,
                )
            )
            self.passed = 1 << 30
        elif paths and (filled or colour):
            self._told(untold_of_shape(looks, paths, filled, colour))
            ends, corners = (looks.get(f"stroke-line{each}") == "round" for each in ("cap", "join"))
            self.marks.append(Mark(paths, filled, colour, width, ends, corners))


class _DeclaredError(Exception):
    """A document type is declared."""


def _frame(given: Mapping[str, str]) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is seen. Raises ValueError where they are not told."""
    if "viewBox" not in given and not {"width", "height"} <= given.keys():
        raise ValueError(words("says no size: give it a viewBox"))
    framed = "viewBox" in given
    frame = numbers_in(given["viewBox"]) if framed else [0.0, 0.0, size(given["width"]), size(given["height"])]
    if len(frame) != len("xywh") or min(frame[2:]) < _LEAST:
        raise ValueError(
            words(
                "needs a viewBox of four numbers, of which width and height are {least} or more",
                least=Name(str(_LEAST)),
            )
        )
    left, top, width, height = frame
    return left, top, width, height


def _width(looks: Mapping[str, str], to: Map) -> float:
    """Of a line, as it lies in the logo. Raises ValueError for what is none."""
    width = size(looks.get("stroke-width", "1"))
    if width < 0:
        raise ValueError(words("stroke-width {width} is below 0: write how wide the line is", width=Name(f"{width:g}")))
    return within(width * _scale(to))


def _scale(to: Map) -> float:
    """How much larger lines become."""
    origin = to(0j)
    x, y = to(1 + 0j) - origin, to(1j) - origin
    return float(abs((x.conjugate() * y).imag) ** 0.5)


def _number(given: Mapping[str, str], key: str, usual: float = 0.0) -> float:
    return size(given[key]) if key in given else usual


def _rectangle(given: Mapping[str, str], to: Map) -> tuple[Path, ...]:
    """With its corners square; rounded ones are told, as they are drawn by a path."""
    if "rx" in given or "ry" in given:
        raise ValueError(words("has round corners: write it as a path (in Inkscape: Path, Object to Path)"))
    x, y, wide, high = (_number(given, key) for key in ("x", "y", "width", "height"))
    return polygon([x, y, x + wide, y, x + wide, y + high, x, y + high], True, to)


def _circle(given: Mapping[str, str], to: Map) -> tuple[Path, ...]:
    radius = _number(given, "r")
    return ellipse(_middle(given), _number(given, "rx", radius), _number(given, "ry", radius), to)


def _middle(given: Mapping[str, str]) -> Point:
    return complex(_number(given, "cx"), _number(given, "cy"))


def _line(given: Mapping[str, str], to: Map) -> tuple[Path, ...]:
    return polygon([_number(given, key) for key in ("x1", "y1", "x2", "y2")], False, to)


_SHAPES = {
    "path": lambda given, to: outlines(given.get("d", ""), to),
    "polygon": lambda given, to: polygon(numbers_in(given.get("points", "")), True, to),
    "polyline": lambda given, to: polygon(numbers_in(given.get("points", "")), False, to),
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _circle,
    "line": _line,
}
