"""The page in a real browser: a bag is turned, taken apart and read, and its pieces and cloth are seen whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bagpattern.web.link import packed
from tests.web.browser import drafted, page
from tests.web.page.bags import FACT

ORGANISER, ROLL = 'extends = "organiser"\n', 'extends = "tool-roll"\n'
TURNED = """() => {
  const gl = document.querySelector("canvas.bag").getContext("webgl2"), told = {drawn: 0, sent: []};
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(gl))) {
    if (typeof gl[name] !== "function") continue;
    const own = gl[name].bind(gl);
    gl[name] = (...given) => {
      if (/^draw(Elements|Arrays)/.test(name)) told.drawn += 1;
      if (/^(create|buffer|tex|delete)/.test(name)) told.sent.push(name);
      return own(...given);
    };
  }
  const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  const turn = () => document.querySelector("canvas.bag").dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft"}));
  return frame().then(() => { told.drawn = 0; turn(); return frame(); }).then(() => told);
}"""
"""One frame of which the camera alone is new: how often is drawn, and what is sent to the card."""

APART = """async (toml) => {
  const { parted } = await import("/page/apart.js"), { model } = await import("/page/model.js");
  const asked = { toml, n: 0, want: ["sewn"], quality: "glimpse" }, head = { "Content-Type": "application/json" };
  const answer = await fetch("/api/draft", { method: "POST", headers: head, body: JSON.stringify(asked) });
  const made = model((await answer.json()).sewn);
  parted(made);
  const told = ({ piece, copy, notion, places, away }) => ({ of: [piece, copy, notion], places: [...places], away });
  const line = ({ kind, owner, place, away }) => ({ kind, owner, place: place.slice(0, 3), away });
  return { meshes: made.meshes.map(told), lines: made.lines.map(line) };
}"""


@pytest.fixture(scope="module")
def organiser(browser: Any, address: str) -> Iterator[Any]:
    """One that holds three cards, and is only looked at."""
    with page(browser, f"{address}#1.{packed(ORGANISER)}") as opened:
        yield opened


def test_turning_draws_each_mesh_and_line_once_and_sends_nothing(organiser: Any, address: str) -> None:
    organiser.click("#see-bag")
    organiser.wait_for_timeout(500)
    drafted(organiser)
    sewn = organiser.request.post(f"{address}api/draft", data={"toml": ORGANISER, "want": ["sewn"]}).json()["sewn"]
    told = organiser.evaluate(TURNED)
    assert told == {"drawn": len(sewn["meshes"]) + len(sewn["lines"]) + 1, "sent": []}  # and the ground


@pytest.mark.parametrize("bag", ["box-bag", "tool-roll"])
def test_what_is_sewn_in_one_goes_one_way_and_takes_its_lines_along(organiser: Any, bag: str) -> None:
    told = organiser.evaluate(APART, f'extends = "{bag}"')
    ways: dict[tuple[Any, ...], set[tuple[float, ...]]] = {}
    for each in told["meshes"]:
        ways.setdefault(tuple(each["of"]), set()).add(tuple(each["away"]))
    pieces = {of: way for of, way in ways.items() if of[0]}
    assert {len(way) for way in pieces.values()} == {1}
    assert len({*map(frozenset, ways.values())}) > len(pieces) / 2
    gone = [each for each in told["lines"] if each["away"]]
    assert gone
    for line in gone:
        with_it = [each["places"] for each in told["meshes"] if each["away"] == line["away"]]
        assert min(near(line["place"], places) for places in with_it) < 15, line  # mm between two points of cloth


def near(at: list[float], places: list[float]) -> float:
    """mm from a point to the nearest of others."""
    others = zip(places[::3], places[1::3], places[2::3], strict=True)
    return min(sum((one - other) ** 2 for one, other in zip(at, each, strict=True)) for each in others) ** 0.5


def test_figures_are_in_one_unit_and_what_is_alike_is_counted(organiser: Any) -> None:
    assert organiser.inner_text(FACT.format("finished")) == "15 cm × 20 cm × 3 cm"
    assert organiser.inner_text(".holds li") == "3 × bank card"
    assert organiser.is_visible(FACT.format("volume"))


def test_the_pieces_are_seen_whole_and_follow_the_hand(organiser: Any) -> None:
    organiser.click("#see-pieces")
    drafted(organiser)
    pieces = organiser.locator("path.role-cut")
    pieces.first.wait_for()
    lowest = pieces.evaluate_all("(all) => Math.max(...all.map((each) => each.getBoundingClientRect().bottom))")
    assert lowest <= organiser.locator(".windowed .bar").bounding_box()["y"]
    before, frame = pieces.first.bounding_box(), organiser.locator(".window").bounding_box()
    x, y = frame["x"] + 4, frame["y"] + 4
    organiser.mouse.move(x, y)
    organiser.mouse.down()
    organiser.mouse.move(x + 60, y + 30, steps=3)
    organiser.mouse.up()
    after = pieces.first.bounding_box()
    assert [after[key] - before[key] for key in "xy"] == pytest.approx([60, 30], abs=0.5)


def test_a_cloth_is_seen_whole(organiser: Any) -> None:
    organiser.click("#see-lay")
    drafted(organiser)
    first = organiser.locator(".lay .drawing").first
    first.wait_for()
    panel, cloth = organiser.locator("#see-lay-panel").bounding_box(), first.bounding_box()
    assert cloth["y"] + cloth["height"] <= panel["y"] + panel["height"]


def test_what_is_rolled_up_has_no_volume(organiser: Any) -> None:
    organiser.evaluate("(link) => { location.hash = link; }", f"#1.{packed(ROLL)}")
    organiser.wait_for_function("() => document.title.startsWith('Tool roll')")
    drafted(organiser)
    assert organiser.query_selector(FACT.format("volume")) is None
