"""How fast it is: ``python -m tests.benchmarks``. Read the ratios: the machine's own pace is in both of their sides.

Cold: a whole process from start to exit, in turns with the imports that it cannot do without. Warm: the stages from a
preset's text to the text of its SVG, in one process.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from os import environ
from pathlib import Path
from statistics import median
from time import perf_counter

from bagpattern.checks import check
from bagpattern.drawing import sheets
from bagpattern.export.svg import svg_text
from bagpattern.pipeline import PASSES, begun
from bagpattern.preset import read
from tests import range_benchmark

PRESET = "mini-backpack"
ROUNDS = 15
COLD = (
    # the command, what it is measured against, at most so many times as long
    (("draft", PRESET), "import click, shapely, svgwrite", 1.4),
    (("--help",), "import click", 1.3),
)
MOST_GEOMETRY, MOST_WARM = 20.0, 60.0
"""ms, on the machine that the budget was written for."""


def cold(arguments: Sequence[str], imports: str) -> tuple[float, float]:
    """How many times as long a command takes as some imports: by the medians, and by the least of each."""
    command = [str(Path(sys.executable).with_name("bagpattern")), *arguments]
    floor = [sys.executable, "-c", imports]
    with tempfile.TemporaryDirectory() as folder:
        rounds = [(_process(command, folder), _process(floor, folder)) for _ in range(ROUNDS + 1)]
    ours, theirs = zip(*rounds[1:], strict=True)  # the first round may have had modules to compile
    return median(ours) / median(theirs), min(ours) / min(theirs)


def _process(line: Sequence[str], folder: str) -> float:
    """Seconds of a whole process that may keep its compiled modules, as one that is installed does."""
    surroundings = {key: each for key, each in environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run(line, cwd=folder, env=surroundings, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def warm() -> dict[str, list[float]]:
    """ms of every stage, round by round."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS + 1):
        for stage, milliseconds in _stages():
            times[stage].append(milliseconds)
    return {stage: each[1:] for stage, each in times.items()}


def _stages() -> Iterator[tuple[str, float]]:
    """From a preset's text to the SVG's, once: each stage with its ms, and the two sums that have a budget."""
    clock = [perf_counter()]

    def lap() -> float:
        clock.append(perf_counter())
        return (clock[-1] - clock[-2]) * 1e3

    preset = read(PRESET, {})
    yield "read", lap()
    pattern, shop = begun(preset), preset.style.workshop
    yield "draft", lap()
    for each in PASSES:
        pattern = each(pattern, shop)
        yield each.__name__, lap()
    yield "geometry", (clock[-1] - clock[1]) * 1e3
    pattern = replace(pattern, findings=check(pattern, shop))
    yield "check", lap()
    drawn = sheets(pattern)
    yield "sheets", lap()
    svg_text(drawn[0])
    yield "svg", lap()
    yield "whole", (clock[-1] - clock[0]) * 1e3


def main() -> None:
    """Print the ratios and the stages."""
    for arguments, imports, most in COLD:
        middle, least = cold(arguments, imports)
        print(f"bagpattern {' '.join(arguments)}: {middle:.2f} x ({least:.2f} at best) {imports!r}; at most {most}")
    budget = {"geometry": MOST_GEOMETRY, "whole": MOST_WARM}
    print(f"{'warm, ms':10} median   best")
    for stage, times in warm().items():
        limit = f"   at most {budget[stage]:.0f}" if stage in budget else ""
        print(f"{stage:10} {median(times):6.1f} {min(times):6.1f}{limit}")
    range_benchmark.main()


if __name__ == "__main__":
    main()
