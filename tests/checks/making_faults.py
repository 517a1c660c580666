"""Bags whose making is wrong: operations that are missing, told twice, too late, or out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from bagpattern import make, read
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.operation import Operation, Sheet, Task, Verb, done
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Caught, Run
from bagpattern.model.step import NumberedStep, Step
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.said import NOTHING, Name
from tests.checks.bags import box, edges, lined, pattern, pouch, resewn, rewritten
from tests.checks.fault import Fault, drafted

Change = Callable[[list[Operation]], list[Operation]]
CANVAS = Workshop(Materials(shell="canvas"), Finishing())


def redone(made: Pattern, change: Change) -> Pattern:
    """A pattern whose operations are changed, each in a step of its own."""
    operations = change([operation for each in made.steps for operation in each.step.operations])
    steps = (NumberedStep(place, Step(Name("Do it"), NOTHING, (each,))) for place, each in enumerate(operations, 1))
    return replace(made, steps=tuple(steps))


def without(*verbs: Verb) -> Change:
    return lambda operations: [each for each in operations if each.do not in verbs]


def last(which: Callable[[Operation], bool]) -> Change:
    """Those operations at the end."""
    return lambda operations: sorted(operations, key=which)


def again(which: Callable[[Operation], bool]) -> Change:
    """Those operations a second time, at the end."""
    return lambda operations: [
        *operations,
        *(replace(each, id=f"{each.id} again") for each in operations if which(each)),
    ]


def sews(seam: str) -> Callable[[Operation], bool]:
    return lambda operation: operation.do is Verb.SEW and operation.seams == (seam,)


def holds(panel: str, *verbs: Verb) -> Callable[[Operation], bool]:
    return lambda operation: operation.do in verbs and any(each.panel == panel for each in operation.pieces)


@cache
def bag(name: str) -> Pattern:
    return make(name)


def shop(name: str) -> Workshop:
    return read(name).style.workshop


def _doing(*operations: Operation) -> Callable[[], Draft]:
    return lambda: pouch() + Draft(tasks=(Task(Name("Do it"), operations),))


def _use() -> Iterator[Fault]:
    patch = Panel("patch", Name("Patch"), "shell", Role.OTHER, edges(rectangle(40, 40)))
    yield drafted("BP301", "an idle piece", "patch", "nothing is done with it", lambda: pouch() + Draft((patch,)))
    buckle = Notion("buckle", "buckle", Name("Buckle"), Name("25 mm"), width=25.0)
    yield drafted(
        "BP302", "an idle notion", "buckle", "nothing is done with it", lambda: pouch() + Draft(notions=(buckle,))
    )
    yield Fault(
        "BP302",
        "an empty hole",
        "front",
        "has a hole marked 'snap' that nothing makes",
        lambda: redone(pattern(pouch()), without(Verb.INSERT)),
    )
    wish = Operation(Verb.TELL, after=("sew hem",), id="wish")
    yield drafted("BP320", "after nothing", "wish", "is to come after 'sew hem'", _doing(wish))
    yield drafted(
        "BP322",
        "names nothing",
        "tell hem",
        "names 'hem', which is not there",
        _doing(Operation(Verb.TELL, notions=("hem",))),
    )


def _laid() -> Iterator[Fault]:
    yield Fault(
        "BP305",
        "a tab nobody lays",
        "tab",
        "is caught in the seam 'right side', but nothing lays it there first",
        lambda: redone(pattern(pouch()), without(Verb.BASTE)),
    )
    twice: Change = lambda operations: [*operations, *filter(holds("tab", Verb.BASTE), operations)]  # noqa: E731
    yield Fault(
        "BP306", "a tab laid twice", "tab", "is laid for 'right side' again", lambda: redone(pattern(pouch()), twice)
    )
    yield Fault(
        "BP311",
        "a tab laid late",
        "baste tab 1 for right side",
        "is to go into 'right side', which is sewn already",
        lambda: redone(pattern(pouch()), last(holds("tab", Verb.BASTE))),
    )
    yield drafted("BP307", "a wall as wide as its panel", "wall", "lies flat on it", _walled)
    yield Fault(
        "BP316",
        "stiffening that comes late",
        "front-foam",
        "is laid when its piece is sewn already",
        lambda: redone(bag("laptop-sleeve"), last(holds("front-foam", Verb.BASTE, Verb.FUSE))),
        shop=shop("laptop-sleeve"),
    )
    yield Fault(
        "BP306",
        "stiffening laid in two steps",
        "front-foam",
        "is laid in two steps",
        lambda: redone(bag("laptop-sleeve"), again(holds("front-foam", Verb.BASTE, Verb.FUSE))),
        shop=shop("laptop-sleeve"),
    )
    yield Fault(
        "BP318",
        "a pocket sewn to a closed panel",
        "front",
        "is closed nearly all round when 'pocket to front' is sewn",
        lambda: redone(pattern(pouch()), last(sews("pocket to front"))),
    )


def _walled() -> Draft:
    wall = Panel("wall", Name("Wall"), "shell", Role.POCKET, edges(rectangle(200, 80), top=Finish.HEM))
    bag = pouch() + Draft((wall,))
    for side, edge in (("left side", "left"), ("right side", "right")):
        held = (*bag.seam(side).caught, Caught((Run("wall", edge),), 0.0))
        bag = resewn(bag, side, caught=held)
    return bag


def _reached() -> Iterator[Fault]:
    yield Fault(
        "BP303",
        "a rim sewn before its sides",
        "rim",
        "which are not joined there yet",
        lambda: redone(bag("tote-work"), lambda operations: sorted(operations, key=lambda x: not sews("rim")(x))),
        shop=shop("tote-work"),
    )
    inner = "second-lining-band right end"
    yield Fault(
        "BP304",
        "a lining shut in",
        "second-lining-base-band",
        f"is shut in when the seam '{inner}' is to be sewn",
        lambda: redone(bag("mini-backpack-double"), last(sews(inner))),
        shop=shop("mini-backpack-double"),
    )
    yield Fault(
        "BP308",
        "never turned",
        "test",
        "is made with its wrong side out, and nothing turns it",
        lambda: redone(pattern(lined(pouch())), without(Verb.TURN)),
    )
    yield Fault(
        "BP309",
        "a closed zip",
        "zip",
        "is closed when the bag is to be turned through it",
        lambda: redone(pattern(pouch()), without(Verb.OPEN)),
    )


def _strips() -> Iterator[Fault]:
    yield drafted(
        "BP310",
        "no slider",
        "zip",
        "comes by the metre, and nothing puts its sliders on",
        lambda: rewritten(pouch(), "zip", stock=Sold.METRE),
    )
    yield Fault(
        "BP302",
        "a hook left in hand",
        "crossbody swivel",
        "is never hung in 'side-tab ring'",
        lambda: redone(bag("mini-backpack"), without(Verb.PUT)),
        shop=shop("mini-backpack"),
    )
    yield Fault(
        "BP319",
        "a ring that comes late",
        "side-tab ring",
        "goes on 'side-tab', whose ends are held already",
        lambda: redone(bag("mini-backpack"), last(lambda each: "side-tab ring" in each.notions)),
        shop=shop("mini-backpack"),
    )
    wrong = Operation(Verb.FOLD, pieces=(Sheet("side-tab"),), around="main zip")
    yield Fault(
        "BP321",
        "a tab folded the other way",
        "side-tab",
        "is folded over a zip's end, and both its cut ends lie in 'back to zip band'",
        lambda: redone(bag("mini-backpack"), lambda operations: [*operations, wrong]),
        shop=shop("mini-backpack"),
    )


def _edges() -> Iterator[Fault]:
    yield Fault(
        "BP312",
        "raw edges that fray",
        "bottom",
        "leaves raw edges inside the bag that fray, and nothing binds or overcasts them",
        lambda: redone(pattern(pouch(), CANVAS), without(Verb.BIND)),
        shop=CANVAS,
    )
    yield Fault(
        "BP312",
        "bound too late",
        "front 1 to side 1",
        "is bound when another seam crosses its end already",
        lambda: redone(pattern(box(), CANVAS), last(lambda each: each.do is Verb.BIND)),
        shop=CANVAS,
    )
    yield Fault(
        "BP313",
        "foam that nothing holds",
        "front-foam",
        "ends inside the stitching line of its piece, and nothing holds it",
        lambda: redone(bag("laptop-sleeve"), without(Verb.QUILT, Verb.FUSE)),
        shop=shop("laptop-sleeve"),
    )
    hot = done(Verb.PRESS, Name("Press it."), "front", heat=True)
    yield drafted("BP314", "an iron on wax", "press front", "which must not be ironed", _doing(hot))
    yield Fault(
        "BP317",
        "no hem",
        "pocket",
        "has its edge 'top' hemmed, but nothing does it",
        lambda: redone(pattern(pouch()), without(Verb.HEM)),
    )
    yield Fault(
        "BP317",
        "a hem that comes late",
        "pocket",
        "is hemmed when it is sewn in already",
        lambda: redone(pattern(pouch()), last(holds("pocket", Verb.HEM))),
    )


MAKING_FAULTS = [*_use(), *_laid(), *_reached(), *_strips(), *_edges()]
