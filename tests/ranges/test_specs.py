"""What a spec means, and what is said of one that means nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bagpattern.drawing.purposes.paper import Paper
from bagpattern.errors import InputError
from bagpattern.ranges.plan import Plan
from bagpattern.ranges.reading import read_range
from bagpattern.ranges.variant import Shard
from tests.ranges.conftest import spec

WRONG = """\
preset = "laptop-sleeve"
formats = ["json", "pfd"]
name = "{hold}"
colour = "red"

[options]
paper = "a4"

[[axes]]
key = "holds"
values = ["desk-*", "laptop-*", "laptop-13"]

[[axes]]
key = "materials.shell"
values = []

[[exclude]]
holds = "laptop-19"

[[where]]
hols = "laptop-13"
"""
TOLD = """\
formats[2]: there is no format "pfd"; did you mean "pdf"?
colour: there is no such key; there is axes, exclude, formats, name, options, pictures, preset, prices, purpose, set, \
title, where
axes[2].values: is a list with something in it: write values = [...]
"""
TOLD_THEN = """\
axes[1].values[1]: "desk-*" matches nothing that holds can be
name: there is no axis "hold"; did you mean "holds"?
options.paper: changes nothing in what is written: json
exclude[1].holds: "laptop-19" is nothing on this axis; did you mean "laptop-16"?
where[1].hols: there is no such axis; did you mean "holds"?
"""


def names(given: dict[str, Any]) -> list[str]:
    return [each.name for each in Plan(read_range(given)).variants()]


def refused(given: dict[str, Any]) -> list[str]:
    with pytest.raises(InputError) as caught:
        Plan(read_range(given)).prove()
    return [str(each) for each in caught.value.problems]


def test_everything_that_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(WRONG)
    with pytest.raises(InputError) as caught:
        read_range(path)
    assert [f"{each.key}: {each.message}" for each in caught.value.problems] == TOLD.splitlines()
    assert [each.line for each in caught.value.problems] == [2, 4, 15]


def test_what_speaks_of_the_axes_is_told_once_they_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(
        WRONG.replace("values = []", 'values = ["canvas"]').replace('colour = "red"\n', "").replace('"pfd"', '"csv"')
    )
    with pytest.raises(InputError) as caught:
        read_range(path)
    found = [f"{each.key}: {each.message}".replace("json, csv", "json") for each in caught.value.problems]
    assert sorted(found) == sorted(TOLD_THEN.splitlines())
    assert all(each.file == str(path) and each.line for each in caught.value.problems)


def test_what_is_repeated_of_a_spec_can_be_printed() -> None:
    told = refused({"preset": "tote", "name": "{size}", "axes": [{"key": "a\0\nb", "values": ["*"]}]})
    assert told
    assert all(each.isprintable() for each in told)


def test_the_last_axis_changes_first_and_names_tell_every_axis() -> None:
    assert names(spec())[:3] == ["flat-pouch-18-cm-en", "flat-pouch-18-cm-de", "flat-pouch-20-cm-en"]


def test_a_pattern_stands_for_everything_of_that_kind_once() -> None:
    given = {"preset": "laptop-sleeve", "axes": [{"key": "holds", "values": ["tablet-1*", "tablet-*"]}]}
    assert names(given) == ["laptop-sleeve-tablet-11", "laptop-sleeve-tablet-13", "laptop-sleeve-tablet-8"]


def test_several_keys_move_together_and_entries_have_names() -> None:
    sizes = [
        {"as": "small", "dimensions": {"width": "18 cm", "height": "12 cm"}},
        {"as": "large", "dimensions.width": "24 cm", "dimensions.height": "16 cm"},
    ]
    given = spec(axes=[{"name": "size", "values": sizes}], name="{preset} {size}", title="Pouch, {size}")
    found = [*Plan(read_range(given)).variants()]
    assert [(each.name, each.title) for each in found] == [
        ("flat-pouch-small", "Pouch, small"),
        ("flat-pouch-large", "Pouch, large"),
    ]
    assert found[1].sets == {"dimensions.width": "24 cm", "dimensions.height": "16 cm"}


def test_presets_papers_and_settled_values() -> None:
    axes = [
        {"key": "preset", "values": ["flat-pouch", "pencil-case"]},
        {"key": "options.paper", "values": ["a4", "letter"]},
    ]
    given = {"axes": axes, "formats": ["pdf"], "options": {"margin": "12 mm"}, "set": {"units": "in"}}
    found = [*Plan(read_range(given)).variants()]
    assert [each.name for each in found][1:3] == ["flat-pouch-letter", "pencil-case-a4"]
    assert found[3].base == "pencil-case"
    assert found[3].wished == {"margin": "12 mm", "paper": "letter"}
    assert found[3].sets == {"units": "in"}


def test_formats_are_those_of_the_paper_if_nobody_says() -> None:
    given = {"preset": "flat-pouch", "axes": [{"key": "units", "values": ["mm"]}]}
    assert read_range(given).formats == tuple(Paper().usual("full"))
    assert read_range({**given, "options": {"paper": "a4"}}).formats == tuple(Paper().usual("a4"))
    papers = {"key": "options.paper", "values": ["a4", "letter"]}
    assert read_range({**given, "axes": [papers]}).formats == tuple(Paper().usual("a4"))
    with pytest.raises(InputError, match=r'write formats = \["pdf"\]'):
        read_range({**given, "axes": [{**papers, "values": ["a4", "full"]}]})


def test_a_colourway_is_for_the_picture_if_no_format_reads_it() -> None:
    axes = [{"key": "options.colourway", "values": ["Autumn", "Winter"]}]
    assert Plan(read_range(spec(axes=axes, pictures=True))).total == 2
    (first, _) = refused(spec(axes=axes))
    assert first == "axes[1].values[1]: colourway: changes nothing in what is written: json"


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        ({"exclude": [{"language": "de"}]}, 4),
        ({"exclude": [{"language": "de", "dimensions.width": "18 cm"}]}, 7),
        ({"exclude": [{"language": "de"}, {"dimensions": {"width": ["180 mm", "20 cm"]}}]}, 2),
        ({"where": [{"dimensions.width": ">= 20 cm"}]}, 4),
        ({"where": [{"dimensions.width": "> 200 mm"}, {"language": "d*"}]}, 5),
        ({"where": [{"language": "en"}], "exclude": [{"dimensions.width": "<= 18 cm"}]}, 2),
    ],
)
def test_rules_cut_combinations(rules: dict[str, Any], left: int) -> None:
    plan = Plan(read_range(spec(**rules)))
    assert plan.total == len({*plan.names()}) == left


def test_rules_that_leave_nothing_are_refused() -> None:
    assert refused(spec(where=[{"language": "en"}], exclude=[{"language": "en"}])) == [
        "where: leave nothing to be made: take one of them out"
    ]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"dimensions.width": ">= 20"}, 'has no unit, and this axis has lengths: write ">= 20 cm", or ">= 20 in"'),
        ({"dimensions.width": "<= nan"}, '"<= nan" is nothing on this axis'),
        ({"dimensions.width": "> -inf"}, '"> -inf" is nothing on this axis'),
        ({"dimensions.width": ">= 2 cm"}, "where[1]: keeps everything: take it out, or name less"),
        ({"language": "*"}, "where[1]: keeps everything"),
    ],
)
def test_rules_that_mean_nothing_are_refused(rule: dict[str, Any], told: str) -> None:
    (found,) = refused(spec(where=[rule]))
    assert told in found


def test_keys_that_move_together_cannot_exclude_what_is_never_together() -> None:
    sizes = [{"as": f"{width} cm", "dimensions.width": f"{width} cm", "style.n": width} for width in (18, 24)]
    rule = {"dimensions.width": "18 cm", "style.n": "> 18"}
    (found,) = refused(spec(axes=[{"name": "size", "values": sizes}], exclude=[rule]))
    assert found == "exclude[1]: means nothing: no value of an axis is all of this at once"


def test_names_that_collide_are_refused_with_what_tells_them_apart() -> None:
    assert refused(spec(name="pouch {language}")) == ['name: calls several variants "pouch-en": add {dimensions.width}']


def test_names_that_differ_in_case_alone_collide() -> None:
    axes = [
        {"name": "size", "values": [{"as": "S", "dimensions.width": "18 cm"}, {"as": "s", "dimensions.width": "20 cm"}]}
    ]
    assert refused(spec(axes=axes, name="{size}")) == ['name: calls several variants "s": add {size}']


def test_a_name_may_be_too_long_or_none() -> None:
    assert "at most 80" in refused(spec(name="x" * 79 + "{dimensions.width}{language}"))[0]
    assert "no letter" in refused(spec(name="-"))[0]


def test_a_key_that_no_bag_has_is_refused_and_one_of_another_kind_is_taken() -> None:
    (told,) = refused(spec(axes=[{"key": "dimensions.with", "values": ["18 cm"]}]))
    assert told == 'axes[1]: "dimensions.with": there is no such value to set; did you mean "dimensions.width"?'
    flap = {"as": "flap", "closure.kind": "flap", "closure.cover": "12 cm"}  # which has keys of its own
    axes = [{"name": "closed by", "values": [{"as": "nothing", "closure.kind": "open"}, flap]}]
    Plan(read_range({"preset": "tote", "axes": axes})).prove()


@pytest.mark.parametrize("of", [1, 3, 8, 11])
def test_shards_are_the_whole_in_pieces(of: int) -> None:
    plan = Plan(read_range(spec()))
    parts = [each.name for number in range(1, of + 1) for each in plan.variants(Shard(number, of))]
    assert parts == [*plan.names()]


def test_the_hash_is_of_what_counts() -> None:
    def keys(given: dict[str, Any]) -> list[str]:
        return [each.key for each in Plan(read_range(given)).variants()]

    usual = keys(spec())
    assert usual == keys(spec())
    assert usual == keys(spec(exclude=[], name="{preset}-{dimensions.width}-{language}"))
    for other in ({"formats": ["csv"]}, {"pictures": True}, {"title": "Pouch"}, {"set": {"units": "in"}}):
        assert not {*usual} & {*keys(spec(**other))}, other


def test_a_folder_for_each_or_folders_of_folders() -> None:
    widths = [f"{180 + number / 10} mm" for number in range(1200)]
    few, many = (
        Plan(read_range(spec(axes=[{"key": "dimensions.width", "values": each}]))) for each in (widths[:9], widths)
    )
    assert next(few.variants()).folder == "flat-pouch-180.0-mm"
    prefix, name = next(many.variants()).folder.split("/")
    assert (len(prefix), name) == (2, "flat-pouch-180.0-mm")


def test_letters_that_no_font_has_are_refused_before_anything_is_made() -> None:
    """Wherever the language is said, and only where something prints them."""
    axes = [{"key": "language", "values": ["de", "ja"]}]
    wanted = 'options.font: is missing: pdf, png with language = "ja" print letters that the shipped font lacks; write '
    for given in ({"axes": axes}, {"set": {"language": "ja"}, "axes": [{"key": "units", "values": ["mm", "in"]}]}):
        one = {"preset": "flat-pouch", "formats": ["pdf", "svg", "png"], **given}
        (told,) = refused(one)
        assert told.startswith(wanted)
        Plan(read_range({**one, "formats": ["svg", "dxf"]})).prove()
        Plan(read_range({**one, "where": [{"language": "de"}]} if "set" not in one else {**one, "set": {}})).prove()
