"""The sewn bag as arrays for a page: little-endian, in base64; mm, y up, the front towards +z."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import numpy as np

from bagpattern.errors import BagpatternError
from bagpattern.sewn.appearance import appearances
from bagpattern.sewn.build import sewn
from bagpattern.sewn.opening import can_be_opened
from bagpattern.web.answers import Row
from bagpattern.web.lately import Lately, shape_key

if TYPE_CHECKING:
    from bagpattern.model.colourway import Colourway
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import SewnBag, Stroke, Surface


OPEN = "open"
"""How a bag is held when one looks into it; else it is carried in one of its ways."""
GLIMPSE = "glimpse"
"""How well it is sewn while a hand drags: in a third of the time."""

_SEWN: Lately[Row | None] = Lately()


def sewn_row(pattern: Pattern, pose: str = "", fine: bool = True) -> Row | None:
    """Meshes, lines and looks, closed or in a *pose*, if not *fine* at a glimpse; None of what cannot be sewn."""
    if pattern.errors:
        return None
    made = _SEWN((shape_key(pattern), pose, fine), lambda: _made(pattern, pose, fine))
    return made and {**made, "materials": looks(pattern, None)}


def _made(pattern: Pattern, pose: str, fine: bool) -> Row | None:
    """What colours do not change."""
    try:
        bag = _bag(pattern, pose, fine)
    except BagpatternError:
        return None
    return {
        "meshes": [_mesh(each) for each in bag.surfaces],
        "lines": [_line(each) for each in bag.strokes],
        "notes": dict(bag.notes),
    }


def _bag(pattern: Pattern, pose: str, fine: bool) -> SewnBag:
    found: SewnBag
    if fine:
        found = pattern.sewn(pose if pose in pattern.ways else None, opened=pose == OPEN)
    else:
        way = pattern.way(pose) if pose in pattern.ways else None
        found = sewn(pattern, False, way=way, opened=pose == OPEN and can_be_opened(pattern))
    return found


def looks(pattern: Pattern, way: Colourway | None) -> Row:
    """How every material looks in a colourway, by what a mesh says."""
    return {
        key: {
            "colour": each.colour,
            "second": each.second,
            "roughness": each.roughness,
            "metallic": each.metallic,
            "design": each.design.value,
            "repeat": each.repeat,
            "weave": each.weave.value,
        }
        for key, each in appearances(pattern, way).items()
    }


def _mesh(surface: Surface) -> Row:
    facts = {name: getattr(surface, name) for name in ("name", "piece", "copy", "notion", "material", "inner")}
    arrays = {"positions": surface.points, "normals": surface.normals, "uv": surface.uv}
    packed = {name: _packed(each, "<f4") for name, each in arrays.items()}
    return {**facts, **packed, "indices": _packed(surface.triangles, "<u4")}


def _line(stroke: Stroke) -> Row:
    places = {"points": _packed(stroke.points, "<f4"), "normals": _packed(stroke.normals, "<f4")}
    return {"kind": stroke.kind.value, "owner": stroke.owner, **places}


def _packed(array: Any, kind: str) -> str:
    return b64encode(np.ascontiguousarray(array, kind).tobytes()).decode()
