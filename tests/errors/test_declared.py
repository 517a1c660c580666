"""Values of every kind against their declarations, on a style made for the purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from bagpattern.errors import InputError, Problem
from bagpattern.parameters import choice, count, flag, measure, needed, rows, several, table, text
from bagpattern.preset.build import Builder
from bagpattern.preset.overrides import overridden, refusal
from bagpattern.said import Name


@dataclass(frozen=True)
class Inner:
    """A table."""

    name: str = text(None, "what it is called")
    width: float | None = measure(None, "1 cm", "9 cm", "across; left out: by rule")

    def __post_init__(self) -> None:
        if self.name == "refusal":
            rest: Any = "nor is the rest"  # a plain text
            raise InputError([Problem("name", Name("is not to my liking")), Problem("", rest)])


@dataclass(frozen=True)
class Size:
    """A table for which a word may stand."""

    width: float = measure("5 cm", "1 cm", "9 cm", "across")
    from_contents: bool = False


@dataclass(frozen=True)
class Outer:
    """Values of every kind."""

    inner: Inner = table(Inner, "a table")
    size: Size = table(Size, "how large", word="from contents")
    holds: tuple[str, ...] = several("what it holds")
    things: tuple[Inner, ...] = rows(Inner, "things of one's own")
    rows: int = count(3, 1, 9, "how many")
    padded: bool = flag(False, "whether")
    way: str = choice("up", ("up", "down"), "which way")


def built(raw: dict[str, Any], overrides: dict[str, str] | None = None) -> tuple[Any, Any, list[str]]:
    """The instance, its settings, and the problems as text."""
    builder = Builder()
    instance, settings = builder.fields(Outer, overridden(raw, overrides or {}), "")
    lost = [refusal(raw, key, builder.known) for key in overrides or {} if key not in builder.taken]
    return instance, settings, [f"{each.key}: {each.message}" for each in (*builder.problems, *lost)]


def test_defaults_and_settings() -> None:
    instance, settings, problems = built({"inner": {"name": "a"}})
    assert instance == Outer(Inner("a", None), Size(), (), (), 3, False, "up")
    assert settings == {
        "inner": {"name": "a"},
        "size": {"width": "50 mm"},
        "holds": [],
        "things": [],
        "rows": 3,
        "padded": False,
        "way": "up",
    }
    assert problems == []


def test_overrides_are_read_by_kind() -> None:
    given = {"inner.name": "24", "inner.width": "2 cm", "rows": "4", "padded": "True", "way": "down"}
    instance, settings, problems = built({}, given)
    assert instance == Outer(Inner("24", 20.0), Size(), (), (), 4, True, "down")
    assert settings["inner"] == {"name": "24", "width": "20 mm"}
    assert problems == []


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("rows", 0, "0 is too small: at least 1"),
        ("rows", 10, "10 is too large: at most 9"),
        ("rows", 2.0, "must be a whole number, 1 to 9, not 2.0"),
        ("rows", True, "must be a whole number, 1 to 9, not true"),
        ("rows", "4", 'must be a whole number, 1 to 9, not "4"'),
        ("rows", 10**30, "must be a whole number, 1 to 9, not a huge number"),
        ("rows", 10**12, "must be a whole number, 1 to 9, not 1000000000000"),
        ("padded", 1, "must be true or false, without quotes, not 1"),
        ("padded", "yes", 'must be true or false, without quotes, not "yes"'),
        ("way", "left", 'cannot be "left"; there is down, up'),
        ("way", ["up"], "must be one word in quotes (up, down), not a list"),
        ("way", b"up", "must be one word in quotes (up, down), not bytes"),
    ],
)
def test_values_that_are_refused(key: str, value: object, message: str) -> None:
    assert built({"inner": {"name": "a"}, key: value})[2] == [f"{key}: {message}"]


@pytest.mark.parametrize(
    ("key", "given", "message"),
    [
        ("rows", "four", 'must be a whole number, 1 to 9, not "four"'),
        ("rows", "9" * 30, f'must be a whole number, 1 to 9, not "{"9" * 30}"'),
        ("padded", "yes", 'must be true or false, without quotes, not "yes"'),
        ("inner.name", " ", 'must be a text in quotes, not " "'),
        ("inner.name", "x" * 81, "has 81 characters: write at most 80"),
        ("inner", "a", "holds several values: set one of them; there is inner.name, inner.width"),
        ("row", "3", 'there is no such value to set; did you mean "rows"?'),
        ("name", "b", 'there is no such value to set; did you mean "inner.name"?'),
    ],
)
def test_overrides_that_are_refused(key: str, given: str, message: str) -> None:
    assert built({"inner": {"name": "a"}}, {key: given})[2] == [f"{key}: {message}"]


def test_what_is_missing_is_told_with_its_help() -> None:
    assert built({})[2] == ['inner.name: is missing: write name = "..." (what it is called)']


def test_a_length_that_no_rule_decides_is_to_be_given() -> None:
    @dataclass(frozen=True)
    class Thing:
        length: float = needed("1 cm", "9 cm", "its longest side")

    builder = Builder()
    builder.fields(Thing, {}, "")
    assert [str(each) for each in builder.problems] == ['length: is missing: write length = "..." (its longest side)']
    assert Builder().fields(Thing, {"length": "2 cm"}, "") == (Thing(20.0), {"length": "20 mm"})


def test_a_table_that_refuses_its_values_is_told_by_its_key() -> None:
    assert built({"inner": {"name": "refusal"}})[2] == ["inner.name: is not to my liking", "inner: nor is the rest"]


@pytest.mark.parametrize(
    ("raw", "given"),
    [
        ({"size": "from contents"}, {}),
        ({}, {"size": "from contents"}),
        ({"size": {"width": "2 cm"}}, {"size": "from contents"}),
    ],
    ids=["in the file", "as an override", "over a table"],
)
def test_a_word_stands_for_a_table(raw: dict[str, Any], given: dict[str, str]) -> None:
    instance, settings, problems = built({"inner": {"name": "a"}, **raw}, given)
    assert instance.size == Size(from_contents=True)
    assert settings["size"] == "from contents"
    assert problems == []


@pytest.mark.parametrize(
    ("raw", "given", "problem"),
    [
        ({"size": "from content"}, {}, 'size: is a table, or the word "from contents", not "from content"'),
        ({}, {"size": "x"}, 'size: is a table, or the word "from contents", not "x"'),
        ({"size": {}}, {"size": "x"}, 'size: is a table, or the word "from contents", not "x"'),
        ({"size": 3}, {}, "size: is a table, not 3: write [size] and its values below, one a line"),
        ({"size": {"from_contents": True}}, {}, "size.from_contents: there is no such key; there is width"),
    ],
)
def test_words_that_stand_for_nothing(raw: dict[str, Any], given: dict[str, str], problem: str) -> None:
    assert built({"inner": {"name": "a"}, **raw}, given)[2] == [problem]


def test_words_and_rows() -> None:
    raw = {"inner": {"name": "a"}, "holds": ["phone", "keys"], "things": [{"name": "Flask", "width": "7 cm"}]}
    instance, settings, problems = built(raw, {"things.flask.width": "8 cm"})
    assert (instance.holds, instance.things) == (("phone", "keys"), (Inner("Flask", 80.0),))
    assert (settings["holds"], settings["things"]) == (["phone", "keys"], [{"name": "Flask", "width": "80 mm"}])
    assert problems == []
    assert built({"inner": {"name": "a"}}, {"holds": "phone, keys"})[0].holds == ("phone", "keys")


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("holds", "phone", 'holds: must be a list of words: write ["...", "..."], not "phone"'),
        ("holds", [3], "holds: must be a text in quotes, not 3"),
        ("holds", [""], 'holds: must be a text in quotes, not ""'),
        ("things", {"name": "a"}, "things: is a list: write [[things]], in double brackets, before each entry"),
        ("things", [3], "things[1]: must be a table, not 3"),
        ("things", [{}], 'things[1].name: is missing: write name = "..." (what it is called)'),
        ("things", [{"name": "A"}, {"name": "a"}], 'things[2].name: there is another "a": give each a name of its own'),
        ("things", [{"name": "a", "wide": 1}], 'things.a.wide: there is no such key; did you mean "width"?'),
    ],
)
def test_words_and_rows_that_are_refused(key: str, value: object, problem: str) -> None:
    assert built({"inner": {"name": "a"}, key: value})[2] == [problem]


def test_a_value_inside_a_word() -> None:
    assert built({"inner": {"name": "a"}, "size": "from contents"}, {"size.width": "2 cm"})[2] == [
        'size.width: size is "from contents" here: write its values into the file, in its place'
    ]
