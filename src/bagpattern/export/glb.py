"""GLB: the sewn bag in space, for Blender, telephones, shops and every other viewer of glTF 2.0.

Metres, y up, the front towards +z. A node for each piece and each bought thing below the step that first sews it; seams
and topstitching are lines; every colourway is a variant. UV are metres of cloth with v against the grain, as glTF's
pictures hang, so that prints run as they are cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bagpattern.catalog.colours import Design
from bagpattern.catalog.materials import Weave
from bagpattern.drawing.views.colours import colourways_named
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._lines import line_ends, units
from bagpattern.export._textures import darker, tile_of
from bagpattern.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.export._gltf import Document, Paint, Row
    from bagpattern.model.colourway import Colourway
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import Floats, SewnBag, Stroke, StrokeKind, Surface

_METRES = 0.001


class Glb(Exporter):
    """The finished bag in 3D: one file, with its colourways."""

    title = "the sewn bag in 3D, for viewers"
    suffix = "glb"
    drawn = False
    nests = False
    reads = ("colourway", "carry")

    def files(self, job: Job) -> Files:
        """One file. Raises InputError for a colourway or a way to carry it that the pattern does not have."""
        ways = colourways_named(job.pattern, job.options.colourway)
        return {job.name(self.suffix): glb_bytes(job.pattern, job.pattern.sewn(job.options.carry), ways)}


def glb_bytes(pattern: Pattern, bag: SewnBag, ways: tuple[Colourway, ...] = ()) -> bytes:
    """A sewn bag as a .glb file; it is shown in the first of these colourways, or in likely colours."""
    return _Scene(pattern, bag, ways).binary()


class _Scene:
    """What is put together for one bag."""

    def __init__(self, pattern: Pattern, bag: SewnBag, ways: tuple[Colourway, ...]) -> None:
        from bagpattern.export._gltf import Document

        self._pattern, self._bag, self._ways = pattern, bag, ways
        self._document: Document = Document()
        self._looks = [_looks(pattern, each) for each in ways or (None,)]
        self._steps = _first_steps(pattern)
        for each in ways:
            self._document.variant(each.name)

    def binary(self) -> bytes:
        """The whole file."""
        nodes = [*map(self._surface, self._bag.surfaces), *self._lines()]
        root = self._document.node(self._pattern.name, self._facts(), children=self._by_step(nodes))
        origin = {"preset": self._pattern.preset, "settings": dict(self._pattern.settings)}
        return self._document.binary(self._pattern.name, root, origin)

    def _facts(self) -> Row:
        finished, measured = self._pattern.finished, self._bag.measured
        sizes = ("width", "height", "depth", "volume")
        return {
            "style": self._pattern.style,
            "finished": {each: round(getattr(finished, each), 4) for each in sizes},
            "measured": {each: round(getattr(measured, each), 4) for each in sizes},
            "not_shown": dict(self._bag.notes),
        }

    # nodes ------------------------------------------------------------------------------------------------------------

    def _surface(self, surface: Surface) -> tuple[int, int]:
        """Its node, and the step that it belongs to."""
        document, step = self._document, self._steps.get(surface.piece, 0)
        shared = {"POSITION": document.vectors(surface.points * _METRES, bounded=True)}
        if surface.piece or self._is_patterned(surface):
            shared["TEXCOORD_0"] = document.vectors(surface.uv * [_METRES, -_METRES])
        sides = [self._side(surface, shared, inner) for inner in ((False, True) if _has_back(surface) else (False,))]
        facts: Row = {"material": surface.material, "inner": surface.inner, "notion": surface.notion}
        if surface.piece:
            facts |= {"piece": surface.piece, "copy": surface.copy, "step": step}
        extras = {key: each for key, each in facts.items() if each}
        return document.node(surface.name, extras, mesh=document.mesh(surface.name, sides)), step

    def _is_patterned(self, surface: Surface) -> bool:
        """Whether it has a weave or a print; of cloth UV are told anyhow, for who wants to print it."""
        return any(tile_of(looks[surface.material]) for looks in self._looks)

    def _side(self, surface: Surface, shared: dict[str, int], inner: bool) -> Row:
        """One side of a surface that has two, or both of one that has the same look on both."""
        from bagpattern.export._gltf import primitive

        normals = units(surface.normals)
        seen = self._document.vectors(-normals if inner else normals)
        triangles = surface.triangles[:, ::-1] if inner else surface.triangles
        material = self._material(surface.inner if inner else surface.material, double=not _has_back(surface))
        return primitive({**shared, "NORMAL": seen}, self._document.indices(triangles), material)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """A node for all lines of a kind that belong to one seam or piece, and the step that it belongs to."""
        together: dict[tuple[StrokeKind, str], list[Stroke]] = {}
        for stroke in self._bag.strokes:
            together.setdefault((stroke.kind, stroke.owner), []).append(stroke)
        for (kind, owner), strokes in together.items():
            ends = line_ends(strokes)
            if len(ends):
                yield self._line(kind, owner, ends)

    def _line(self, kind: StrokeKind, owner: str, ends: Floats) -> tuple[int, int]:
        from bagpattern.export._gltf import LINES, primitive

        step = self._pattern.step_of.get(owner) or self._steps.get(owner, 0)
        places = {"POSITION": self._document.vectors(ends * _METRES, bounded=True)}
        drawn = primitive(places, None, self._material(kind.value), LINES)
        extras: Row = {"line": kind.value, "owner": owner} | ({"step": step} if step else {})
        name = f"{owner} {kind.value}" if owner else kind.value
        return self._document.node(name, extras, mesh=self._document.mesh(name, [drawn])), step

    def _by_step(self, nodes: list[tuple[int, int]]) -> list[int]:
        """The nodes below the steps that they belong to, in the order of work; the rest beside them."""
        tell = self._pattern.tell
        groups = [
            self._document.node(f"{each.number} {tell(each.step.title)}", {"step": each.number}, children=mine)
            for each in self._pattern.steps
            if (mine := [node for node, step in nodes if step == each.number])
        ]
        return [*groups, *(node for node, step in nodes if not step)]

    def _material(self, what: str, double: bool = True) -> list[int]:
        """The material of a slot, a stuff or a kind of line, in each colourway."""
        return [self._document.material(what, _paint(looks[what], double)) for looks in self._looks]


def _has_back(surface: Surface) -> bool:
    """Whether it looks otherwise from behind."""
    return bool(surface.inner) and surface.inner != surface.material


def _paint(look: Appearance, double: bool) -> Paint:
    from bagpattern.export._gltf import Paint

    return Paint(look.colour, look.roughness, look.metallic, tile_of(look), double)


def _looks(pattern: Pattern, way: Colourway | None) -> Mapping[str, Appearance]:
    """Every slot, every stuff, and every kind of line: stitches are of the thread, others a shade of the shell."""
    from bagpattern.sewn.appearance import appearances
    from bagpattern.sewn.bag import StrokeKind, Stuff

    looks = appearances(pattern, way)
    shell = next(iter(looks.values()))
    shade = replace(shell, colour=darker(shell.colour), weave=Weave.SMOOTH, design=Design.NONE)
    own = {StrokeKind.TOPSTITCH: looks[Stuff.THREAD.value], StrokeKind.ZIP: looks[Stuff.METAL.value]}
    return {**{kind.value: own.get(kind, shade) for kind in StrokeKind}, **looks}


def _first_steps(pattern: Pattern) -> Mapping[str, int]:
    """The step that first sews each panel."""
    found: dict[str, int] = {}
    for seam in pattern.seams:
        step = pattern.step_of.get(seam.id)
        if step is not None:
            for run in (*seam.a, *seam.b, *(run for caught in seam.caught for run in caught.runs)):
                found[run.panel] = min(step, found.get(run.panel, step))
    return found
