"""A channel for a cord, set on the rim: strips folded along their length, their ends hemmed [construction 2.10]."""

from __future__ import annotations

from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Finish, Line, LineKind, Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, Stage, Step
from bagpattern.parts.body import RIM
from bagpattern.parts.joinery import catching
from bagpattern.parts.rims import Rim, sewn_on_to
from bagpattern.parts.workshop import Workshop


def with_strips(rim: Rim, high: float, shop: Workshop) -> Draft:
    """The bag with a strip *high* mm high on each panel along its rim; the cord comes out between them."""
    strips = [_strip(f"{run.panel}-channel", rim.bag.run_length(run), high, shop) for run in rim.runs]
    bag = (rim.bag if rim.lined else sewn_on_to(rim, shop.seam_allowance)) + Draft(tuple(strips))
    before, seams = 0.0, []
    for run, strip in zip(rim.runs, strips, strict=True):
        outer, inner = Run(strip.id, "outer", reversed=True), Run(strip.id, "inner")
        if rim.lined:
            bag = catching(bag, RIM, Caught((outer,), before), Caught((inner,), before))
        else:
            seams.append(Seam(f"{strip.id} to rim", (run,), (outer,), caught=(Caught((inner,), 0.0),), marked=True))
        before += rim.bag.run_length(run)
    return bag + Draft(seams=tuple(seams), steps=_steps(tuple(seam.id for seam in seams)))


def _strip(name: str, length: float, high: float, shop: Workshop) -> Panel:
    sides = rectangle(length, 2 * high)
    hem = shop.seam_allowance
    edges = (
        Edge("outer", sides.bottom),
        Edge("right end", sides.right, Finish.HEM, allowance=hem),
        Edge("inner", sides.top),
        Edge("left end", sides.left, Finish.HEM, allowance=hem),
    )
    fold = Line("fold", line_path(complex(0, high), complex(length, high)), LineKind.FOLD)
    title = name.replace("-", " ").capitalize()
    return Panel(name, title, "shell", Role.CLOSURE, edges, (fold,), layers=1, note="hem both ends before it is folded")


def _steps(seams: tuple[str, ...]) -> tuple[Step, ...]:
    prepare = "Hem both ends of each channel strip, then press it in two along its length, wrong side inside."
    text = "Lay both raw edges of each strip on the rim, right sides together, and sew. Overcast, press up, topstitch."
    lined = "Baste both raw edges of each strip to the rim of the shell, before its lining is sewn to it."
    made = Step(Stage.PANELS, "Make the channel strips", prepare if seams else f"{prepare} {lined}")
    return (made, Step(Stage.FINISH, "Sew the channel to the rim", text, seams)) if seams else (made,)
