"""The pieces of a pocket behind a window in its panel: the window's marks, the one-piece bag, a facing.

The zip's window may be turned through, with the bag or a facing of the panel's own cloth sewn round it, or cut out on
its line, where the cloth does not fray [construction 3.6].
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import CLIPPED_TO, Operation, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.parts.pockets._window_flap import WindowFlap
from bagpattern.parts.pockets._window_size import ABOVE, BESIDE, WindowSize
from bagpattern.parts.sewing.edging import AROUND, flattened, lap_done, lap_words, lapped
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import words

Y_CUT = 12.0
"""mm from each end of the window at which the slit forks to the corners [construction 3.6]."""
INSIDE = 2.0
"""mm that a facing ends inside the bag, which reaches 25 beyond the window all round [construction 3.6]."""
TURNED, CUT = "turned", "cut"
EDGES = (TURNED, CUT)


@value
class WindowPieces:
    """What is drawn and sewn: the window ``high`` mm across the zip, its ``edge`` turned or cut, faced or not."""

    id: str
    name: Said
    host: Panel
    size: WindowSize
    high: float
    edge: str
    faced: bool
    shop: Workshop
    allowance: float | None = None
    """mm of cloth beyond the bag's seams, None as everywhere."""
    flap: WindowFlap | None = None
    """What hangs over the zip."""

    @property
    def window(self) -> str:
        """The line on host and bag along which the window is sewn."""
        return f"{self.id} window"

    @property
    def zips(self) -> tuple[str, ...]:
        """The ids of what is bought for each window."""
        return (f"{self.id} zip", f"{self.id} zip 2")[: len(self.size.windows)]

    def marks(self) -> Iterator[Line]:
        """What is drawn on the host: the bag behind it, and the window."""
        told, path = words("{name} bag", name=self.name), self.size.footprint(self.host)
        yield Line(f"{self.id} bag", path, title=told, holds=f"{self.id}-bag", behind=True)
        yield from self._windows(self.size.on(self.host))
        if self.flap is not None:
            yield self.flap.mark(self.size.on(self.host)(self.flap.hinge))

    def draft(self) -> Draft:
        """The bag and the facing, their seams and steps."""
        bag = self._bag()
        panels = (bag, self._facing()) if self.faced else (bag,)
        over = Draft() if self.flap is None else self.flap.draft(bag.id)
        seams = self._seams()
        return Draft(panels, seams, tasks=self._tasks(seams, over.tasks)) + replace(over, tasks=())

    # the pieces -------------------------------------------------------------------------------------------------------

    def _windows(self, on: Callable[[Path], Path]) -> Iterator[Line]:
        """Every window of the pocket, its upper end first."""
        for number, down in enumerate(self.size.windows):
            yield from self._window(_lowered(on, down, self.size.from_left), self._named(number))

    def _named(self, number: int) -> str:
        return f"{self.window} 2" if number else self.window

    def _window(self, on: Callable[[Path], Path], name: str) -> Iterator[Line]:
        """A window round the origin: cut out, or a slit that forks into its corners."""
        half, across, fork = self.size.opening / 2, self.high / 2, self.size.opening / 2 - Y_CUT
        told = words("{name} window", name=self.name)
        if self.edge == CUT:
            beside = 2 * self.shop.finishing.topstitch
            sewn = rectangle_path(self.size.opening + beside, self.high + beside, 0j)
            yield Line(name, on(sewn), LineKind.STITCH, told)
            yield Line(f"{name} slit", on(rectangle_path(self.size.opening, self.high, 0j)), LineKind.SLIT)
            return
        yield Line(name, on(rectangle_path(self.size.opening, self.high, 0j)), LineKind.STITCH, told)
        yield Line(f"{name} slit", on(line_path(point(-fork, 0), point(fork, 0))), LineKind.SLIT)
        for side, sign in (("left", -1), ("right", 1)):
            corners = point(sign * half, across), point(sign * fork, 0), point(sign * half, -across)
            yield Line(f"{name} {side} fork", on(line_path(*corners)), LineKind.SLIT)

    def _bag(self) -> Panel:
        """The bag unfolded: from above the window down to the bottom, and up again behind."""
        size = self.size
        sides = rectangle(size.width, 2 * size.height)
        edges = (
            Edge("bottom", sides.bottom, allowance=self.allowance),
            Edge("right", sides.right, allowance=self.allowance),
            Edge("top", sides.top, allowance=self.allowance),
            Edge("left", sides.left, allowance=self.allowance),
        )
        # right sides together with the panel, it lies as in a mirror
        middle = Placement(point(size.width / 2 + size.aside, 2 * size.height - ABOVE))
        marks = list(self._windows(lambda path: path.placed(middle)))
        marks.append(Line("fold", line_path(point(0, size.height), point(size.width, size.height)), LineKind.FOLD))
        if self.faced:
            marks.append(Line("facing", self._facing_outline().placed(middle), LineKind.PLACEMENT))
        title = words("{name} bag", name=self.name).capitalize()
        return Panel(f"{self.id}-bag", title, "lining", Role.POCKET, edges, tuple(marks))

    @property
    def _facing_size(self) -> tuple[float, float]:
        return self.size.opening + 2 * (BESIDE - INSIDE), 2 * (ABOVE - INSIDE)

    def _facing_outline(self) -> Path:
        """Round the window's middle, in the order in which its edges are sewn."""
        width, height = self._facing_size
        sides = rectangle(width, height, -point(width, height) / 2)
        return joined((sides.left, sides.bottom, sides.right, sides.top))

    def _facing(self) -> Panel:
        """The panel's own cloth behind its window, so that no lining shows beside the zip."""
        (width, height), slot = self._facing_size, self.host.material
        sides = rectangle(width, height, -point(width, height) / 2)
        named = zip(("bottom", "right", "top", "left"), sides, strict=True)
        edges = tuple(lapped(self.shop, name, path, slot) for name, path in named)
        title = words("{name} facing", name=self.name).capitalize()
        note = lap_words(self.shop, slot, words("all edges"))
        lines = tuple(self._window(lambda path: path, self.window))
        return Panel(f"{self.id}-facing", title, slot, Role.POCKET, edges, lines, note=note)

    def _seams(self) -> tuple[Seam, ...]:
        """The facing to the bag, the window, the bag's top and sides."""
        bag, half = f"{self.id}-bag", self.size.height
        facing = Caught((Run(f"{self.id}-facing", self.window),), 0.0)
        frames = tuple(
            Seam(
                name,
                (Run(self.host.id, name),),
                (Run(bag, name),),
                SeamKind.PLACEMENT,
                (facing,) if self.faced else (),
                zip=bought,
            )
            for name, bought in zip(map(self._named, range(2)), self.zips, strict=False)
        )
        sides = tuple(
            Seam(f"{bag} {side} side", (Run(bag, side, end=half),), (Run(bag, side, start=half, reversed=True),))
            for side in ("left", "right")
        )
        top = Seam(f"{bag} top", (Run(bag, "top"),), (Run(bag, "bottom", reversed=True),))
        if not self.faced:
            return (*frames, top, *sides)
        around = tuple(Run(f"{self.id}-facing", side) for side in (*AROUND, "top"))
        return (*frames, top, *sides, Seam(f"{self.id} facing", (Run(bag, "facing"),), around, SeamKind.PLACEMENT))

    def _tasks(self, seams: tuple[Seam, ...], over: tuple[Task, ...]) -> tuple[Task, ...]:
        count = len(self.size.windows)
        titles = (
            words("Set the {name} zip into its window", name=self.name),
            words("Set the second {name} zip", name=self.name),
        )
        setting = tuple(
            task(titles[number], *(self._cut_out if self.edge == CUT else self._turned)(seams[number], number))
            for number in range(count)
        )
        closing = task(
            words("Close the {name} bag", name=self.name),
            sew(*(each.id for each in seams[count : count + 3]), how=_FOLDED[self.size.across]),
        )
        facing = (task(words("Face the {name} bag", name=self.name), *self._faced(seams[-1])),) if self.faced else ()
        return (*facing, *setting, *over, closing)

    def _faced(self, around: Seam) -> Iterator[Operation]:
        slot = self.host.material
        yield from lap_done(self.shop, slot, f"{self.id}-facing", words("the edges of the facing"))
        lap = self.shop.lap(slot)
        beside = words("{lap} inside its raw edge", lap=Length(lap)) if lap else words("close to its folds")
        text = words(
            "Lay the facing on the right side of the pocket bag, right side up, window on window, and topstitch it all "
            "round, {beside}.",
            beside=beside,
        )
        yield sew(around.id, how=text)

    def _turned(self, frame: Seam, number: int) -> Iterator[Operation]:
        """The window is sewn round, slit, and turned; the zip lies behind it."""
        bag, named = f"{self.id}-bag", self.host.title.lower()
        round_it = words(
            "Lay the pocket bag on the right side of the {panel}, right sides together, window on window. Sew round "
            "the window with short stitches, beginning on a long side.",
            panel=named,
        )
        yield sew(frame.id, how=round_it)
        slit = words(
            "Slit both layers along the middle line, and fork into the corners, {1 mm} short of the stitching."
        )
        yield done(Verb.SLIT, slit, bag, beside=CLIPPED_TO)
        yield done(Verb.FOLD, words("Pull the pocket bag through the window to the wrong side."), bag)
        slots = (self.host.material, "lining")
        yield flattened(self.shop, slots, words("Press the edges of the window."), _CREASED, bag)
        yield done(Verb.LAY, _ZIP_BEHIND, notions=(self.zips[number],))
        text = words(
            "From the right side, topstitch round the window, {beside} from its edge, through the tape; back-tack "
            "where you began.",
            beside=Length(self.shop.finishing.topstitch),
        )
        yield done(Verb.TOPSTITCH, text, bag, beside=self.shop.finishing.topstitch)

    def _cut_out(self, frame: Seam, number: int) -> Iterator[Operation]:
        """The window is cut on its line; its edges stay raw."""
        bag, named = f"{self.id}-bag", self.host.title.lower()
        slit = words("Cut the window out of the {panel}, and out of the pocket bag, on its lines.", panel=named)
        yield done(Verb.SLIT, slit, bag)
        yield done(Verb.LAY, _ZIP_BEHIND, notions=(self.zips[number],))
        text = words(
            "Lay the pocket bag behind the zip, right side to it, window on window. From the right side, topstitch "
            "round the window through all layers, on the line."
        )
        yield sew(frame.id, how=text)


_FOLDED = {
    True: words(
        "Fold the pocket bag up behind the zip, right sides together, and sew its three open sides. Keep the panel out "
        "of the way, and back-tack at both ends."
    ),
    False: words(
        "Fold the pocket bag sideways behind the zip, right sides together and edge on edge, and sew its three open "
        "sides. Keep the panel out of the way, and back-tack at both ends."
    ),
}
"""By whether the zip runs across the panel."""
_CREASED = words("Crease the edges of the window with your fingers, and hold them with tape.")
_ZIP_BEHIND = words("Lay the zip behind the window, right side up, its coil along the middle, and hold it with tape.")


def _lowered(on: Callable[[Path], Path], down: float, turned: bool) -> Callable[[Path], Path]:
    """The same, of a path *down* mm further into the bag, and end for end if it is *turned*."""
    placed = Placement(point(0, -down), turn=-1 + 0j if turned else 1 + 0j)
    return lambda path: on(path.placed(placed))
