"""A real browser on the real server: the system's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), "")
"""The system's; empty where there is none."""
_FLAGS = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
_HARMLESS = ("GPU stall due to ReadPixels",)
_AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
PATIENCE = 180_000
"""ms that a draft may take on a machine that has much else to do: no test measures time."""


@contextmanager
def served(*more: str) -> Iterator[str]:
    """The address of a designer of one's own."""
    command = [sys.executable, "-m", "bagpattern", "design", "--no-browser", *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*_FLAGS])
        yield browser
        browser.close()


@contextmanager
def page(browser: Any, address: str, harmless: tuple[str, ...] = (), **of: Any) -> Iterator[Any]:
    """The page in a fresh profile, with its first bag drafted; it says but what is *harmless* to the console."""
    context = browser.new_context(**(of or DESK))
    context.set_default_timeout(PATIENCE)
    opened, said = context.new_page(), list[str]()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(address)
    drafted(opened)
    yield opened
    context.close()
    assert [each for each in said if not any(known in each for known in (*_HARMLESS, *harmless))] == []


def drafted(opened: Any) -> None:
    """Waits until what is shown is what was asked for last."""
    opened.wait_for_selector("[data-fact=finished]")
    opened.wait_for_selector("body:not(.busy)")


def violations(opened: Any) -> list[str]:
    """What axe has against the page as it is now: the rule and the first element."""
    opened.evaluate(_AXE.read_text(encoding="utf-8"))  # no page lets a script of elsewhere in: this is no part of it
    found = opened.evaluate("() => axe.run().then((told) => told.violations)")
    return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found]
