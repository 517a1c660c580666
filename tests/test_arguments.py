"""Arguments of the public functions that are none: each is refused with what to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

import pytest

import bagpattern
from bagpattern import InputError


def test_what_can_be_no_argument_is_refused_with_what_to_write() -> None:
    pattern = bagpattern.make("tote")
    uses: list[tuple[Callable[[], Any], str]] = [
        (lambda: bagpattern.files(pattern, []), 'formats: are none: write "pdf,dxf", or leave them out'),
        (lambda: bagpattern.write_svg(pattern, cast("Any", None)), "path: must be the name of a file, not nothing"),
        (lambda: bagpattern.write_svg(pattern, "bag.svg", "a9"), "paper: no paper is called 'a9'"),
        (lambda: bagpattern.Teller(pattern.units, "dee"), 'language: cannot be "dee"; did you mean "de"?'),
        (lambda: bagpattern.Teller(cast("Any", "in")), 'units: are those of a pattern, pattern.units, not "in"'),
    ]
    for use, told in uses:
        with pytest.raises(InputError, match=re.escape(told)):
            use()
