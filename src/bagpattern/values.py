"""Values: frozen dataclasses that are cheap to define and to change, and properties that are computed once.

``@dataclass(frozen=True)`` compiles six methods for each class, 1 ms of every start; a draft defines a hundred classes.
A ``@value`` is a dataclass in every respect (``fields``, ``replace``, equality, type checkers), but only its
``__init__`` is compiled, once there are many of it; it also is quicker to make.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache, wraps
from inspect import get_annotations
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import replace
    from functools import cached_property as once

__all__ = ["kept", "once", "replace", "value"]

_FEW = 8
"""Instances of a class that are made before it is compiled, which takes as long as making twenty."""

Kind = TypeVar("Kind")
Result = TypeVar("Result")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[Kind]) -> type[Kind]:
    """Make a class of annotated fields a frozen dataclass. A ``__repr__`` of its own stays."""
    declared = _fields(kind)
    made = {"__init__": _first(kind), "__dataclass_fields__": declared, "_names": (*declared,), **_SHARED}
    made["__match_args__"] = tuple(each.name for each in declared.values() if not each.kw_only)
    for name, its in made.items():
        own = name == "__repr__" and name in vars(kind)
        if (
            not own and getattr(kind, name, None) is not its
        ):  # a method that is inherited costs nothing, to set it again a lot
            setattr(kind, name, its)
    return kind


def _fields(kind: type) -> dict[str, Field[Any]]:
    """The fields, inherited ones first; ``dataclass`` takes four times as long for what else annotations can mean."""
    found: dict[str, Field[Any]] = {}
    for base in kind.__mro__[:0:-1]:
        found |= base.__dict__.get("__dataclass_fields__", {})
    for name, its in get_annotations(kind).items():
        if not its.startswith("ClassVar"):
            found[name] = _field(kind, name, its)
    return found


def _field(kind: type, name: str, its: str) -> Any:
    """The field of that name and type; what stands in its place in the class becomes its default."""
    default = kind.__dict__.get(name, MISSING)
    made: Any = default if isinstance(default, Field) else field(default=default)
    made.name, made.type, made._field_type = name, its, _EXAMPLE._field_type
    made.kw_only = made.kw_only is True
    if made is default and made.default is MISSING:
        delattr(kind, name)
    elif made is default:
        setattr(kind, name, made.default)
    return made


def _first(kind: type) -> Callable[..., None]:
    """The ``__init__`` of the first few instances; that of classes of which there are more is compiled.

    A start makes no use of a third of its classes, and of most of the others a few times.
    """
    left = _FEW

    def made(self: Any, *given: Any, **named: Any) -> None:
        nonlocal left
        left -= 1
        if left >= 0 and _filled(self, kind, given, named):
            if hasattr(self, "__post_init__"):
                self.__post_init__()
            return
        compiled = _initializer(kind)
        setattr(kind, "__init__", compiled)  # noqa: B010 - a type checker does not let a method be assigned
        compiled(self, *given, **named)

    return made


def _filled(one: Any, kind: type, given: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Fill a value's dictionary; False where the arguments are wrong, which the compiled ``__init__`` is to refuse."""
    order = _order(kind)
    left = dict(zip((each.name for each in order if not each.kw_only), given, strict=False)) | named
    alright = len(left) == len(given) + len(named)
    content: dict[str, Any] = {}
    for each in order:
        if each.name in left:
            content[each.name] = left.pop(each.name)
        elif each.default_factory is not MISSING:
            content[each.name] = each.default_factory()
        else:
            content[each.name] = each.default
            alright &= each.default is not MISSING
    if alright and not left:
        one.__dict__.update(content)
    return alright and not left


@cache
def _order(kind: Any) -> list[Field[Any]]:
    """The fields, those last that are given by their names only."""
    return sorted(fields(kind), key=lambda each: each.kw_only is True)


def _initializer(kind: type) -> Callable[..., None]:
    """``__init__`` with the class's fields and defaults; it fills the instance's dictionary itself."""
    known: dict[str, Any] = {"left_out": MISSING}
    taken, lines = ["self"], ["content = self.__dict__"]
    for each in _order(kind):
        if each.kw_only and "*" not in taken:
            taken.append("*")
        name, default, make = each.name, f"default_{each.name}", f"make_{each.name}"
        known |= {default: each.default, make: each.default_factory}
        if each.default_factory is not MISSING:
            taken.append(f"{name}=left_out")
            lines.append(f"content[{name!r}] = {make}() if {name} is left_out else {name}")
        else:
            taken.append(name if each.default is MISSING else f"{name}={default}")
            lines.append(f"content[{name!r}] = {name}")
    lines += ["self.__post_init__()"] if hasattr(kind, "__post_init__") else []
    exec(f"def __init__({', '.join(taken)}):\n " + "\n ".join(lines), known)
    made: Callable[..., None] = known["__init__"]
    return made


def _content(self: Any) -> tuple[Any, ...]:
    content = self.__dict__
    return tuple([content[name] for name in self._names])


def _eq(self: Any, other: Any) -> Any:
    return _content(self) == _content(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_content(self))


def _repr(self: Any) -> str:
    said = (f"{name}={each!r}" for name, each in zip(self._names, _content(self), strict=True))
    return f"{type(self).__qualname__}({', '.join(said)})"


def _refuse(self: Any, name: str, *new: Any) -> None:
    raise FrozenInstanceError(f"cannot change {name!r}: a {type(self).__name__} is a value")


def kept(compute: Callable[[Kind], Result]) -> Callable[[Kind], Result]:
    """Have a function of one value compute once: what it finds is kept with the value, and goes with it."""
    name = f"{compute.__module__}.{compute.__qualname__}"

    @wraps(compute)
    def found(one: Kind) -> Result:
        content = one.__dict__
        if name not in content:
            content[name] = compute(one)
        result: Result = content[name]
        return result

    return found


@dataclass(init=False, repr=False, eq=False)
class _Plain:
    """What the library makes of a class, for what it alone knows to say of one."""

    example: Any


_EXAMPLE: Any = fields(_Plain)[0]
_SHARED = {
    "__dataclass_params__": _Plain.__dict__["__dataclass_params__"],
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}

if not TYPE_CHECKING:  # a type checker is to know them as what they do the work of

    def replace(one, /, **changes):
        """As ``dataclasses.replace``, in a third of its time, for values and frozen dataclasses."""
        content = one.__dict__
        kept = {name: content[name] for name in one.__dataclass_fields__ if name in content}
        return type(one)(**(kept | changes))

    class once:  # noqa: N801 - it is used as a decorator
        """As ``functools.cached_property``, without the lock that Python 3.11 takes for every value it computes."""

        def __init__(self, compute: Any) -> None:
            self.compute, self.name, self.__doc__ = compute, compute.__name__, compute.__doc__

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            result = instance.__dict__[self.name] = self.compute(instance)
            return result
