"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bagpattern.cli._spoken import speaks, speaks_as, teller

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.preset import Preset


class Amount(click.FloatRange):
    """A number within limits: nan, which no limit keeps out, and inf are none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        found = float(super().convert(value, param, ctx))
        if not isfinite(found):
            self.fail(f"{value} is no number that one can reckon with: write digits, such as 25", param, ctx)
        return found


F = TypeVar("F", bound=Callable[..., Any])


def complete_preset(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """The shipped presets that the word may become; else, files."""
    from click.shell_completion import CompletionItem

    from bagpattern.preset import preset_names

    names = [CompletionItem(name) for name in preset_names() if name.startswith(incomplete)]
    return names or [CompletionItem(incomplete, type="file")]


def _preset_on(ctx: click.Context) -> str | None:
    """The preset that the line names so far; click leaves arguments before an unfinished option in ``args``."""
    if "preset" in {each.name for each in ctx.command.params}:
        return ctx.params.get("preset") or next(iter(ctx.args), None)
    return ctx.params.get("source")


def complete_override(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """The keys that the word may become, each with its ``=``; after that, the values that can be listed."""
    from click.shell_completion import CompletionItem

    from bagpattern.preset.settable import settable

    key, equals, _ = incomplete.partition("=")
    known = settable(_preset_on(ctx))
    if not equals:
        return [CompletionItem(f"{each.key}=", help=each.help) for each in known if each.key.startswith(key)]
    one = next((each for each in known if each.key == key), None)
    if one is None:
        return []
    if one.many:
        return [CompletionItem(each) for each in several(incomplete, one.values, after=f"{key}=")]
    return [CompletionItem(each) for each in (f"{key}={value}" for value in one.values) if each.startswith(incomplete)]


def complete_item(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The things of the catalogue that the word may become."""
    from bagpattern.catalog.items import item_names

    return [each for each in item_names() if each.startswith(incomplete)]


def several(incomplete: str, names: Iterable[str], after: str = "") -> list[str]:
    """What a list with commas may become, whose last word is unfinished: each name once."""
    done, comma, begun = incomplete.removeprefix(after).rpartition(",")
    given = done.split(",")
    return [f"{after}{done}{comma}{each}" for each in names if each.startswith(begun) and each not in given]


def _overrides(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """The texts of ``--set`` by key; where a key is given twice, the last one counts. A language is spoken at once."""
    from bagpattern.language import LANGUAGES

    pairs = [each.partition("=") for each in given]
    for key, equals, _ in pairs:
        if not equals:
            raise click.BadParameter(f'"{key}" has no value: write --set KEY=VALUE, such as dimensions.width="26 cm"')
    said = {key.strip(): _unquoted(value) for key, _, value in pairs}
    speaks(ctx, param, said["language"] if said.get("language") in LANGUAGES else None)
    return said


_QUOTES = (('"', '"'), ("'", "'"), ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"))


def _unquoted(value: str) -> str:
    """A value without the quotes that a shell has left round it, straight or curly."""
    bare = value.strip()
    for opened, closed in _QUOTES:
        within = bare[1:-1]
        if len(bare) > 1 and bare[0] == opened and bare[-1] == closed and opened not in within:
            return within
    return value


def preset_argument(command: F) -> F:
    """PRESET: a shipped name or a file."""
    return click.argument("preset", metavar="PRESET", shell_complete=complete_preset)(command)


def set_option(command: F) -> F:
    """``--set KEY=VALUE``, any number of times."""
    return click.option(
        "--set",
        "overrides",
        metavar="KEY=VALUE",
        multiple=True,
        callback=_overrides,
        shell_complete=complete_override,
        help='Put a value in the place of the preset\'s: --set dimensions.width="26 cm". May be given again.',
    )(command)


def parts_option(command: F) -> F:
    """``--parts FOLDER``, any number of times: read before all else, since the rest may speak of what is in it."""
    return click.option(
        "--parts",
        metavar="FOLDER",
        multiple=True,
        expose_value=False,
        is_eager=True,
        callback=_use,
        shell_complete=_folders,
        help="Take in parts and styles of your own, whose code then runs. May be given again.",
    )(command)


def _folders(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


def _use(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> None:
    if given and not ctx.resilient_parsing:  # no code runs because a line is completed
        from bagpattern.own_parts import use

        for folder in given:
            use(folder)


def given(preset: str, overrides: dict[str, str]) -> Preset:
    """The preset with what ``--set`` says in its place, whose language is spoken from here on. Raises InputError."""
    from bagpattern.preset import read

    found = read(preset, overrides, called="--set")
    speaks_as(found)
    return found


def proven(preset: str, overrides: dict[str, str]) -> Pattern:
    """The pattern of a preset, its warnings printed. Raises InputError, and PatternError when it fails its proof."""
    return proven_all([preset], overrides)[0]


def proven_all(presets: Sequence[str], overrides: dict[str, str]) -> tuple[Pattern, ...]:
    """The patterns of several presets, each warning printed once. Raises InputError and PatternError."""
    from bagpattern.errors import PatternError
    from bagpattern.pipeline import draft

    patterns = tuple(draft(given(each, overrides)) for each in presets)
    _warn(patterns)
    for pattern in patterns:
        if pattern.errors:
            raise PatternError(pattern.errors)
    return patterns


def _warn(patterns: Sequence[Pattern]) -> None:
    """Print every warning, of several patterns with the names of those that it is about."""
    warned: dict[str, list[str]] = {}
    for pattern in patterns:
        tell = teller(pattern)
        for finding in pattern.findings:
            if finding not in pattern.errors:
                warned.setdefault(finding.told(tell), []).append(pattern.preset)
    for told, presets in warned.items():
        click.echo(f"{', '.join(presets)}: {told}" if patterns[1:] else told, err=True)
