"""Drawings of which only some layers are wanted."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import LAYERS, Drawing
from bagpattern.errors import InputError, Problem, did_you_mean, quoted
from bagpattern.values import replace


def chosen(drawings: Mapping[str, Drawing], names: str) -> dict[str, Drawing]:
    """The drawings with the layers of these *names* alone, which have commas between them; those left empty are out.

    Raises InputError for every name that is no layer, and when nothing is left to draw.
    """
    wanted = [each.strip().lower() for each in names.split(",") if each.strip()]
    unknown = (each for each in wanted if each not in LAYERS)
    problems = [f"there is no layer {quoted(each)}{did_you_mean(each, LAYERS)}" for each in unknown]
    if problems:
        raise InputError([Problem("", problem, "--layers") for problem in problems])
    kept = {
        key: replace(each, layers=tuple(x for x in each.layers if x.id in wanted)) for key, each in drawings.items()
    }
    kept = {key: each for key, each in kept.items() if each.layers}
    if not kept:
        raise InputError([Problem("", f"nothing is drawn on {names}: name more layers", "--layers")])
    return kept


def _only(drawing: Drawing, wanted: list[str]) -> Drawing:
    return replace(drawing, layers=tuple(each for each in drawing.layers if each.id in wanted))
