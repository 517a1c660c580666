"""What the page speaks: languages and units by one name, apart, for the server imports nothing that speaks them."""

from __future__ import annotations

from bagpattern.language import LANGUAGES, Teller
from bagpattern.units import BOTH, Units

_UNITS = ("mm", "in", BOTH)
TONGUES = {f"{language}-{units}": Teller(Units(units), language) for language in LANGUAGES for units in _UNITS}
"""Every language with every choice of units: 'de-mm'."""
