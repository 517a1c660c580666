"""The page in a real browser: a bag is changed, broken, mended, undone, kept, and sent on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bagpattern.web.link import packed
from tests.web.browser import CHROMIUM, DESK, PATIENCE, PHONE, chromium, drafted, page, served, violations

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="Chromium is not installed: python -m tests.programs does it on Debian, and runs these tests"
)

WIDTH = "[data-key='dimensions.width']"
FACT = "[data-fact={}]"
SMALL = 'extends = "flat-pouch"\n'
TOTE = 'extends = "tote"\n'


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as told:
        yield told


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


def widened(opened: Any, to: str = "28 cm") -> None:
    opened.fill(WIDTH, to)
    opened.press(WIDTH, "Tab")
    opened.wait_for_function(
        f"() => document.querySelector('{FACT.format('finished')}').textContent.startsWith('{to}')"
    )
    drafted(opened)


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
        widened(opened, "40 cm")
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
    with page(browser, address) as opened:
        opened.fill(WIDTH, "100")
        opened.press(WIDTH, "Tab")
        field = opened.locator(".field", has=opened.locator(WIDTH))
        field.locator(".finding.error").wait_for()
        assert opened.get_attribute(WIDTH, "aria-invalid") == "true"
        assert opened.inner_text(".proof h2") == "It cannot be made like this"
        field.locator(".fix").click()
        opened.wait_for_selector(".proof.good")
        assert opened.input_value(WIDTH) == "45 cm"


def test_undo_has_words_and_a_reload_keeps_everything(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        widened(opened)
        undo = opened.locator(".steps-bar button").first
        assert undo.get_attribute("title") == "Undo: Width 22 cm to 28 cm"
        opened.reload()
        drafted(opened)
        assert opened.input_value(WIDTH) == "28 cm"
        undo.click()
        opened.wait_for_function(f"() => document.querySelector(\"{WIDTH}\").value === '22 cm'")
        assert opened.locator(".steps-bar button").last.get_attribute("title") == "Redo: Width 22 cm to 28 cm"


def test_the_link_opens_the_same_bag_in_a_fresh_profile(browser: Any, address: str) -> None:
    with page(browser, address) as opened:
        widened(opened)
        opened.wait_for_function("() => location.hash.startsWith('#1.')")
        link, text = opened.evaluate("() => location.href"), opened.input_value("textarea")
    with page(browser, link) as fresh:
        assert fresh.input_value(WIDTH) == "28 cm"
        assert fresh.input_value("textarea") == text


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


def test_prices_are_kept_and_are_the_price_file_of_the_command(browser: Any, address: str, tmp_path: Path) -> None:
    (tmp_path / "prices.toml").write_text('[prices]\nshell = 18.50 # a metre\n"strap slider" = 0.80\n"other" = 3\n')
    with page(browser, address) as opened:
        opened.click(".shopping > summary")
        opened.set_input_files(".price-file input", tmp_path / "prices.toml")
        opened.wait_for_selector(FACT.format("cost"))
        assert opened.inner_text(FACT.format("cost")).startswith("27.50")  # 1.4 m and two sliders
        with opened.expect_download() as told:
            opened.click("text=Save prices")
        assert told.value.path().read_text() == '[prices]\n"shell" = 18.5\n"strap slider" = 0.8\n'


def test_everything_is_taken_home(browser: Any, address: str) -> None:
    with page(browser, f"{address}#1.{packed(SMALL)}") as opened:
        opened.click(".actions .main")
        opened.wait_for_selector(".files a")
        links = opened.eval_on_selector_all(".files a", "(all) => all.map((each) => each.href)")
        context = opened.context.request
        told = [context.get(each, timeout=PATIENCE) for each in links]
        assert [each.url for each in told if each.status != 200] == []
        names = [each.headers["content-disposition"] for each in told]
        endings = [each.rpartition(".")[2].strip('"') for each in names]
        assert sorted(endings) == sorted(
            ["pdf", "pdf", "zip", "png", "md", "html", "svg", "svg", "dxf", "zip", "glb", "zip", "toml"]
        )


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
        assert {view: faults for view, faults in found.items() if faults} == {}


def test_a_telephone_needs_no_scrolling_aside(browser: Any, address: str) -> None:
    with page(browser, address, **PHONE) as opened:
        assert opened.evaluate("() => document.documentElement.scrollWidth") <= 390
        top, bottom = opened.evaluate(
            "() => ['#see', '#shape'].map((each) => document.querySelector(each).getBoundingClientRect().top)"
        )
        assert top < bottom < 844  # the bag above, and the form begins in sight


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


def test_a_file_is_saved_on_request_and_followed_when_it_changes_elsewhere(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "my-bag.toml"
    file.write_text('extends = "mini-backpack"\n\n[dimensions]\nwidth = "24 cm" # for a magazine\n')
    with served(str(file)) as address, page(browser, address) as opened:
        widened(opened)
        assert '"24 cm"' in file.read_text()
        opened.click("text=Save")
        opened.wait_for_selector(".notice")
        assert file.read_text().splitlines()[3] == 'width = "28 cm" # for a magazine'
        file.write_text(file.read_text().replace("28 cm", "26 cm"))
        opened.wait_for_function(f"() => document.querySelector(\"{WIDTH}\").value === '26 cm'")
