"""Pockets on panels that are hardly higher than a hem."""

from __future__ import annotations

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.parts.pockets import POCKETS
from bagpattern.parts.pockets._patch import Patch


@pytest.mark.parametrize("kind", [name for name in POCKETS.names() if issubclass(POCKETS.member(name), Patch)])
def test_a_pocket_on_a_narrow_strip_is_refused_whatever_its_kind(kind: str) -> None:
    """A facing 9 mm high: half of it is less than one step of sizes, and yet no pocket without a height is drafted."""
    bag = {"style": "organiser", "lining": {"inset": "7.8 mm"}}
    with pytest.raises(InputError, match="choose another panel"):
        bagpattern.make({**bag, "pockets": [{"name": "one", "kind": kind, "panel": "lining-zip-band-back"}]})
