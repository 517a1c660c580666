"""GLB: read back with struct and json alone; what stands in it is the bag, in metres, in its colours."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.export import Job
from bagpattern.export.glb import Glb, glb_bytes
from bagpattern.model.colourway import Colourway
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.sewn.bag import Measured, SewnBag, Stroke, StrokeKind, Stuff, Surface
from bagpattern.values import replace

WAYS = (Colourway(name="Sea", shell="#0000ff"), Colourway(name="Beach", shell="white with red stripes", thread="red"))
KINDS: dict[int, tuple[str, int]] = {5126: ("f", 4), 5123: ("H", 2), 5125: ("I", 4)}
WIDE = {"SCALAR": 1, "VEC2": 2, "VEC3": 3}


class Read:
    """A .glb file, taken apart."""

    def __init__(self, content: bytes) -> None:
        magic, version, length = struct.unpack_from("<4sII", content)
        assert (magic, version, length) == (b"glTF", 2, len(content))
        text_length, text_kind = struct.unpack_from("<I4s", content, 12)
        blob_length, blob_kind = struct.unpack_from("<I4s", content, 20 + text_length)
        assert (text_kind, blob_kind) == (b"JSON", b"BIN\0")
        assert 28 + text_length + blob_length == len(content)
        self.facts: dict[str, Any] = json.loads(content[20 : 20 + text_length])
        self.blob = content[28 + text_length :]

    def array(self, number: int) -> list[tuple[float, ...]]:
        """The rows of an accessor."""
        accessor = self.facts["accessors"][number]
        kind, size = KINDS[accessor["componentType"]]
        wide, start = WIDE[accessor["type"]], self.facts["bufferViews"][accessor["bufferView"]]["byteOffset"]
        assert start % size == 0
        flat = struct.unpack_from(f"<{accessor['count'] * wide}{kind}", self.blob, start)
        return [flat[at : at + wide] for at in range(0, len(flat), wide)]

    def node(self, **extras: Any) -> dict[str, Any]:
        """The one node of which these extras are told."""
        (found,) = (each for each in self.facts["nodes"] if extras.items() <= each["extras"].items())
        return dict(found)

    def primitives(self, **extras: Any) -> list[dict[str, Any]]:
        return list(self.facts["meshes"][self.node(**extras)["mesh"]]["primitives"])

    def material(self, number: int) -> dict[str, Any]:
        return dict(self.facts["materials"][number])

    def image(self, material: int) -> bytes:
        """The picture that a material shows."""
        index = self.material(material)["pbrMetallicRoughness"]["baseColorTexture"]["index"]
        view = self.facts["bufferViews"][self.facts["images"][self.facts["textures"][index]["source"]]["bufferView"]]
        return self.blob[view["byteOffset"] : view["byteOffset"] + view["byteLength"]]


def rows(*given: Sequence[float] | float) -> Any:
    return np.array(given, float)


def bag() -> SewnBag:
    """Two upright squares, 200 x 100 mm: a back, as it were, and a ring; one row of stitches on the back."""
    corners = rows((-100, 0, 50), (100, 0, 50), (100, 100, 50), (-100, 100, 50))
    out = rows(*[(0, 0, 2.0)] * 4)
    square = np.array([[0, 1, 2], [0, 2, 3]])
    cloth = rows((0, 0), (200, 0), (200, 100), (0, 100))
    back = Surface("back", "shell", corners, out, cloth, square, inner="lining", piece="back")
    ring = Surface("ring", Stuff.METAL.value, corners + rows((0, 0, 9)), out, cloth, square, notion="ring")
    along = rows((-98, 50, 50), (0, 50, 50), (98, 50, 50))
    stitched = Stroke(StrokeKind.TOPSTITCH, along, rows(*[(0, 0, 1)] * 3), owner="back")
    seam = Stroke(StrokeKind.SEAM, corners[:3], out[:3], owner="front-zip")
    measured = Measured(200, 100, 50, 1.0, 0.0, (0.0, "front"), 2, 0, 10)
    return SewnBag((back, ring), (stitched, seam), measured, 1, {"zip": "it has no place yet"})


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return bagpattern.make("mini-backpack")


@pytest.fixture(scope="module")
def read(pattern: Pattern) -> Read:
    return Read(glb_bytes(pattern, bag(), WAYS))


def test_it_is_in_metres_and_faces_us(read: Read) -> None:
    outer, inner = read.primitives(piece="back")
    assert read.array(outer["attributes"]["POSITION"])[2] == pytest.approx((0.1, 0.1, 0.05))
    assert read.facts["accessors"][outer["attributes"]["POSITION"]]["max"] == pytest.approx([0.1, 0.1, 0.05])
    assert inner["attributes"]["POSITION"] == outer["attributes"]["POSITION"]
    assert read.array(outer["attributes"]["NORMAL"]) == [(0, 0, 1)] * 4
    assert read.array(inner["attributes"]["NORMAL"]) == [(0, 0, -1)] * 4


@pytest.mark.parametrize(("side", "facing"), [(0, 1.0), (1, -1.0)])
def test_every_side_is_wound_the_way_it_looks(read: Read, side: int, facing: float) -> None:
    drawn = read.primitives(piece="back")[side]
    places = read.array(drawn["attributes"]["POSITION"])
    corners = [places[int(index)] for (index,) in read.array(drawn["indices"])]
    for at in range(0, len(corners), 3):
        one, two, three = corners[at : at + 3]
        turn = (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
        assert turn * facing > 0


def test_the_inside_is_of_the_lining_and_neither_shows_through(read: Read, pattern: Pattern) -> None:
    names = [read.material(each["material"]) for each in read.primitives(piece="back")]
    assert [each["name"] for each in names] == ["shell", "lining"]
    assert not any(each.get("doubleSided") for each in names)
    (ring,) = read.primitives(notion="ring")
    assert read.material(ring["material"])["doubleSided"]


def test_cloth_is_measured_in_metres_with_its_grain_up_the_picture(read: Read) -> None:
    outer, _ = read.primitives(piece="back")
    assert read.array(outer["attributes"]["TEXCOORD_0"])[2] == pytest.approx((0.2, -0.1))


def test_nodes_stand_below_the_step_that_sews_them(read: Read, pattern: Pattern) -> None:
    node = read.node(piece="back")
    step = min(
        pattern.step_of[seam.id] for seam in pattern.seams if any(run.panel == "back" for run in (*seam.a, *seam.b))
    )
    assert node["extras"]["step"] == step
    group = next(each for each in read.facts["nodes"] if each["extras"] == {"step": step})
    assert read.facts["nodes"].index(node) in group["children"]
    title = next(each.step.title for each in pattern.steps if each.number == step)
    assert group["name"] == f"{step} {title}"


def test_all_of_it_hangs_on_one_root(read: Read, pattern: Pattern) -> None:
    (root,) = read.facts["scenes"][0]["nodes"]
    below = [child for each in read.facts["nodes"] for child in each.get("children", ())]
    assert sorted([root, *below]) == [*range(len(read.facts["nodes"]))]
    extras = read.facts["nodes"][root]["extras"]
    assert extras["finished"]["width"] == pattern.finished.width
    assert extras["not_shown"] == {"zip": "it has no place yet"}
    assert read.facts["asset"]["extras"]["preset"] == "mini-backpack"


def test_stitches_are_single_and_as_long_as_the_line(read: Read) -> None:
    (drawn,) = read.primitives(line="topstitch")
    assert drawn["mode"] == 1
    ends = [place[0] * 1000 for place in read.array(drawn["attributes"]["POSITION"])]
    assert (ends[0], ends[-1]) == pytest.approx((-98, 98))
    lengths = [after - before for before, after in zip(ends[::2], ends[1::2], strict=True)]
    assert lengths == pytest.approx([lengths[0]] * 49, abs=1e-3)
    assert 2.5 < lengths[0] < 3.5


def test_each_colourway_is_a_variant(read: Read) -> None:
    variants = read.facts["extensions"]["KHR_materials_variants"]["variants"]
    assert [each["name"] for each in variants] == ["Sea", "Beach"]
    outer, inner = read.primitives(piece="back")
    first, second = outer["extensions"]["KHR_materials_variants"]["mappings"]
    assert (first["variants"], second["variants"], outer["material"]) == ([0], [1], first["material"])
    assert "extensions" not in inner
    assert read.material(first["material"])["pbrMetallicRoughness"]["baseColorFactor"] == [0.0, 0.0, 1.0, 1.0]
    assert {*read.facts["extensionsUsed"]} == {"KHR_materials_variants", "KHR_texture_transform"}


def test_stripes_run_along_the_grain_in_their_colours(read: Read) -> None:
    outer, _ = read.primitives(piece="back")
    striped = outer["extensions"]["KHR_materials_variants"]["mappings"][1]["material"]
    image = read.image(striped)
    assert image.startswith(b"\x89PNG")
    parts: dict[bytes, bytes] = {}
    at = 8
    while at < len(image):
        length, name = struct.unpack_from(">I4s", image, at)
        parts[name] = image[at + 8 : at + 8 + length]
        assert zlib.crc32(name + parts[name]) == struct.unpack_from(">I", image, at + 8 + length)[0]
        at += 12 + length
    side = struct.unpack_from(">I", parts[b"IHDR"])[0]
    pixels = zlib.decompress(parts[b"IDAT"])
    lines = {pixels[row * (side + 1) + 1 : (row + 1) * (side + 1)] for row in range(side)}
    assert len(lines) == 1
    colours = {parts[b"PLTE"][3 * level : 3 * level + 3] for level in lines.pop()}
    assert {b"\xff\xff\xff", b"\xff\x00\x00"} <= colours


def test_no_colourway_no_variant(pattern: Pattern) -> None:
    plain = Read(glb_bytes(pattern, bag()))
    assert "KHR_materials_variants" not in plain.facts["extensionsUsed"]
    assert "extensions" not in plain.facts


def test_the_same_bag_the_same_bytes(pattern: Pattern) -> None:
    assert glb_bytes(pattern, bag(), WAYS) == glb_bytes(bagpattern.make("mini-backpack"), bag(), WAYS)


def test_a_colourway_that_is_not_there(pattern: Pattern) -> None:
    with pytest.raises(InputError, match="Sae"):
        Glb().files(Job(replace(pattern, colourways=WAYS), options=Options(colourway="Sae")))


def test_a_large_mesh_has_large_indices(pattern: Pattern) -> None:
    many, small = 70_000, bag()
    at = np.arange(many)
    points = np.stack([at % 300, at // 300, 0 * at], axis=1).astype(float)
    triangles = np.stack([at[:-301], at[1:-300], at[301:]], axis=1)
    net = Surface("net", "shell", points, np.tile(rows((0, 0, 1)), (many, 1)), points[:, :2], triangles, piece="back")
    large = Read(glb_bytes(pattern, replace(small, surfaces=(net,), strokes=())))
    (drawn,) = large.primitives(piece="back")
    assert max(large.array(drawn["indices"])) == (many - 1,)


@pytest.mark.parametrize("name", ["mini-backpack", "tote", "duffle"])
def test_a_real_bag_is_whole(name: str) -> None:
    """Every piece of its body is there, as large as the bag, on the ground, and the same the second time."""
    pattern = bagpattern.make(name)
    (content,) = Glb().files(Job(pattern)).values()
    assert content == next(iter(Glb().files(Job(bagpattern.make(name))).values()))
    read = Read(content)
    shown = {each["extras"].get("piece") for each in read.facts["nodes"]}
    assert {panel.id for panel in pattern.draft.panels if panel.role is Role.BODY} <= shown
    places = np.array([place for each in body(read, pattern) for place in read.array(each["attributes"]["POSITION"])])
    size, finished = np.ptp(places, axis=0) * 1000, pattern.finished
    assert size == pytest.approx((finished.width, finished.height, finished.depth), rel=0.3)
    assert abs(places[:, 1].min()) < 0.01
    assert len(content) < 1_000_000


def body(read: Read, pattern: Pattern) -> list[dict[str, Any]]:
    """What is drawn of the panels of the body."""
    panels = {panel.id for panel in pattern.draft.panels if panel.role is Role.BODY}
    nodes = (each for each in read.facts["nodes"] if each["extras"].get("piece") in panels)
    return [drawn for each in nodes for drawn in read.facts["meshes"][each["mesh"]]["primitives"]]
