"""The library, whole: what it writes is what ``draft`` writes, and its nouns can be looked through by name."""

from __future__ import annotations

import copy
import pickle
import sys
from collections.abc import Container
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

import bagpattern
from bagpattern import InputError, Pattern, PatternError, Severity
from bagpattern.cli import main
from bagpattern.values import replace
from bagpattern.words import words

EVERY = "svg,pdf,png,dxf,dxf-aama,hpgl,csv,json,lay,cut-list,shopping,view,glb"


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return bagpattern.make("mini-backpack")


def drafted(folder: Path, *options: str) -> dict[str, bytes]:
    """What the command line writes."""
    result = CliRunner().invoke(main, ["draft", "mini-backpack", "-o", str(folder), *options])
    assert result.exit_code == 0, result.output
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("options", "wished"),
    [
        ((), {}),
        (("--format", EVERY, "--paper", "a4"), {"formats": EVERY, "paper": "a4"}),
        (("--format", "json,csv,svg", "--set", "units=in"), {"formats": ["json", "csv", "svg"], "units": "in"}),
        (("--format", "svg,lay", "--language", "de"), {"formats": "svg,lay", "language": "de"}),
        (
            ("--format", "svg", "--paper", "a4", "--margin", "12 mm", "--overlap", "5mm", "--rectangles", "draw"),
            {"formats": "svg", "paper": "a4", "margin": "12 mm", "overlap": 5, "rectangles": "draw"},
        ),
        (
            ("--for", "cutter", "--kerf", "0.15mm", "--no-allowance", "--per", "piece", "--dxf-version", "r12"),
            {"purpose": "cutter", "kerf": 0.15, "allowance": False, "per": "piece", "dxf_version": "r12"},
        ),
    ],
    ids=["as it comes", "every format", "inches", "German", "paper", "cutter"],
)
def test_files_are_what_draft_writes(
    tmp_path: Path, pattern: Pattern, options: tuple[str, ...], wished: dict[str, Any]
) -> None:
    assert bagpattern.files(pattern, **wished) == drafted(tmp_path, *options)


@pytest.mark.parametrize("units", ["mm", "in", "both"])
def test_the_units_that_a_pattern_was_made_in_leave_no_trace(pattern: Pattern, units: str) -> None:
    other = bagpattern.make("mini-backpack", {"units": "in"})
    assert bagpattern.files(other, "csv", units=units) == bagpattern.files(pattern, "csv", units=units)


def test_sizes_lie_in_each_other(tmp_path: Path, pattern: Pattern) -> None:
    large = bagpattern.make("mini-backpack-l")
    expected = drafted(tmp_path, "--format", "svg,csv", "--with", "mini-backpack-l", "--set", "units=in")
    assert bagpattern.files(pattern, "svg,csv", sizes=[large], units="in") == expected


def test_drawings_are_texts(tmp_path: Path, pattern: Pattern) -> None:
    written = drafted(tmp_path, "--format", "svg", "--paper", "a4")
    assert [text.encode() for text in bagpattern.svg(pattern, paper="a4")] == [
        written[name] for name in sorted(written)
    ]
    assert len(bagpattern.svg(pattern)) == len(bagpattern.svg(pattern, "full")) == 1
    assert len(bagpattern.svg(pattern, purpose="cutter")) == 3


def test_plans_go_from_lay_into_files(tmp_path: Path, pattern: Pattern) -> None:
    """Kept plans of half the usual length could not be; those of the same length change nothing."""
    plans = bagpattern.lay(pattern)
    assert bagpattern.files(pattern, "json", plan=plans) == bagpattern.files(pattern, "json")
    assert bagpattern.files(pattern, "json", plan=plans["shell"]) == bagpattern.files(pattern, "json")
    file = tmp_path / "plan.json"
    assert CliRunner().invoke(main, ["lay", "mini-backpack", "--plan", str(file), "--effort", "1"]).exit_code == 0
    kept = bagpattern.files(pattern, "json,shopping", plan=file)
    assert kept == drafted(tmp_path / "out", "--format", "json,shopping", "--plan", str(file))


@pytest.mark.parametrize(
    ("wished", "message"),
    [
        ({"papre": "a4"}, '^papre: there is no such option; did you mean "paper"[?]$'),
        ({"kerf": 1}, "^kerf: changes nothing in what is written: svg$"),
        ({"margin": "10"}, '^margin: "10" has no unit; write "10 mm"'),
        ({"margin": True}, '^margin: is a length and needs its unit, in quotes: write "24 cm"$'),
        ({"bleed": "yes"}, '^bleed: must be true or false, without quotes, not "yes"$'),
        ({"rectangles": "drawn"}, '^rectangles: cannot be "drawn"; did you mean "draw"[?]$'),
        ({"paper": 4, "margin": None}, "^paper: must be a text in quotes, not 4\nmargin: is a length"),
        ({"paper": "a99"}, "^paper: no paper is called 'a99'; there is a0"),
        ({"layers": "cutt"}, '^layers: there is no layer "cutt"; did you mean "cut"'),
        ({"units": "cm"}, '^units: cannot be "cm"; there is both, in, mm$'),
        ({"language": "dutch"}, '^language: cannot be "dutch"; there is de, en, es, fr, ja$'),
        ({"formats": "svgg"}, '^there is no format "svgg"; did you mean "svg"[?]$'),
        ({"formats": [3]}, '^there is no format "3"; there is csv, '),
        ({"purpose": "cuter"}, '^there is no purpose "cuter"; did you mean "cutter"[?]$'),
        ({"formats": "json", "plan": "nowhere.json"}, "^nowhere.json: there is no such file$"),
        ({"formats": "json", "plan": [3]}, "^plan: must be the name of a file, not a list$"),
        ({"formats": 5}, '^formats: are "pdf,dxf", or a list of such words, not 5$'),
        ({"purpose": ["paper"]}, "^purpose: must be one word [(].*, paper, projector[)], not a list$"),
        ({"sizes": 5}, r"^sizes: is a list of patterns: write \[[.]+\], not 5$"),
        ({"sizes": ["tote"]}, '^sizes: is to be a pattern, as make gives it, not "tote"$'),
        (
            {"purpose": "copyshop", "formats": "pdf", "paper": "a4"},
            "^paper: the guide alone is larger than the sheet: ",
        ),
    ],
)
def test_wishes_that_cannot_be_met(pattern: Pattern, wished: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        bagpattern.files(pattern, **{"formats": "svg", **wished})


def test_sizes_that_are_none_are_named_as_they_are_given(pattern: Pattern) -> None:
    with pytest.raises(InputError, match=r"^sizes: "):
        bagpattern.files(pattern, "svg", sizes=[bagpattern.make("tote")])


def test_one_size_that_is_no_list_is_refused(pattern: Pattern) -> None:
    """A pattern has pieces to go through, too: they are no sizes."""
    with pytest.raises(InputError, match=r"^sizes: is a list of patterns: write \[[.]+\], not a Pattern$"):
        bagpattern.files(pattern, "svg", sizes=cast("Any", pattern))


@pytest.mark.parametrize("given", [None, "mini-backpack", 3, [None]])
def test_what_is_no_pattern_is_refused(tmp_path: Path, given: Any) -> None:
    path = tmp_path / "bag.svg"
    for use in (bagpattern.files, bagpattern.svg, bagpattern.lay, lambda each: bagpattern.write_svg(each, path)):
        with pytest.raises(InputError, match=r"^pattern: is to be a pattern, as make gives it, not "):
            use(given)
    assert not path.exists()


@pytest.mark.parametrize("source", [None, 5, ["tote"], b"tote", object()])
def test_what_is_no_preset_is_refused(source: Any) -> None:
    told = "^a preset is a name, a path, or a mapping of what it would hold, not "
    with pytest.raises(InputError, match=told):
        bagpattern.make(source)
    with pytest.raises(InputError, match=told):
        bagpattern.fit(source)


def test_a_name_that_no_file_can_have_is_no_preset() -> None:
    told = r'^there is no preset "aaa.*", and as a file it cannot be read: the name is too long for one$'
    with pytest.raises(InputError, match=told):
        bagpattern.make("a" * 5000)


def test_all_that_is_wrong_with_an_order_of_cloth_is_told(pattern: Pattern) -> None:
    wrong: Any = {
        "widths": {"shell": None},
        "effort": [],
        "copies": "2",
        "folded": "no",
        "grains": {"shell": ["square"]},
        "table": "3",
        "gap": True,
        "selvedge": {},
    }
    with pytest.raises(InputError) as caught:
        bagpattern.lay(pattern, **wrong)
    assert [str(each) for each in caught.value.problems] == [
        'width shell: is a length, such as "140 cm", or a number of mm, not nothing',
        'copies: must be a whole number, 1 to 200, not "2"',
        'folded: must be true or false, without quotes, not "no"',
        'gap: is a length, such as "140 cm", or a number of mm, not true',
        'selvedge: is a length, such as "140 cm", or a number of mm, not a table',
        "grain shell: is one word, not a list",
        'table: "3" has no unit; write "3 mm", or cm, m, in, ft',
        "effort: a list is neither quick nor best nor a number of seconds up to 3600",
    ]


@pytest.mark.parametrize("named", ["widths", "grains"])
def test_what_is_given_by_slot_is_a_mapping(pattern: Pattern, named: str) -> None:
    with pytest.raises(InputError, match=f"^{named}: is a mapping by slot, "):
        bagpattern.lay(pattern, **cast("Any", {named: ["shell"]}))


@pytest.mark.parametrize("copies", [0, 10**9])
def test_no_more_bags_are_cut_at_once_than_the_command_line_takes(pattern: Pattern, copies: int) -> None:
    with pytest.raises(InputError, match=r"^copies: .* is too (small|large): at (least|most) (1|200)$"):
        bagpattern.lay(pattern, copies=copies)


def test_errors_go_to_other_processes_whole() -> None:
    """A cluster sends them as they are made of: a text that is taken for a list of problems falls into letters."""
    found = bagpattern.Finding("BP999", Severity.ERROR, "front", words("is wrong"))
    first, second = InputError([bagpattern.Problem("name", words("is wrong"), "bag.toml", 1)]), PatternError([found])
    for error, facts in ((first, "problems"), (second, "findings")):
        for other in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
            assert (type(other), str(other)) == (type(error), str(error))
            assert getattr(other, facts) == getattr(error, facts)


def test_a_pattern_goes_to_other_processes_whole(pattern: Pattern) -> None:
    for other in (pickle.loads(pickle.dumps(pattern)), copy.deepcopy(pattern)):
        assert other == pattern
        assert bagpattern.files(other, "svg,json") == bagpattern.files(pattern, "svg,json")


def test_several_threads_write_what_one_does() -> None:
    """What is set for a whole library, such as that no date is written, is set by one thread at a time."""
    patterns = [bagpattern.make(name) for name in ("tote", "clutch", "sling", "bucket")] * 2
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(len(patterns)) as threads:
            found = [*threads.map(lambda each: bagpattern.files(each, "dxf,pdf"), patterns)]
    finally:
        sys.setswitchinterval(before)
    assert found == [bagpattern.files(each, "dxf,pdf") for each in patterns]


def test_what_fails_its_proof_is_not_written(pattern: Pattern) -> None:
    finding = bagpattern.Finding("BP999", Severity.ERROR, "front", words("is wrong"))
    with pytest.raises(PatternError, match="BP999 error: front: is wrong"):
        bagpattern.svg(replace(pattern, findings=(finding,)))


# looking through a pattern --------------------------------------------------------------------------------------------


def test_pieces_by_id(pattern: Pattern) -> None:
    assert list(pattern) == [piece.id for piece in pattern.pieces]
    assert [pattern[name] for name in pattern] == [*pattern.pieces]
    assert "back" in pattern
    assert "bak" not in pattern
    with pytest.raises(KeyError, match='there is no "bak"; did you mean "back"'):
        pattern["bak"]
    with pytest.raises(KeyError, match='back has no edge or line "tpo"; did you mean "top"'):
        pattern["back"].panel.edge("tpo")


def test_seams_and_notions_by_id(pattern: Pattern) -> None:
    seam, known = pattern.seams[3], cast("Container[object]", pattern.seams)
    assert (pattern.seams[seam.id], seam.id in known, seam in known) == (seam, True, True)
    assert "nothing" not in known
    assert pattern.seams[:2] == pattern.draft.seams[:2]
    with pytest.raises(KeyError, match="did you mean"):
        pattern.seams[seam.id[:-1]]
    assert pattern.notions[pattern.notions[0].id] is pattern.notions[0]


def test_a_seam_is_as_long_as_its_edge(pattern: Pattern) -> None:
    seam = next(each for each in pattern.seams if len(each.a) == 1 and each.a[0].start is each.a[0].end is None)
    (run,) = seam.a
    assert pattern.length(seam) == pattern.length(seam.id) == pattern[run.panel].panel.along(run.on).length
    with pytest.raises(KeyError, match="there is no"):
        pattern.length("no seam")


def test_representations_are_one_short_line(pattern: Pattern) -> None:
    (plan, *_) = bagpattern.lay(pattern)
    for each in (pattern, pattern["back"], plan):
        assert len(repr(each)) < 120
        assert "\n" not in repr(each)
    assert repr(pattern).startswith("<Pattern 'mini-backpack' of style 'mini-backpack': 220 x 260 x 110 mm, ")


def test_nouns_draw_themselves(pattern: Pattern) -> None:
    """As wide as the window, whatever the scale; the piece shows its outline, the plan every copy."""
    (plan, *_) = bagpattern.lay(pattern)
    for each in (pattern, pattern["back"], plan):
        drawn = ElementTree.fromstring(each._repr_svg_())
        assert (drawn.get("width"), drawn.get("height")) == ("100%", "auto")
        assert len([*drawn.iter("{http://www.w3.org/2000/svg}path")]) > 1
    shown = {each.get("data-piece") for each in ElementTree.fromstring(pattern._repr_svg_()).iter()}
    assert {*pattern} <= shown


def test_a_plan_says_what_pattern_json_says(pattern: Pattern) -> None:
    plans = bagpattern.lay(pattern, {"shell": "150 cm"}, gap="3 mm")
    shell = plans["shell"]
    assert (shell.width, shell.material, shell.row["width"], shell.row["gap"]) == (1500.0, "shell", 1500.0, 3.0)
    assert shell.bound <= shell.length <= shell.buy
    area = sum(pattern[each.piece].cutting_line.area for each in shell.placed)
    assert shell.share == pytest.approx(area / (shell.width * shell.length), rel=1e-3)
    assert 'width="' in shell.svg


@pytest.mark.parametrize("path", ["nowhere/bag.svg", str(Path(__file__).parent)])
def test_what_cannot_be_written_is_named_as_it_was_written(pattern: Pattern, path: str) -> None:
    with pytest.raises(InputError) as caught:
        bagpattern.write_svg(pattern, path)
    assert str(caught.value).startswith(f"{path}: cannot be written: ")
