"""The page in a real browser: a bag is turned, taken apart and read, and its pieces and cloth are seen whole."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist
from typing import Any

import pytest

from bagpattern.web.link import packed
from tests.web.browser import drafted, page
from tests.web.page.bags import FACT, widened

ORGANISER = 'extends = "organiser"\n'
TIMES = "\u00d7"
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
  const left = new KeyboardEvent("keydown", {key: "ArrowLeft"});
  return frame().then(() => { told.drawn = 0; gl.canvas.dispatchEvent(left); return frame(); }).then(() => told);
}"""
"""One frame of which the camera alone is new: how often is drawn, and what is sent to the card."""

SIDE = """() => {
  const gl = document.querySelector("canvas.bag").getContext("webgl2"), own = gl.uniform3fv.bind(gl), eyes = [];
  gl.uniform3fv = (at, given) => {
    if (Math.hypot(...given) > 100) eyes.push(given);  // no colour is as large
    own(at, given);
  };
  for (const key of ["ArrowLeft", "ArrowRight"]) gl.canvas.dispatchEvent(new KeyboardEvent("keydown", { key }));
  return new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))).then(() => {
    gl.uniform3fv = own;
    return Math.atan2(eyes[0][0], eyes[0][2]);
  });
}"""
"""From which side the bag is seen, in radians: where the eye is when it is drawn again."""

FORGOTTEN = """() => new Promise((next) => {
  const canvas = document.querySelector("canvas.bag"), gl = canvas.getContext("webgl2");
  const card = gl.getExtension("WEBGL_lose_context");
  canvas.addEventListener("webglcontextlost", () => setTimeout(() => card.restoreContext(), 50));
  canvas.addEventListener("webglcontextrestored", next);
  card.loseContext();
  setTimeout(next, 5000);
}).then(() => {})"""
"""As when a telephone turns to another program, and back."""

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
    """One that holds three cards, and is looked at."""
    with page(browser, f"{address}#1.{packed(ORGANISER)}") as opened:
        yield opened


def test_turning_draws_each_mesh_and_line_once_and_sends_nothing(organiser: Any, address: str) -> None:
    organiser.click("#see-bag")
    organiser.wait_for_timeout(500)
    drafted(organiser)
    sewn = organiser.request.post(f"{address}api/draft", data={"toml": ORGANISER, "want": ["sewn"]}).json()["sewn"]
    told = organiser.evaluate(TURNED)
    assert told == {"drawn": len(sewn["meshes"]) + len(sewn["lines"]) + 1, "sent": []}  # and the ground


def test_a_card_that_forgets_is_filled_anew(organiser: Any) -> None:
    before = shown(organiser)
    organiser.evaluate(FORGOTTEN)
    organiser.wait_for_timeout(300)
    assert shown(organiser) == before


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
    return min(dist(at, each) for each in others)


def test_figures_are_in_one_unit_and_what_is_alike_is_counted(organiser: Any) -> None:
    assert organiser.inner_text(FACT.format("finished")) == f" {TIMES} ".join(["15 cm", "20 cm", "3 cm"])
    assert organiser.inner_text(".holds li") == f"3 {TIMES} bank card"
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


def test_a_step_that_is_clicked_is_lit_in_every_view(organiser: Any) -> None:
    organiser.click("#see-steps")
    step = organiser.locator("[data-step='2']")
    step.click(position={"x": 80, "y": 20})
    organiser.click("#see-pieces")
    organiser.locator("path.role-cut").first.wait_for()
    lit = "(all) => [...new Set(all.map((each) => each.dataset.piece))].length"
    assert organiser.locator("path.role-cut.lit").evaluate_all(lit) == step.locator(".tag:not(.seam)").count()
    organiser.hover("path.role-cut[data-piece=back]", position={"x": 60, "y": 10})
    assert organiser.locator("path.role-cut.lit").evaluate_all("(all) => all[0].dataset.piece") == "back"
    organiser.click("#see-steps")
    assert "lit" in step.get_attribute("class")
    step.click(position={"x": 80, "y": 20})
    organiser.mouse.move(0, 0)
    assert "lit" not in step.get_attribute("class")


def test_one_looks_from_where_one_did_and_compares_with_what_was(organiser: Any) -> None:
    organiser.click("#see-bag")
    before = organiser.evaluate(SIDE)
    for _ in range(3):
        organiser.press("canvas.bag", "ArrowLeft")
    turned = organiser.evaluate(SIDE)
    widened(organiser, "16 cm")
    assert (turned < before - 0.3, organiser.evaluate(SIDE)) == (True, pytest.approx(turned, abs=0.05))
    organiser.click(".actions button >> nth=1")
    table = organiser.locator("dialog tbody tr", has_text="Width").first
    table.wait_for()
    assert table.locator("td").all_inner_texts() == ["16 cm", "15 cm"]
    organiser.keyboard.press("Escape")


def shown(opened: Any) -> bytes:
    """The bag as it is seen, when nothing is drawn any more."""
    drafted(opened)
    opened.wait_for_timeout(400)
    drafted(opened)
    return bytes(opened.locator("canvas.bag").screenshot())


def test_a_colourway_is_put_on_without_asking(organiser: Any) -> None:
    reopened(organiser, "drawstring-backpack-felled", "Market backpack")
    before, asked = shown(organiser), list[str]()
    organiser.on("request", lambda each: asked.append(each.url))
    organiser.click(".colourways button")
    assert shown(organiser) != before
    assert asked == []


def reopened(opened: Any, preset: str, title: str) -> None:
    """Another bag, by a link that is put into the address bar."""
    link = packed(f'extends = "{preset}"\n')
    opened.evaluate("(link) => { location.hash = link; }", f"#1.{link}")
    opened.wait_for_function("(title) => document.title.startsWith(title)", arg=title)


def test_what_is_rolled_up_has_no_volume(organiser: Any) -> None:
    reopened(organiser, "tool-roll", "Tool roll")
    drafted(organiser)
    assert organiser.query_selector(FACT.format("volume")) is None
