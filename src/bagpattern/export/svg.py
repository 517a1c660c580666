"""SVG: one user unit is one mm, y turned downward here and in ``_svg_paths``. The only module that knows svgwrite.

Presentation attributes on groups, no style sheet, marker, clip path or reference: cutters and old programs drop those
[print 3.1]. svgwrite's own validation stays off (it refuses data attributes and lets NaN pass): numbers are checked
here.
"""

from __future__ import annotations

import errno
import os
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any
from xml.etree.ElementTree import Comment, Element, tostring

from bagpattern.drawing import sheets
from bagpattern.drawing.magnified import magnified
from bagpattern.drawing.model import Drawing, Item, Layer, Look, Shape, Text, plain, size_in
from bagpattern.errors import InputError, Problem
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._markup import clean, escaped, quoted
from bagpattern.export._rasters import plain_png
from bagpattern.export._svg_paths import area_data, number, path_data
from bagpattern.export._svgwrite import svgwrite
from bagpattern.model.logo import Raster
from bagpattern.model.pattern import Pattern, proper
from bagpattern.on_disk import why_refused
from bagpattern.options import file_name
from bagpattern.said import Name
from bagpattern.words import words

FONT = "DejaVu Sans, Verdana, Arial, sans-serif"
_INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
_OURS = "urn:bagpattern:settings"


class Svg(Exporter):
    """One file a drawing."""

    title = "drawings at true scale"
    suffix = "svg"
    reads = ("svg_dpi",)

    def files(self, job: Job) -> Files:
        """Each drawing as UTF-8 text."""
        return {
            job.name(self.suffix, part): svg_text(each, job.options.svg_dpi).encode()
            for part, each in job.drawings.items()
        }


def write_svg(pattern: Pattern, path: str | os.PathLike[str], paper: str = "full") -> tuple[str, ...]:
    """Write a pattern's sheets and return the paths: *path* itself for one sheet, else numbered beside it.

    Every file is written whole or not at all. Raises InputError when one cannot be written, and for unknown paper.
    """
    with _refusing("path"):
        whole = file_name(path)
    with _refusing("paper"):
        drawn = sheets(proper(pattern), paper)
    texts = [svg_text(each) for each in drawn]
    stem, suffix = os.path.splitext(whole)
    digits = max(2, len(str(len(texts))))
    names = [f"{stem}-{i:0{digits}}{suffix}" for i in range(1, len(texts) + 1)] if len(texts) > 1 else [whole]
    for name, text in zip(names, texts, strict=True):
        _write_whole(name, text)
    return tuple(names)


@contextmanager
def _refusing(key: str) -> Iterator[None]:
    """Has a value that cannot be read refused by the name of its argument."""
    try:
        yield
    except ValueError as error:
        raise InputError([Problem(key, error.args[0])]) from None


def _write_whole(path: str, text: str) -> None:
    """Write beside the target, then rename: a reader never sees half a file. Raises InputError, naming the target."""
    import tempfile  # which the command line, writing in its own way, is spared

    folder = os.path.dirname(path) or "."
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            raise OSError(errno.EISDIR, "there is something of that name that is no file")
        handle, name = tempfile.mkstemp(dir=folder, prefix=".bagpattern-", suffix=".svg")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except (OSError, ValueError) as error:
        told = words("cannot be written: {why_refused}", why_refused=Name(why_refused(error)))
        raise InputError([Problem("", told, path)]) from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def svg_text(drawing: Drawing, dpi: int = 0, screen: bool = False) -> str:
    """The drawing as SVG text: same drawing, same text. Raises ValueError for a number that is not finite.

    With *dpi*, sizes and coordinates are bare pixels of 1/dpi in, for programs that ignore mm [print 3.1]. For a
    *screen* it is as wide as the window, not as what it draws.
    """
    drawing = magnified(drawing, dpi / 25.4) if dpi else drawing
    svg = svgwrite().Drawing(**_frame(drawing, dpi, screen), debug=False)
    svg["xmlns:inkscape"] = _INKSCAPE
    svg.set_desc(title=clean(drawing.title), desc=clean(drawing.in_pixels.get(dpi, drawing.description)))
    if drawing.settings:
        svg["xmlns:bagpattern"] = _OURS
        svg.set_metadata(_settings(drawing.settings))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{_Writer(svg, drawing).document()}\n'


def inline_svg(drawing: Drawing, prefix: str, alt: str = "") -> str:
    """The drawing as an element of a page, its ids begun with a *prefix* that no other on the page has.

    *alt* is what is read aloud in its place; without, it is passed over.
    """
    svg = svgwrite().Drawing(**_frame(drawing, 0, False), debug=False)
    svg["xmlns:inkscape"] = _INKSCAPE
    svg.attribs.update({"role": "img", "aria-label": clean(alt)} if alt else {"aria-hidden": "true"})
    return _Writer(svg, drawing, f"{prefix}-").document()


def _frame(drawing: Drawing, dpi: int, screen: bool) -> dict[str, Any]:
    """How large it is shown, and what is shown of its coordinates."""
    width, height = number(drawing.width), number(drawing.height)
    if dpi:
        return {"size": (width, height)}
    size = ("100%", "auto") if screen else (f"{width}mm", f"{height}mm")
    return {"size": size, "viewBox": f"0 0 {width} {height}"}


def _settings(text: str) -> Element:
    """The settings as a foreign element: metadata that any program skips."""
    element = Element("bagpattern:settings")
    element.text = clean(text)
    return element


class _Written(dict[Any, str]):
    """Numbers or texts as they are written, each set once a drawing: most stand in it three times."""

    def __init__(self, write: Callable[[Any], str]) -> None:
        self.write = write

    def __missing__(self, value: Any) -> str:
        text = self[value] = self.write(value)
        return text


class _Leaves:
    """Where the paths and texts of a group will stand: svgwrite's own elements take ten times as long to make."""

    mark = "leaves"

    def get_xml(self) -> Any:
        """What svgwrite asks of all that a group holds: here a comment, which is to be replaced."""
        return Comment(self.mark)


class _Writer:
    """Turns items into svgwrite groups, and their paths and texts into ready text, for one drawing."""

    def __init__(self, svg: Any, drawing: Drawing, prefix: str = "") -> None:
        self.prefix = prefix
        self.svg, self.drawing, self.height, self.group_of = svg, drawing, drawing.height, svgwrite().container.Group
        self.figure, self.escaped, self.quoted = (_Written(each).__getitem__ for each in (number, escaped, quoted))
        self.leaves: list[str] = []

    def document(self) -> str:
        """All layers, and in each group's place its leaves."""
        for layer in self.drawing.layers:
            self.svg.add(self.layer(layer))
        frame = tostring(self.svg.get_xml(), encoding="unicode").split(f"<!--{_Leaves.mark}-->")
        return "".join(chain.from_iterable(zip(frame, [*self.leaves, ""], strict=True)))

    def layer(self, layer: Layer) -> Any:
        """An Inkscape layer; inside it one group per role, which carries the line's looks."""
        group = self.group_of(factory=self.svg, id=f"{self.prefix}layer-{layer.id}")
        group.attribs.update({"class": layer.id, "inkscape:groupmode": "layer", "inkscape:label": layer.title})
        roles: dict[str, list[Item]] = {}
        for item in layer.items:
            roles.setdefault(item.role, []).append(item)
        for role, items in roles.items():
            group.add(self.role(f"{self.prefix}{layer.id}-{plain(role)}", role, items))
        return group

    def role(self, name: str, role: str, items: Sequence[Item]) -> Any:
        """All items of one role on one layer."""
        texts, style = isinstance(items[0], Text), self.drawing.style_of(role)
        group = self.group_of(factory=self.svg, id=name)
        group.attribs["class"] = plain(role)
        group.attribs.update(_letters(style) if texts else _stroke(style))
        group.elements.append(_Leaves())
        self.leaves.append("".join([self.path(each) if isinstance(each, Shape) else self.text(each) for each in items]))
        return group

    def path(self, shape: Shape) -> str:
        """One path element; attributes in the order of the alphabet, as svgwrite has them."""
        if shape.picture:
            return self.picture(shape, shape.picture)
        if self.drawing.style_of(shape.role).filled:
            data = "".join([area_data(path, self.height) for path in shape.paths])
        else:
            data = " ".join([path_data(path, self.height, self.figure) for path in shape.paths])
        facts = (("piece", shape.piece), ("size", size_in(shape.role)), *shape.data) if shape.piece else shape.data
        said = "".join([f' data-{key}="{self.quoted(value)}"' for key, value in sorted(facts) if value])
        opening = f'<path class="{plain(shape.role)}" d="{data}"{said} id="{self.prefix}{self.quoted(shape.id)}"'
        return f"{opening}><title>{self.escaped(shape.title)}</title></path>" if shape.title else f"{opening} />"

    def picture(self, shape: Shape, picture: Raster) -> str:
        """One image element, all of the picture in it."""
        left, low, right, top = shape.paths[0].bounds
        place = f'x="{self.figure(left)}" y="{self.figure(self.height - top)}"'
        size = f'width="{self.figure(right - left)}" height="{self.figure(top - low)}"'
        data = b64encode(plain_png(picture)).decode()
        return f'<image {place} {size} id="{self.prefix}{self.quoted(shape.id)}" href="data:image/png;base64,{data}" />'

    def text(self, text: Text) -> str:
        """One text element."""
        figure = self.figure
        piece = f' data-piece="{self.quoted(text.piece)}"' if text.piece else ""
        weight = ' font-weight="bold"' if text.bold else ""
        anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
        place = f'x="{figure(text.x)}" y="{figure(self.height - text.y)}"'
        looks = f'font-size="{figure(text.size)}"{weight}{anchor}'
        return f"<text{piece} {looks} {place}>{self.escaped(text.content)}</text>"


def _stroke(style: Look) -> dict[str, str]:
    plain = "none" if style.fill is None else _grey(style.fill)
    looks = {"fill": style.filled or plain, "stroke": style.colour or _grey(style.grey)}
    looks |= {"stroke-width": number(style.width), "stroke-linejoin": "miter" if style.sharp else "round"}
    if style.dash:
        looks["stroke-dasharray"] = " ".join(map(number, style.dash))
    if style.round_ends:
        looks["stroke-linecap"] = "round"
    return looks


def _letters(style: Look) -> dict[str, str]:
    return {"font-family": FONT, "fill": _grey(style.fill or 0.0), "stroke": "none"}


def _grey(share: float) -> str:
    return "#" + f"{round(share * 255):02x}" * 3
