"""Drawings of which only some layers are wanted."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import LAYERS, Drawing, layer_id, layer_titles
from bagpattern.errors import InputError, Problem, did_you_mean, quoted, raise_together
from bagpattern.values import replace


def chosen(drawings: Mapping[str, Drawing], names: str) -> dict[str, Drawing]:
    """The drawings with the layers of these *names* alone, which have commas between them; those left empty are out.

    Where sizes lie in each other, 'cut' means the cutting lines of all, 'cut-s' those of one. Raises InputError for
    every name that is no layer, and when nothing is left to draw.
    """
    sizes = next((each.sizes for each in drawings.values() if each.sizes), {})
    known = layer_titles(sizes)
    named = [each.strip().lower() for each in names.split(",") if each.strip()]
    wanted = {layer_id(each, size) for each in named for size in (("", *sizes) if each in LAYERS else ("",))}
    problems = [f"there is no layer {quoted(each)}{did_you_mean(each, known)}" for each in named if each not in known]
    raise_together(Problem("", problem, "--layers") for problem in problems)
    kept = {
        key: replace(each, layers=tuple(x for x in each.layers if x.id in wanted)) for key, each in drawings.items()
    }
    kept = {key: each for key, each in kept.items() if each.layers}
    if not kept:
        raise InputError([Problem("", f"nothing is drawn on {names}: name more layers", "--layers")])
    return kept
