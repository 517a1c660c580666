"""The page in a real browser: pockets and sliders are dragged, pieces are clicked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bagpattern.web.link import packed
from tests.web.browser import drafted, page
from tests.web.page.bags import FACT, TOTE, WIDTH


@pytest.fixture(scope="module")
def flagship(browser: Any, address: str) -> Iterator[Any]:
    """A bag that is clicked, and stays as it is."""
    with page(browser, address) as opened:
        yield opened


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


FACES = {"front": (0.65, "front"), "back": (0.6, "back"), "top": (0.66, "zip-band-front")}
"""How far down the middle of the picture a panel is seen from each side."""


def test_the_bag_takes_a_pocket_wherever_it_is_clicked(flagship: Any) -> None:
    flagship.click("#see-bag")
    box = flagship.locator("canvas.bag").bounding_box()
    for side, (down, panel) in FACES.items():
        flagship.click(f".bar .{side}")
        flagship.wait_for_timeout(400)
        flagship.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * down)
        assert offered(flagship, ".bag-view") == panel


def test_every_piece_of_the_body_takes_a_pocket(flagship: Any) -> None:
    flagship.click("#see-pieces")
    flagship.locator("path.role-cut[data-piece=back]").wait_for()
    shell = {"front-upper": "front", "front-lower": "front", "back": "back", "base-band": "base-band"}
    inside = {"lining-front": "lining-front", "lining-back": "lining-back", "lining-base-band": "lining-base-band"}
    for piece, panel in (shell | inside).items():
        pressed(flagship, piece)
        assert offered(flagship, ".pieces-view") == panel, piece
    pressed(flagship, "zip-pull")
    assert flagship.locator(".pieces-view .chosen button").count() == 0  # nothing is put on what is put on


def pressed(opened: Any, piece: str) -> None:
    """Its piece clicked near its left edge, where no other part lies."""
    box = opened.locator(f"path.role-cut[data-piece={piece}]").bounding_box()
    opened.mouse.click(box["x"] + 0.12 * box["width"], box["y"] + 0.6 * box["height"])


def offered(opened: Any, view: str) -> str:
    """The panel for which the card of what is chosen offers a pocket."""
    opened.locator(f"{view} .chosen >> text=A pocket here").click()
    panel = str(opened.input_value("#add-panel"))
    opened.keyboard.press("Escape")
    opened.wait_for_selector("dialog[open]", state="detached")
    return panel


def test_a_pocket_is_dragged_to_its_place_and_is_one_step_to_undo(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        opened.click("#see-pieces")
        pocket = opened.locator("path.movable[data-piece=lining-back]")
        pocket.wait_for()
        base = opened.evaluate("() => document.querySelector(\"[data-key='pockets.slip-pocket.base']\").placeholder")
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
