"""The making as a page: what it holds, that it holds together, and that it fetches nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bagpattern.export import EXPORTERS, Exporter, Job, _page
from bagpattern.options import Options
from tests.drawing.booklets import preset, stand_ins


class Read(HTMLParser):
    """What a page is made of. Raises AssertionError where a tag closes what is not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page_of(job: Job) -> str:
    exporter: Exporter = EXPORTERS.member("steps")()
    (content,) = exporter.files(job).values()
    return content.decode()


@pytest.fixture(scope="module", params=["en", "ja"])
def text(request: pytest.FixtureRequest) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_page, "figures", stand_ins)
        return page_of(Job(preset("mini-backpack", request.param)))


def test_a_page_is_whole_and_no_two_things_on_it_have_one_id(text: str) -> None:
    page = Read(text)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len({*ids})
    assert page.all("html")[0]["lang"] in ("en", "ja")


def test_it_fetches_nothing_and_runs_nothing(text: str) -> None:
    page = Read(text)
    assert not {"script", "link", "img", "iframe", "object", "use", "image"} & {tag for tag, _ in page.tags}
    assert not re.search(r"url\(|@import|javascript:|\shref=|\ssrc=|\son\w+=", text)


def test_each_step_stands_in_order_with_its_figures_which_are_read_aloud(text: str) -> None:
    page, steps = Read(text), preset("mini-backpack").steps
    items = [each["id"] for each in page.all("li") if each.get("id")]
    assert items == [f"step-{number}" for number in range(1, len(steps) + 1)]
    labels = [each["aria-label"] for each in page.all("svg") if "aria-label" in each]
    assert labels[1:] == [f"stand-in {n}:{place}" for n in range(1, len(steps) + 1) for place in range(n % 3)]
    assert all("aria-label" in each or each.get("aria-hidden") == "true" for each in page.all("svg"))
    assert len(page.all("figcaption")) == len(labels) - 1


def test_headings_go_down_one_by_one(text: str) -> None:
    levels = [int(tag[1]) for tag, _ in Read(text).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_large_letters_have_24_points() -> None:
    content = page_of(Job(preset("roll-top"), options=Options(large=True)))
    assert "font:24pt" in content
    assert "grid-template-columns:1fr" in content
