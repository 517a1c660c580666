"""Completion in shells, where it needs more than click does: after ``straps.kind=`` the value follows at once.

bash takes ``--set straps.kind=fabric`` for three words, which are put together again here.
"""

from __future__ import annotations

import os
from typing import Any

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

_PLAIN = "COMPREPLY+=($value)"
_NO_SPACE = "COMPREPLY+=($value); if [[ $value == *= ]]; then compopt -o nospace; fi"
_ZSH_ADDS = ("completions_with_descriptions -U", "compadd -U")
_ZSH_LOOP = "    for type key descr in ${response}; do"
_ZSH_NO_SPACE = """    local -a nospace
    [[ "${response[2]}" == *= ]] && nospace=(-S '')

"""
"""Keys are never completed together with other words: the first tells of all."""


@add_completion_class
class Zsh(ZshComplete):
    """click's completion, without a space after ``=``."""

    name = "zsh"
    source_template = ZshComplete.source_template.replace(_ZSH_LOOP, _ZSH_NO_SPACE + _ZSH_LOOP)
    for _adds in _ZSH_ADDS:
        source_template = source_template.replace(_adds, f'{_adds} "${{nospace[@]}}"')


@add_completion_class
class Fish(FishComplete):
    """click's completion, with explanations that go on after their first comma."""

    name = "fish"
    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')


@add_completion_class
class Bash(BashComplete):
    """click's completion, where ``=`` does not end a word."""

    name = "bash"
    source_template = BashComplete.source_template.replace(_PLAIN, _NO_SPACE)

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and as much of that as there is."""
        number = int(os.environ["COMP_CWORD"])
        words = split_arg_string(os.environ["COMP_WORDS"])
        begun = words[1 : number + 1] if number < len(words) else [*words[1:], ""]
        *before, self.begun = _together(begun)
        return before, self.begun

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """The part of the value that bash replaces: what follows the ``=``."""
        key, equals, _ = self.begun.partition("=")
        value = str(item.value)
        return f"{item.type},{value.removeprefix(key + equals) if equals else value}"


def _together(words: list[str]) -> list[str]:
    """``a``, ``=``, ``b`` as ``a=b``; but a long option and its value as two words, as click wants them."""
    result: list[str] = []
    for word in words:
        last = result[-1] if result else "-"
        if word == "=" and last.startswith("--"):
            result.append("")
        elif last == "" or last.endswith("=") or (word == "=" and not last.startswith("-")):
            result[-1] += word
        else:
            result.append(word)
    return result
