"""Bags for tests of styles: made without an error, or refused."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError


def made(style: str, **settings: Any) -> bagpattern.Pattern:
    """The pattern of a style with these settings, which has no error."""
    pattern = bagpattern.make({"style": style, **settings})
    assert pattern.errors == ()
    return pattern


def refused(style: str, **settings: Any) -> str:
    """Why such a bag cannot be made."""
    with pytest.raises(InputError) as caught:
        bagpattern.make({"style": style, **settings})
    return str(caught.value)
