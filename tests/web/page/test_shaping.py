"""The page in a real browser: a bag is changed, broken, mended, and looked at."""

from __future__ import annotations

from typing import Any

from bagpattern.web.link import packed
from tests.web.browser import drafted, page
from tests.web.page.bags import FACT, WIDTH, widened

OF_ONE_LINE = 'extends = "mini-backpack"\n'
HEIGHT, RADIUS = "[data-key='dimensions.height']", "[data-key='dimensions.top_radius']"


def test_a_width_changes_bag_piece_figures_and_price(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        for at in range(2):  # of the two cloths
            opened.locator(".cloth .price").nth(at).fill("20")
            opened.locator(".cloth .price").nth(at).press("Tab")
        opened.click("#see-pieces")
        piece = "[data-piece=front-upper].role-cut"
        before = [
            opened.get_attribute(piece, "d"),
            opened.inner_text(FACT.format("cost")),
            opened.inner_text(FACT.format("volume")),
        ]
        opened.click("#see-bag")
        drawn = opened.locator("canvas.bag").screenshot()
        asked = list[str]()
        opened.on("request", lambda each: asked.append(each.post_data or "") if "/api/draft" in each.url else None)
        widened(opened, "40 cm")
        assert ["glimpse" in each for each in asked] == [True, False]  # at once, and then as well as can be
        opened.wait_for_timeout(500)
        assert opened.locator("canvas.bag").screenshot() != drawn
        opened.click("#see-pieces")
        opened.wait_for_function(f"old => document.querySelector('{piece}').getAttribute('d') !== old", arg=before[0])
        after = [
            opened.get_attribute(piece, "d"),
            opened.inner_text(FACT.format("cost")),
            opened.inner_text(FACT.format("volume")),
        ]
        assert all(old != new for old, new in zip(before, after, strict=True))


def test_a_broken_value_is_told_at_its_field_and_mended_by_a_button(browser: Any, address: str) -> None:
    with page(browser, f"{address}#1.{packed(OF_ONE_LINE)}") as opened:
        opened.fill(WIDTH, "100")
        opened.press(WIDTH, "Tab")
        field = opened.locator(".field", has=opened.locator(WIDTH))
        field.locator(".finding.error").wait_for()
        assert opened.get_attribute(WIDTH, "aria-invalid") == "true"
        assert opened.inner_text(".proof h2") == "It cannot be made like this"
        assert (opened.inner_text("h1"), opened.input_value(HEIGHT)) == ("Mini backpack purse", "26 cm")
        assert opened.get_attribute(RADIUS, "placeholder") == "7.5 cm"  # what its rule makes of it
        field.locator(".fix").click()
        opened.wait_for_selector(".proof.good")
        assert opened.input_value(WIDTH) == "45 cm"


def test_the_text_fills_the_form_and_keeps_its_comments(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.click("#shape-text")
        text = opened.input_value("textarea").replace('depth = "11 cm"', 'depth = "14 cm" # for a lunch box')
        opened.fill("textarea", text)
        opened.wait_for_function("() => document.querySelector('[data-fact=finished]').textContent.endsWith('14 cm')")
        opened.click("#shape-form")
        assert opened.input_value("[data-key='dimensions.depth']") == "14 cm"
        widened(opened)
        assert "# for a lunch box" in opened.input_value("textarea")


def test_a_late_answer_does_not_replace_a_newer_one(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.route("**/api/draft", lambda route: (opened.wait_for_timeout(700), route.continue_()))
        opened.click("#shape-text")
        text = opened.input_value("textarea")
        for width in ("30 cm", "31 cm", "32 cm"):
            opened.fill("textarea", text.replace('width = "22 cm"', f'width = "{width}"'))
            opened.wait_for_timeout(400)
        drafted(opened)
        assert opened.inner_text(FACT.format("finished")).startswith("32 cm")


def test_a_strangers_name_is_text_and_nothing_else(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.fill("[data-key='name']", "</svg><img src=x onerror=alert(1)><b>bag")
        opened.press("[data-key='name']", "Tab")
        opened.wait_for_function("() => document.title.includes('</svg>')")
        assert opened.inner_text("h1").startswith("</svg><img")
        assert opened.query_selector("h1 img, h1 b") is None


def test_steps_are_told_with_their_figures(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.click("#see-steps")
        first = opened.locator(".step-figures img").first
        first.wait_for()
        assert first.get_attribute("alt")
        assert opened.evaluate("() => document.querySelector('.step-figures img').decode().then(() => true)")
        assert opened.locator("[data-step]:has(img)").count() > opened.locator("[data-step]").count() / 2


def test_the_bag_is_seen_in_use(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.click("#see-use")
        opened.locator(".use-view img").nth(1).wait_for()
        shown = opened.eval_on_selector_all(".use-view img", "(all) => Promise.all(all.map((each) => each.decode()))")
        assert len(shown) == 2
