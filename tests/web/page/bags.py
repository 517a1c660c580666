"""The bags that are opened in the browser, and what the page says of them."""

from __future__ import annotations

from typing import Any

from tests.web.browser import drafted

WIDTH = "[data-key='dimensions.width']"
FACT = "[data-fact={}]"
SMALL = 'extends = "flat-pouch"\n'
TOTE = 'extends = "tote"\n'


def widened(opened: Any, to: str = "28 cm") -> None:
    """The width written and drafted."""
    opened.fill(WIDTH, to)
    opened.press(WIDTH, "Tab")
    opened.wait_for_function(
        f"() => document.querySelector('{FACT.format('finished')}').textContent.startsWith('{to}')"
    )
    drafted(opened)
