"""What each style holds by solid geometry, from the sizes that are asked for: another route than the drafted panels.

One function a style. Where a rule decides a radius, it is read off the drafted arc; nothing else is.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from bagpattern.geometry.segments import Arc
from bagpattern.model.pattern import Pattern
from bagpattern.units import parse_length
from tests.contract.solid_shapes import SLICES, Face, crescent, oval, pillow, prismatoid
from tests.contract.wedge_solid import opened, wedge, wedge_box

USUAL = {
    "clutch": (260.0, 160.0),
    "drawstring-backpack": (320.0, 400.0),
    "flat-pouch": (220.0, 150.0),
    "folding-wallet": (200.0, 110.0),
    "tool-roll": (360.0, 260.0),
}
"""mm across and up flat bags whose sizes are left out."""


class Sizes:
    """The sizes that a pattern was asked for, in mm; words as they are; None where a rule decides."""

    def __init__(self, pattern: Pattern) -> None:
        self.pattern, self.asked = pattern, pattern.settings["dimensions"]

    def __getattr__(self, name: str) -> float:
        value: float = parse_length(self.asked[name])
        return value

    def given(self, name: str, otherwise: float) -> float:
        """A size, or what its rule says."""
        return getattr(self, name) if name in self.asked else otherwise

    def word(self, name: str) -> str:
        """A choice among the sizes, or of the style."""
        return str(self.asked.get(name) or self.pattern.settings[name])

    def three(self) -> tuple[float, float, float]:
        """Width, height and depth of the finished bag."""
        if self.pattern.settings["style"] == "frame-wedge":
            return wedge_box(self)
        told = self.pattern.finished  # where a size that is left out follows others
        width, height = USUAL.get(self.pattern.settings["style"], (told.width, told.height))
        return self.given("width", width), self.given("height", height), self.given("depth", self._deep())

    def _deep(self) -> float:
        """The depth that a rule decides: a duffle's ends are as deep as high, a base is 0.6 of its width, or round."""
        if self.pattern.settings["style"] == "duffle":
            return self.height
        if "base" not in self.asked:
            return 0.0
        return self.width if self.word("base") == "round" else max(self.width * 0.6 // 5 * 5, 50.0)

    def arc(self, name: str, panel: str, edge: str = "", largest: float = math.inf) -> float:
        """A radius as given, or the least of a panel or of one edge, below the *largest*; 0 where there is none."""
        if name in self.asked:
            return float(getattr(self, name))
        edges = (each for each in self.pattern[panel].panel.edges if edge in ("", each.name))
        found = (one.radius for each in edges for one in each.path.segments if isinstance(one, Arc))
        return min((radius for radius in map(abs, found) if radius < largest), default=0.0)


def litres(pattern: Pattern) -> float:
    """What a pattern of this style holds."""
    return SOLIDS[pattern.settings["style"]](Sizes(pattern)) / 1e6


def banded(size: Sizes) -> float:
    """Two faces with rounded corners, a band between them."""
    low, top = (size.arc(f"{end}_radius", "back", end) for end in ("bottom", "top"))
    face = Face(size.width, size.width - size.given("taper", 0.0), size.height, low)
    return face.volume(lambda _: size.depth, top)


def book(size: Sizes) -> float:
    """Two rectangles, two corners of each rounded, a spine between them."""
    corner = size.arc("radius", "back")
    return (size.width * size.height - (2 - math.pi / 2) * corner**2) * size.depth


def crossbody(size: Sizes) -> float:
    if size.word("shape") != "half-moon":
        return banded(size)
    return crescent(size.width, size.height, size.arc("top_radius", "back"), 0.0) * size.depth


def sling(size: Sizes) -> float:
    corner = size.arc("corner", "back", "right")
    return crescent(size.width, size.height, corner, size.dip) * size.depth


def messenger(size: Sizes) -> float:
    """Upright walls as deep as the base up to where the corners end; a hip roof, along whose slope its height goes."""
    rim = size.given("rim_depth", size.depth)
    radius = size.arc("bottom_radius", "back") if size.word("build") == "gusset" else 0.0
    face = Face(size.width, size.width - size.taper, size.height, radius)
    step = face.straight / SLICES
    below = step * sum(face.width((n + 0.5) * step) for n in range(SLICES)) * size.depth
    high = math.sqrt((size.height - face.straight) ** 2 - ((size.depth - rim) / 2) ** 2)
    return below + prismatoid((face.width(face.straight), size.depth), (2 * face.top, rim), high)


def on_base(size: Sizes) -> float:
    """A wall round a base, leaning out all round: by Steiner's formula for parallel curves."""
    shape, (wide, _, deep) = size.word("base"), size.three()
    corner = size.arc("radius", "base") if shape == "rounded" else 0.0
    area, around = {
        "round": lambda: oval(wide, wide),
        "oval": lambda: oval(wide, deep),
        "stadium": lambda: ((wide - deep) * deep + math.pi * deep**2 / 4, 2 * (wide - deep) + math.pi * deep),
        "rounded": lambda: (wide * deep - (4 - math.pi) * corner**2, 2 * (wide + deep) - (8 - 2 * math.pi) * corner),
    }.get(shape, lambda: (wide * deep, 2 * (wide + deep)))()
    flare = size.given("flare", 0.0)
    return size.height * (area + around * flare / 2 + math.pi * flare**2 / 3)


def tote(size: Sizes) -> float:
    """A prism whose front is a trapezoid; with boxed corners its rim is laid flat; a zip makes it a wedge."""
    boxed = size.word("build") in ("boxed", "folded", "tube")
    rim, base = size.given("rim", size.width + size.depth if boxed else size.width), (size.width, size.depth)
    if size.pattern.settings["closure"]["kind"] == "straight-zip":
        return prismatoid(base, (rim if boxed else rim + size.depth, 0.0), size.height)
    return prismatoid(base, (size.width + 2 * leaning(size, rim) if boxed else rim, size.depth), size.height)


def leaning(size: Sizes, rim: float) -> float:
    """mm that a side leans out whose rim, cut straight across and laid flat, goes over half of it on either face.

    So much of the rim is on it as it is deep, and longer by as much as it slants: found by halving.
    """
    least, most = -4 * size.height, 4 * size.height
    for _ in range(60):
        lean = (least + most) / 2
        flat = size.width + 2 * lean + size.depth * math.hypot(1, lean / size.height)
        least, most = (lean, most) if flat < rim else (least, lean)
    return lean


def basket(size: Sizes) -> float:
    rim = size.given("rim_width", size.width + 25), size.given("rim_depth", size.depth + 25)
    return prismatoid((size.width, size.depth), rim, size.height - size.collar) + size.collar * rim[0] * rim[1]


def handbag(size: Sizes) -> float:
    """A prismatoid, and under the zip panel a segment of a circle on the depth there."""
    wide, deep = (size.given(f"top_{side}", getattr(size, side) * 0.85 // 5 * 5) for side in ("width", "depth"))
    crown = size.given("crown", deep / 3 // 5 * 5)
    walls = prismatoid((size.width, size.depth), (wide, deep), size.height - crown)
    if not crown:
        return walls
    radius = (deep**2 / 4 + crown**2) / (2 * crown)
    angle = 2 * math.atan2(deep / 2, radius - crown)
    return walls + wide * radius**2 * (angle - math.sin(angle)) / 2


def duffle(size: Sizes) -> float:
    shape, (_, _, deep) = size.word("shape"), size.three()
    if shape in ("round", "oval"):
        low, high = sorted((deep, size.height))
        return size.width * ((high - low) * low + math.pi * low**2 / 4)
    corner = size.arc("radius", "end-left", largest=deep / 2 - 0.01 if shape == "dome" else math.inf)
    if shape == "box":
        return size.width * (deep * size.height - (4 - math.pi) * corner**2)
    dome = math.pi * deep**2 / 8 + deep * (size.height - deep / 2)
    return size.width * (dome - 2 * (1 - math.pi / 4) * corner**2)


def boxed(size: Sizes) -> float:
    """A box pouch: a box, leaning or not, or a wedge, whose zip is as long as width and depth of its base."""
    base, shape = (size.width, size.depth), size.word("shape")
    top = size.given("top_width", size.width), size.given("top_depth", size.depth)
    return prismatoid(base, (sum(base), 0.0) if shape == "wedge" else top, size.height)


def flat(size: Sizes) -> float:
    """What it holds when it bulges, or a box if its corners are boxed, or a wedge if a zip closes that."""
    wide, high, deep = size.three()
    if deep and size.pattern.settings.get("closure", {}).get("kind") == "straight-zip":
        return prismatoid((wide, deep), (wide + deep, 0.0), high)
    return wide * high * deep if deep else pillow((wide + size.given("rim", wide)) / 2, high)


def framed(size: Sizes) -> float:
    """A pillow as wide as a purse is in the mean: a face up to its hinges, a frame above; or with a gusset between."""
    closure, (wide, high, _) = size.pattern.settings["closure"], size.three()
    if closure["kind"] not in ("glued-frame", "sewn-frame"):
        return pillow(wide, high)
    across, arm, corner = (parse_length(closure[key]) for key in ("width", "arm", "corner"))
    radius = size.bottom_radius
    wide, high = size.pattern.finished.width, size.pattern.finished.height  # by rule they follow the radius
    face, deep = Face(wide, across, high - arm, radius), size.given("depth", 0.0)
    if deep:
        return purse(face, across, deep)
    area = face.volume(lambda _: 1.0) + across * arm - (2 - math.pi / 2) * corner**2
    return pillow(area / high, high)


def purse(face: Face, across: float, deep: float) -> float:
    """A face *deep* mm thick up to where its sides are straight, a roof from there to a frame *across* mm wide."""
    slant = face.high - face.straight
    below = face.volume(lambda y: deep if y < face.straight else 0.0)
    return below + prismatoid((face.width(face.straight), deep), (across, 0.0), math.sqrt(slant**2 - deep**2 / 4))


def hobo(size: Sizes) -> float:
    """A pillow as high as its rim is in the mean, which is sliced; darts make it no larger."""
    rim, dip = size.width - size.taper, size.dip
    radius = (rim**2 / 4 + dip**2) / (2 * dip) if dip else math.inf
    places = [rim * ((n + 0.5) / SLICES - 0.5) for n in range(SLICES)]
    hung = sum(dip - radius + math.sqrt(radius**2 - x**2) for x in places) / SLICES if dip else 0.0
    return pillow((size.width + rim) / 2, size.height - hung)


SOLIDS: dict[str, Callable[[Sizes], float]] = {
    "band-pouch": banded,
    "basket-bag": basket,
    "box-bag": lambda size: size.width * size.height * size.depth,
    "box-pouch": boxed,
    "bucket": on_base,
    "clutch": flat,
    "crossbody": crossbody,
    "drawstring-backpack": flat,
    "duffle": duffle,
    "flat-pouch": flat,
    "folding-wallet": opened,
    "frame-purse": framed,
    "frame-wedge": wedge,
    "handbag": handbag,
    "hobo": hobo,
    "lunch-bag": tote,
    "messenger": messenger,
    "mini-backpack": banded,
    "organiser": book,
    "roll-top": on_base,
    "sling": sling,
    "stuff-sack": on_base,
    "tool-roll": lambda _: 0.0,
    "tote": tote,
}
