"""A key leash: a narrow strap with a swivel hook, one end caught in a side seam of the lining [construction 4.7]."""

from __future__ import annotations

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind, StrapEnd
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, done, sew, task
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stands
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import choice, hardware, measure, text
from bagpattern.parts.carrying.wearer import SWIVEL_FOLD
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.part import host, refused
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.clearing import first_that
from bagpattern.parts.sewing.folds import OVERCAST, fold_choice, fold_of
from bagpattern.parts.sewing.free_places import BULK, TabPlace, checked_places, is_free, up_at
from bagpattern.parts.sewing.joinery import catching, place_on
from bagpattern.parts.sewing.strips import Crossline, Strip, check_hardware, swivel_hook, swivel_id
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length, Name
from bagpattern.values import value
from bagpattern.words import form, sentences, trade, words

DROP = 65.0
"""mm below the panel's top: 50 to 80 [construction 4.7, K]."""
MARK = 8.0
"""mm: the mark at the seam where webbing is caught, which is no piece and has no notch [K]."""
_STEP = 5.0
_BETWEEN = form(
    "Baste the free end of the {name} to the {title} at its mark, right sides together, even with the raw edge, the "
    "hook inward."
)
_WITHIN = form(
    "Baste the free end of the {name} to the wrong side of the {title} at its mark, even with the raw edge, the hook "
    "inward."
)
_ON_LINING = form(
    "Baste the free end of the {name} to the lining of the {title} at its mark, even with the raw edge, the hook "
    "inward."
)
"""How webbing is laid: between right sides; in a bag without a lining; in one whose lining is basted to its shell."""


@value
class KeyLeash(Fitting):
    """A strap with a swivel hook for keys, caught in a side seam of the lining below its top."""

    panel: str = text("lining-back", "the panel at whose side it hangs")
    edge: str = choice("right", ("right", "left"), "the side in whose seam it is caught")
    drop: float | None = measure(
        None, "20 mm", "30 cm", "from the panel's top down to it; left out: the free place nearest to {65 mm}"
    )
    of: str = choice("fabric", ("fabric", "webbing"), "a strip of the shell cloth, or bought webbing")
    width: float = hardware("15 mm", "10 mm", "1 in", "finished, and the inner width of the hook")
    length: float = measure("12 cm", "6 cm", "30 cm", "from the seam to the hook")
    fold: str = fold_choice()

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the leash. Raises InputError when it meets no free place, or no such hook is sold."""
        kinds = ("swivel", "webbing") if self.of == "webbing" else ("swivel",)
        raise_together(check_hardware(self.width, kinds=kinds, of=self))
        place = self._place(bag)
        made = self._webbing(bag, place, shop) if self.of == "webbing" else self._fabric(bag, place, shop)
        hook = swivel_hook(self.id, self.width, self.id, note=words("of the {name}", name=self.called))
        return made + Draft(notions=(hook,))

    @property
    def _strap(self) -> Strap:
        return Strap(Mode.LEASH, self.width, self.length, self.length)

    def _place(self, bag: Draft) -> TabPlace:
        """Where it is caught: as given, else the free place nearest to the usual one."""
        panel = host(bag, self.panel)
        _, bottom, _, top = areas.bounds([panel.stitching_line])
        half = self.width / 2 + BULK

        def at(drop: float) -> tuple[TabPlace, ...]:
            found = up_at(bag, panel.id, self.edge, top - drop) if drop < top - bottom else None
            return () if found is None else (found,)

        if self.drop is not None:
            return checked_places(bag, at, self.drop, half, self, "drop", top - bottom)[0]
        steps = (DROP + sign * step * _STEP for step in range(int((top - bottom) / _STEP)) for sign in (1, -1))
        found = first_that(lambda drop: drop > 0 and is_free(bag, at(drop), half), steps)
        if found is None:
            fault = words("no place on the {edge} side of the {id} is free", edge=Name(self.edge), id=Name(panel.id))
            raise refused("panel", words("{fault}: choose another panel", fault=fault))
        return at(found)[0]

    def _fabric(self, bag: Draft, place: TabPlace, shop: Workshop) -> Draft:
        total = self.length + SWIVEL_FOLD / 2
        stitching = (Crossline("hook stitching", total - SWIVEL_FOLD, LineKind.STITCH, swivel_id(self.id)),)
        title, bulk = self.called.capitalize(), shop.thickness("shell")
        strip = Strip(self.id, title, self.width, total, bulk, 1, stitching, fold_of(shop, self.fold), self._strap)
        hem = Seam(f"{self.id} to hook", (Run(strip.id, "hook stitching"),), (Run(strip.id, "end"),), SeamKind.HEM)
        step = self._task(strip.making(shop), hem.id)
        half = strip.layer / 2
        found = place_on(bag, place.panel, place.edge, place.at - half, place.at + half)
        if found is None:
            raise refused(
                "drop",
                words("the {name} would lie across the place where two seams meet: move it", name=Name(self.name)),
            )
        bag = bag + strip.draft() + Draft(seams=(hem,), tasks=(step,))
        stands = Stands.BETWEEN if _lies(bag, found.seam) == _BETWEEN else Stands.WITHIN
        return catching(bag, found.seam.id, *strip.end_caught("start", found.low, stands=stands))

    def _webbing(self, bag: Draft, place: TabPlace, shop: Workshop) -> Draft:
        """Bought, so that no piece is caught: a mark on the panel says where."""
        cut = self.length + SWIVEL_FOLD / 2 + shop.seam_allowance
        panel = bag[place.panel]
        path = panel.edge(place.edge).path
        foot, inward = path.point_at(place.at), 1j * path.tangent_at(place.at)
        end = StrapEnd(self.id, 1, "start")
        held = place_on(bag, panel.id, place.edge, place.at, place.at)
        lies = _lies(bag, held.seam) if held else _BETWEEN
        mark = line_path(foot, foot + inward * MARK)
        line = Line(self.id, mark, title=self.called, behind=lies == _WITHIN, end=end)
        webbing = Notion(
            self.id,
            "webbing",
            words("Webbing"),
            trade(self.width),
            cut,
            self.width,
            note=words("for the {name}", name=self.called),
            buy=rounded_up(cut),
            strap=self._strap,
        )
        lay = words(lies, name=self.called, title=panel.title.lower())
        side, goal = Side.RIGHT if lies == _BETWEEN else Side.WRONG, held.seam.id if held else ""
        baste = Task(NOTHING, (Operation(Verb.BASTE, lay, notions=(self.id,), side=side, goal=goal),))
        return bag.marking(panel.id, [line]) + Draft(notions=(webbing,), tasks=(self._task((), ""), baste))

    def _task(self, making: tuple[Operation, ...], seam: str) -> Task:
        """The hook is sewn in by a *seam* of the strip; webbing has none."""
        hook = swivel_id(self.id)
        tape, pieces = ((), (Sheet(self.id),)) if seam else ((self.id,), ())
        slide = words("Slide the {size} swivel hook on to one end.", size=trade(self.width))
        fold = words("Fold {end} round its bar, to the wrong side.", end=Length(SWIVEL_FOLD))
        raw = OVERCAST if seam else NOTHING
        down = words("Sew it down with a box and a cross.")
        return task(
            words("Make the {name}", name=self.called),
            *making,
            Operation(Verb.THREAD, slide, pieces=pieces, notions=(hook, *tape)),
            Operation(Verb.FOLD, sentences(fold, raw), pieces=pieces, around=hook, turns=(SWIVEL_FOLD,)),
            sew(seam, how=down) if seam else done(Verb.TOPSTITCH, down, notions=tape),
        )


def _lies(bag: Draft, seam: Seam) -> str:
    """How it is laid: on the wrong side, where that is the inside of the bag, or on the lining that is basted there."""
    linings = {panel.id for panel in bag.panels if panel.role is Role.LINING}
    if not linings:
        return _WITHIN
    behind = {run.panel for each in seam.caught if each.stands is Stands.BEHIND for run in each.runs}
    return _ON_LINING if linings & behind else _BETWEEN
