"""The page in a real browser in another language: nothing on it is English but names."""

from __future__ import annotations

import re
from typing import Any

from bagpattern.catalog.items import items
from bagpattern.language import Teller
from tests.web.browser import DESK, PHONE, drafted, page
from tests.web.page.bags import WIDTH

_VIEWS = ("#see-use", "#see-pieces", "#see-steps", "#see-lay", ".actions .main", ".actions button >> nth=3")
_SAME = {"Deutsch", "English", "Español", "Français", "Letter", "PDF", "SVG", "DXF", "GLB"}
"""Languages, which are called as their speakers call them, and names of papers and files."""
_LATIN = re.compile("[A-Za-z]{3}")
_OWN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_TEXTS = """() => {
  const told = ["title", "aria-label", "placeholder", "alt"];
  const texts = [...document.querySelectorAll("*")].flatMap((each) => told.map((name) => each.getAttribute(name)));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  const unseen = document.querySelector("noscript").textContent;
  return texts.filter((each) => each && each !== unseen);
}"""

_BEYOND = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const { left, right, width } = each.getBoundingClientRect();
  const isSeen = width > 0 && !each.children.length && each.textContent && !each.closest(".unseen, #said, svg");
  return isSeen && (left < 0 || right > innerWidth);
}).map((each) => each.textContent)"""
"""Texts that begin or end beside the screen."""


def test_in_japanese_nothing_is_english_but_names(browser: Any, address: str) -> None:
    """In no other language is a text in English told apart by its letters alone."""
    tell = Teller(language="ja")
    names = _SAME | {tell(each.title) for each in items().values()}
    seen: set[str] = set()
    with page(browser, address, **{**DESK, "locale": "ja-JP"}) as opened:
        opened.wait_for_selector("#shape .field")
        for view in _VIEWS:
            seen |= {*opened.evaluate(_TEXTS)}
            opened.click(view)
            opened.wait_for_timeout(300)
            drafted(opened)
            if opened.query_selector("dialog[open]"):
                seen |= {*opened.evaluate(_TEXTS)}
                opened.keyboard.press("Escape")
        opened.fill(WIDTH, "900")
        opened.press(WIDTH, "Tab")
        opened.wait_for_selector(".finding.error")
        seen |= {*opened.evaluate(_TEXTS)}
        opened.click(".brand")
        opened.wait_for_selector(".card")
        seen |= {*opened.evaluate(_TEXTS)}
    assert len(seen) > 300
    assert sorted(each for each in seen - names if _LATIN.search(each) and not _OWN.search(each)) == []


def test_on_a_narrow_phone_the_longest_words_stay_on_the_screen(browser: Any, address: str) -> None:
    """German has them."""
    narrow = {**PHONE, "viewport": {"width": 360, "height": 740}, "locale": "de-DE"}
    with page(browser, address, **narrow) as opened:
        opened.wait_for_selector("#shape .field")
        opened.click(".actions button >> nth=1")
        opened.wait_for_selector("dialog[open]")
        assert opened.evaluate(_BEYOND) == []
