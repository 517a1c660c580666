"""The page in a real browser: what is done is undone, kept, sent on and taken home."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bagpattern.web.link import packed
from tests.web.browser import PATIENCE, drafted, page, served
from tests.web.page.bags import FACT, SMALL, WIDTH, widened
from tests.web.page.opening import opening


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


def test_prices_are_kept_and_are_the_price_file_of_the_command(browser: Any, address: str, tmp_path: Path) -> None:
    (tmp_path / "prices.toml").write_text('[prices]\nshell = 18.50 # a metre\n"strap slider" = 0.80\n"other" = 3\n')
    with page(browser, address) as opened:
        opened.click(".shopping > summary")
        opened.set_input_files(".price-file input", tmp_path / "prices.toml")
        opened.wait_for_selector(FACT.format("cost"))
        assert opened.inner_text(FACT.format("cost")).startswith("12.70")  # 0.6 m and two sliders
        with opened.expect_download() as told:
            opened.click("text=Save prices")
        assert told.value.path().read_text() == '[prices]\n"shell" = 18.5\n"strap slider" = 0.8\n'


def test_everything_is_taken_home_and_opened(browser: Any, address: str, tmp_path: Path) -> None:
    with page(browser, f"{address}#1.{packed(SMALL)}") as opened:
        opened.click(".actions .main")
        opened.wait_for_selector(".files a")
        opened.check("#take-coded")  # the link as a code on the cover
        opened.wait_for_selector(".files a[href*='page=http']")
        links = opened.eval_on_selector_all(".files a", "(all) => all.map((each) => each.href)")
        context = opened.context.request
        told = [context.get(each, timeout=PATIENCE) for each in links]
        assert [each.url for each in told if each.status != 200] == []
        assert sum("page=http" in each for each in links) == 3  # the PDF, the booklet, and both in the zip
        names = [each.headers["content-disposition"] for each in told]
        files = {each.partition("filename=")[2].strip('"'): told[at].body() for at, each in enumerate(names)}
        assert sorted(opening(opened, files, tmp_path)) == []
        endings = [each.rpartition(".")[2].strip('"') for each in names]
        assert sorted(endings) == sorted(
            ["pdf", "pdf", "zip", "png", "md", "html", "svg", "svg", "dxf", "zip", "glb", "zip", "toml"]
        )


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
