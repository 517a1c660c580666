"""The language of what is printed of a bag: the preset's, as its file, ``--set`` or ``--language`` has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from bagpattern.language import Teller
    from bagpattern.model.pattern import Pattern
    from bagpattern.preset import Preset

F = TypeVar("F", bound=Callable[..., Any])
_SPOKEN = "bagpattern.language"


def languages_told() -> str:
    """'en (English), de (German)'."""
    from bagpattern.language import LANGUAGES

    return ", ".join(f"{code} ({name})" for code, name in LANGUAGES.items())


def language_option(command: F) -> F:
    """``--language CODE``: short for ``--set language=CODE``."""
    from bagpattern.language import LANGUAGES

    return click.option(
        "--language",
        type=click.Choice([*LANGUAGES]),
        metavar="CODE",
        callback=speaks,
        help="All that is printed of the bag, on paper and here, speaks this language, and so do warnings and "
        f"refusals: {languages_told()}; short for --set language=CODE.  [default: the preset's]",
    )(command)


def speaks(ctx: click.Context, param: click.Parameter, language: str | None) -> str | None:
    """From here on the line speaks this language."""
    if language is not None:
        ctx.meta[_SPOKEN] = language
    return language


def speaks_as(preset: Preset) -> None:
    """From here on the line speaks the language of a preset; of several bags, that of the first."""
    click.get_current_context().meta.setdefault(_SPOKEN, preset.settings["language"])


def spoken(ctx: click.Context) -> str | None:
    """The language that the line speaks; None while neither an option nor a preset that was read has said one."""
    found: str | None = ctx.meta.get(_SPOKEN)
    return found


def spoken_in(language: str | None, overrides: dict[str, str]) -> dict[str, str]:
    """The overrides with what ``--language`` says. Raises UsageError when ``--set`` says something else."""
    if language is None:
        return overrides
    if overrides.get("language", language) != language:
        raise click.UsageError(f"--language {language} and --set language={overrides['language']}: say one of them")
    return {**overrides, "language": language}


def teller(pattern: Pattern) -> Teller:
    """Tells of a pattern in its units, in the language of the line."""
    from bagpattern.language import Teller

    return Teller(pattern.units, spoken(click.get_current_context()) or pattern.tell.language)
