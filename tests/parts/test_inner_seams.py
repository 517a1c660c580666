"""Raw edges inside a bag without a lining of its own: bound, French or felled, for the bag and seam by seam."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.drawing.model import Text
from bagpattern.drawing.steps import figures
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from tests.styles.making import made, refused

COTTON = {"shell": "quilting-cotton", "interfacing": "none"}
ACROSS = {"kind": "flap", "sewn": "across"}
SEAMS = ("base seam", "right side", "left side", "right corner", "left corner")


def tote(**lining: Any) -> Pattern:
    return made("tote", materials=COTTON, lining={"kind": "none", **lining})


def allowances(pattern: Pattern, seam: str) -> tuple[set[float], set[float]]:
    """Of both sides of a seam."""
    a, b = (pattern.seams[seam].a, pattern.seams[seam].b)
    of_a, of_b = ({pattern[run.panel].allowances[run.on] for run in side} for side in (a, b))
    return of_a, of_b


def done(pattern: Pattern) -> list[tuple[Verb, str]]:
    """What is done at seams, in order."""
    return [
        (each.do, each.seams[0])
        for numbered in pattern.steps
        for each in numbered.step.operations
        if each.seams and each.do in (Verb.SEW, Verb.FELL, Verb.BIND)
    ]


@pytest.fixture(scope="module")
def french() -> Pattern:
    return tote(seams="french")


@pytest.fixture(scope="module")
def felled() -> Pattern:
    return tote(seams="felled")


def test_a_french_seam_has_an_allowance_for_both_rows_and_needs_no_tape(french: Pattern) -> None:
    assert all(allowances(french, seam) == ({15.0}, {15.0}) for seam in SEAMS)
    assert "binding" not in [each.id for each in french.notions]
    bound = tote()
    assert [french.finished.width, french.finished.height] == [bound.finished.width, bound.finished.height]
    assert french["front"].cut_width == bound["front"].cut_width + 2 * (15.0 - bound["front"].allowances["right"])


def test_its_first_row_is_sewn_at_once_before_the_second(french: Pattern) -> None:
    found = done(french)
    for seam in SEAMS:
        assert found.index((Verb.SEW, seam)) == found.index((Verb.FELL, seam)) + 1


def test_a_felled_seam_has_an_allowance_for_each_side_and_is_closed_before_another_crosses_it(felled: Pattern) -> None:
    assert all(allowances(felled, seam) == ({7.0}, {16.0}) for seam in SEAMS)
    found = done(felled)
    for corner, side in (("right corner", "right side"), ("left corner", "left side")):
        assert found.index((Verb.SEW, side)) < found.index((Verb.FELL, side)) < found.index((Verb.SEW, corner))


def test_equal_allowances_of_a_felled_seam_are_trimmed_on_the_side_that_lies_under() -> None:
    """Both sides of 3/4 in, as free-tutorial.net has them: one is cut to less than half, the other goes round it."""
    pattern = tote(seams="felled", felled_allowance="3/4 in", felled_under="3/4 in")
    assert allowances(pattern, "right side") == ({19.05}, {19.05})
    kept = pattern.seams["right side"].enclosed
    assert kept is not None
    assert kept.first < 19.05 / 2
    text = " ".join(pattern.tell(each.step.text) for each in pattern.steps)
    assert "Trim the allowance that is to lie under to 8.5 mm." in text


def test_seams_are_chosen_one_by_one() -> None:
    pattern = tote(seams="french", felled=["base seam"], bound=["left corner", "right corner"])
    kept = {seam: pattern.seams[seam].enclosed for seam in SEAMS}
    how = {seam: each.how.value if each else "bound" for seam, each in kept.items()}
    assert how == dict(zip(SEAMS, ("felled", "french", "french", "bound", "bound"), strict=True))
    tape = next(each for each in pattern.notions if each.id == "binding")
    assert tape.length == pytest.approx(2 * 120 + 2 * 40)  # both corners, and what is spare at each


def test_tape_is_bought_for_what_of_a_pocket_frays_though_all_seams_of_the_bag_are_felled() -> None:
    pocket = {"name": "phone", "kind": "bellows", "panel": "front", "width": "12 cm", "height": "14 cm"}
    pattern = made("tote", materials=COTTON, lining={"kind": "none", "seams": "felled"}, pockets=[pocket])
    bound = [seam for verb, seam in done(pattern) if verb is Verb.BIND]
    (tape,) = [each for each in pattern.notions if each.id == "binding"]
    assert bound == ["phone to gusset"]
    assert tape.length == pytest.approx(pattern.length("phone to gusset") + 40)


def test_a_flap_that_is_turned_is_overcast_inside_and_takes_no_tape() -> None:
    pocket = {"name": "phone", "kind": "flap", "panel": "front", "width": "12 cm", "height": "14 cm"}
    pattern = made("tote", materials=COTTON, lining={"kind": "none", "seams": "felled"}, pockets=[pocket])
    assert Verb.BIND not in {verb for verb, _ in done(pattern)}
    order = [each for step in pattern.steps for each in step.step.operations if "phone flap" in each.seams]
    assert [each.do for each in order] == [Verb.SEW, Verb.TRIM, Verb.OVERCAST]
    assert "binding" not in {each.id for each in pattern.notions}
    assert pattern.findings == ()


def test_what_curves_is_bound_where_the_bag_is_french_and_refused_where_it_is_named() -> None:
    pattern = made("stuff-sack", lining={"seams": "french"}, materials=COTTON)
    assert pattern.seams["right side"].enclosed is not None
    assert pattern.seams["front to base"].enclosed is None
    message = refused("stuff-sack", lining={"french": ["front to base"]}, materials=COTTON)
    assert message == 'lining.french: "front to base" does not run straight, and would pucker: take it out'


@pytest.mark.parametrize(
    ("style", "build", "seam"),
    [("tote", "gusset", "front to base"), ("tote", "wrap", "front to side-left"), ("handbag", None, "front to base")],
)
def test_what_turns_a_corner_of_the_bag_is_refused_like_a_curve(style: str, build: str | None, seam: str) -> None:
    """There two pieces meet, one of them straight, or three: an allowance is clipped, and would be open beside that."""
    asked = {"materials": COTTON, **({"build": build} if build else {})}
    told = refused(style, lining={"kind": "none", "french": [seam]}, **asked)
    assert told == f'lining.french: "{seam}" turns a corner, where its allowance is clipped: take it out'


@pytest.mark.parametrize("way", ["french", "felled"])
def test_what_turns_a_corner_is_bound_beside_what_ends_at_a_fold(way: str) -> None:
    pattern = made("messenger", build="cross", closure=ACROSS, materials=COTTON, lining={"kind": "none", "seams": way})
    assert {seam.id for seam in pattern.draft.seams if seam.enclosed} == {"front to side-left", "side-right to front"}


def test_a_bag_of_corners_alone_cannot_close_its_seams_in() -> None:
    told = refused("tote", build="gusset", materials=COTTON, lining={"kind": "none", "seams": "french"})
    assert told == 'lining.seams: every seam of this bag curves or turns a corner: leave this out, or write "bound"'


@pytest.mark.parametrize(
    ("lining", "message"),
    [
        ({"french": ["right sied"]}, 'lining.french: no seam inside the bag is called "right sied"; did you mean'),
        ({"french": ["right side"], "felled": ["right side"]}, 'lining.french: "right side" is to be felled as well'),
        (
            {"french_allowance": "15 mm"},
            'lining.french_allowance: no seam is french: leave this out, or write seams = "fr',
        ),
        ({"kind": "drop-in", "seams": "felled"}, "lining.seams: a lining that is dropped in hides the raw edges"),
    ],
)
def test_what_cannot_be_is_told(lining: dict[str, Any], message: str) -> None:
    assert message in refused("tote", materials=COTTON, lining={"kind": "none", **lining})


def test_edges_of_a_cloth_that_is_left_raw_are_not_closed_in() -> None:
    message = refused("tote", materials={"shell": "faux-leather"}, lining={"kind": "none", "seams": "french"})
    assert "lining.seams: the edges of" in message
    assert "are not turned in" in message


def test_four_layers_lie_under_the_needle(french: Pattern) -> None:
    """At 0.3 mm each: what would go at a seam that is bound does not at one of twice the layers."""
    limit = {"machine_limit": "2 mm"}
    settings = {"style": "tote", "build": "tube", "materials": {"shell": "canvas", "interfacing": "none"}}
    told = {
        kind: [each.code for each in bagpattern.make({**settings, "finishing": limit, "lining": lining}).findings]
        for kind, lining in {"bound": {"kind": "none"}, "felled": {"kind": "none", "seams": "felled"}}.items()
    }
    assert told["felled"].count("BP114") > told["bound"].count("BP114")


@pytest.mark.parametrize(("kind", "numbers"), [("french", {"6", "9"}), ("felled", {"7", "16"})])
def test_a_figure_shows_both_widths_in_section(kind: str, numbers: set[str], request: pytest.FixtureRequest) -> None:
    shown = [each for step in figures(request.getfixturevalue(kind)).values() for each in step]
    figure = next(each for each in shown if each.kind == "closed in")
    assert numbers <= {each.content for each in figure.drawing.items if isinstance(each, Text)}
