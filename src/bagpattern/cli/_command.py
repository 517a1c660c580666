"""What every command is: options that are said once, unless they may be given again."""

from __future__ import annotations

import click


class Command(click.Command):
    """As click's, but for what is said twice: the first would be dropped without a word."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of the line. Raises UsageError for an option of which only one can count."""
        if not ctx.resilient_parsing:
            _, _, order = self.make_parser(ctx).parse_args(args=[*args])
            for param in order:
                if isinstance(param, click.Option) and order.count(param) > 1 and not _may_be_given_again(param):
                    flag = "/".join([*param.opts[-1:], *param.secondary_opts])
                    raise click.UsageError(f"{flag} is given twice, and only one can count: leave the other out", ctx)
        return super().parse_args(ctx, args)


def _may_be_given_again(option: click.Option) -> bool:
    """Whether all count, or say the same."""
    return option.multiple or option.count or (option.is_flag and not option.secondary_opts)
