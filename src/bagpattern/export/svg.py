"""SVG: one user unit is one mm, y turned downward here and nowhere else. The only module that knows svgwrite.

Presentation attributes on groups, no style sheet, marker, clip path or reference: cutters and old programs drop those
[print 3.1]. svgwrite's own validation stays off (it refuses data attributes and lets NaN pass): numbers are checked
here.
"""

from __future__ import annotations

import os
import re
import tempfile
from math import pi
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from bagpattern.drawing import sheets
from bagpattern.drawing.magnified import magnified
from bagpattern.drawing.model import Drawing, Item, Layer, Shape, Style, Text
from bagpattern.export._exporter import Exporter, Files, Job
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import SAME
from bagpattern.geometry.segments import Arc, Segment, Straight
from bagpattern.model.pattern import Pattern

if TYPE_CHECKING:
    import svgwrite

FONT = "DejaVu Sans, Verdana, Arial, sans-serif"
_INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
_OURS = "urn:bagpattern:settings"
_CONTROL = r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class Svg(Exporter):
    """One file a drawing."""

    title = "drawings at true scale"
    suffix = "svg"
    reads = ("svg_dpi",)

    def files(self, job: Job) -> Files:
        """Each drawing as UTF-8 text."""
        return {
            job.name(self.suffix, part): svg_text(each, int(job.options.svg_dpi)).encode()
            for part, each in job.drawings.items()
        }


def write_svg(pattern: Pattern, path: str | os.PathLike[str], paper: str = "full") -> tuple[str, ...]:
    """Write a pattern's sheets and return the paths: *path* itself for one sheet, else numbered beside it.

    Every file is written whole or not at all. Raises OSError when one cannot be written, ValueError for unknown paper.
    """
    drawn = sheets(pattern, paper)
    texts = [svg_text(each) for each in drawn]
    stem, suffix = os.path.splitext(os.fspath(path))
    digits = max(2, len(str(len(texts))))
    names = [f"{stem}-{i:0{digits}}{suffix}" for i in range(1, len(texts) + 1)] if len(texts) > 1 else [os.fspath(path)]
    for name, text in zip(names, texts, strict=True):
        _write_whole(name, text)
    return tuple(names)


def _write_whole(path: str, text: str) -> None:
    """Write beside the target, then rename: a reader never sees half a file."""
    folder = os.path.dirname(path) or "."
    handle, name = tempfile.mkstemp(dir=folder, prefix=".bagpattern-", suffix=".svg")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def svg_text(drawing: Drawing, dpi: int = 0) -> str:
    """The drawing as SVG text: same drawing, same text. Raises ValueError for a number that is not finite.

    With *dpi*, sizes and coordinates are bare pixels of 1/dpi in, for programs that ignore mm [print 3.1].
    """
    import svgwrite  # 80 ms of import, most of it for web fonts that are never used

    drawing = magnified(drawing, dpi / 25.4) if dpi else drawing
    width, height = number(drawing.width), number(drawing.height)
    if dpi:
        svg = svgwrite.Drawing(size=(width, height), debug=False)
    else:
        svg = svgwrite.Drawing(size=(f"{width}mm", f"{height}mm"), viewBox=f"0 0 {width} {height}", debug=False)
    svg["xmlns:inkscape"] = _INKSCAPE
    svg.set_desc(title=clean(drawing.title), desc=clean(drawing.description))
    if drawing.settings:
        svg["xmlns:bagpattern"] = _OURS
        svg.set_metadata(_settings(drawing.settings))
    writer = _Writer(svg, drawing)
    for layer in drawing.layers:
        svg.add(writer.layer(layer))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(svg.get_xml(), encoding="unicode")}\n'


def _settings(text: str) -> Element:
    """The settings as a foreign element: metadata that any program skips."""
    element = Element("bagpattern:settings")
    element.text = clean(text)
    return element


def number(value: float) -> str:
    """At most three decimals, no trailing zeros, no minus zero. Raises ValueError for NaN and infinity."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    if text[-1] in "nf":  # nan, inf
        raise ValueError(f"a drawing holds a coordinate that is not a number: {value}")
    return "0" if text == "-0" else text


def clean(text: str) -> str:
    """The text without characters that XML forbids."""
    return text if text.isprintable() else re.sub(_CONTROL, "", text)


class _Leaf:
    """A path or text as XML, ready to stand among svgwrite's elements: those take three times as long to make."""

    __slots__ = ("xml",)

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.xml = Element(name, attributes)

    def get_xml(self) -> Element:
        """The element: what svgwrite asks of all that a group holds."""
        return self.xml


class _Writer:
    """Turns items into svgwrite groups with ready leaves, for one drawing."""

    def __init__(self, svg: svgwrite.Drawing, drawing: Drawing) -> None:
        from svgwrite.container import Group

        self.svg, self.drawing, self.height, self.group_of = svg, drawing, drawing.height, Group

    def layer(self, layer: Layer) -> Any:
        """An Inkscape layer; inside it one group per role, which carries the line's looks."""
        group = self.group_of(factory=self.svg, id=f"layer-{layer.id}")
        group.attribs.update({"class": layer.id, "inkscape:groupmode": "layer", "inkscape:label": layer.title})
        for role in dict.fromkeys(item.role for item in layer.items):
            group.add(self.role(layer, role))
        return group

    def role(self, layer: Layer, role: str) -> Any:
        """All items of one role on one layer."""
        items = [item for item in layer.items if item.role == role]
        texts, style = isinstance(items[0], Text), self.drawing.style_of(role)
        group = self.group_of(factory=self.svg, id=f"{layer.id}-{role}")
        group.attribs["class"] = role
        group.attribs.update(_letters(style) if texts else _stroke(style))
        group.elements.extend(map(self.item, items))
        return group

    def item(self, item: Item) -> _Leaf:
        """One path or text; attributes in the order of the alphabet, as svgwrite has them."""
        return self.path(item) if isinstance(item, Shape) else self.text(item)

    def path(self, shape: Shape) -> _Leaf:
        """One path element."""
        data = " ".join([path_data(path, self.height) for path in shape.paths])
        facts = (("piece", shape.piece), *shape.data) if shape.piece else shape.data
        attributes = {"class": shape.role, "d": data}
        attributes.update((f"data-{key}", clean(value)) for key, value in sorted(facts) if value)
        attributes["id"] = shape.id
        leaf = _Leaf("path", attributes)
        if shape.title:
            SubElement(leaf.xml, "title").text = clean(shape.title)
        return leaf

    def text(self, text: Text) -> _Leaf:
        """One text element."""
        attributes = {"data-piece": text.piece} if text.piece else {}
        attributes["font-size"] = number(text.size)
        if text.bold:
            attributes["font-weight"] = "bold"
        if text.anchor != "start":
            attributes["text-anchor"] = text.anchor
        attributes["x"], attributes["y"] = number(text.x), number(self.height - text.y)
        leaf = _Leaf("text", attributes)
        leaf.xml.text = clean(text.content)
        return leaf


def _stroke(style: Style) -> dict[str, str]:
    looks = {"fill": "none" if style.fill is None else _grey(style.fill), "stroke": style.colour or _grey(style.grey)}
    looks |= {"stroke-width": number(style.width), "stroke-linejoin": "round"}
    if style.dash:
        looks["stroke-dasharray"] = " ".join(map(number, style.dash))
    if style.round_ends:
        looks["stroke-linecap"] = "round"
    return looks


def _letters(style: Style) -> dict[str, str]:
    return {"font-family": FONT, "fill": _grey(style.fill or 0.0), "stroke": "none"}


def _grey(share: float) -> str:
    return "#" + f"{round(share * 255):02x}" * 3


def path_data(path: Path, height: float) -> str:
    """A path as SVG path data, y counted down from *height*."""
    segments, start = path.segments, path.start
    steps = [f"M{number(start.real)} {number(height - start.imag)}"]
    if abs(path.end - start) > SAME:
        return " ".join(steps + [_step(segment, height) for segment in segments])
    last = segments[-1:] if not isinstance(segments[-1], Straight) else ()
    return " ".join(steps + [_step(segment, height) for segment in (*segments[:-1], *last)]) + "Z"


def _step(segment: Segment, height: float) -> str:
    end = f"{number(segment.end.real)} {number(height - segment.end.imag)}"
    if isinstance(segment, Straight):
        return f"L{end}"
    if isinstance(segment, Arc):
        radius = number(segment.radius)
        return f"A{radius} {radius} 0 {int(abs(segment.sweep) > pi)} {int(segment.sweep < 0)} {end}"
    first, second = segment.first, segment.second
    handles = (first.real, height - first.imag, second.real, height - second.imag)
    return f"C{' '.join(map(number, handles))} {end}"
