"""The work in hand: sheets that hang together, rooms between their faces, openings, and which room is outside.

A seam sewn right sides together leaves the wrong sides out. What is worked on has to be reached from outside, through
one opening at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.making.classes import Classes
from bagpattern.making.joints import NEAR, Cloth, Joint, Place, opens_a_pocket
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Sheet, Side
from bagpattern.model.panel import Role
from bagpattern.model.seam import Meet, SeamKind

HAND = 120.0
"""mm round the least opening through which a hand passes and a seam is pulled out [K]."""
WIDE = 400.0
"""mm round a raw opening that shuts nothing in: the cloth folds back from it [K]."""
FLAT = 0.3
"""The share of a panel's outline that is free while a part can be sewn on to its face [K]."""


class Face(NamedTuple):
    """One face of a sheet, or of a zip, whose sheet is its notion and copy 0."""

    sheet: Sheet
    side: str


RIGHT, WRONG = Side.RIGHT.value, Side.WRONG.value
ONE, OTHER = "one", "other"
"""The faces of a wall, and those of a zip: in front of it and behind it."""


class Opening(NamedTuple):
    """Where one gets from one room to another: mm round it, the faces that look through it, the zip that it is."""

    size: float
    faces: tuple[Face, ...]
    zip: str = ""


class Work:
    """What has been sewn so far; ``open`` are the zips that are open."""

    def __init__(self, cloth: Cloth) -> None:
        self.cloth = cloth
        self.points: Classes[Place] = Classes()
        self.parts: Classes[Sheet] = Classes()
        self.rooms: Classes[Face] = Classes()
        self.covered: dict[tuple[Sheet, str], tuple[tuple[float, float], ...]] = {}
        self.out: dict[Sheet, Face] = {}
        self.zips: dict[str, Joint] = {}
        self.open: frozenset[str] = frozenset()
        self._reached: dict[Sheet, frozenset[Face]] = {}
        self._raw: dict[Sheet, tuple[tuple[Place, Place, float], ...]] = {}

    def copy(self) -> Work:
        """The same work, to be tried further."""
        new = Work(self.cloth)
        new.points, new.parts, new.rooms = self.points.copy(), self.parts.copy(), self.rooms.copy()
        new._raw = dict(self._raw)
        new.covered, new.out, new.zips, new.open = dict(self.covered), dict(self.out), dict(self.zips), self.open
        return new

    # what is done -----------------------------------------------------------------------------------------------------

    def sew(self, joint: Joint) -> None:
        """Sew a seam; one that lies on a face alone covers what is sewn, and changes no room."""
        self._reached = {}
        if not joint.glues:
            return
        for sheet, (on, low, high) in joint.covers:
            self.covered[sheet, on] = (*self.covered.get((sheet, on), ()), (low, high))
            self._raw.pop(sheet, None)
        for place, other in joint.joins:
            self.points.join(place, other)
        outs = [self.out.get(self.parts.find(sheet)) for sheet in joint.sheets]
        self._join_rooms(joint)
        self.parts.join(*joint.sheets, *joint.walls, *joint.linings)
        self._leave_out(joint, next(filter(None, outs), None))

    def _join_rooms(self, joint: Joint) -> None:
        if joint.seam.kind is SeamKind.ZIP:
            self._join_at_zip(joint)
            return
        for a, b in joint.facing:
            self.rooms.join(Face(a, RIGHT), Face(b, RIGHT))
            if joint.walls:
                self._part(a, b, joint.walls[0])
            else:
                self.rooms.join(Face(a, WRONG), Face(b, WRONG))

    def _part(self, a: Sheet, b: Sheet, wall: Sheet) -> None:
        """A wall caught behind the right sides parts the room behind the seam in two."""
        turned = self.rooms.same(Face(a, WRONG), Face(wall, OTHER)) or self.rooms.same(Face(b, WRONG), Face(wall, ONE))
        near, far = (OTHER, ONE) if turned else (ONE, OTHER)
        self.rooms.join(Face(a, WRONG), Face(wall, near))
        self.rooms.join(Face(b, WRONG), Face(wall, far))

    def _join_at_zip(self, joint: Joint) -> None:
        """A zip has the right sides in front of it, and behind it those of the lining."""
        name = joint.seam.zip or joint.seam.id
        front, back = Face(Sheet(name), ONE), Face(Sheet(name), OTHER)
        if not opens_a_pocket(self.cloth, joint):
            self.zips[name] = joint
        for number, side in enumerate(joint.sides):
            for sheet in side:
                mate = joint.linings[min(number, len(joint.linings) - 1)] if joint.linings else None
                self.rooms.join(Face(sheet, RIGHT), front)
                self.rooms.join(Face(sheet, WRONG), Face(mate, WRONG) if mate else back)
                if mate:
                    self.rooms.join(Face(mate, RIGHT), back)

    def _leave_out(self, joint: Joint, before: Face | None) -> None:
        root = self.parts.find(joint.sides[0][0])
        if joint.seam.kind in (SeamKind.GAP, SeamKind.ZIP):
            if before is not None:
                self.out[root] = before
        elif joint.seam.kind is SeamKind.PLAIN and joint.sides[0][0] in self.cloth.bounding:
            self.out[root] = self.worked(joint, joint.sides[0][0])

    def turn(self, of: Sheet) -> Side:
        """Bring the other side of the part of that sheet out; which one it is then."""
        self._reached = {}
        root = self.parts.find(of)
        was = self.out.get(root)
        side = Side.WRONG if was is not None and was.side != WRONG else Side.RIGHT
        shell = (each for each in self.members(root) if self.cloth.is_of(each, Role.BODY))
        self.out[root] = Face(next(shell, of) if side is Side.RIGHT else of, side.value)
        return side

    def unzip(self, *names: str) -> None:
        """Open zips."""
        self._reached = {}
        self.open |= {name for name in names if name in self.zips}

    def zip_up(self, *names: str) -> None:
        """Close zips."""
        self._reached = {}
        self.open -= set(names)

    # what there is ----------------------------------------------------------------------------------------------------

    def members(self, root: Sheet) -> Iterator[Sheet]:
        """The sheets that hang together with one."""
        root = self.parts.find(root)
        find = self.parts.find
        return (each for each in self.cloth.sheets if find(each) == root)

    def worked(self, joint: Joint, sheet: Sheet) -> Face:
        """The face of a sheet that the needle meets."""
        right = joint.seam.kind is SeamKind.GAP or joint.seam.meet is Meet.WRONG_SIDES
        return Face(sheet, RIGHT if right else WRONG)

    def raw(self, sheet: Sheet) -> Iterator[tuple[str, float, float]]:
        """Stretches of a sheet's outline that nothing holds."""
        for edge in self.cloth.draft[sheet.panel].edges:
            at = edge.length if edge.finish is Finish.FOLD else 0.0
            for low, high in (*sorted(self.covered.get((sheet, edge.name), ())), (edge.length, edge.length)):
                if low - at > NEAR:
                    yield edge.name, at, low
                at = max(at, high)

    def lies_flat(self, sheet: Sheet) -> bool:
        """Whether so much of a sheet is free that a part can be sewn on to its face."""
        return sum(high - low for _, low, high in self.raw(sheet)) >= FLAT * self.cloth.around[sheet.panel]

    def unjoined(self, joint: Joint) -> tuple[Sheet, Sheet] | None:
        """Two sheets of one side that are not joined yet where one run ends and the next begins."""
        for sheets, ends in zip(joint.sides, joint.ends, strict=True):
            for number in range(len(sheets) - 1):
                one, other = sheets[number], sheets[number + 1]
                if one != other and not self.points.same(ends[number][1], ends[number + 1][0]):
                    return one, other
        return None

    def shut_in(self, joint: Joint) -> Sheet | None:
        """A sheet of a seam that cannot be reached to sew it."""
        sides = joint.sides[:1] if joint.walls else joint.sides
        return next((side[0] for side in sides if not self.reaches(self.worked(joint, side[0]))), None)

    def reaches(self, face: Face) -> bool:
        """Whether a face can be reached from outside, through one opening at most."""
        root = self.parts.find(face.sheet)
        if face.sheet not in self.cloth.bounding or root not in self.out:
            return True
        if root not in self._reached:
            self._reached[root] = self._reach(root)
        return self.rooms.find(face) in self._reached[root]

    def is_outside(self, face: Face) -> bool:
        """Whether a face looks into the room that is outside."""
        out = self.out.get(self.parts.find(face.sheet))
        return out is not None and self.rooms.same(out, face)

    def are_one(self, joint: Joint, other: Joint) -> bool:
        """Whether what two seams join hangs together."""
        return self.parts.same(joint.sides[0][0], other.sides[0][0])

    def is_shut(self, role: Role = Role.BODY) -> bool:
        """Whether all sheets of a role hang together without a raw edge."""
        sheets = [each for each in self.cloth.sheets if self.cloth.is_of(each, role)]
        return len({self.parts.find(each) for each in sheets}) == 1 and not any(
            True for each in sheets for _ in self.raw(each)
        )

    def _reach(self, root: Sheet) -> frozenset[Face]:
        """The rooms that are outside, or one opening away from it."""
        near, narrow = Classes[Face](), []
        for opening in self._openings(root):
            rooms = [self.rooms.find(face) for face in opening.faces]
            if opening.size >= WIDE and not opening.zip:
                near.join(*rooms)
            elif opening.size >= HAND:
                narrow.append(rooms)
        outside = near.find(self.rooms.find(self.out[root]))
        found = {outside}
        for rooms in narrow:
            beyond = {near.find(room) for room in rooms}
            found |= beyond if outside in beyond else set()
        return frozenset(room for room in self._rooms(root) if near.find(room) in found)

    def _rooms(self, root: Sheet) -> set[Face]:
        sides = (RIGHT, WRONG, ONE, OTHER)
        return {self.rooms.find(Face(sheet, side)) for sheet in self.members(root) for side in sides}

    def _openings(self, root: Sheet) -> Iterator[Opening]:
        free: Classes[Place] = Classes()
        stretches = []
        for sheet in self.members(root):
            for one, other, size in self._raw_places(sheet):
                first = self.points.find(one)
                free.join(first, self.points.find(other))
                stretches.append((first, size, sheet))
        sizes: defaultdict[Place, float] = defaultdict(float)
        faces: defaultdict[Place, list[Face]] = defaultdict(list)
        for place, size, sheet in stretches:
            sizes[free.find(place)] += size
            faces[free.find(place)] += (Face(sheet, RIGHT), Face(sheet, WRONG))
        for place, size in sizes.items():
            yield Opening(size, tuple(faces[place]))
        yield from self._open_zips(root)

    def _raw_places(self, sheet: Sheet) -> tuple[tuple[Place, Place, float], ...]:
        """The places between which nothing holds a sheet, and mm from one to the other."""
        if sheet not in self._raw:
            place = self.cloth.place
            raw = ((place(sheet, on, low), place(sheet, on, high), high - low) for on, low, high in self.raw(sheet))
            self._raw[sheet] = tuple(raw)
        return self._raw[sheet]

    def _open_zips(self, root: Sheet) -> Iterator[Opening]:
        for name, joint in self.zips.items():
            if name in self.open and self.parts.same(joint.sides[0][0], root):
                long = 2 * self.cloth.draft.side_length(joint.seam.a)
                yield Opening(long, (Face(Sheet(name), ONE), Face(Sheet(name), OTHER)), name)
