"""The shape of pattern.json as its guide tells it: which keys stand where, and what they may hold.

Nothing here imports bagpattern. A shape is a type, a set of words, or a value made of shapes: a dictionary has these
keys and no others, a list of one shape holds any number of it, and ``Maybe`` allows null.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple


class Maybe(NamedTuple):
    """The shape, or null."""

    shape: Any


class Numbers(NamedTuple):
    """So many numbers."""

    many: int = 2


POINT, RING = Numbers(), [Numbers()]
RUN = {"piece": str, "copy": int, "on": str, "from": float, "to": float, "reversed": bool}
PLACE = {"piece": str, "copy": int, "on": Maybe(str), "xy": POINT}
FACES = {"front", "back", "left", "right", "base", "top", "flap"}
ROLES = {"body", "lining", "pocket", "strap", "closure", "stiffening", "other"}
LIES_ON = {
    "piece": str,
    "copy": int,
    "side": {"right", "wrong"},
    "form": {"flat", "hinged", "pleated", "bent", "loose"},
    "transform": Maybe(Numbers(6)),
    "order": Maybe(int),
    "lift": Maybe(float),
    "depth": float,
    "opens": [str],
    "zip": Maybe(str),
    "seams": [str],
}
LINE = {
    "name": str,
    "kind": {"placement", "fold", "topstitch", "stitch", "slit"},
    "length": float,
    "points": RING,
    "owner": Maybe(str),
    "holds": Maybe(str),
    "behind": bool,
    "strap_end": Maybe({"of": str, "copy": int, "edge": str}),
    "crease": bool,
    "closes": Maybe({"roll", "drawstring"}),
}
PIECE = {
    "id": str,
    "number": int,
    "title": str,
    "material": str,
    "role": ROLES,
    "count": int,
    "mirrored": int,
    "cut_on_fold": bool,
    "shape": {"rectangle", "shaped"},
    "cut_width": float,
    "cut_height": float,
    "instruction": str,
    "label": [str],
    "note": str,
    "stitching_line": RING,
    "cutting_line": RING,
    "edges": [
        {
            "name": str,
            "finish": {"seam", "hem", "fold", "raw", "bound", "open"},
            "allowance": float,
            "length": float,
            "points": RING,
        }
    ],
    "lines": [LINE],
    "notches": [{"on": str, "at": float, "kind": {"single", "double"}, "seam": str}],
    "grainline": RING,
    "holes": [{"at": POINT, "diameter": float, "label": str, "owner": Maybe(str), "holds": Maybe(str)}],
    "owner": Maybe(str),
    "of": Maybe(str),
    "right_side": {"drawn"},
    "layers": int,
    "copies": [{"copy": int, "mirrored": bool, "lies_on": Maybe(LIES_ON)}],
    "pose": Maybe({"face": FACES, "up": POINT}),
    "facets": [{"face": FACES, "up": POINT, "outline": Maybe(RING), "copy": Maybe(int), "whole": Maybe(str)}],
    "lies_on": Maybe(LIES_ON),
    "backed_by": [str],
}
SEAM = {
    "id": str,
    "kind": {"plain", "zip", "placement", "topstitched", "bound", "hem-to-self", "gap"},
    "step": Maybe(int),
    "a": [RUN],
    "b": [RUN],
    "caught": [{"at": float, "ease": float, "runs": [RUN], "stands": {"between", "inside", "behind", "on"}}],
    "length_a": float,
    "length_b": float,
    "ease": float,
    "zip": Maybe(str),
    "meet": Maybe({"right sides", "wrong sides"}),
    "enclosed": Maybe({"how": {"french", "felled"}, "first": float, "rest": float}),
    "whole": Maybe(str),
}
NOTION = {
    "id": str,
    "kind": str,
    "title": str,
    "size": str,
    "length": Maybe(float),
    "width": Maybe(float),
    "count": int,
    "note": str,
    "opening": Maybe(float),
    "buy": Maybe(float),
    "threads": str,
    "stock": Maybe({"metre", "closed"}),
    "for": Maybe(str),
    "hooks": Maybe(str),
    "owner": Maybe(str),
}
MODES = {"shoulder", "crossbody", "convertible", "handle", "grab", "cord", "belt", "sternum", "wrist", "leash", "tab"}
WAYS = {"backpack", "crossbody", "shoulder", "chest", "hip", "hand"}
STRAP = {
    "id": str,
    "piece": Maybe(str),
    "notion": Maybe(str),
    "copy": int,
    "mode": Maybe(MODES | {"closing"}),
    "width": float,
    "length": float,
    "least": Maybe(float),
    "most": Maybe(float),
    "worn": [{"way": WAYS, "length": float, "rings": Maybe(str)}],
    "under": Maybe(str),
    "ends": [{"edge": str, "on": [PLACE], "seams": [str], "through": [str]}],
    "lies": [PLACE],
    "through": [str],
    "hooks": Maybe(str),
}
HARDWARE = {
    "notion": str,
    "index": int,
    "kind": str,
    "width": Maybe(float),
    "at": [PLACE],
    "threads": Maybe({"of": str, "copy": Maybe(int), "line": Maybe(str)}),
    "hooks": Maybe({"notion": str, "index": Maybe(int)}),
}
_CLOSURE = {"owner": Maybe(str), "pieces": [str], "held_by": [str]}
_LINES = [{"piece": str, "line": str}]
CLOSURES: dict[str, dict[str, Any]] = {
    "zip": {"seams": [str]},
    "flap": {"hinge": {"edge": str, "seams": [str]}, "over": float, "rests_on": [str]},
    "roll": {"turns": int, "lines": _LINES},
    "drawstring": {"channel": float, "lines": _LINES, "outlets": [PLACE]},
    "snap": {},
}
"""What each kind of closure has beside the keys of all."""
MATERIAL = {
    "id": str,
    "title": str,
    "width": float,
    "thickness": float,
    "directional": bool,
    "iron": {"hot", "medium", "cool", "no"},
    "frays": bool,
    "fusible": bool,
    "laid": Maybe({"full", "stitch"}),
}
FINISHED = {
    "width": float,
    "height": float,
    "depth": float,
    "volume_l": float,
    "measured": Maybe(dict.fromkeys(("width", "height", "depth"), str)),
    "fullness": float,
}
VERBS = {
    *(
        "cut",
        "mark",
        "fuse",
        "lay",
        "baste",
        "sew",
        "topstitch",
        "quilt",
        "hem",
        "bind",
        "fell",
        "fold",
        "press",
        "clip",
    ),
    *("trim", "slit", "turn", "put", "insert", "thread", "open", "close", "tell"),
}
OPERATION = {
    "id": str,
    "step": int,
    "do": VERBS,
    "pieces": [dict],
    "notions": [str],
    "seams": [str],
    "on": [dict],
    "side": Maybe(str),
    "for": Maybe(str),
    "around": Maybe(str),
    "through": Maybe(str),
    "out": Maybe(str),
    "heat": bool,
    "after": [str],
    "before": [str],
    "why": str,
    "text": str,
}
TOP = {
    "format": {"bagpattern/pattern"},
    "version": int,
    "name": str,
    "preset": str,
    "style": str,
    "settings": dict,
    "finished": FINISHED,
    "materials": [MATERIAL],
    "colourways": [dict],
    "pieces": [PIECE],
    "seams": [SEAM],
    "notions": [NOTION],
    "straps": [STRAP],
    "hardware": [HARDWARE],
    "closures": [dict],
    "cut_list": [dict],
    "lay": [dict],
    "lay_problems": list,
    "steps": [{"step": int, "title": str, "text": str, "seams": [str], "operations": [str]}],
    "operations": [OPERATION],
    "findings": [{"code": str, "severity": {"error", "warning"}, "subject": str, "message": str}],
}


def misshapen(value: Any, shape: Any = TOP, path: str = "") -> Iterator[str]:
    """Every place where a value is not of its shape."""
    if isinstance(shape, Maybe):
        yield from misshapen(value, shape.shape, path) if value is not None else ()
    elif isinstance(shape, dict):
        yield from _keys(value, shape, path)
    elif isinstance(shape, list):
        yield from _members(value, shape[0], path)
    else:
        yield from _single(value, shape, path)


def _single(value: Any, shape: Any, path: str) -> Iterator[str]:
    if isinstance(shape, Numbers):
        if not isinstance(value, list) or len(value) != shape.many or not all(_is(each, float) for each in value):
            yield f"{path}: {value!r} is not {shape.many} numbers"
    elif isinstance(shape, set):
        if value not in shape:
            yield f"{path}: {value!r} is none of {', '.join(sorted(shape))}"
    elif not _is(value, shape):
        yield f"{path}: {value!r} is no {shape.__name__}"


def _members(value: Any, shape: Any, path: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path} is no list"
        return
    for index, each in enumerate(value):
        yield from misshapen(each, shape, f"{path}[{index}]")


def _keys(value: Any, shape: dict[str, Any], path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path} is no mapping"
    elif list(value) != list(shape):
        yield f"{path} has the keys {', '.join(value)}"
    else:
        for key, inner in shape.items():
            yield from misshapen(value[key], inner, f"{path}.{key}")


def closure_shape(kind: str) -> dict[str, Any]:
    """The shape of one kind of closure."""
    return {"kind": {kind}, **_CLOSURE, **CLOSURES[kind]}


def words_of(shape: Any = TOP) -> set[str]:
    """Every key and every word of a shape, and those of all closures."""
    own = [closure_shape(kind) for kind in CLOSURES] if shape is TOP else []
    return set().union(*(_words(each) for each in (shape, *own)))


def _words(shape: Any) -> set[str]:
    if isinstance(shape, Maybe):
        return _words(shape.shape)
    if isinstance(shape, dict):
        return set(shape).union(*map(_words, shape.values()))
    if isinstance(shape, list):
        return _words(shape[0])
    return set(shape) if isinstance(shape, set) else set()


def _is(value: Any, wanted: type) -> bool:
    """A length may be written without decimals by other programs; true is no number."""
    if wanted is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    return isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))
