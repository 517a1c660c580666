"""What pattern.json tells of the finished bag beside its pieces: straps, hardware, what closes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from bagpattern.attached.built import build_of, thickness_of
from bagpattern.attached.hanging import End, Hanging, Place, hangings
from bagpattern.attached.hardware import Piece, Seat, hardware
from bagpattern.attached.resting import rest_of
from bagpattern.export._json_values import Row, if_any, matrix, number, pair, place_row
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Finished, Pattern
from bagpattern.model.strap import Worn


def finished_row(finished: Finished) -> Row:
    """Its sizes, and where they are measured."""
    measured = finished.measured
    return {
        "width": number(finished.width),
        "height": number(finished.height),
        "depth": number(finished.depth),
        "volume_l": number(finished.volume),
        "measured": measured and {key: where.value for key, where in measured._asdict().items()},
        "fullness": number(finished.fullness),
    }


# straps ---------------------------------------------------------------------------------------------------------------


def strap_rows(pattern: Pattern, lying: Iterable[str]) -> Iterator[Row]:
    """One row for every copy of every strap."""
    return (_strap(pattern, each) for each in hangings(pattern.draft, lying))


def _strap(pattern: Pattern, each: Hanging) -> Row:
    strap, of = each.strap, _made_of(pattern, each)
    return {
        "id": f"{each.of} {each.copy}",
        "piece": None if each.bought else each.of,
        "notion": each.of if each.bought else None,
        "copy": each.copy,
        "mode": strap and strap.mode.value,
        "width": number(each.width),
        "length": number(each.length),
        "least": if_any(strap.least if strap else None),
        "most": if_any(strap.most if strap else None),
        "worn": [_worn(worn) for worn in (strap.worn if strap else ())],
        "under": (strap and strap.under) or None,
        "ends": [_end(end) for end in each.ends],
        "lies": [place_row(place) for place in each.lies],
        "through": list(each.through),
        "hooks": each.hooks or None,
        "build": build_of(pattern, of).value,
        "thickness": number(thickness_of(pattern, of)),
        "drop": if_any(strap.drop if strap else None),
        "over": number(strap.over if strap else 0.0),
    }


def _made_of(pattern: Pattern, each: Hanging) -> Panel | Notion:
    return next(notion for notion in pattern.notions if notion.id == each.of) if each.bought else pattern.draft[each.of]


def _worn(worn: Worn) -> Row:
    return {"way": worn.way.value, "length": number(worn.length), "rings": worn.rings or None}


def _end(end: End) -> Row:
    return {
        "edge": end.edge,
        "on": [place_row(place) for place in end.places],
        "seams": list(end.seams),
        "through": list(end.through),
        "leaves": None if end.leaves is None else pair(end.leaves),
    }


# hardware -------------------------------------------------------------------------------------------------------------


def hardware_rows(draft: Draft) -> Iterator[Row]:
    """One row for every single piece."""
    return map(_piece, hardware(draft))


def _piece(each: Piece) -> Row:
    threads = each.threads and {"of": each.threads.of, "copy": each.threads.copy, "line": each.threads.line or None}
    hooks = each.hooks and {"notion": each.hooks[0], "index": each.hooks[1]}
    return {
        "notion": each.notion.id,
        "index": each.index,
        "kind": each.notion.kind,
        "width": if_any(each.notion.width),
        "at": [_seat(seat) for seat in each.seats],
        "threads": threads,
        "hooks": hooks,
        "direction": None if each.direction is None else pair(each.direction),
    }


def _seat(seat: Seat) -> Row:
    return place_row(seat.place) | {"side": "wrong" if seat.wrong else "right"}


# closures -------------------------------------------------------------------------------------------------------------


def closure_rows(draft: Draft) -> Iterator[Row]:
    """One row for everything that closes an opening."""
    return (_closure(draft, each) for each in draft.closings)


def _closure(draft: Draft, each: Closing) -> Row:
    row = {
        "kind": each.kind.value,
        "owner": each.owner or None,
        "pieces": list(each.panels),
        "held_by": list(each.held_by),
    }
    return row | {
        Closes.ZIP: _zip,
        Closes.FLAP: _flap,
        Closes.ROLL: _roll,
        Closes.DRAWSTRING: _drawstring,
        Closes.SNAP: _nothing,
        Closes.FRAME: _nothing,
        Closes.TIES: _nothing,
    }[each.kind](draft, each)


def _nothing(_: Draft, __: Closing) -> Row:
    return {}


def _zip(draft: Draft, each: Closing) -> Row:
    return {"seams": [seam.id for seam in draft.seams if seam.zip in each.held_by]}


def _flap(draft: Draft, each: Closing) -> Row:
    """It hangs by the seam of its hinge, and lies on a panel or on the parts of one."""
    hinged = [seam.id for seam in draft.seams if _holds(draft, seam.id, each)]
    rest = rest_of(draft, each)
    return {
        "hinge": {"edge": each.edge, "seams": hinged},
        "over": number(each.over),
        "rests_on": list(rest.on) if rest else [],
        "transform": rest and matrix(rest.placed),
    }


def _holds(draft: Draft, seam_id: str, each: Closing) -> bool:
    seam = draft.seam(seam_id)
    runs = chain(seam.a, seam.b, *(caught.runs for caught in seam.caught))
    return any(run.panel in each.panels and run.on == each.edge for run in runs)


def _roll(draft: Draft, each: Closing) -> Row:
    return {"turns": each.turns, "mouth": number(each.mouth), "lines": _lines(draft, each)}


def _drawstring(draft: Draft, each: Closing) -> Row:
    outlets = [place_row(place) for place in _outlets(draft, each)]
    lengths = {"channel": number(each.channel), "mouth": number(each.mouth)}
    return lengths | {"lines": _lines(draft, each), "outlets": outlets}


def _outlets(draft: Draft, each: Closing) -> Iterator[Place]:
    """Where the cord comes out: the holes that are marked for it, or the hemmed ends of the strips that it runs in."""
    for panel in draft.panels:
        yield from (Place(panel.id, 1, "", hole.at) for hole in panel.holes if hole.holds in each.held_by)
        if panel.id in each.panels:
            ends = (edge for edge in panel.edges if edge.finish is Finish.HEM)
            yield from (Place(panel.id, 1, edge.name, edge.path.point_at(edge.length / 2)) for edge in ends)


def _lines(draft: Draft, each: Closing) -> list[Row]:
    """Those that tell how far the wall is rolled down or drawn together."""
    return [
        {"piece": panel.id, "line": line.name}
        for panel in draft.panels
        for line in panel.lines
        if line.closes is each.kind and line.owner == each.owner
    ]
