"""Whether what is listed, bought and cut is what the pieces and seams ask for: from a pattern's JSON alone.

Nothing here imports bagpattern, or knows how it came to its figures: each amount is counted again from what it is for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

Pattern = dict[str, Any]

NEAR = 0.2
"""mm by which two figures of one length may differ, each rounded."""
_MOST_SPARE = 60.0
"""mm of zip tape beyond its seam, both ends together [K]."""
_ROLL_STEP = 500.0
"""mm: no tape is bought in larger steps than half a metre."""
_THREAD = 4.0, 9.0
"""mm of thread for a mm of seam: two lines of lockstitch through thin and through thick layers, with tails [K]."""


def failures(text: str) -> list[str]:
    """Every amount that is not what the rest of a pattern's JSON asks for; empty when all are."""
    pattern = json.loads(text)
    rules = (_rows, _copies, _laid, _zips, _lengths, _straps, _hardware, _thread, _bound)
    return [fault for rule in rules for fault in rule(pattern)]


def _rows(pattern: Pattern) -> Iterator[str]:
    """Every piece has one row, which tells the size of its cutting line, its count and a material that there is."""
    rows = Counter(row["piece"] for row in pattern["cut_list"])
    pieces = {piece["id"]: piece for piece in pattern["pieces"]}
    if set(rows) != set(pieces) or len(pattern["cut_list"]) != len(pieces):
        yield f"the cut list has rows for {sorted(set(rows) ^ set(pieces))} alone, or twice"
    materials = {each["id"] for each in pattern["materials"]}
    for row in (row for row in pattern["cut_list"] if row["piece"] in pieces):
        piece = pieces[row["piece"]]
        across, up = zip(*piece["cutting_line"], strict=True)
        size = max(across) - min(across), max(up) - min(up)
        if abs(size[0] - row["width"]) > NEAR or abs(size[1] - row["height"]) > NEAR:
            yield f"{row['piece']}: the cut list says {row['width']} x {row['height']}, it is {size[0]} x {size[1]}"
        if row["count"] != piece["count"] or row["material"] != piece["material"] or row["material"] not in materials:
            yield f"{row['piece']}: the cut list says {row['count']} of {row['material']}"


def _copies(pattern: Pattern) -> Iterator[str]:
    """Every copy of a piece is sewn, or handled; none is sewn that is not cut."""
    sewn = {(run["piece"], run["copy"]) for seam in pattern["seams"] for run in _runs(seam)}
    handled = {each.get("piece") for each in _each_piece(pattern["operations"])}
    cut = {(each["id"], number) for each in pattern["pieces"] for number in range(1, each["count"] + 1)}
    yield from (f"{piece}: copy {copy} is sewn, and not cut" for piece, copy in sorted(sewn - cut))
    idle = sorted(each for each in cut - sewn if each[0] not in handled)
    yield from (f"{piece}: copy {copy} is cut, and used for nothing" for piece, copy in idle)


def _runs(seam: Pattern) -> list[Pattern]:
    return [*seam["a"], *seam["b"], *(run for caught in seam["caught"] for run in caught["runs"])]


def _each_piece(operations: list[Pattern]) -> Iterator[Pattern]:
    for each in operations:
        yield from each["pieces"]


def _laid(pattern: Pattern) -> Iterator[str]:
    """Every copy lies on the cloth once, but for what a problem tells of; no less is bought than that."""
    placed = Counter((each["piece"], each["copy"]) for lay in pattern["lay"] for each in lay["placed"])
    cut = {(each["id"], number) for each in pattern["pieces"] for number in range(1, each["count"] + 1)}
    if not pattern["lay_problems"] and (set(placed) != cut or max(placed.values()) > 1):
        yield f"the lay plans have {sorted(set(placed) ^ cut)} alone, or a copy twice"
    for lay in pattern["lay"]:
        if not lay["length"] - NEAR <= lay["buy"]:
            yield f"{lay['material']}: {lay['buy']} is bought of {lay['length']}"


def _zips(pattern: Pattern) -> Iterator[str]:
    """A zip's tape is as long as its seam, but for the tape ends; it opens no wider than its seam, nor its tape."""
    notions = {each["id"]: each for each in pattern["notions"]}
    for seam in (seam for seam in pattern["seams"] if seam["zip"]):
        bought = notions.get(seam["zip"])
        if bought is None or bought["kind"] != "zip":
            yield f"{seam['id']}: its zip {seam['zip']} is not bought"
            continue
        sewn = seam["length_a"] / (2 if _window(pattern, seam, bought) else 1)
        spare = bought["length"] - sewn
        if not -_MOST_SPARE - _tabs(pattern, bought) <= spare <= _MOST_SPARE:
            yield f"{seam['id']}: a tape of {bought['length']} for a seam of {sewn}"
        if not 0 < bought["opening"] <= min(sewn, bought["length"]) + NEAR:
            yield f"{seam['id']}: opens {bought['opening']} in {sewn}"


def _tabs(pattern: Pattern, bought: Pattern) -> float:
    """mm of the seam that tabs on the zip's two ends take."""
    own = (piece for piece in pattern["pieces"] if piece["owner"] == bought["owner"] and "tab" in piece["id"])
    return sum(float(piece["cut_height"]) for piece in own)


def _window(pattern: Pattern, seam: Pattern, bought: Pattern) -> bool:
    """Whether the seam runs round a window: along both tapes of its zip, and across them."""
    return not _tabs(pattern, bought) and bool(seam["length_a"] > 1.5 * bought["opening"])


def _lengths(pattern: Pattern) -> Iterator[str]:
    """What is cut off a roll is bought as long as it is needed at least, and not by much longer."""
    for each in pattern["notions"]:
        if not each["length"] or not each["buy"] or each["kind"] in ("zip", "thread"):
            continue
        if not each["length"] - NEAR <= each["buy"] <= each["length"] + _ROLL_STEP:
            yield f"{each['id']}: {each['buy']} is bought of {each['length']}"


def _straps(pattern: Pattern) -> Iterator[str]:
    """A strap is as long as its piece, or as the webbing that is bought for it, one length for each strap."""
    notions = {each["id"]: each for each in pattern["notions"]}
    pieces = {each["id"]: each for each in pattern["pieces"]}
    asked = Counter(each["notion"] for each in pattern["straps"] if each["notion"])
    for name, count in asked.items():
        if name not in notions or notions[name]["count"] < count:
            yield f"{name}: {count} straps are made of it, and fewer lengths bought"
    for strap in pattern["straps"]:
        if strap["notion"] in notions and notions[strap["notion"]]["length"] < strap["length"] - NEAR:
            yield f"{strap['id']}: {strap['length']} of it, {notions[strap['notion']]['length']} bought"
        longest = sum(
            max(edge["length"] for edge in each["edges"]) for each in _joined(pattern, pieces, strap["piece"])
        )
        if strap["piece"] and longest < strap["length"] - NEAR:
            yield f"{strap['id']}: is {strap['length']} long, its piece {longest}"


def _joined(pattern: Pattern, pieces: dict[str, Any], first: str | None) -> list[Any]:
    """The piece of a strap, and those of the same owner that are sewn to it end to end."""
    found = [first] if first in pieces else []
    for name in found:
        for seam in pattern["seams"]:
            sides = [side[0]["piece"] for side in (seam["a"], seam["b"]) if len(side) == 1]
            if len(sides) == 2 and name in sides:
                others = (each for each in sides if each not in found)
                found += [each for each in others if pieces[each]["owner"] == pieces[name]["owner"]]
    return [pieces[each] for each in found]


def _hardware(pattern: Pattern) -> Iterator[str]:
    """Of rings, sliders, snaps and the like as many are bought as sit on the bag, and what is threaded is bought."""
    sitting = Counter(each["notion"] for each in pattern["hardware"])
    bought = {each["id"]: each for each in pattern["notions"]}
    for name, count in sitting.items():
        if name not in bought or bought[name]["count"] != count:
            yield f"{name}: {count} on the bag, {bought[name]['count'] if name in bought else 'none'} bought"
    for strap in pattern["straps"]:
        yield from (
            f"{strap['id']}: runs through {name}: not bought" for name in strap["through"] if name not in bought
        )
    kinds = {each["kind"]: 0 for each in pattern["notions"]}
    for each in pattern["notions"]:
        kinds[each["kind"]] += each["count"]
    set_in = {each["id"] for each in pattern["notions"] if each["kind"] == "eyelet"}
    eyelets = sum(hole["holds"] in set_in for piece in pattern["pieces"] for hole in _holes(piece))
    if eyelets != kinds.get("eyelet", 0):
        yield f"{eyelets} holes for eyelets, {kinds.get('eyelet', 0)} bought"


def _holes(piece: Pattern) -> list[Pattern]:
    return [*piece["holes"]] * int(piece["count"])


def _thread(pattern: Pattern) -> Iterator[str]:
    """There is thread for every seam."""
    sewn = sum(_long(seam["a"]) for seam in pattern["seams"])
    thread = sum(each["length"] for each in pattern["notions"] if each["kind"] == "thread")
    if not _THREAD[0] * sewn <= thread <= _THREAD[1] * sewn:
        yield f"{thread} of thread for {sewn} of seams"


def _long(runs: list[Pattern]) -> float:
    return float(sum(run["to"] - run["from"] for run in runs))


def _bound(pattern: Pattern) -> Iterator[str]:
    """There is binding for every seam that is bound."""
    bound = sum(_long(seam["a"]) for seam in pattern["seams"] if seam["kind"] == "bound")
    tape = sum(each["length"] * each["count"] for each in pattern["notions"] if each["kind"] == "binding")
    own = any("binding" in each["id"] or "bias" in each["id"] for each in pattern["pieces"])
    if tape < bound - NEAR and not own:
        yield f"{tape} of binding for {bound} of bound seams"
