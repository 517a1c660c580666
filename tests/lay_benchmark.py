"""How good the lay plans are, beside the engines called bare: ``python -m tests.lay_benchmark 1 5 20 --seeds 3``.

Each engine is called as its own documentation has it, with nothing but the pieces, the width and the time; ours has the
same time for everything: bounding boxes, true shapes, judging. All take turns, seed by seed. Told are the median
densities, and the ratio of ours to the best of the others: 1.00 or more is what is wanted.
"""

from __future__ import annotations

import argparse
import io
import json
import math
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, time
from typing import Any

from bagpattern.geometry.placement import IDENTITY
from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.cloth import GRAINS, Cloth
from bagpattern.layout.engines.engine import installed
from bagpattern.layout.engines.job import Job
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.judge import faults, length_of
from bagpattern.layout.lay import first_plan
from bagpattern.layout.skyline import skyline
from bagpattern.said import NOTHING

INSTANCES = Path(__file__).parent / "lay" / "nesting"


def read(file: Path) -> tuple[tuple[Blank, ...], Cloth]:
    """An instance as blanks and cloth, without gap or selvedge."""
    data = json.loads(file.read_text(encoding="utf-8"))
    turns = max((tuple(map(float, item["allowed_orientations"])) for item in data["items"]), key=len)
    grain = next(grain for grain, allowed in GRAINS.items() if allowed == turns)
    return tuple(map(_blank, data["items"])), Cloth("shell", data["name"], float(data["strip_height"]), grain)


def _blank(item: dict[str, Any]) -> Blank:
    points = [complex(x, y) for x, y in item["shape"]["data"]]
    points = points[:-1] if points[0] == points[-1] else points
    corner = complex(min(p.real for p in points), min(p.imag for p in points))
    copies = tuple(range(1, int(item["demand"]) + 1))
    return Blank(str(item["id"]), int(item["id"]), NOTHING, copies, False, IDENTITY, tuple(p - corner for p in points))


def boxes(cut: tuple[Blank, ...], cloth: Cloth, seconds: float, seed: int) -> float:
    """The best of the bounding boxes' heuristics."""
    return min(length_of(cut, spots) for spots in skyline(cut, cloth))


def spyrrow(cut: tuple[Blank, ...], cloth: Cloth, seconds: float, seed: int) -> float:
    """The engine with its own defaults."""
    import spyrrow as engine

    items = [
        engine.Item(blank.piece, [(p.real, p.imag) for p in blank.ring], len(blank.copies), [*cloth.turns])
        for blank in cut
    ]
    config = engine.StripPackingConfig(total_computation_time=round(seconds), seed=seed)
    return float(engine.StripPackingInstance("", cloth.width, items).solve(config).width)


def packingsolver(cut: tuple[Blank, ...], cloth: Cloth, seconds: float, seed: int) -> float:
    """The engine in this process, for the whole time, with the algorithms that it chooses itself."""
    from packingsolver import irregular

    from bagpattern.layout.engines.packing_worker import run

    told = io.StringIO()
    job = json.loads(Job(cut, cloth, time() + seconds).text)
    for item in job["items"]:
        item["turns"] = cloth.turns
    run(job, irregular, told)
    return min((_length(cut, line) for line in told.getvalue().splitlines()), default=math.inf)


def _length(cut: tuple[Blank, ...], line: str) -> float:
    spots = [Spot(int(number), turn, complex(x, y)) for number, turn, x, y in json.loads(line)]
    return length_of(cut, spots)


def ours(cut: tuple[Blank, ...], cloth: Cloth, seconds: float, seed: int) -> float:
    """All that ``bagpattern lay`` does for one material."""
    started = perf_counter()
    first = first_plan(cut, cloth)
    plan = bettered(first, seconds - (perf_counter() - started), seed=seed)
    assert not faults(cut, cloth, plan.spots)
    return plan.length


def compare(file: Path, seconds: float, seeds: range) -> Iterator[str]:
    """A row: the median density of each engine, the time that ours took in all, and the ratio."""
    cut, cloth = read(file)
    area = sum(blank.area * len(blank.copies) for blank in cut) / cloth.width
    ways = {"boxes": boxes, "spyrrow": spyrrow, "ours": ours}
    ways |= {"packingsolver": packingsolver} if any(each.package == "packingsolver" for each in installed()) else {}
    lengths: dict[str, list[float]] = {name: [] for name in ways}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for seed in seeds:
        for name in [*ways][seed % len(ways) :] + [*ways][: seed % len(ways)]:
            started = perf_counter()
            lengths[name].append(ways[name](cut, cloth, seconds, seed))
            times[name].append(perf_counter() - started)
    densities = {name: area / median(found) for name, found in lengths.items()}
    others = max(density for name, density in densities.items() if name != "ours")
    yield f"{file.stem:16}"
    yield from (f"{name} {density:6.2%} ({median(times[name]):4.1f} s)" for name, density in densities.items())
    yield f"ratio {densities['ours'] / others:.4f}"


def main() -> None:
    """Every instance for each number of seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", nargs="*", type=float, default=[1.0, 5.0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    for seconds in given.seconds:
        print(f"{seconds:g} s, median of {given.seeds} seeds")
        for file in sorted(INSTANCES.glob("*.json")):
            if not given.only or file.stem in given.only:
                print("  ".join(compare(file, seconds, range(given.seeds))), flush=True)


if __name__ == "__main__":
    main()
