"""How both parts of a panel that a style line divides are joined again."""

from __future__ import annotations

from bagpattern.model.operation import Task, Verb, done, sew, task
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Seam
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace
from bagpattern.words import words


def joining(name: Said, panel: Panel, seam: Seam, slots: tuple[str, ...], ids: tuple[str, str], shop: Workshop) -> Task:
    """Both parts sewn to each other, and the seam topstitched; their *slots* and *ids*."""
    title = words("Join the {panel} at the line {name}", panel=panel.title.lower(), name=name)
    pressed = words("Press the allowances to one side, that of the thinner part.")
    creased = words("Fold the allowances to one side, that of the thinner part, and crease the seam.")
    text = words(
        "From the right side, topstitch {beside} beside the seam, through the allowances.",
        beside=Length(shop.finishing.topstitch),
    )
    return task(
        title,
        sew(seam.id),
        flattened(shop, slots, pressed, creased, *ids, seams=(seam.id,)),
        replace(done(Verb.TOPSTITCH, text), seams=(seam.id,)),
    )
