"""Card slots in a clutch wallet [marshalawrence.com/2015/06/necessary-clutch-wallet-sew-along-day-3], from one strip.

The strip is marked 2 1/2, 1 3/4, 2 1/4, 1 3/4, 2 1/4 and 1 3/4 in after each other, and folded at the six lines: three
slots 1 3/4 in deep, 2 1/4 - 1 3/4 = 1/2 in one above the other. The first 2 1/2 in are the depth of the last slot, 1/2
in above it and 1/4 in of allowance. Finished and cut sizes of the wallet itself are not on the page.
Another clutch has the same folds, 1 3/4 and 2 1/4 in in turn [toriskabags.blogspot.com/2011/10/tutorial-how-to-add].
"""

from __future__ import annotations

from itertools import pairwise

import pytest

import bagpattern
from bagpattern.model.marks import LineKind

INCH = 25.4


def test_the_strip_is_folded_where_it_was_published() -> None:
    slots = {"name": "cards", "kind": "card-slots", "panel": "lining-back", "depth": "1 3/4 in", "step": "1/2 in"}
    size = {"width": "24 cm", "height": "16 cm"}
    pattern = bagpattern.make({"style": "folding-wallet", "dimensions": size, "pockets": [{**slots, "rows": 3}]})
    assert pattern.errors == ()
    strip = pattern["cards"].panel
    folds = sorted(line.path.start.imag for line in strip.lines if line.kind is LineKind.FOLD)
    apart = [(after - before) / INCH for before, after in pairwise(folds)]
    assert apart == pytest.approx([1.75, 2.25, 1.75, 2.25, 1.75])
    top = max(segment.end.imag for segment in strip.stitching_line.segments)
    assert (top - folds[-1]) / INCH == pytest.approx(2.5 - 0.25, abs=1 / 32)
