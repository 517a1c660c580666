"""The height of a wall that style lines divide is that of the whole wall, along its cloth."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.pipeline import make
from bagpattern.sewn.proof import proved

ACROSS = {"name": "wave", "kind": "across", "panel": "front", "left": "12 cm", "right": "16 cm", "bow": "15 mm"}
AGAIN = {"name": "top", "kind": "across", "panel": "front-wave-upper", "left": "10 cm", "right": "10 cm"}


@pytest.mark.parametrize("lines", [[ACROSS], [ACROSS, AGAIN]], ids=["once", "twice"])
def test_a_hobo_divided_across_is_as_high_as_drafted(lines: list[dict[str, Any]]) -> None:
    found = proved(make({"style": "hobo", "style_lines": lines}))
    ((meant, height),) = [each[1:] for each in found.sizes if each[0] == "height"]
    assert height == pytest.approx(meant, abs=1)
    assert not found.findings
