"""Values behave as frozen dataclasses do."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass
from pprint import pformat
from typing import Any, ClassVar

import pytest

from bagpattern.values import once, replace, value


@value
class Strap:
    """A value with every kind of field."""

    name: str
    width: float = 25.0
    holes: list[int] = field(default_factory=list)

    @once
    def area(self) -> float:
        """Counts how often it is asked for, in its holes."""
        self.holes.append(1)
        return self.width * 2


@value
class Checked:
    """A value that refuses itself."""

    width: float

    def __post_init__(self) -> None:
        if self.width < 0:
            raise ValueError("too narrow")


def test_a_value_is_a_dataclass() -> None:
    strap = Strap("left", width=20.0)
    assert is_dataclass(strap)
    assert [each.name for each in fields(strap)] == ["name", "width", "holes"]
    assert replace(strap, width=30.0) == Strap("left", 30.0)
    assert strap.holes is not Strap("right").holes


def test_equality_hash_and_repr_are_those_of_a_dataclass() -> None:
    assert Checked(1.0) == Checked(1.0) != Checked(2.0)
    others: list[object] = [Strap("left"), 1.0]
    assert Checked(1.0) not in others
    assert len({Checked(1.0), Checked(1.0)}) == 1
    assert repr(Checked(1.0)) == "Checked(width=1.0)"


@value
class Body:
    """A value with a field that is given by its name only."""

    height: float
    above: float = field(default=0.0, kw_only=True)


@value
class Leaning(Body):
    """A field of its own comes before it."""

    rim: float = 0.0


def test_a_field_that_is_given_by_name_takes_no_place() -> None:
    assert Leaning(300.0, 20.0) == Leaning(height=300.0, rim=20.0, above=0.0)
    assert Leaning(300.0, 20.0, above=5.0) != Leaning(300.0, 20.0)
    assert "above=5.0" in repr(Leaning(300.0, above=5.0))
    with pytest.raises(TypeError):
        Leaning(300.0, 20.0, 5.0)  # type: ignore[call-arg]


def declared(kind: Any) -> Any:
    """A class that is declared with all that a value may have."""

    class Declared:
        """It is no dataclass yet."""

        a: int
        kinds: ClassVar[int] = 3
        b: float = 2.0
        c: list[int] = field(default_factory=list, metadata={"help": "c"})
        d: str = field(default="d", kw_only=True)

    return kind(Declared)


def told(kind: Any) -> list[tuple[Any, ...]]:
    """All that there is to know of the fields of a class."""
    return [(x.name, x.type, x.default, x.default_factory, dict(x.metadata), x.kw_only, x.init) for x in fields(kind)]


def test_a_class_is_declared_as_the_library_declares_it() -> None:
    ours: Any = declared(value)
    library: Any = declared(dataclass)
    assert told(ours) == told(library)
    assert ours.__match_args__ == library.__match_args__ == ("a", "b", "c")
    assert (ours.b, ours.d, ours.kinds) == (library.b, library.d, library.kinds)
    assert not hasattr(ours, "c")
    assert pformat(ours(1)) == "declared.<locals>.Declared(a=1, b=2.0, c=[], d='d')"
    assert asdict(ours(1)) == {"a": 1, "b": 2.0, "c": [], "d": "d"}


@pytest.mark.parametrize("before", [0, 20])
def test_many_are_made_as_the_first_few_are(before: int) -> None:
    kind: Any = declared(value)
    for number in range(before):
        assert kind(number).a == number
    assert list(vars(kind(1, c=[2], d="e", b=3.0)).items()) == [("a", 1), ("b", 3.0), ("c", [2]), ("d", "e")]
    for given, named in (((), {}), ((1, 2.0, [], "d"), {}), ((1,), {"a": 1}), ((1,), {"e": 1})):
        with pytest.raises(TypeError):
            kind(*given, **named)


@dataclass(frozen=True)
class Plain:
    """A dataclass of the standard library."""

    name: str
    width: float = 25.0


def test_replacing_makes_a_new_value_without_what_the_old_one_computed() -> None:
    strap = Strap("left")
    assert strap.area == 50.0
    wide = replace(strap, width=30.0)
    assert (wide.area, strap.area) == (60.0, 50.0)
    assert replace(Plain("left"), name="right") == Plain("right")
    with pytest.raises(ValueError, match="too narrow"):
        replace(Checked(1.0), width=-1.0)
    with pytest.raises(TypeError, match="length"):
        replace(strap, length=1.0)  # type: ignore[call-arg]


def test_a_value_cannot_be_changed() -> None:
    strap = Strap("left")
    with pytest.raises(FrozenInstanceError, match="width"):
        strap.width = 1.0  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del strap.width
    with pytest.raises(TypeError):
        Strap()  # type: ignore[call-arg]


def test_a_value_checks_itself() -> None:
    with pytest.raises(ValueError, match="narrow"):
        replace(Checked(1.0), width=-1.0)


def test_a_computed_property_is_computed_once_and_is_no_part_of_the_value() -> None:
    strap = Strap("left")
    assert [strap.area, strap.area] == [50.0, 50.0]
    assert strap == Strap("left", holes=[1])
    assert Strap.area.__doc__ == "Counts how often it is asked for, in its holes."
