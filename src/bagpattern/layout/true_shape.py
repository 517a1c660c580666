"""The better plan: true shapes, moved and turned for some seconds by spyrrow. The only module that knows it.

What its engine needs to be given, and what it gives back, is checked here: it counts in 32 bits, keeps the gap at the
cloth's edges, too, and ends in a panic that is no Exception when something is wrong.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.cloth import Cloth

ENGINE = "spyrrow"
Progress = Callable[[float], None]
_EXPLORING = 0.8
"""The share of the time for finding a plan; the rest presses it together."""
_LOOK = 0.2  # s between two looks at how far it is


def true_shape(
    blanks: Sequence[Blank], cloth: Cloth, seconds: float, progress: Progress | None = None, seed: int = 0
) -> tuple[Spot, ...]:
    """The plan after so many seconds; empty when the engine gives up. *progress* hears of each better length in mm.

    Ctrl-C ends the search early: the best plan so far is returned.
    """
    import spyrrow

    items = [_item(spyrrow, index, blank, cloth) for index, blank in enumerate(blanks)]
    instance = spyrrow.StripPackingInstance("lay", cloth.usable + 2 * cloth.gap, items)
    try:
        solution = _watched(spyrrow, instance, _config(spyrrow, seconds, cloth.gap, seed), progress, cloth.gap)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return ()
    return tuple(_spot(each, blanks, cloth) for each in solution.placed_items)


def _item(spyrrow: Any, index: int, blank: Blank, cloth: Cloth) -> Any:
    ring = [(p.real, p.imag) for p in blank.ring]
    return spyrrow.Item(str(index), ring, demand=len(blank.copies), allowed_orientations=list(cloth.turns))


def _config(spyrrow: Any, seconds: float, gap: float, seed: int) -> Any:
    """Whole seconds are all that its constructor takes."""
    config = spyrrow.StripPackingConfig(
        early_termination=False, total_computation_time=1, min_items_separation=gap or None, seed=seed
    )
    config.exploration_time = timedelta(seconds=seconds * _EXPLORING)
    config.compression_time = timedelta(seconds=seconds * (1 - _EXPLORING))
    return config


def _watched(spyrrow: Any, instance: Any, config: Any, progress: Progress | None, gap: float) -> Any:
    """The solution; another thread looks now and then what has been found."""
    if progress is None:
        return instance.solve(config)
    queue, done = spyrrow.ProgressQueue(), threading.Event()
    reports = (spyrrow.ReportType.ExplFeas, spyrrow.ReportType.CmprFeas)

    def watch() -> None:
        while not done.wait(_LOOK):
            widths = [solution.width for kind, solution in queue.drain() if kind in reports]
            if widths:
                progress(min(widths) - 2 * gap)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        return instance.solve(config, queue)
    finally:
        done.set()
        watcher.join()


def _spot(item: Any, blanks: Sequence[Blank], cloth: Cloth) -> Spot:
    x, y = item.translation
    degrees = min(cloth.turns, key=lambda turn: abs((item.rotation - turn + 180.0) % 360.0 - 180.0))
    return Spot(int(item.id), degrees, complex(x - cloth.gap, y - cloth.gap + cloth.selvedge))
