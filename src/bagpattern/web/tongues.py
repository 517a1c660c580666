"""What the page speaks: languages and units by one name, apart, for the server imports nothing that speaks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bagpattern.language import ENGLISH, LANGUAGES, Teller
from bagpattern.units import BOTH, Units

_UNITS = ("mm", "in", BOTH)
TONGUES = {f"{language}-{units}": Teller(Units(units), language) for language in LANGUAGES for units in _UNITS}
"""Every language with every choice of units: 'de-mm'."""


def spoken(given: Mapping[str, Any]) -> Teller:
    """How the reader of a request is spoken to: as it says itself, or for a file the wishes of it; else as English."""
    said = {**given, **given.get("wishes", {})}
    units, language = said.get("units") or _UNITS[0], said.get("language") or ENGLISH
    return TONGUES.get(f"{language}-{units}", TONGUES[f"{ENGLISH}-{_UNITS[0]}"])
