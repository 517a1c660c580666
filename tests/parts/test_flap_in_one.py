"""A flap cut in one with the back, reckoned by hand on a messenger of 36 x 28 x 10 cm; style lines on flaps."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.model.panel import Role
from bagpattern.sewn.apart import hanging
from bagpattern.sewn.proof import proved

SIZE = {"width": "36 cm", "height": "28 cm", "depth": "10 cm"}
TRIM = {"name": "trim", "kind": "across", "panel": "flap", "left": "6 cm", "right": "6 cm", "lower": "contrast"}
MATERIALS = {"contrast": "faux-leather"}


def messenger(closure: dict[str, Any] | None = None, **settings: Any) -> bagpattern.Pattern:
    flap = {"kind": "flap", "sewn": "in-one", "cover": "16 cm", "shape": "straight", **(closure or {})}
    made = bagpattern.make({"style": "messenger", "dimensions": SIZE, "closure": flap, **settings})
    assert made.findings == ()
    return made


def size(pattern: bagpattern.Pattern, piece: str) -> tuple[float, float]:
    left, low, right, high = areas.bounds([pattern[piece].panel.stitching_line])
    return right - left, high - low


def test_back_and_flap_are_one_piece_and_so_are_their_linings() -> None:
    """28 up the back, 10 over the opening, 16 down the front; the lining 2 mm inside at all sides."""
    pattern = messenger(lining={"inset": "2 mm"})
    assert not {"flap", "flap-lining"} & set(pattern)
    assert size(pattern, "back") == pytest.approx((360, 280 + 100 + 160))
    assert size(pattern, "lining-back") == pytest.approx((356, 278 + 258))
    assert [line.name for line in pattern["back"].panel.lines if line.name == "flap fold"]


def test_a_lining_as_large_as_the_shell_has_a_flap_as_large() -> None:
    pattern = messenger(lining={"inset": "0 mm"})
    assert size(pattern, "lining-back") == pytest.approx(size(pattern, "back"))


def test_the_seam_of_the_rim_goes_round_the_flap() -> None:
    """Front 36, both ends of the gusset 10, and 26 + 36 + 26 round the flap; no hinge is sewn."""
    pattern = messenger(lining={"inset": "0 mm"})
    rim = pattern.draft.seam("rim")
    assert pattern.draft.side_length(rim.a) == pytest.approx(360 + 2 * 100 + 2 * 260 + 360)
    assert not rim.caught or all("flap" not in run.panel for each in rim.caught for run in each.runs)
    assert all("hinge" not in run.on for seam in pattern.draft.seams for run in (*seam.a, *seam.b))


def test_a_narrower_flap_leaves_corners_of_the_rim() -> None:
    pattern = messenger({"width": "30 cm"})
    corners = [edge.length for edge in pattern["back"].panel.edges if edge.name.startswith("top")]
    assert corners == pytest.approx([30, 30])


def test_straps_in_the_rim_are_held_beyond_the_flap() -> None:
    """Tabs at the gusset's ends are caught as far along the seam as the way round the flap takes it."""
    plain = messenger({"sewn": "rim", "width": "36 cm"}, lining={"inset": "0 mm"})
    pattern = messenger(lining={"inset": "0 mm"})
    before, after = (
        [each.at for each in one.draft.seam("rim").caught if one.draft[each.runs[0].panel].role is Role.STRAP]
        for one in (plain, pattern)
    )
    further = {round(b - a, 3) for a, b in zip(before, after, strict=True)}
    assert further == {0.0, 2 * 260.0}


@pytest.mark.parametrize(
    ("settings", "key", "message"),
    [
        ({"closure": {"width": "35 cm"}}, "closure.width", "make it 360 mm, as wide as the rim, or at most 340 mm"),
        ({"closure": {"roll": "2 mm"}}, "closure.roll", "leave this out, or set lining.inset"),
        ({"lining": {"kind": "none"}}, "closure.sewn", "this rim has none"),
        ({"lining": {"facing": "4 cm"}}, "lining.facing", "has no facing: leave this out"),
        ({"style_lines": [{"name": "d", "kind": "down", "panel": "back"}]}, "closure.sewn", "is divided"),
        ({"style_lines": [{"name": "d", "kind": "down", "panel": "flap"}]}, "closure.sewn", "where it begins"),
        ({"style_lines": [{**TRIM, "upper": "lining"}]}, "closure.sewn", "it joins two cloths: write sewn"),
    ],
)
def test_what_no_flap_in_one_can_have_is_refused(settings: dict[str, Any], key: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        messenger(**{"materials": MATERIALS, **settings})
    assert [(each.key, message in str(each.message)) for each in caught.value.problems] == [(key, True)]


def test_a_rim_that_leans_out_is_curved_and_one_with_handles_is_held() -> None:
    flap = {"kind": "flap", "sewn": "in-one"}
    for made, word in (
        ({"style": "bucket", "dimensions": {"flare": "2 cm"}, "closure": flap}, "curved"),
        ({"style": "tote", "closure": flap}, "handle is caught"),
    ):
        with pytest.raises(InputError, match=word):
            bagpattern.make(made)


def test_sewn_the_flap_hangs_from_the_body() -> None:
    """The body is that of a flap in the rim; glued as it is cut, the flap would stand up from it."""
    pattern = messenger(build="five-panel")
    assert proved(pattern).findings == ()
    apart = hanging(pattern).draft
    assert apart["flap"].edge("hinge").length == pytest.approx(360)
    assert {each.piece for each in pattern.sewn().surfaces if each.piece} <= set(pattern)


def test_what_is_in_one_with_a_fold_at_the_base_is_measured_as_before() -> None:
    settings = {"style": "clutch", "build": "folded", "lining": {"build": "as-shell"}}
    sewn, cut = (bagpattern.make({**settings, "closure": {"kind": "flap", "sewn": how}}) for how in ("rim", "in-one"))
    assert cut.finished == sewn.finished
    assert cut.findings == ()
    assert [piece.id for piece in cut.pieces if piece.panel.role in (Role.BODY, Role.LINING)] != []


@pytest.mark.parametrize("sewn", ["across", "in-one"])
def test_a_style_line_divides_a_flap(sewn: str) -> None:
    """6 cm of it are cut from another cloth; both parts come over to the front, before the flap's lining."""
    pattern = messenger({"sewn": sewn}, style_lines=[TRIM], materials=MATERIALS)
    lower = pattern["flap-trim-lower"].panel
    assert lower.material == "contrast"
    assert areas.area(lower.stitching_line) == pytest.approx(60 * lower.edge("bottom").length)
    surfaces = [each for each in pattern.sewn().surfaces if "flap" in each.name]
    highest, front = ({each.name: each.points[:, axis].max() for each in surfaces} for axis in (1, 2))
    assert highest["flap-trim-lower"] < 280 - 80
    assert front["flap-trim-lower"] > front["flap-lining"] > 50
