"""The page in a real browser: for keyboards, screen readers and telephones."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.browser import DESK, PHONE, drafted, page, violations
from tests.web.page.bags import WIDTH


def test_everything_is_reached_by_keyboard(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.keyboard.press("Tab")
        opened.keyboard.press("Enter")  # past the head, to the form
        opened.focus("#see-bag")
        opened.keyboard.press("ArrowRight")
        assert opened.get_attribute("#see-use", "aria-selected") == "true"
        opened.keyboard.press("End")
        assert opened.evaluate("() => document.activeElement.id") == "see-lay"
        opened.focus(WIDTH)
        opened.keyboard.press("Control+a")
        opened.keyboard.type("25")
        opened.keyboard.press("Enter")
        opened.wait_for_function("() => document.querySelector('[data-fact=finished]').textContent.startsWith('25 cm')")
        opened.focus("#see-bag")
        opened.keyboard.press("Control+z")
        opened.wait_for_function("() => document.querySelector('[data-fact=finished]').textContent.startsWith('22 cm')")


VIEWS = {
    "bag": "#see-bag",
    "pieces": "#see-pieces",
    "steps": "#see-steps",
    "lay": "#see-lay",
    "use": "#see-use",
    "text": "#shape-text",
    "choose": ".brand",
    "take": ".actions .main",
    "drafts": ".actions button >> nth=0",
    "compare": ".actions button >> nth=1",
    "settings": ".actions button >> nth=3",
}


@pytest.mark.parametrize("of", [DESK, PHONE, {**DESK, "color_scheme": "dark"}], ids=["desk", "phone", "dark"])
def test_axe_has_nothing_against_any_view(browser: Any, address: str, of: dict[str, Any]) -> None:
    with page(browser, address, **of) as opened:
        found = {}
        for view, button in VIEWS.items():
            opened.click(button)
            if not button.startswith("#"):
                opened.wait_for_selector("dialog[open]")
            opened.wait_for_timeout(700)
            drafted(opened)
            found[view] = violations(opened)
            if opened.query_selector("dialog[open]"):
                opened.keyboard.press("Escape")
        opened.click("#shape-form")
        opened.fill(WIDTH, "100")
        opened.press(WIDTH, "Tab")
        opened.wait_for_selector(".finding.error")
        found["what cannot be made"] = violations(opened)
        assert {view: faults for view, faults in found.items() if faults} == {}


def test_a_telephone_needs_no_scrolling_aside(browser: Any, address: str) -> None:
    with page(browser, address, **PHONE) as opened:
        assert opened.evaluate("() => document.documentElement.scrollWidth") <= 390
        top, bottom = opened.evaluate(
            "() => ['#see', '#shape'].map((each) => document.querySelector(each).getBoundingClientRect().top)"
        )
        assert top < bottom < 844  # the bag above, and the form begins in sight


def tabbed(opened: Any, wanted: str, most: int = 150) -> None:
    """Goes on by the tab key until what is wanted has the focus."""
    for _ in range(most):
        opened.keyboard.press("Tab")
        if opened.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"no tab key leads to {wanted}")


def test_a_whole_bag_is_made_by_keyboard_alone(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        tabbed(opened, ".brand")
        opened.keyboard.press("Enter")
        opened.wait_for_selector(".card")
        opened.keyboard.type("shopping tote")
        tabbed(opened, ".card")
        name = opened.inner_text(".card:focus b")
        opened.keyboard.press("Enter")
        opened.wait_for_function("(name) => document.title.startsWith(name)", arg=name)
        drafted(opened)
        tabbed(opened, WIDTH)
        opened.keyboard.press("Control+a")
        opened.keyboard.type("36")
        opened.keyboard.press("Enter")
        opened.wait_for_function("() => document.querySelector('[data-fact=finished]').textContent.startsWith('36 cm')")
        tabbed(opened, "[data-part=pockets] > summary")
        opened.keyboard.press("Enter")
        tabbed(opened, "[data-part=pockets] .add")
        opened.keyboard.press("Enter")
        tabbed(opened, "#add-kind")
        opened.keyboard.type("slip")
        tabbed(opened, "#add-panel")
        opened.keyboard.type("front")
        opened.keyboard.press("Enter")
        opened.wait_for_selector("[data-part='pockets.slip']", state="attached")
        drafted(opened)
        opened.wait_for_selector(".proof.good")
        opened.keyboard.press("Control+Home")
        opened.focus("body")
        tabbed(opened, ".actions .main", 300)
        opened.keyboard.press("Enter")
        tabbed(opened, ".files a[href*='/file/preset']")
        with opened.expect_download() as told:
            opened.keyboard.press("Enter")
        assert 'kind = "slip"' in told.value.path().read_text()
