"""A channel for a cord, set on the rim: a strip folded along its length, its ends hemmed [construction 2.10]."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry.path import line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Sheet, Task, Verb, Where, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.parts.closing.rims import Rim, sewn_on_to
from bagpattern.parts.naming import RIM
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Said
from bagpattern.words import words

_BELOW = 3.0
"""mm below its seam at which a channel is topstitched [K]."""
EYELET_ROOM = 3.0
"""mm that an eyelet is wider inside than the cord [construction 2.10, K]."""


def with_strips(rim: Rim, high: float, shop: Workshop, apart: bool = False) -> tuple[Draft, tuple[str, ...]]:
    """The bag with a channel *high* mm high on its rim: one strip all round, or *apart*, one for each panel; their ids.

    The cord comes out where the strips' hemmed ends meet.
    """
    groups = [(run,) for run in rim.runs] if apart else [rim.runs]
    bag = rim.bag if rim.lined else sewn_on_to(rim, shop.seam_allowance)
    before, seams, strips = 0.0, [], []
    for runs in groups:
        length = rim.bag.side_length(runs)
        strip = _strip(*_named(bag[runs[0].panel] if apart else None), length, high, shop)
        outer, inner = Run(strip.id, "outer", reversed=True), Run(strip.id, "inner")
        bag = bag + Draft((strip,))
        strips.append(strip.id)
        if rim.lined:
            bag = catching(bag, RIM, Caught((outer,), before), Caught((inner,), before))
        else:
            seams.append(Seam(f"{strip.id} to rim", runs, (outer,), caught=(Caught((inner,), 0.0),), marked=True))
        before += length
    bag = bag + Draft(seams=tuple(seams), tasks=_tasks(tuple(strips), tuple(seam.id for seam in seams), shop))
    return bag, tuple(strips)


def _named(panel: Panel | None) -> tuple[str, Said]:
    """The id and the title of the strip on a *panel*, or of the one all round."""
    if panel is None:
        return "channel", words("channel").capitalize()
    return f"{panel.id}-channel", words("{piece} channel", piece=panel.title.lower()).capitalize()


def _strip(name: str, title: Said, length: float, high: float, shop: Workshop) -> Panel:
    sides = rectangle(length, 2 * high)
    hem = shop.seam_allowance
    edges = (
        Edge("outer", sides.bottom),
        Edge("right end", sides.right, Finish.HEM, allowance=hem),
        Edge("inner", sides.top),
        Edge("left end", sides.left, Finish.HEM, allowance=hem),
    )
    fold = Line("fold", line_path(complex(0, high), complex(length, high)), LineKind.FOLD)
    note = words("hem both ends before it is folded")
    return Panel(name, title, "shell", Role.CLOSURE, edges, (fold,), layers=1, note=note, joints=None)


def _tasks(strips: tuple[str, ...], seams: tuple[str, ...], shop: Workshop) -> tuple[Task, ...]:
    turns = (shop.seam_allowance / 2, shop.seam_allowance / 2)
    hem = words(
        "Turn both ends of each channel strip to the wrong side by {first}, then by {second}, and stitch them down.",
        first=Length(turns[0]),
        second=Length(turns[1]),
    )
    ends = tuple(Where(strip, 0, end) for strip in strips for end in ("right end", "left end"))
    heat = shop.materials["shell"].iron != "no"
    press = words("Press each strip in two along its length, wrong side inside.")
    crease = words("Crease each strip in two along its length, wrong side inside, and clip it.")
    made = task(
        words("Make the channel strip"),
        Operation(Verb.HEM, hem, pieces=tuple(map(Sheet, strips)), on=ends, turns=turns),
        done(Verb.FOLD, press if heat else crease, *strips, heat=heat),
    )
    return (made, *_on_rim(strips, seams)) if seams else (made,)


def _on_rim(strips: tuple[str, ...], seams: tuple[str, ...]) -> Iterator[Task]:
    """An unlined rim, whose allowance nothing hides; it is sewn before the bag is turned, as all of its seams are."""
    lay = words(
        "Lay both raw edges of the strip on the rim, on its right side, the hemmed ends where the cord comes out. Sew "
        "along the whole rim, and overcast the raw edges together."
    )
    up = words(
        "Fold the strip up and the allowance down, and topstitch the rim {beside} below the seam.",
        beside=Length(_BELOW),
    )
    yield task(words("Sew the channel to the rim"), sew(*seams, how=lay))
    yield task(words("Topstitch below the channel"), done(Verb.TOPSTITCH, up, *strips, beside=_BELOW), finishes=True)


def channel_misfits(of: BagPart, channel: float, cord: float, turned: float) -> Iterator[Problem]:
    """A channel, *turned* mm of it turned in, lets a cord through: flat, half of the way round it and a little more.

    *of* declares the channel.
    """
    least = turned + math.pi * cord / 2 + EYELET_ROOM
    if under(channel, least):
        fault = words(
            "a cord of {cord} does not run in a channel of {channel}", cord=Length(cord), channel=Length(channel)
        )
        mend = make_it(of, "channel", least=least, otherwise=words("take a thinner cord"))
        yield refusal("channel", words("{fault}: {mend}", fault=fault, mend=mend))
