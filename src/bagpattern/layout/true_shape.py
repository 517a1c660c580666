"""The better plan: true shapes, moved and turned for some seconds by spyrrow. The only module that knows it.

What its engine needs to be given, and what it gives back, is checked here: it counts in 32 bits, keeps the gap at the
cloth's edges, too, and ends in a panic that is no Exception when something is wrong.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.watch import Progress, Watch

ENGINE = "spyrrow"
_EXPLORING = 0.9
"""The share of the time for finding a plan; the rest draws it together, as linear programs do better after that."""
_DEPTH = 1
"""Of the tree that finds collisions: with up to 100 pieces a flat one finds them faster than the engine's own 4."""
_FEW = 2
_LOOK = 0.2  # s between two looks at how far it is


def true_shape(
    blanks: Sequence[Blank],
    cloth: Cloth,
    seconds: float,
    watch: Watch | None = None,
    seed: int = 0,
    free: bool = False,
) -> tuple[Spot, ...]:
    """The plan after so many seconds; empty when the engine gives up. *free* pieces are turned by any angle.

    Ctrl-C ends the search early: the best plan so far is returned, and the *watch* knows.
    """
    import spyrrow

    watch = watch or Watch()
    items = [_item(spyrrow, index, blank, cloth, free) for index, blank in enumerate(blanks)]
    instance = spyrrow.StripPackingInstance("lay", cloth.usable + 2 * cloth.gap, items)
    config = _config(spyrrow, seconds, cloth.gap, seed)
    try:
        with _engaged(watch):
            solution = _solved(spyrrow, instance, config, watch.progress, cloth.gap)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return ()
    return tuple(_spot(each, cloth, free) for each in solution.placed_items)


def _item(spyrrow: Any, index: int, blank: Blank, cloth: Cloth, free: bool) -> Any:
    """Of quarter turns those that show the same shape again are left out, which made plans a little shorter."""
    ring = [(p.real, p.imag) for p in blank.ring]
    turns = blank.telling(cloth.turns) if len(cloth.turns) > _FEW else [*cloth.turns]
    return spyrrow.Item(str(index), ring, demand=len(blank.copies), allowed_orientations=None if free else turns)


def _config(spyrrow: Any, seconds: float, gap: float, seed: int) -> Any:
    """Whole seconds are all that its constructor takes."""
    config = spyrrow.StripPackingConfig(
        early_termination=False,
        total_computation_time=1,
        min_items_separation=gap or None,
        seed=seed,
        quadtree_depth=_DEPTH,
    )
    config.exploration_time = timedelta(seconds=seconds * _EXPLORING)
    config.compression_time = timedelta(seconds=seconds * (1 - _EXPLORING))
    return config


@contextmanager
def _engaged(watch: Watch) -> Iterator[None]:
    watch.engaged = True
    try:
        yield
    finally:
        watch.engaged = False


def _solved(spyrrow: Any, instance: Any, config: Any, progress: Progress | None, gap: float) -> Any:
    """The solution; another thread looks now and then what has been found."""
    if progress is None:
        return instance.solve(config)
    queue, done = spyrrow.ProgressQueue(), threading.Event()
    reports = (spyrrow.ReportType.ExplFeas, spyrrow.ReportType.CmprFeas)

    def look() -> None:
        while not done.wait(_LOOK):
            widths = [solution.width for kind, solution in queue.drain() if kind in reports]
            if widths:
                progress(min(widths) - 2 * gap)

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        return instance.solve(config, queue)
    finally:
        done.set()
        looking.join()


def _spot(item: Any, cloth: Cloth, free: bool) -> Spot:
    x, y = item.translation
    degrees = item.rotation if free else cloth.nearest_turn(item.rotation)
    return Spot(int(item.id), degrees, complex(x - cloth.gap, y - cloth.gap + cloth.selvedge))
