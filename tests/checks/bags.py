"""Small bags built by hand, sound in every respect; the tests break them one fault at a time."""

from __future__ import annotations

from dataclasses import replace

from bagpattern.catalog.notions import ZIPS
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import Sides, rectangle, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Hole, Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Task, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Finished, Pattern
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.passes.allow import allow
from bagpattern.passes.cut import cut_list
from bagpattern.passes.notch import notch
from bagpattern.passes.number import number
from bagpattern.passes.order import order
from bagpattern.said import Name

SHOP = Workshop(Materials(interfacing="sew-in-light"), Finishing(machine_limit=8.0))
ZIP = ZIPS["#5"]


def pattern(draft: Draft, shop: Workshop = SHOP) -> Pattern:
    """The pattern of a draft, as far as the checks look at it."""
    draft += Draft(notions=(Notion("thread", "thread", Name("Thread"), Name("Tex 40"), 50_000.0, buy=50_000.0),))
    made = Pattern("test", "test", "test", {}, Finished(1, 1, 1, 1), tuple(shop.materials.values()), draft)
    for each in (notch, allow, order, number, cut_list):
        made = each(made, shop)
    return made


def edges(sides: Sides, **finishes: Finish) -> tuple[Edge, ...]:
    """The four edges of an outline; a seam unless told otherwise."""
    paths = {"bottom": sides.bottom, "right": sides.right, "top": sides.top, "left": sides.left}
    return tuple(Edge(name, path, finishes.get(name, Finish.SEAM)) for name, path in paths.items())


def sewn(draft: Draft) -> Draft:
    """The draft with one task that sews all of its seams."""
    return draft + Draft(tasks=(Task(Name("Sew it"), (sew(*(seam.id for seam in draft.seams)),)),))


def pouch(width: float = 200.0, height: float = 150.0, radius: float = 30.0) -> Draft:
    """Two rounded panels, a zip between their tops; a pocket on the front, a tab with a ring in the side seam."""
    panel = Panel("front", Name("Front"), "shell", Role.BODY, edges(rounded_panel(width, height, 0, radius)))
    zip_edge = replace(panel.edge("top"), allowance=ZIP.beyond_centre, zip=ZIP.gap)
    panel = replace(panel, edges=tuple(zip_edge if edge.name == "top" else edge for edge in panel.edges))
    placement = Line("pocket", line_path(*_around(50, 40, 100, 60)))
    panel = replace(panel, face=True, facets=(Facet(Wall.FRONT),), firmness=Firmness.FLAT)
    front = replace(panel, lines=(placement,), holes=(Hole(complex(100, 20), 4.0, Name("snap"), holds="snap"),))
    other = Hole(complex(50, 30), 4.0, Name("snap"), holds="snap")
    sides = edges(rectangle(100, 60), top=Finish.HEM)
    patch = Panel("pocket", Name("Pocket"), "shell", Role.POCKET, sides, holes=(other,))
    notions = (
        Notion("zip", "zip", Name("#5 coil zip"), Name("#5"), width - 20, opening=width - 40),
        Notion("snap", "snap", Name("Snap"), Name("10 mm"), width=10.0),
        Notion("ring", "ring", Name("D-ring"), Name("20 mm"), width=20.0, threads="tab"),
    )
    seams = (
        Seam("bottom", (Run("front", "bottom"),), (Run("back", "bottom"),), marked=True),
        Seam("right side", (Run("front", "right"),), (Run("back", "right"),), marked=True, caught=_tab_ends()),
        Seam("left side", (Run("front", "left"),), (Run("back", "left"),), marked=True, double=True),
        Seam("zip", (Run("front", "top"),), (Run("back", "top"),), SeamKind.ZIP, zip="zip"),
        Seam("pocket to front", (Run("front", "pocket", end=220.0),), _patch_runs(), SeamKind.PLACEMENT),
        Seam("tab edge", (Run("tab", "left"),), (Run("tab", "right", reversed=True),), SeamKind.TOPSTITCHED),
    )
    back = replace(panel, id="back", title=Name("Back"), facets=(Facet(Wall.BACK),))
    return sewn(Draft((front, back, patch, _tab()), seams, notions))


def _around(x: float, y: float, width: float, height: float) -> tuple[complex, ...]:
    """Down the left, along the bottom, up the right of a rectangle."""
    return (
        complex(x, y + height),
        complex(x, y),
        complex(x + width, y),
        complex(x + width, y + height),
    )


def _patch_runs() -> tuple[Run, ...]:
    return Run("pocket", "left"), Run("pocket", "bottom"), Run("pocket", "right")


def _tab() -> Panel:
    """Folded in four to 20 mm, each fold taking one layer of cloth."""
    layer = 20.0 + SHOP.thickness("shell")
    outline = edges(rectangle(4 * layer, 60), left=Finish.RAW, right=Finish.RAW)
    fold = Line("fold", line_path(complex(2 * layer, 0), complex(2 * layer, 60)), LineKind.FOLD)
    return Panel("tab", Name("Tab"), "shell", Role.STRAP, outline, (fold,), layers=4)


def _tab_ends() -> tuple[Caught, ...]:
    layer = 20.0 + SHOP.thickness("shell")
    return tuple(
        Caught((Run("tab", end, index * layer, (index + 1) * layer),), 50.0)
        for end in ("bottom", "top")
        for index in range(4)
    )


def box(width: float = 120.0, depth: float = 80.0, height: float = 100.0) -> Draft:
    """An open box of five panels: two fronts and two sides, each cut twice, round a base; the rim is hemmed."""
    front = Panel("front", Name("Front"), "shell", Role.BODY, edges(rectangle(width, height), top=Finish.HEM), count=2)
    side = Panel("side", Name("Side"), "shell", Role.BODY, edges(rectangle(depth, height), top=Finish.HEM), count=2)
    base = Panel("base", Name("Base"), "shell", Role.BODY, edges(rectangle(width, depth)))
    seams = [
        Seam("base to front", (Run("base", "bottom"),), (Run("front", "bottom"),), marked=True),
        Seam("base to back", (Run("base", "top"),), (Run("front", "bottom", copy=2),), marked=True, double=True),
        Seam("base to right", (Run("base", "right"),), (Run("side", "bottom"),), marked=True),
        Seam("base to left", (Run("base", "left"),), (Run("side", "bottom", copy=2),), marked=True, double=True),
    ]
    around = (("front", 1), ("side", 1), ("front", 2), ("side", 2))
    for (one, copy), (other, after) in zip(around, (*around[1:], around[0]), strict=True):
        a, b = Run(one, "right", copy=copy), Run(other, "left", copy=after, reversed=True)
        seams.append(Seam(f"{one} {copy} to {other} {after}", (a,), (b,)))
    walls = tuple(replace(panel, firmness=Firmness.FLAT) for panel in (front, side, base))
    return sewn(Draft(walls, tuple(seams)))


def lined(draft: Draft) -> Draft:
    """The draft with a lining of the same size; its zip edges are left open."""
    lining = tuple(
        replace(panel, id=f"lining-{panel.id}", role=Role.LINING, material="lining", lines=(), holes=())
        for panel in draft.panels
        if panel.role is Role.BODY
    )
    seams = tuple(
        replace(seam, id=f"lining {seam.id}", a=_lining(seam.a), b=_lining(seam.b), caught=())
        for seam in draft.seams
        if seam.kind is SeamKind.PLAIN
    )
    open_tops = tuple(
        replace(panel, edges=tuple(replace(e, finish=Finish.OPEN) if e.zip else e for e in panel.edges))
        for panel in lining
    )
    task = Task(Name("Sew the lining"), (sew(*(seam.id for seam in seams)),))
    return draft + Draft(open_tops, seams, tasks=(task,))


def _lining(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, panel=f"lining-{run.panel}") for run in runs)


def resewn(draft: Draft, seam_id: str, **changes: object) -> Draft:
    """The draft with one seam changed."""
    return draft.resewing(replace(draft.seam(seam_id), **changes))  # type: ignore[arg-type]


def repanelled(draft: Draft, panel_id: str, **changes: object) -> Draft:
    """The draft with one panel changed."""
    return draft.replacing(replace(draft[panel_id], **changes))  # type: ignore[arg-type]


def rewritten(draft: Draft, notion_id: str, **changes: object) -> Draft:
    """The draft with one notion changed."""
    notions = tuple(
        replace(each, **changes) if each.id == notion_id else each  # type: ignore[arg-type]
        for each in draft.notions
    )
    return replace(draft, notions=notions)
