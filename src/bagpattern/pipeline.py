"""The whole way, in one visible list: read, draft, passes, checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import partial
from typing import Any

from bagpattern.catalog.materials import Material
from bagpattern.checks import check
from bagpattern.errors import Problem, raise_together
from bagpattern.model.pattern import Pattern
from bagpattern.parts.workshop import Materials, Workshop
from bagpattern.passes.allow import allow
from bagpattern.passes.clip import clip
from bagpattern.passes.cut import cut_list
from bagpattern.passes.label import label
from bagpattern.passes.lie import lie
from bagpattern.passes.notch import notch
from bagpattern.passes.number import number
from bagpattern.passes.order import order
from bagpattern.passes.quilt import quilt
from bagpattern.passes.stiffen import stiffen
from bagpattern.preset import Preset, read
from bagpattern.preset.source import Source
from bagpattern.units import Units
from bagpattern.values import replace

Pass = Callable[[Pattern, Workshop], Pattern]

PASSES: tuple[Pass, ...] = (
    lie,  # strips along the cloth or across it
    quilt,  # what is cut larger first
    clip,  # where an edge must turn a corner
    notch,  # marks on both sides of every seam
    allow,  # panels become pieces: cutting lines
    stiffen,  # interfacing and foam, from the pieces they back
    order,  # the making: operations, and the steps that tell them
    number,  # pieces in the order in which they are looked for
    label,  # what is printed on each piece
    cut_list,
)


def make(source: Source, overrides: Mapping[str, Any] | None = None) -> Pattern:
    """The pattern of a preset: a shipped name, a path to a file, or its content as a mapping.

    *overrides* maps dotted keys to values as a preset would write them: ``{"dimensions.depth": "12 cm"}``.
    Raises InputError, listing everything that is wrong with the input. The pattern's own faults are in its findings.
    """
    return draft(read(source, overrides))


def draft(preset: Preset) -> Pattern:
    """The checked pattern of a preset that has been read. Raises InputError when these sizes cannot be made."""
    pattern = begun(preset)
    shop = preset.style.settled.workshop
    for each in PASSES:
        pattern = preset.locating(partial(each, pattern, shop))
    preset.locating(lambda: raise_together(_unmatched(pattern, preset.style.materials)))
    return replace(pattern, findings=check(pattern, shop))


def _unmatched(pattern: Pattern, materials: Materials) -> Iterator[Problem]:
    """What is to match in a print, and is not cut from it."""
    for own in materials.own:
        slots = [slot for slot, name in materials.slots.items() if name == own.id]
        cut = [piece.id for piece in pattern.pieces if piece.panel.material in slots]
        yield from own.unmatched(cut) if cut else ()


def begun(preset: Preset) -> Pattern:
    """The pattern as its style drafts it, before any pass. Raises InputError when these sizes cannot be made."""
    style = preset.style
    drafted = preset.locating(style.draft)
    finished = replace(style.settled.finished(drafted), because=style.because)
    return Pattern(
        name=preset.name,
        preset=preset.id,
        style=preset.style_name,
        settings=deepcopy(preset.settings),  # a pattern's own: its maker may change them
        finished=finished,
        materials=tuple(_as_sold(each, preset) for each in style.settled.workshop.materials.values()),
        draft=drafted,
        colourways=style.colourways,
        publisher=style.publisher,
        wearer=style.person,
    )


def _as_sold(material: Material, preset: Preset) -> Material:
    """The material in the widths of its maker's shops."""
    return material if Units(preset.settings["units"]).metric else material.in_inches()
