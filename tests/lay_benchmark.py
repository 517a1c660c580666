"""How good the lay plans are, beside the engines called bare for the same time: ``python -m tests.lay_benchmark 1 5``.

Prints each instance's length and density by each engine, and how ours compares with the best of them. Ours runs first
the bounding boxes, then true shapes for what is left of the time, and judges both.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from bagpattern.geometry.placement import IDENTITY
from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.judge import faults, length_of
from bagpattern.layout.lay import first_plan
from bagpattern.layout.plans import bettered
from bagpattern.layout.skyline import skyline
from bagpattern.layout.true_shape import true_shape

INSTANCES = Path(__file__).parent / "lay" / "nesting"


def read(file: Path) -> tuple[tuple[Blank, ...], Cloth]:
    """An instance as blanks and cloth, without gap or selvedge."""
    data = json.loads(file.read_text(encoding="utf-8"))
    turns = {tuple(map(float, item["allowed_orientations"])) for item in data["items"]}
    cloth = Cloth("shell", data["name"], float(data["strip_height"]), max(turns, key=len))
    return tuple(_blank(item) for item in data["items"]), cloth


def _blank(item: dict[str, object]) -> Blank:
    points = [complex(x, y) for x, y in item["shape"]["data"]]  # type: ignore[index]
    points = points[:-1] if points[0] == points[-1] else points
    corner = complex(min(p.real for p in points), min(p.imag for p in points))
    copies = tuple(range(1, int(str(item["demand"])) + 1))
    return Blank(str(item["id"]), int(str(item["id"])), "", copies, False, IDENTITY, tuple(p - corner for p in points))


def compare(file: Path, seconds: float) -> tuple[float, float, float]:
    """Lengths by bounding boxes, by true shapes, and ours. Raises AssertionError for a plan that is not sound."""
    cut, cloth = read(file)
    boxes = min(length_of(cut, spots) for spots in skyline(cut, cloth))
    bare = length_of(cut, true_shape(cut, cloth, seconds))
    started = perf_counter()
    first = first_plan(cut, cloth)
    ours = bettered(first, max(seconds - (perf_counter() - started), 0.05))
    assert not faults(cut, cloth, ours.spots)
    return boxes, bare, ours.length


def main(arguments: list[str]) -> None:
    """Every instance for each number of seconds."""
    for seconds in map(float, arguments or ["1", "5"]):
        print(f"{seconds:g} s         boxes   spyrrow      ours  density  ratio")
        for file in sorted(INSTANCES.glob("*.json")):
            cut, cloth = read(file)
            boxes, bare, ours = compare(file, seconds)
            density = sum(blank.area * len(blank.copies) for blank in cut) / (cloth.width * ours)
            ratio = min(boxes, bare) / ours
            print(f"{file.stem:16} {boxes:9.1f} {bare:9.1f} {ours:9.1f}  {density:7.1%}  {ratio:.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
