"""The options of what is written: formats, purpose and everything that those read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from bagpattern.cli._seller import SELLER
from bagpattern.errors import InputError, Problem, did_you_mean, quoted
from bagpattern.options import FULL, Wish, wishes
from bagpattern.registry import Family
from bagpattern.values import replace

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = Family("bagpattern.export", "exporter").names()
PURPOSES = Family("bagpattern.drawing.purposes", "purpose").names()


_PLACEHOLDERS = {"length": "LENGTH", "file": "FILE"}
"""What stands for a value in help, where the option has no word of its own."""


def _option(name: str, declared: Wish) -> Callable[[F], F]:
    """The option of a declaration. What is given is text: ``options.read_options`` reads it."""
    flag = f"--{name.replace('_', '-')}"
    if declared.kind == "flag":
        both = f"{flag}/--no-{flag[2:]}" if declared.default else flag
        return click.option(both, is_flag=True, default=declared.default, help=declared.help)
    word = declared.placeholder or _PLACEHOLDERS.get(declared.kind)
    kind = click.Choice(declared.options) if declared.options else None
    return click.option(flag, type=kind, metavar=word, help=_help(declared))


def _help(declared: Wish) -> str:
    unsaid = declared.unsaid or declared.write(declared.default)
    return f"{declared.help}  [default: {unsaid}]" if unsaid not in (None, []) else declared.help


def wished(command: F) -> F:
    """Every option of ``options.Options``, by the same name."""
    return wished_of(wishes())(command)


def wished_of(names: Iterable[str]) -> Callable[[F], F]:
    """Some options of ``options.Options``, by the same names."""

    def add(command: F) -> F:
        for name in reversed([*names]):
            command = _option(name, wishes()[name])(command)
        return command

    return add


def given_wishes(ctx: click.Context, names: Iterable[str] | None = None) -> dict[str, Any]:
    """The wishes, all or these, that stand on the command line, in the order in which they are declared."""
    on_line = click.core.ParameterSource.COMMANDLINE
    return {name: ctx.params[name] for name in names or wishes() if ctx.get_parameter_source(name) is on_line}


def read_formats(ctx: click.Context, param: click.Parameter, given: str | None) -> tuple[str, ...] | None:
    """The formats of ``--format a,b``; None when it is not given."""
    if given is None:
        return None
    names = tuple(dict.fromkeys(each.strip().lower() for each in given.split(",")))
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f'there is no format "{name}"; there is {", ".join(FORMATS)}')
    return names


def ending(output: str | None) -> str:
    """The ending of an output file's name, if some format writes such files; empty for a folder."""
    found = (output or "").rpartition(".")
    known = found[1] and (found[2].lower() in FORMATS or found[2].lower() in map(suffix, FORMATS))
    return found[2].lower() if known else ""


_OF_OTHERS = frozenset(
    [
        "ai",
        "bmp",
        "cdr",
        "doc",
        "docx",
        "dwg",
        "eps",
        "gif",
        "jpeg",
        "jpg",
        "odt",
        "ps",
        "stl",
        "svgz",
        "tif",
        "tiff",
        "txt",
        "webp",
        "zip",
    ]
)
"""Endings of files that people ask for, and no format writes: nobody wants a folder of such a name."""


def refuse_ending(output: str | None) -> None:
    """Raises UsageError for an output file that no format writes."""
    end = (output or "").rpartition(".")[2].lower()
    if end in _OF_OTHERS and not ending(output):
        known = ", ".join(dict.fromkeys(map(suffix, FORMATS)))
        raise click.UsageError(f"{output}: no format writes .{end} files; there is {known}; or name a folder")


def of_ending(wanted: str) -> str:
    """The format that is meant by an ending: the one of that name, else the first that writes such files."""
    return wanted if wanted in FORMATS else next(name for name in FORMATS if suffix(name) == wanted)


def suffix(name: str) -> str:
    """The ending of the files of a format."""
    from bagpattern.export import EXPORTERS

    found: str = EXPORTERS.member(name).suffix
    return found


def read_purposes(ctx: click.Context, param: click.Parameter, given: str) -> tuple[str, ...]:
    """The purposes of ``--for a,b``."""
    names = tuple(dict.fromkeys(each.strip().lower() for each in given.split(",")))
    for name in names:
        if name not in (*PURPOSES, SELLER):
            known = did_you_mean(name, (*PURPOSES, SELLER))
            raise click.BadParameter(f"nothing is drawn for {quoted(name)}{known}")
    return names


Run = tuple[str, tuple[str, ...], dict[str, Any]]
"""What is written in one go: a purpose, its formats, and the wishes that they read."""


def runs(
    ctx: click.Context, purposes: Sequence[str], formats_of: Callable[[str, str | None], tuple[str, ...]]
) -> list[Run]:
    """Every purpose on every paper of ``--paper a,b`` that it reads.

    Raises UsageError for an option that was given though none of the purposes and formats reads it.
    """
    from bagpattern.export import read_by

    given, found = given_wishes(ctx), []
    papers = [each.strip() for each in given["paper"].split(",")] if "paper" in given else [None]
    unread = {*given}
    for purpose in purposes:
        for paper in papers:
            formats = formats_of(purpose, paper)
            read = read_by(purpose, formats, paper or FULL)
            unread -= read
            wishes_here = {name: each for name, each in {**given, "paper": paper}.items() if name in read & {*given}}
            found.append((purpose, formats, wishes_here))
    for name in given:
        if name in unread:
            _refuse(ctx, name, purposes, found[0][1])
    return found


def _refuse(ctx: click.Context, name: str, purposes: Sequence[str], formats: Sequence[str]) -> None:
    from bagpattern.drawing.purposes import PURPOSES

    told = f" --for {','.join(purposes)}" if [*purposes] != ["paper"] else ""
    if any(name in PURPOSES.member(each).on_pages for each in purposes if each != SELLER):
        told += "; it is for pages: say which with --paper, such as --paper a4"
    raise click.UsageError(f"{_flag(ctx, name)} changes nothing in what is written: --format {','.join(formats)}{told}")


@contextmanager
def as_on_the_line(ctx: click.Context) -> Iterator[None]:
    """Has problems name an option as the command line does: ``--svg-dpi`` for ``svg_dpi``."""
    try:
        yield
    except InputError as error:
        raise InputError(
            replace(each, key=_flag(ctx, each.key)) if _is_on_line(ctx, each) else each for each in error.problems
        ) from None


def _is_on_line(ctx: click.Context, problem: Problem) -> bool:
    there = {param.name for param in ctx.command.params}
    return problem.key in wishes() and problem.key in there and not problem.file


def _flag(ctx: click.Context, wish: str) -> str:
    return next("/".join([*param.opts, *param.secondary_opts]) for param in ctx.command.params if param.name == wish)
