"""The page in a real browser: two tabs, a server that is away and comes again, a network that is none."""

from __future__ import annotations

import socket
from typing import Any

from bagpattern.web.serving import HERE
from tests.web.browser import drafted, page, served
from tests.web.page.bags import WIDTH, widened

AWAY = ("Failed to load resource", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_REFUSED")
"""What the browser itself says to the console of a server that is not there."""
NO_ANSWER = "text=No answer"


def written(opened: Any, width: str) -> None:
    """The width changed in the text, for which no server is needed."""
    opened.click("#shape-text")
    opened.fill("textarea", opened.input_value("textarea").replace('width = "22 cm"', f'width = "{width}"'))


def finished(opened: Any, begins: str) -> None:
    opened.wait_for_function(
        f"() => document.querySelector('[data-fact=finished]').textContent.startsWith('{begins}') "
        "&& !document.querySelector('.proof.bad')"
    )


def free_port() -> str:
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        return str(taken.getsockname()[1])


def test_two_tabs_have_each_their_own_bag(browser: Any, address: str) -> None:
    with page(browser, address) as one:
        widened(one, "28 cm")
        other = one.context.new_page()
        other.goto(address)
        drafted(other)
        assert other.input_value(WIDTH) == "22 cm"
        widened(other, "30 cm")
        for tab, width in ((one, "28 cm"), (other, "30 cm")):
            tab.reload()
            drafted(tab)
            assert tab.input_value(WIDTH) == width
        one.click(".actions button >> nth=0")
        assert one.locator(".drafts .open b").all_inner_texts() == ["Mini backpack purse"] * 2


def test_a_server_that_is_started_again_goes_on_where_it_was(browser: Any) -> None:
    port = free_port()
    with served("--port", port) as address:
        context = page(browser, address, harmless=AWAY)
        opened = context.__enter__()
    written(opened, "27 cm")
    opened.wait_for_selector(NO_ANSWER)
    assert opened.is_visible("canvas.bag")  # the last bag stays in sight
    with served("--port", port):
        finished(opened, "27 cm")
        context.__exit__(None, None, None)


def test_without_a_network_nothing_is_lost(browser: Any, address: str) -> None:
    with page(browser, address, harmless=AWAY) as opened:
        opened.context.set_offline(True)
        opened.fill(WIDTH, "40 cm")
        opened.press(WIDTH, "Tab")
        opened.wait_for_selector("text=The server does not answer: try it again in a moment.")
        assert opened.input_value(WIDTH) == "22 cm"
        written(opened, "27 cm")
        opened.wait_for_selector(NO_ANSWER)
        opened.context.set_offline(False)
        finished(opened, "27 cm")
        assert opened.locator(".steps-bar button").first.get_attribute("title").startswith("Undo")
