"""Drawings of which only some layers are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bagpattern.drawing.model import LAYERS, Drawing, layer_id, layer_titles
from bagpattern.errors import InputError, Problem, did_you_mean, named, quoted, raise_together
from bagpattern.said import Said
from bagpattern.values import replace
from bagpattern.words import words


def chosen(drawings: Mapping[str, Drawing], names: Sequence[str]) -> dict[str, Drawing]:
    """The drawings with the layers of these *names* alone; those left empty are out.

    Where sizes lie in each other, 'cut' means the cutting lines of all, 'cut-s' those of one. Raises InputError for
    every name that is no layer, and when nothing is left to draw.
    """
    sizes = next((each.sizes for each in drawings.values() if each.sizes), {})
    known = layer_titles(sizes)
    asked = [each.strip().lower() for each in names if each.strip()]
    wanted = {layer_id(each, size) for each in asked for size in (("", *sizes) if each in LAYERS else ("",))}
    unknown = [each for each in asked if each not in known]
    raise_together(Problem("layers", _no_layer(each, known)) for each in unknown)
    kept = {
        key: replace(each, layers=tuple(x for x in each.layers if x.id in wanted)) for key, each in drawings.items()
    }
    kept = {key: each for key, each in kept.items() if each.layers}
    if not kept:
        raise InputError(
            [Problem("layers", words("nothing is drawn on {names}: name more layers", names=named(asked)))]
        )
    return kept


def _no_layer(name: str, known: Iterable[str]) -> Said:
    return words("there is no layer {name}{advice}", name=quoted(name), advice=did_you_mean(name, known))
