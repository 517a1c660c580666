"""A limit that is told in inches can be written as it is told."""

from __future__ import annotations

import re

import pytest

from bagpattern.errors import InputError
from bagpattern.pipeline import make


@pytest.mark.parametrize(("size", "told"), [("1 9/16 in", "at least 1 5/8 in"), ("30 in", "at most 19 5/8 in")])
def test_what_a_limit_proposes_lies_within_it(size: str, told: str) -> None:
    """40 mm is 1.575 in: 1 9/16 in is less. 50 cm is 19.685 in: 19 11/16 in is more."""
    pocket = {"kind": "slip", "name": "one", "panel": "front", "height": "6 in"}
    asked = {"style": "tote", "units": "in", "dimensions": {"width": "26 in", "height": "20 in"}}
    with pytest.raises(InputError, match=f"pockets.one.width: .*{told}"):
        make({**asked, "pockets": [{**pocket, "width": size}]})
    mended = re.search(r"[\d /]+ in$", told)
    assert mended is not None
    assert make({**asked, "pockets": [{**pocket, "width": mended[0].strip()}]}).errors == ()
