"""Bags whose seams, notches or steps are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bagpattern.geometry.shapes import rectangle, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Notch, NotchKind
from bagpattern.model.operation import Operation, Task, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern, Severity
from bagpattern.model.seam import Caught, Run
from bagpattern.model.step import Step
from bagpattern.said import Name
from bagpattern.words import words
from tests.checks.bags import box, edges, lined, pattern, pouch, repanelled, resewn
from tests.checks.fault import Fault, drafted


def _lengths() -> Iterator[Fault]:
    def longer() -> Draft:
        tall = edges(rounded_panel(200, 152.5, 0, 30))
        zipped = replace(tall[2], allowance=9.7, zip=6.2)
        return repanelled(pouch(), "back", edges=(*tall[:2], zipped, tall[3]))

    yield drafted("BP101", "a side longer", "left side", "143.6 and 146.1 mm: the second is 2.5 mm too long", longer)
    yield drafted(
        "BP101",
        "an ease that is not there",
        "bottom",
        "with 4.0 mm ease: the first is 4.0 mm too long",
        lambda: resewn(pouch(), "bottom", ease=4.0),
    )


def _coverage() -> Iterator[Fault]:
    code = "BP102"
    yield drafted(
        code,
        "a seam left out",
        "front",
        "edge 'bottom' of copy 2 is not sewn between 0.0 and 120.0 mm",
        lambda: replace(box(), seams=tuple(seam for seam in box().seams if seam.id != "base to back")),
    )
    yield drafted(
        code,
        "half a seam",
        "back",
        "edge 'left' of copy 1 is not sewn between 40.0 and 143.6 mm",
        lambda: resewn(pouch(), "left side", a=(Run("front", "left", end=40.0),), b=(Run("back", "left", end=40.0),)),
    )
    yield drafted(
        code,
        "a seam twice",
        "front",
        "edge 'bottom' of copy 1 is sewn twice between 0.0 and 187.1 mm, by 'again' and by 'bottom'",
        lambda: pouch() + Draft(seams=(replace(pouch().seam("bottom"), id="again"),)),
    )
    for name, run, message in (
        ("an unknown piece", Run("flap", "top"), "sews 'flap', which is no piece of this bag"),
        ("an unknown edge", Run("back", "hem"), "sews 'hem' of back, which has no such edge or line"),
        ("an unknown copy", Run("back", "bottom", copy=2), "sews copy 2 of back, of which 1 are cut"),
        ("off the edge", Run("back", "bottom", end=300.0), "from 0.0 to 300.0 mm, which is 187.1 mm long"),
    ):
        yield drafted(code, name, "bottom", message, lambda run=run: resewn(pouch(), "bottom", b=(run,)))  # type: ignore[misc]
    yield drafted(code, "one side", "bottom", "has only one side", lambda: resewn(pouch(), "bottom", b=()))


def _notched(name: str, message: str, subject: str, notch: Notch) -> Fault:
    def make() -> Pattern:
        made = pattern(pouch())
        front = replace(made.draft["front"], notches=(*made.draft["front"].notches, notch))
        return replace(made, draft=made.draft.replacing(front))

    return Fault("BP104", name, subject, message, make)


def _notches() -> Iterator[Fault]:
    single = NotchKind.SINGLE
    yield _notched(
        "alone",
        "the notch 30.0 mm along its first side has no partner on the other",
        "bottom",
        Notch("bottom", 30.0, single, "bottom"),
    )
    yield _notched(
        "off the edge",
        "has a notch 400.0 mm along 'bottom', which is 187.1 mm long",
        "front",
        Notch("bottom", 400.0, single, "bottom"),
    )
    yield _notched("on no edge", "has a notch on 'hem', which is no edge", "front", Notch("hem", 1.0, single, "bottom"))
    yield _notched("of no seam", "for the seam 'hem', which is not there", "front", Notch("top", 9.0, single, "hem"))


def _bodies() -> Iterator[Fault]:
    code = "BP110"
    yield drafted(
        code,
        "in two parts",
        "body",
        "falls into 2 parts that no seam joins: front, back; flap",
        lambda: pouch() + Draft((Panel("flap", Name("Flap"), "shell", Role.BODY, edges(rectangle(90, 90))),)),
    )
    yield drafted(
        code,
        "a seam left open",
        "body",
        "is open along front #1 'bottom', whose finish is seam: sew it to the body, or hem it",
        lambda: replace(pouch(), seams=pouch().seams[1:]),
    )

    def swapped() -> Draft:
        runs = {"base to right": Run("side", "bottom", copy=2), "base to left": Run("side", "bottom")}
        bag = box()
        for seam, run in runs.items():
            bag = resewn(bag, seam, b=(run,))
        return bag

    yield drafted(code, "copies swapped", "body", "makes no bag when it is sewn together", swapped)
    yield drafted(
        code,
        "a seam run backwards",
        "body",
        "makes no bag when it is sewn together: Euler characteristic",
        lambda: resewn(pouch(), "left side", b=(Run("back", "left", reversed=True),)),
    )
    yield drafted(
        code,
        "a lining sewn wrong",
        "lining",
        "makes no bag when it is sewn together",
        lambda: resewn(lined(pouch()), "lining left side", b=(Run("lining-back", "left", reversed=True),)),
    )
    yield drafted(
        code,
        "no body",
        "body",
        "no piece of this bag belongs to its body",
        lambda: Draft((pouch()["tab"],)),
    )


def _steps() -> Iterator[Fault]:
    def unsewn() -> Pattern:
        sound = pattern(pouch())
        steps = (replace(each, step=replace(each.step, operations=_but_for("zip", each.step))) for each in sound.steps)
        return replace(sound, steps=tuple(steps))

    yield Fault("BP111", "in no step", "zip", "is sewn in no step", unsewn)
    yield drafted(
        "BP111",
        "in two steps",
        "zip",
        "is sewn in 2 steps: 'Sew it', 'Again'",
        lambda: pouch() + Draft(tasks=(Task(Name("Again"), (sew("zip"),)),)),
    )
    yield drafted(
        "BP111",
        "of nothing",
        "hem",
        "is sewn in the step 'Hem', but there is no such seam",
        lambda: pouch() + Draft(tasks=(Task(Name("Hem"), (sew("hem"),)),)),
    )


def _but_for(seam: str, step: Step) -> tuple[Operation, ...]:
    return tuple(each for each in step.operations if seam not in each.seams)


def _caught() -> Iterator[Fault]:
    for name, at, message in (
        ("too far", 140.0, "holds tab from 140.0 to 160.6 mm, but the seam is 143.6 mm long"),
        ("too early", -5.0, "holds tab from -5.0 to 15.6 mm, but the seam is 143.6 mm long"),
    ):
        held = tuple(replace(each, at=at) for each in pouch().seam("right side").caught)
        yield drafted(
            "BP112",
            name,
            "right side",
            message,
            lambda held=held: resewn(pouch(), "right side", caught=held),  # type: ignore[misc]
        )
    yield drafted(
        "BP112",
        "longer than the seam",
        "bottom",
        "holds tab from 0.0 to 200.0 mm, but the seam is 187.1 mm long",
        lambda: resewn(
            repanelled(pouch(), "tab", edges=edges(rectangle(200, 60)), lines=()),
            "bottom",
            caught=(Caught((Run("tab", "bottom"),), 0.0),),
        ),
    )


def _crowding() -> Iterator[Fault]:
    def with_pocket(at: float) -> Draft:
        (tab, *_) = pouch().seam("right side").caught
        flap = replace(pouch()["tab"], id="flap", title=words("Flap"), role=Role.POCKET)
        held = Caught((Run("flap", "bottom"),), tab.at + pouch().side_length(tab.runs) + at)
        return resewn(pouch() + Draft((flap,)), "right side", caught=(*pouch().seam("right side").caught, held))

    message = "lies 5 mm from the edge of the flap, where two bulky places keep 15 mm: move one of them by "
    message += "at least 10 mm"
    yield Fault("BP117", "a pocket beside a tab", "tab", message, lambda: pattern(with_pocket(5.0)), Severity.WARNING)


SEAM_FAULTS = [
    fault for faults in (_lengths, _coverage, _notches, _bodies, _steps, _caught, _crowding) for fault in faults()
]
