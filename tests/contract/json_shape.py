"""The shape of pattern.json as its guide tells it: which keys stand where, and what they may hold.

Nothing here imports bagpattern. A shape is a type, a set of words, or a value made of shapes: a dictionary has these
keys and no others, a list of one shape holds any number of it, and ``Maybe`` allows null.
"""

from __future__ import annotations

from typing import Any

from tests.contract.shapes import Maybe, Numbers, words_in

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
    "inward": bool,
    "closes": Maybe({"roll", "drawstring"}),
    "angle": Maybe(float),
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
    "first_cut": Maybe(RING),
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
    "caught": [{"at": float, "ease": float, "runs": [RUN], "stands": {"between", "inside", "behind", "on", "within"}}],
    "length_a": float,
    "length_b": float,
    "ease": float,
    "zip": Maybe(str),
    "meet": Maybe({"right sides", "wrong sides"}),
    "enclosed": Maybe({"how": {"french", "felled"}, "first": float, "rest": float}),
    "whole": Maybe(str),
    "lies": Maybe({"edge", "flat"}),
    "angle": Maybe(float),
    "sliders": [{"notion": str, "index": int, "at": PLACE, "faces": POINT}],
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
    "leads": Maybe(str),
    "owner": Maybe(str),
}
MODES = {
    *("shoulder", "crossbody", "convertible", "handle", "grab", "cord", "belt"),
    *("sternum", "wrist", "leash", "tab", "tube", "tie"),
}
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
    "ends": [{"edge": str, "on": [PLACE], "seams": [str], "through": [str], "leaves": Maybe(POINT)}],
    "lies": [PLACE],
    "through": [str],
    "hooks": Maybe(str),
    "build": {"flat", "folded", "padded", "webbing", "cord", "chain", "hook-and-loop"},
    "thickness": float,
    "drop": Maybe(float),
    "over": float,
}
HARDWARE = {
    "notion": str,
    "index": int,
    "kind": str,
    "width": Maybe(float),
    "at": [PLACE | {"side": {"right", "wrong"}}],
    "threads": Maybe({"of": str, "copy": Maybe(int), "line": Maybe(str)}),
    "hooks": Maybe({"notion": str, "index": Maybe(int)}),
    "direction": Maybe(POINT),
}
_CLOSURE = {"owner": Maybe(str), "pieces": [str], "held_by": [str]}
_LINES = [{"piece": str, "line": str}]
CLOSURES: dict[str, dict[str, Any]] = {
    "zip": {"seams": [str]},
    "flap": {"hinge": {"edge": str, "seams": [str]}, "over": float, "rests_on": [str], "transform": Maybe(Numbers(6))},
    "roll": {"turns": int, "mouth": float, "lines": _LINES},
    "drawstring": {"channel": float, "mouth": float, "lines": _LINES, "outlets": [PLACE]},
    "snap": {},
    "frame": {},
    "ties": {},
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
    "bend": {"limp", "soft", "firm", "stiff"},
    "stretch": float,
    "mass": float,
    "pressed": float,
    "colours": [str],
    "roughness": float,
    "weave": {"plain", "twill", "ripstop", "diamond", "mesh", "grain", "fleck", "smooth"},
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
        "overcast",
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
    "turns": [float],
    "stitches": int,
    "beside": Maybe(float),
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


def closure_shape(kind: str) -> dict[str, Any]:
    """The shape of one kind of closure."""
    return {"kind": {kind}, **_CLOSURE, **CLOSURES[kind]}


def words_of(shape: Any = TOP) -> set[str]:
    """Every key and every word of a shape, and those of all closures."""
    own = [closure_shape(kind) for kind in CLOSURES] if shape is TOP else []
    return set().union(*(words_in(each) for each in (shape, *own)))
