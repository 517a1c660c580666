"""The README's pictures of the page: ``python -m tests.web.screenshots`` takes them anew. No test compares pixels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.web.browser import PHONE, chromium, page, served

FOLDER = Path(__file__).parents[2] / "examples" / "designer"
_DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
_SETTLED = 1500
"""ms until the last picture is drawn, too."""


def main() -> None:
    """The bag on a desk, and its steps on a telephone."""
    with served() as address, chromium() as browser:
        with page(browser, address, **_DESK) as opened:
            _keep(opened, "desk")
        with page(browser, address, **PHONE) as opened:
            opened.click("#see-steps")
            opened.locator(".step-figures img").first.wait_for()
            _keep(opened, "phone")


def _keep(opened: Any, name: str) -> None:
    opened.wait_for_timeout(_SETTLED)
    opened.screenshot(path=FOLDER / f"{name}.jpg", type="jpeg", quality=80)


if __name__ == "__main__":
    main()
