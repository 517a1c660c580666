"""The page in a real browser: pockets and sliders are dragged, pieces are clicked."""

from __future__ import annotations

from typing import Any

from bagpattern.web.link import packed
from tests.web.browser import drafted, page
from tests.web.page.bags import FACT, TOTE, WIDTH


def test_a_pocket_is_added_and_taken_out(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.click("[data-part=pockets] > summary")
        opened.click("[data-part=pockets] .add >> nth=0")
        opened.select_option("#add-kind", "slip")
        opened.fill("#add-name", "Phone place")
        opened.fill("#add-panel", "lining-front")
        opened.click("dialog .main")
        opened.wait_for_selector("[data-part='pockets.phone-place']")
        drafted(opened)
        assert opened.inner_text(".proof h2") == "It can be sewn"
        opened.click("[data-part='pockets.phone-place'] > summary")
        opened.click("[data-part='pockets.phone-place'] .remove")
        opened.wait_for_selector("[data-part='pockets.phone-place']", state="detached")


def test_a_piece_of_the_bag_that_is_clicked_takes_a_pocket(browser: Any, address: str) -> None:
    with page(browser, f"{address}#1.{packed(TOTE)}") as opened:
        opened.click(".bar .front")
        box = opened.locator("canvas.bag").bounding_box()
        opened.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.55)
        card = opened.locator(".bag-view .chosen")
        assert card.locator("strong").inner_text() == "Front"
        card.locator("text=A pocket here").click()
        assert opened.input_value("#add-panel") == "front"
        opened.select_option("#add-kind", "slip")
        opened.click("dialog .main")
        opened.wait_for_selector("[data-part='pockets.slip']", state="attached")
        drafted(opened)
        assert opened.inner_text(".proof h2") == "It can be sewn"
        assert opened.input_value("textarea") == f'{TOTE}\n[[pockets]]\nname = "slip"\nkind = "slip"\npanel = "front"\n'


def test_a_pocket_is_dragged_to_its_place_and_is_one_step_to_undo(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.click("#see-pieces")
        pocket = opened.locator("path.movable[data-piece=lining-back]")
        pocket.wait_for()
        base = opened.evaluate("() => document.querySelector(\"[data-key='pockets.slip-pocket.base']\").value")
        box = pocket.bounding_box()
        across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        opened.mouse.move(across, down)
        opened.mouse.down()
        for step in range(1, 6):
            opened.mouse.move(across, down - 4 * step)
            opened.wait_for_timeout(60)
        opened.mouse.up()
        opened.wait_for_selector(".steps-bar button:not([disabled])")
        drafted(opened)
        assert opened.locator(".steps-bar button").first.get_attribute("title") == "Undo: slip pocket moved"
        moved = opened.input_value("[data-key='pockets.slip-pocket.base']")
        assert (base, moved.endswith(" cm"), float(moved.split()[0]) > 4) == ("40 mm", True, True)
        opened.click(".pieces-view .moves [title=Lower]")
        value = f"() => document.querySelector(\"[data-key='pockets.slip-pocket.base']\").value !== '{moved}'"
        opened.wait_for_function(value)


def test_a_slider_is_followed_while_it_is_dragged_and_is_one_step_to_undo(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        slider = opened.locator(".field", has=opened.locator(WIDTH)).locator("input[type=range]").bounding_box()
        across, down = slider["x"] + slider["width"] * 0.3, slider["y"] + slider["height"] / 2
        opened.mouse.move(across, down)
        opened.mouse.down()
        for step in range(12):
            opened.mouse.move(across + 6 * step, down)
            opened.wait_for_timeout(60)
        opened.wait_for_function(
            "() => !document.querySelector('[data-fact=finished]').textContent.startsWith('22 cm')"
        )
        assert opened.locator(".steps-bar button").first.is_disabled()  # nothing is kept before it is let go
        opened.mouse.up()
        opened.wait_for_selector(".steps-bar button:not([disabled])")
        drafted(opened)
        now = opened.input_value(WIDTH)
        assert opened.locator(".steps-bar button").first.get_attribute("title") == f"Undo: Width 22 cm to {now}"
        assert opened.inner_text(FACT.format("finished")).startswith(now)


def test_a_zip_in_its_window_is_dragged_down_its_panel(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.click("#see-pieces")
        opened.locator("path.movable[data-piece=back]").first.wait_for()
        zip_line = opened.locator("path.movable[data-piece=back][data-line*=window]").first.bounding_box()
        across, down = zip_line["x"] + zip_line["width"] / 2, zip_line["y"] + zip_line["height"] / 2
        opened.mouse.move(across, down)
        opened.mouse.down()
        opened.mouse.move(across, down + 6, steps=3)
        opened.mouse.up()
        opened.wait_for_selector(".steps-bar button:not([disabled])")
        drafted(opened)
        assert opened.locator(".steps-bar button").first.get_attribute("title") == "Undo: back pocket moved"
        drop = opened.input_value("[data-key='pockets.back-pocket.drop']")
        assert (drop.endswith(" cm"), 10.0 < float(drop.split()[0]) < 14.0) == (True, True)
        opened.click(".pieces-view .moves [title=Higher]")
        value = f"() => document.querySelector(\"[data-key='pockets.back-pocket.drop']\").value !== '{drop}'"
        opened.wait_for_function(value)
