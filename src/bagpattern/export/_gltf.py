"""glTF 2.0 in its binary form: what is put together of arrays, materials and nodes. Knows nothing of bags.

After [registry.khronos.org/glTF/specs/2.0]: little-endian, right-handed, y up; lengths here are metres, as there.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

from bagpattern.export._textures import linear, png
from bagpattern.values import value

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from bagpattern.export._textures import Tile

    Numbers = NDArray[np.floating[Any] | np.integer[Any]]

Row = dict[str, Any]

TRIANGLES, LINES = 4, 1
"""Modes of primitives."""
_FLOAT, _SHORT, _LONG = 5126, 5123, 5125
_VERTICES, _INDICES = 34962, 34963
_VECTORS = {2: "VEC2", 3: "VEC3"}
_MOST = 65534
"""The largest index that fits in two bytes; 65535 says that a strip begins anew."""
_MAGIC, _JSON, _BIN = 0x46546C67, 0x4E4F534A, 0x004E4942
_REPEAT, _LINEAR, _MIPMAPS = 10497, 9729, 9987
_DENSE = 0.4
"""How dense a mesh's pixel must be to be drawn: from afar, where holes and threads are one, it is drawn."""
VARIANTS, TILED = "KHR_materials_variants", "KHR_texture_transform"


@value
class Paint:
    """A surface of one colour ('#c4b292'), times a tile if it has one that brings no colours of its own.

    What is *double* has no other back.
    """

    colour: str
    roughness: float
    metallic: float
    tile: Tile | None = None
    double: bool = True


class Document:
    """A glTF document that grows: each method adds a thing and returns its number."""

    def __init__(self) -> None:
        self._blob = bytearray()
        self._tables: dict[str, list[Row]] = {}
        self._textures: dict[Tile, int] = {}
        self._materials: dict[tuple[str, Paint], int] = {}
        self._variants: list[Row] = []

    def _add(self, table: str, row: Row) -> int:
        rows = self._tables.setdefault(table, [])
        rows.append(row)
        return len(rows) - 1

    def _view(self, data: bytes, **more: int) -> int:
        self._blob.extend(bytes(-len(self._blob) % 4))
        row: Row = {"buffer": 0, "byteOffset": len(self._blob), "byteLength": len(data), **more}
        self._blob.extend(data)
        return self._add("bufferViews", row)

    # arrays -----------------------------------------------------------------------------------------------------------

    def vectors(self, rows: Numbers, bounded: bool = False) -> int:
        """n x 2 or n x 3 numbers, one row for each vertex; of places the *bounds* are to be told."""
        import numpy as np

        exact = np.ascontiguousarray(rows, np.float32) + np.float32(0)  # + 0: no minus zero
        count, wide = exact.shape
        row: Row = {"bufferView": self._view(exact.tobytes(), target=_VERTICES), "componentType": _FLOAT}
        row |= {"count": count, "type": _VECTORS[wide]}
        if bounded:
            row |= {"min": exact.min(axis=0).tolist(), "max": exact.max(axis=0).tolist()}
        return self._add("accessors", row)

    def indices(self, numbers: Numbers) -> int:
        """The vertices of triangles or lines, one after the other."""
        import numpy as np

        kind = _LONG if numbers.max() > _MOST else _SHORT
        packed = np.ascontiguousarray(numbers, np.uint32 if kind == _LONG else np.uint16).tobytes()
        row: Row = {"bufferView": self._view(packed, target=_INDICES), "componentType": kind}
        return self._add("accessors", {**row, "count": int(numbers.size), "type": "SCALAR"})

    # looks ------------------------------------------------------------------------------------------------------------

    def material(self, name: str, paint: Paint) -> int:
        """The same paint of the same name is one material."""
        if (name, paint) not in self._materials:
            self._materials[name, paint] = self._add("materials", {"name": name, **_painted(paint, self._picture)})
        return self._materials[name, paint]

    def _picture(self, tile: Tile) -> Row:
        scale = {TILED: {"scale": [1000.0 / tile.repeat] * 2}}  # UV are metres
        return {"index": self._texture(tile), "extensions": scale}

    def _texture(self, tile: Tile) -> int:
        if tile not in self._textures:
            image = self._add("images", {"bufferView": self._view(png(tile)), "mimeType": "image/png"})
            if not self._textures:
                repeated = {"wrapS": _REPEAT, "wrapT": _REPEAT}
                self._add("samplers", {"magFilter": _LINEAR, "minFilter": _MIPMAPS, **repeated})
            self._textures[tile] = self._add("textures", {"source": image, "sampler": 0})
        return self._textures[tile]

    def variant(self, name: str) -> int:
        """One way to colour all of it."""
        self._variants.append({"name": name})
        return len(self._variants) - 1

    # things -----------------------------------------------------------------------------------------------------------

    def mesh(self, name: str, primitives: list[Row]) -> int:
        """What is drawn together, of what ``primitive`` returns."""
        return self._add("meshes", {"name": name, "primitives": primitives})

    def node(self, name: str, extras: Row, **what: int | list[int]) -> int:
        """A thing in the scene, of a ``mesh``, or ``children`` that belong together."""
        return self._add("nodes", {"name": name, **what, "extras": extras})

    def binary(self, scene: str, root: int, extras: Row) -> bytes:
        """The whole as a .glb file; *extras* are told of all of it."""
        used = [TILED] * bool(self._textures) + [VARIANTS] * bool(self._variants)
        head: Row = {"asset": {"version": "2.0", "generator": "bagpattern", "extras": extras}}
        head |= {"extensionsUsed": sorted(used)} if used else {}
        head |= {"extensions": {VARIANTS: {"variants": self._variants}}} if self._variants else {}
        head |= {"scene": 0, "scenes": [{"name": scene, "nodes": [root]}], **self._tables}
        self._blob.extend(bytes(-len(self._blob) % 4))
        return _packed({**head, "buffers": [{"byteLength": len(self._blob)}]}, bytes(self._blob))


def primitive(attributes: dict[str, int], indices: int | None, material: list[int], mode: int = TRIANGLES) -> Row:
    """What is drawn at once: accessors by what they tell of a vertex, and the material of each variant.

    Where there are no variants, *material* is the one.
    """
    row: Row = {"attributes": attributes, "mode": mode, "material": material[0]}
    if indices is not None:
        row["indices"] = indices
    if len({*material}) > 1:
        mappings = [
            {"material": each, "variants": [number for number, its in enumerate(material) if its == each]}
            for each in dict.fromkeys(material)
        ]
        row["extensions"] = {VARIANTS: {"mappings": mappings}}
    return row


def _painted(paint: Paint, picture: Callable[[Tile], Row]) -> Row:
    tile = paint.tile
    look: Row = {} if tile and tile.colours else {"baseColorFactor": [*linear(paint.colour), 1.0]}
    look |= {"baseColorTexture": picture(tile)} if tile else {}
    look |= {"metallicFactor": paint.metallic, "roughnessFactor": paint.roughness}
    row: Row = {"pbrMetallicRoughness": look}
    row |= {"alphaMode": "MASK", "alphaCutoff": _DENSE} if tile and tile.holes else {}
    return row | ({"doubleSided": True} if paint.double else {})


def _packed(document: Row, blob: bytes) -> bytes:
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=dict).encode()
    text += b" " * (-len(text) % 4)
    chunks = ((_JSON, text), (_BIN, blob))
    body = b"".join(struct.pack("<II", len(each), kind) + each for kind, each in chunks if each)
    return struct.pack("<III", _MAGIC, 2, 12 + len(body)) + body
